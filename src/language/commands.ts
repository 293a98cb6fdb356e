/** Chooses the words of the command line. */
import type { Language } from '../contract.ts';
import { type CommandWords, en } from './commands.en.ts';
import { ru } from './commands.ru.ts';

export const commandWords = (language: Language): CommandWords => ({ en, ru })[language];

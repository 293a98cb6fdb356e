/** Chooses the words of `ask`. */
import type { Language } from '../contract.ts';
import { type AskWords, en } from './ask.en.ts';
import { ru } from './ask.ru.ts';

export const askWords = (language: Language): AskWords => ({ en, ru })[language];

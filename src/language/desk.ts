/** Chooses the words of `desk`. */
import type { Language } from '../contract.ts';
import { type DeskWords, en } from './desk.en.ts';
import { ru } from './desk.ru.ts';

export const deskWords = (language: Language): DeskWords => ({ en, ru })[language];

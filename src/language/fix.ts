/** Chooses the words of `fix`. */
import type { Language } from '../contract.ts';
import { en, type FixWords } from './fix.en.ts';
import { ru } from './fix.ru.ts';

export const fixWords = (language: Language): FixWords => ({ en, ru })[language];

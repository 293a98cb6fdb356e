/** Chooses the words for why a file is not opened as a report. */
import type { Language } from '../contract.ts';
import { en, type RefusedWords } from './refused.en.ts';
import { ru } from './refused.ru.ts';

export const refusedWords = (language: Language): RefusedWords => ({ en, ru })[language];

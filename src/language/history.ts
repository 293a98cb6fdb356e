/** Chooses the words of `history`. */
import type { Language } from '../contract.ts';
import { en, type HistoryWords } from './history.en.ts';
import { ru } from './history.ru.ts';

export const historyWords = (language: Language): HistoryWords => ({ en, ru })[language];

/** Chooses the words of `compare`, and of `inspect` of many reports. */
import type { Language } from '../contract.ts';
import { type CompareWords, en } from './compare.en.ts';
import { ru } from './compare.ru.ts';

export const compareWords = (language: Language): CompareWords => ({ en, ru })[language];

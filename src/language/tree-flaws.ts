/** Chooses the words for what is wrong in a decision tree. */
import type { Language } from '../contract.ts';
import { en, type FlawWords } from './tree-flaws.en.ts';
import { ru } from './tree-flaws.ru.ts';

export const flawWords = (language: Language): FlawWords => ({ en, ru })[language];

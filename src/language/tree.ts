/** Chooses the words of `tree`. */
import type { Language } from '../contract.ts';
import { en, type TreeWords } from './tree.en.ts';
import { ru } from './tree.ru.ts';

export const treeWords = (language: Language): TreeWords => ({ en, ru })[language];

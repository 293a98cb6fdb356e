/** Chooses the words of `changes`. */
import type { Language } from '../contract.ts';
import { type ChangesWords, en } from './changes.en.ts';
import { ru } from './changes.ru.ts';

export const changesWords = (language: Language): ChangesWords => ({ en, ru })[language];

/** Chooses the words of the outputs. */
import type { Language } from '../contract.ts';
import { en, type OutputWords } from './output.en.ts';
import { ru } from './output.ru.ts';

export const outputWords = (language: Language): OutputWords => ({ en, ru })[language];

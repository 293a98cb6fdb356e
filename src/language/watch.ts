/** Chooses the words of `watch`. */
import type { Language } from '../contract.ts';
import { en, type WatchWords } from './watch.en.ts';
import { ru } from './watch.ru.ts';

export const watchWords = (language: Language): WatchWords => ({ en, ru })[language];

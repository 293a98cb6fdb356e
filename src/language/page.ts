/** Chooses the words of the page. */
import type { Language } from '../contract.ts';
import { en, type PageWords } from './page.en.ts';
import { ru } from './page.ru.ts';

export const pageWords = (language: Language): PageWords => ({ en, ru })[language];

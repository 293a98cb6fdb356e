/** Chooses the words of what people paste. */
import type { Language } from '../contract.ts';
import { en, type PasteWords } from './paste.en.ts';
import { ru } from './paste.ru.ts';

export const pasteWords = (language: Language): PasteWords => ({ en, ru })[language];

/** Chooses the words of `redact`. */
import type { Language } from '../contract.ts';
import { en, type RedactWords } from './redact.en.ts';
import { ru } from './redact.ru.ts';

export const redactWords = (language: Language): RedactWords => ({ en, ru })[language];

/** Chooses the words of `inspect` and `compare`. */
import type { Language } from '../contract.ts';
import { en, type InspectWords } from './inspect.en.ts';
import { ru } from './inspect.ru.ts';

export const inspectWords = (language: Language): InspectWords => ({ en, ru })[language];

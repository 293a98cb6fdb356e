import type { Language } from '../contract.ts';
import { en, type SosWords } from './sos.en.ts';
import { ru } from './sos.ru.ts';

export const sosWords = (language: Language): SosWords => ({ en, ru })[language];

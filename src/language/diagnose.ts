/** Chooses the words of `diagnose`. */
import type { Language } from '../contract.ts';
import { type DiagnoseWords, en } from './diagnose.en.ts';
import { ru } from './diagnose.ru.ts';

export const diagnoseWords = (language: Language): DiagnoseWords => ({ en, ru })[language];

/** Chooses the words of `report` and `inspect`. */
import type { Language } from '../contract.ts';
import { en, type ReportWords } from './report.en.ts';
import { ru } from './report.ru.ts';

export const reportWords = (language: Language): ReportWords => ({ en, ru })[language];

/** Chooses the words for the figures of tickets. */
import type { Language } from '../contract.ts';
import { en, type StatsWords } from './ticket-stats.en.ts';
import { ru } from './ticket-stats.ru.ts';

export const statsWords = (language: Language): StatsWords => ({ en, ru })[language];

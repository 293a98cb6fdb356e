/** Chooses the words for a ticket's life. */
import type { Language } from '../contract.ts';
import { en, type LifeWords } from './ticket-life.en.ts';
import { ru } from './ticket-life.ru.ts';

export const lifeWords = (language: Language): LifeWords => ({ en, ru })[language];

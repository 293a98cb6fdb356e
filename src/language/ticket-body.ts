/** Chooses the words in the text of a ticket. */
import type { Language } from '../contract.ts';
import { type BodyWords, en } from './ticket-body.en.ts';
import { ru } from './ticket-body.ru.ts';

export const bodyWords = (language: Language): BodyWords => ({ en, ru })[language];

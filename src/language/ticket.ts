/** Chooses the words of `ticket`. */
import type { Language } from '../contract.ts';
import { en, type TicketWords } from './ticket.en.ts';
import { ru } from './ticket.ru.ts';

export const ticketWords = (language: Language): TicketWords => ({ en, ru })[language];

/** The words for trouble with a ticket, in the language of who reads. */
import type { Language, Words } from '../contract.ts';
import { en, type Trouble, type TroubleCode } from './messages.en.ts';
import { ru } from './messages.ru.ts';

const messages = { en, ru } as const;

/** A code that this version does not know (written by a newer one) reads as a fault of the desk. */
export const sayTrouble = (language: Language, code: string, trouble: Trouble): Words =>
  messages[language][isTrouble(code) ? code : 'desk-trouble'](trouble);

const isTrouble = (code: string): code is TroubleCode => Object.hasOwn(en, code);

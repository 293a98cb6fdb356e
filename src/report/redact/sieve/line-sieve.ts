/** The one sieve for everything that is looked for line by line. */
import { CONTEXTS, HOME } from '../contexts.ts';
import { INTERNATIONAL, NAMED } from '../numbers.ts';
import { AT_HOST, CLASS, MAIL, PRIVATE_NAME, SID, USERINFO } from '../patterns.ts';
import { RULES } from '../secrets.ts';
import { sieve } from './sieve.ts';

export const lineSieve = sieve([
  ...[...RULES, ...CONTEXTS].map(({ pattern }) => pattern),
  HOME,
  MAIL,
  USERINFO,
  SID,
  PRIVATE_NAME,
  AT_HOST,
  CLASS,
  NAMED,
  INTERNATIONAL,
]);

/** One sieve for everything that is looked for line by line, and one for what goes over several lines. */
import { ADDRESSES } from '../addresses.ts';
import { CONTEXTS, HOME } from '../contexts.ts';
import { NUMBERS } from '../numbers.ts';
import { AT_HOST, CLASS, MAIL, PRIVATE_NAME, PRIVATE_URL, SID, USERINFO } from '../patterns.ts';
import { RULES } from '../secrets.ts';
import { TABLES } from '../tables.ts';
import { sieve } from './sieve.ts';

const [LINE_RULES, LONG_RULES] = [
  RULES.filter(({ isLong }) => !isLong),
  RULES.filter(({ isLong }) => isLong),
];
const [LINE_CONTEXTS, LONG_CONTEXTS] = [
  CONTEXTS.filter(({ isLong }) => !isLong),
  CONTEXTS.filter(({ isLong }) => isLong),
];

export const lineSieve = sieve([
  ...[...LINE_RULES, ...LINE_CONTEXTS].map(({ pattern }) => pattern),
  HOME,
  MAIL,
  USERINFO,
  SID,
  PRIVATE_NAME,
  AT_HOST,
  CLASS,
  PRIVATE_URL,
  ...ADDRESSES,
  ...NUMBERS,
  ...TABLES,
]);
export const lineRules = lineSieve.select(LINE_RULES);
export const lineContexts = lineSieve.select(LINE_CONTEXTS);

export const longSieve = sieve([...LONG_RULES, ...LONG_CONTEXTS].map(({ pattern }) => pattern));
export const longRules = longSieve.select(LONG_RULES);
export const longContexts = longSieve.select(LONG_CONTEXTS);

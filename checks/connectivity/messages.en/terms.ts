/** Words for what the network answers, in English. */

const ENDS: Readonly<Record<string, string>> = {
  refused: 'it refuses the connection',
  reset: 'it breaks the connection off',
  timeout: 'it does not answer',
  unreachable: 'there is no way to it',
  denied: 'this computer forbids the connection',
  'no-name': 'its name has no address',
  'not-found': 'its name has no address',
  failed: 'the connection fails',
  stalled: 'the answer stops half-way',
  'not an address': 'what is set is no address',
};

/** How an attempt ended: a word of ours in words, anything else as it came. */
export const ending = (how: string): string => {
  if (how === '') return 'it answers with something else';
  return ENDS[how] ?? (/^\d+$/.test(how) ? `it answers with error ${how}` : how);
};

/** RFC 8914. */
const EXTENDED: Readonly<Record<number, string>> = {
  0: 'it gives no further reason',
  1: 'it does not know the signature algorithm (DNSSEC)',
  2: 'it does not know the digest type (DNSSEC)',
  3: 'the answer is out of date',
  4: 'the answer was replaced on purpose',
  5: 'the signature could not be judged (DNSSEC)',
  6: 'the signature is wrong (DNSSEC)',
  7: 'the signature has expired (DNSSEC)',
  8: 'the signature is not valid yet (DNSSEC)',
  9: 'the signing key is missing (DNSSEC)',
  10: 'the signature is missing (DNSSEC)',
  11: 'the key is not meant for this zone (DNSSEC)',
  12: 'a proof of absence is missing (DNSSEC)',
  13: 'it repeats an earlier error',
  14: 'it is not ready yet',
  15: 'it blocks the name',
  16: 'it blocks the name by order of somebody else',
  17: 'it filters the name as its user wanted',
  18: 'it does not serve this computer',
  19: 'the name is gone, by an old answer',
  20: 'it is not responsible for the name',
  21: 'it does not support the question',
  22: 'it reaches none of the servers responsible',
  23: 'its own network fails',
  24: 'it received invalid data',
};

/** Why a name server failed, where it says so itself. */
export const extendedError = (code: number): string | undefined =>
  code < 0 ? undefined : (EXTENDED[code] ?? `reason ${code}`);

/** A number with its unit, not to be parted at the end of a line. */
export const amount = (value: number, unit: string): string =>
  `${new Intl.NumberFormat('en', { maximumFractionDigits: 1, useGrouping: false }).format(value)}\u00a0${unit}`;

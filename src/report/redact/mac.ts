/** Hardware addresses: they keep whether they are local or multicast, and nothing of the maker or the device. */
import type { Prf } from './prf.ts';

/** 12 hexadecimal digits, lower case. */
export const mapMac = (random: Prf, digits: string): string => {
  if (isKeptMac(digits)) return digits;
  const first = Number.parseInt(digits.slice(0, 2), 16);
  const low = random.below(0x800000, 'mac', digits);
  if (digits.startsWith('3333')) return `3333ff${hex(random.below(0x1000000, 'mac', digits))}`;
  // IANA's own block, in a part of it that is given to nobody: known when seen again.
  return `${(first & 3).toString(16).padStart(2, '0')}005e${hex(0x800000 | low)}`;
};

const isKeptMac = (digits: string): boolean =>
  /^(?:0{12}|f{12}|01005e[0-7]|0180c2|01000ccccc|3333(?!ff))/.test(digits) || isMacToken(digits);

const isMacToken = (digits: string): boolean => /^0[0-3]005e[89a-f]/.test(digits);

const hex = (value: number): string => value.toString(16).padStart(6, '0');

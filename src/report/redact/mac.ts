/** Hardware addresses: they keep whether they are local or multicast, and nothing of the maker, unless asked, or the device. */
import type { Prf } from './prf.ts';

/** 12 hexadecimal digits, lower case. With its vendor a token is not known when seen again: it is hidden once more. */
export const mapMac = (random: Prf, digits: string, keepVendor = false): string => {
  if (isKeptMac(digits)) return digits;
  if (keepVendor && isGiven(digits)) {
    return `${digits.slice(0, 6)}${hex(random.below(0x1000000, 'mac', digits))}`;
  }
  const first = Number.parseInt(digits.slice(0, 2), 16);
  const low = random.below(0x800000, 'mac', digits);
  if (digits.startsWith('3333')) return `3333ff${hex(random.below(0x1000000, 'mac', digits))}`;
  // IANA's own block, in a part of it that is given to nobody: known when seen again.
  return `${(first & 3).toString(16).padStart(2, '0')}005e${hex(0x800000 | low)}`;
};

/** Only what is given out says who made it: no local and no group address. */
const isGiven = (digits: string): boolean => (Number.parseInt(digits.slice(0, 2), 16) & 3) === 0;

const isKeptMac = (digits: string): boolean =>
  /^(?:0{12}|f{12}|01005e[0-7]|0180c2|01000ccccc|3333(?!ff))/.test(digits) || isMacToken(digits);

const isMacToken = (digits: string): boolean => /^0[0-3]005e[89a-f]/.test(digits);

const hex = (value: number): string => value.toString(16).padStart(6, '0');

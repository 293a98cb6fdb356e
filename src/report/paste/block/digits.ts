/** Bytes as letters and digits alone: nothing that Markdown, a mail program or smart quotes would touch. */

export const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = BigInt(ALPHABET.length);

export const toDigits = (bytes: Uint8Array, length: number): string => {
  let rest = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
  let digits = '';
  for (let count = 0; count < length; count++) {
    digits = ALPHABET.charAt(Number(rest % BASE)) + digits;
    rest /= BASE;
  }
  return digits;
};

/** Nothing where the digits mean more than fits. */
export const fromDigits = (digits: string, bytes: number): Buffer | undefined => {
  let value = 0n;
  for (const digit of digits) value = value * BASE + BigInt(ALPHABET.indexOf(digit));
  const hex = value.toString(16).padStart(bytes * 2, '0');
  return hex.length > bytes * 2 ? undefined : Buffer.from(hex, 'hex');
};

/** Names that stand for other names: `host-k3m7pq`. Their last character is a check, so a token is known when seen again. */
import type { Prf } from './prf.ts';

/** Without characters that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const RANDOM_CHARACTERS = 5;

export type TokenKind = 'host' | 'name' | 'user' | 'person' | 'ssid' | 'serial' | 'mail' | 'word';

export const nameToken = (random: Prf, kind: TokenKind, value: string): string => {
  const plain = value.toLowerCase();
  const token = random.token(`name:${kind}`, plain, (bytes) => {
    const characters = Array.from(
      bytes.subarray(0, RANDOM_CHARACTERS),
      (byte) => ALPHABET[byte % ALPHABET.length],
    );
    const body = characters.join('');
    return `${kind}-${body}${checkCharacter(body)}`;
  });
  const isUpper = value !== plain && value === value.toUpperCase();
  return isUpper ? token.toUpperCase() : token;
};

const TOKEN = /^(?:host|name|user|person|ssid|serial|mail|word)-([a-hj-km-np-z2-9]{5})([a-hj-km-np-z2-9])$/i;

/** Whether it came out of a redactor, this one or an earlier one. */
export const isNameToken = (text: string): boolean => {
  const [, body, check] = TOKEN.exec(text) ?? [];
  return body !== undefined && checkCharacter(body.toLowerCase()) === check?.toLowerCase();
};

const checkCharacter = (body: string): string => {
  const sum = Array.from(body).reduce(
    (total, character, at) => total + (at + 3) * (ALPHABET.indexOf(character) + 1),
    17,
  );
  return ALPHABET[sum % ALPHABET.length] ?? 'a';
};

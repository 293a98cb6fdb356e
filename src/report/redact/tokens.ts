/** Tokens that are made of more than a name. */
import { isGeneric } from './known.ts';
import type { Names } from './names.ts';
import type { Prf } from './prf.ts';
import { isNameToken, nameToken } from './token.ts';

export const tokens = (random: Prf, names: Names) => {
  const mailToken = (whole: string, local: string): string =>
    isNameToken(local) ? whole : `${nameToken(random, 'mail', whole)}@mail.invalid`;

  const userToken = (value: string): string =>
    value
      .split(/(\\+)/)
      .map((part) => (part.startsWith('\\') || isGeneric(part) ? part : names.label(part)))
      .join('');

  const idToken = (id: string): string => {
    const hex = random.bytes('id', id.toLowerCase()).toString('hex');
    const isLong = id.length === 32;
    if (/^5eed(?:5eed|-)/i.test(id)) return id;
    const mapped = isLong ? `5eed5eed${hex.slice(0, 24)}` : `5eed-${hex.slice(4, 8)}`;
    return /[A-F]/.test(id) ? mapped.toUpperCase() : mapped;
  };

  const sidToken = (domain: string): string => {
    if (/^5{3}\d+-5{3}/.test(domain)) return domain;
    return [0, 1, 2]
      .map((part) => `555${1000000 + random.below(8999999, 'sid', `${domain}/${part}`)}`)
      .join('-');
  };
  return { mailToken, userToken, idToken, sidToken };
};

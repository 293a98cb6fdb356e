/** What is done to one text, in its order: each pass finds one kind of value and sets its token aside. */
import { type AddressPass, hideAddresses } from './addresses.ts';
import type { Context } from './contexts/context.ts';
import { HOME, isValue, type Kind, SHARED } from './contexts.ts';
import type { Hidden, HiddenKind } from './hidden.ts';
import { ipv4 } from './ipv4.ts';
import { ipv6 } from './ipv6.ts';
import type { keptFrom } from './kept.ts';
import { isGeneric, type Known } from './known.ts';
import type { Names } from './names.ts';
import { hideNumbers } from './numbers.ts';
import {
  ANY_NAME,
  AT_HOST,
  domainsPattern,
  hideUserinfo,
  isFile,
  literalsPattern,
  MAIL,
  NO_HOST,
  NO_MAIL,
  PRIVATE_NAME,
  PUBLIC_LIST,
  SID,
  USERINFO,
  wordsPattern,
} from './patterns.ts';
import type { Prf } from './prf.ts';
import { hideSecrets, SECRET } from './secrets.ts';
import { eachLine } from './sieve/lines.ts';
import { shapeOf } from './sieve/shape.ts';
import { whichOf } from './sieve/sieve.ts';
import { lineContexts, lineRules, lineSieve, longContexts, longRules, longSieve } from './sieve/sieves.ts';
import { hideTables, TABLES } from './tables.ts';
import { isNameToken, nameToken, type TokenKind } from './token.ts';
import { tokens } from './tokens.ts';

/** Two characters that Unicode gives to nobody: they set what is replaced apart from what is still text. */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
/** As `whichOf` tells them. */
const OWN = { words: 1, domains: 2, ids: 4, secrets: 8 } as const;
const HELD = /\uFDD0(\d{1,9})\uFDD1/g;

export interface Machine {
  readonly random: Prf;
  readonly kept: ReturnType<typeof keptFrom>;
  readonly known: Known;
  readonly names: Names;
  readonly hidden: Hidden;
  /** Also names that everybody knows. */
  readonly isStrict: boolean;
  /** Hardware addresses keep who made the device. */
  readonly keepVendors: boolean;
}

/**
 * `isNames`: a text of names alone, where also a common word is one. `learn` sees each line before it is hidden;
 * when it learned something, all of the text is gone through again.
 */
export type Replace = (
  original: string,
  isNames?: boolean,
  learn?: (line: string, shape: number) => void,
) => string;

export const passes = ({ random, kept, known, names, hidden, isStrict, keepVendors }: Machine): Replace => {
  const { mailToken, userToken, idToken, sidToken } = tokens(random, names);
  let held: string[] = [];
  const hold = (kind: HiddenKind, from: string, made: string): string => {
    const plain = from.toLowerCase();
    const isSame = plain === made.toLowerCase();
    const isKept = kind !== 'secret' && !isSame && kept.values.has(plain);
    const token = isKept ? from : made;
    if (!isSame && !isKept && !isNameToken(from)) {
      if (kind === 'secret') hidden.add(kind, from);
      else hidden.add(kind, from, token);
    }
    return `${OPEN}${held.push(token) - 1}${CLOSE}`;
  };

  let texts = 0;
  /** Counted by its place: its value is not kept. */
  const hideSecret = (mark: string): string => hold('secret', `${texts}/${held.length}`, mark);

  const build = (version: number) => {
    const v4 = ipv4(random, kept.ipv4, known.networks);
    const addresses: AddressPass = {
      random,
      v4,
      v6: ipv6(random, v4, kept.ipv6),
      isKnown: (address) => known.addresses.has(address),
      isClass: (uuid) => known.classes.has(uuid) || kept.values.has(uuid),
      isKeptMac: (digits) => kept.macs.has(digits),
      keepVendors,
      hold,
    };
    return {
      version,
      addresses,
      words: wordsPattern(known.words.keys()),
      domains: domainsPattern(known.domains),
      ids: wordsPattern(known.ids),
      secrets: literalsPattern(known.secrets),
      whichOf: whichOf(known.words.keys(), known.domains, known.ids, known.secrets),
    };
  };
  let built = build(known.version);
  const tools = () => {
    if (built.version !== known.version) built = build(known.version);
    return built;
  };

  const token = (kind: TokenKind, value: string): string => {
    const plain = value.toLowerCase();
    const found = known.words.get(plain) ?? known.common.get(plain) ?? kind;
    return hold(found, value, isNameToken(value) ? value : nameToken(random, found, value));
  };
  const host = (name: string): string => (names.isKept(name) ? name : hold('host', name, names.host(name)));

  const isNamed = (value: string, kind: Kind): boolean =>
    isValue(value, kind) && !value.includes(OPEN) && !isGeneric(value) && !names.isKept(value);
  /** Each line of a log names the same one. */
  let lastHost = { value: '', isNamed: false, isPublic: false };
  const hostOf = (value: string): typeof lastHost => {
    if (lastHost.value !== value)
      lastHost = { value, isNamed: isNamed(value, 'host'), isPublic: known.isPublic(value) };
    return lastHost;
  };

  const hideContext = (text: string, { kind, pattern }: Context): string =>
    text.replace(pattern, (whole: string, before: string, value: string) => {
      if (kind === 'host') {
        const told = hostOf(value);
        if (!told.isNamed) return whole;
        return before + (told.isPublic ? value : hold('host', value, names.host(value)));
      }
      if (!isNamed(value, kind)) return whole;
      if (kind === 'domains') return whole;
      if (kind === 'id') return before + hold('id', value, idToken(value));
      return (
        before +
        (kind === 'user' && value.includes('\\')
          ? hold('user', value, userToken(value))
          : token(kind === 'owner' ? 'user' : kind, value))
      );
    });

  const hideLine = (line: string, shape: number, isNames: boolean): string => {
    const { may } = lineSieve;
    const { addresses, words: own, domains, ids, secrets } = tools();
    const here = built.whichOf(line, 0, line.length);
    let text = hideSecrets(line, lineRules(), hideSecret);
    if ((here & OWN.secrets) !== 0 && secrets !== undefined)
      text = text.replace(secrets, (value) => hold('secret', value, SECRET));
    if (TABLES.some(may))
      text = hideTables(text, addresses.v4, addresses.v6, (value) => hold('ipv4', value, value));
    if (may(USERINFO))
      text = hideUserinfo(
        text,
        (user) => token('user', user),
        (mark) => hold('secret', mark, mark),
      );
    if (may(MAIL))
      text = text.replace(MAIL, (whole, local: string, domain: string) =>
        names.isKept(domain) || NO_MAIL.test(domain) || /^(?:git|hg|svn)$/.test(local)
          ? whole
          : hold('mail', whole, !isStrict && PUBLIC_LIST.test(domain) ? whole : mailToken(whole, local)),
      );
    text = hideAddresses(text, shape, may, addresses);
    text = hideNumbers(text, shape, may, { random, hold });
    if (may(SID))
      text = text.replace(
        SID,
        (_, before: string, domain: string) => before + hold('sid', domain, sidToken(domain)),
      );
    if ((here & OWN.domains) !== 0 && domains !== undefined) text = text.replace(domains, host);
    if (isStrict) text = text.replace(ANY_NAME, (name) => (NO_MAIL.test(name) ? name : host(name)));
    if (may(PRIVATE_NAME))
      text = text.replace(PRIVATE_NAME, (name, at: number) =>
        NO_HOST.test(name) || isFile(text, at, name) ? name : host(name),
      );
    for (const context of lineContexts()) text = hideContext(text, context);
    if (may(HOME))
      text = text.replace(HOME, (whole, unix?: string, user?: string, windows?: string, person?: string) => {
        const name = user ?? person ?? '';
        return name === '' || isGeneric(name) || SHARED.test(name)
          ? whole
          : `${unix ?? windows}${token('user', name)}`;
      });
    if (may(AT_HOST))
      text = text.replace(AT_HOST, (whole, user: string, gap: string, name: string) =>
        isGeneric(name) || !(known.words.has(user.toLowerCase()) || known.words.has(name.toLowerCase()))
          ? whole
          : `${isGeneric(user) ? user : token('user', user)}${gap}${host(name)}`,
      );
    // Most often it was the computer's name at the beginning, which is set aside by now.
    if (
      (here & OWN.words) !== 0 &&
      own !== undefined &&
      (built.whichOf(text, 0, text.length) & OWN.words) !== 0
    )
      text = text.replace(own, (word) => token('word', word));
    const namesOnly = isNames ? wordsPattern(known.common.keys()) : undefined;
    if (namesOnly !== undefined) text = text.replace(namesOnly, (word) => token('word', word));
    if ((here & OWN.ids) !== 0 && ids !== undefined)
      text = text.replace(ids, (id) => hold('id', id, idToken(id)));
    // A token may hold another one: a file name within a quoted value.
    for (let depth = 0; depth < 3 && text.includes(OPEN); depth++) {
      text = text.replace(HELD, (_, index: string) => held[Number(index)] ?? '');
    }
    return text;
  };

  return (original, isNames = false, learn = nothing) => {
    if (!/[\p{L}\p{N}]/u.test(original)) return original;
    const plain = original.replace(/[\uFDD0\uFDD1]/g, '');
    let hidden = '';
    let version: number;
    texts++;
    do {
      // What a line tells is hidden in the lines before it too.
      version = known.version;
      held = [];
      hidden = '';
      longSieve.look(plain, 0, plain.length);
      const text = longContexts().reduce(hideContext, hideSecrets(plain, longRules(), hideSecret));
      eachLine(text, (from, to) => {
        lineSieve.look(text, from, to);
        const line = text.slice(from, to);
        const shape = shapeOf(text, from, to);
        learn(line, shape);
        hidden += hideLine(line, shape, isNames);
      });
    } while (version !== known.version);
    return hidden;
  };
};

const nothing = (): void => {};

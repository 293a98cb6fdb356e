/**
 * The one place where what is personal is replaced. The same value gives the same token wherever it stands;
 * a token keeps the shape and the class of what it hides, so that the checks conclude the same.
 */
import { randomBytes } from 'node:crypto';
import type { Recording, Request } from '../../contract.ts';
import { type AddressPass, hideIpv4, hideIpv6, hideMacs, hideReverse6, hideUuids } from './addresses.ts';
import { CONTEXTS, HOME, isValue, SHARED } from './contexts.ts';
import { ipv4 } from './ipv4.ts';
import { ipv6 } from './ipv6.ts';
import { keptFrom } from './kept.ts';
import { isGeneric, known as knownOf } from './known.ts';
import { learnRecording, learnTarget, learnText } from './learn.ts';
import { names as namesOf } from './names.ts';
import {
  AT_HOST,
  domainsPattern,
  hideUserinfo,
  isFile,
  MAIL,
  NO_HOST,
  NO_MAIL,
  PRIVATE_NAME,
  SID,
  wordsPattern,
} from './patterns.ts';
import { prf } from './prf.ts';
import { hideSecrets, isHarmless, SECRET, SECRET_KEY } from './secrets.ts';
import { hideTables } from './tables.ts';
import { isNameToken, nameToken, type TokenKind } from './token.ts';
import { PUBLIC_RESOLVERS } from './vocabulary.ts';

export interface RedactorOptions {
  /** Random for each report; 16 bytes or more. Who has it can try values, so it is kept nowhere. */
  readonly key: Uint8Array;
  /** Addresses and host names that are nobody's own: the default targets. A name keeps what is beneath it. */
  readonly keep?: readonly string[];
  /** Words that are hidden whatever they are. */
  readonly words?: readonly string[];
}

/** What is hidden, by kind: how many different values. */
export type HiddenKind = 'ipv4' | 'ipv6' | 'mac' | 'uuid' | 'secret' | TokenKind | 'id' | 'sid';
export type Hidden = Readonly<Partial<Record<HiddenKind, number>>>;

export interface Redactor {
  /** Learns what is the machine's own, without replacing anything. `recording`, `text` and `json` learn first by themselves. */
  readonly learn: (recording: Recording, settings?: unknown) => void;
  readonly recording: (recording: Recording) => Recording;
  readonly text: (text: string) => string;
  /** Plain data: texts, and the keys of objects. */
  readonly json: <T>(value: T) => T;
  /** An id of a read: what stands before the first slash is ours. */
  readonly id: (id: string) => string;
  readonly counts: () => Hidden;
}

export const randomKey = (): Uint8Array => randomBytes(32);

/** Two characters that Unicode gives to nobody: they set what is replaced apart from what is still text. */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const HELD = /\uFDD0(\d{1,9})\uFDD1/g;

export const redactor = ({ key, keep = [], words = [] }: RedactorOptions): Redactor => {
  const random = prf(key);
  const kept = keptFrom([...keep, ...PUBLIC_RESOLVERS]);
  const known = knownOf(kept.names);
  const names = namesOf(random, known, kept.names);
  const hidden = new Map<HiddenKind, Set<string>>();
  for (const word of words) known.addWord('word', word, true);

  let held: string[] = [];
  const hold = (kind: HiddenKind, from: string, token: string): string => {
    if (token.toLowerCase() !== from.toLowerCase() && !isNameToken(from)) {
      const values = hidden.get(kind) ?? new Set();
      hidden.set(kind, values.add(from.toLowerCase()));
    }
    return `${OPEN}${held.push(token) - 1}${CLOSE}`;
  };

  const build = (version: number) => {
    const v4 = ipv4(random, kept.ipv4, known.networks);
    const addresses: AddressPass = {
      random,
      v4,
      v6: ipv6(random, v4, kept.ipv6),
      isKnown: (address) => known.addresses.has(address),
      hold,
    };
    return {
      version,
      addresses,
      words: wordsPattern(known.words.keys()),
      domains: domainsPattern(known.domains),
      ids: wordsPattern(known.ids),
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

  /** `isNames`: a text of names alone, where also a common word is one. */
  const replace = (original: string, isNames = false): string => {
    if (!/[\p{L}\p{N}]/u.test(original)) return original;
    held = [];
    const { addresses, words: own, domains, ids } = tools();
    let text = original.replace(/[\uFDD0\uFDD1]/g, '');
    text = hideSecrets(text, (mark) => hold('secret', `${held.length}/${text.length}`, mark));
    text = hideTables(text, addresses.v4, addresses.v6, (value) => hold('ipv4', value, value));
    text = hideUserinfo(
      text,
      (user) => token('user', user),
      (mark) => hold('secret', mark, mark),
    );
    text = text.replace(MAIL, (whole, local: string, domain: string) =>
      names.isKept(domain) || NO_MAIL.test(domain) || /^(?:git|hg|svn)$/.test(local)
        ? whole
        : hold('mail', whole, mailToken(whole, local)),
    );
    text = hideReverse6(hideUuids(text, addresses), addresses);
    text = hideIpv4(hideIpv6(hideMacs(text, addresses), addresses), addresses);
    text = text.replace(
      SID,
      (_, before: string, domain: string) => before + hold('sid', domain, sidToken(domain)),
    );
    if (domains !== undefined) text = text.replace(domains, host);
    text = text.replace(PRIVATE_NAME, (name, at: number) =>
      NO_HOST.test(name) || isFile(text, at, name) ? name : host(name),
    );
    for (const { kind, pattern } of CONTEXTS) {
      text = text.replace(pattern, (whole: string, before: string, value: string) => {
        if (!isValue(value, kind) || value.includes(OPEN) || isGeneric(value) || names.isKept(value))
          return whole;
        if (kind === 'domains') return whole;
        if (kind === 'host') return before + host(value);
        if (kind === 'id') return before + hold('id', value, idToken(value));
        return (
          before +
          (kind === 'user' && value.includes('\\')
            ? hold('user', value, userToken(value))
            : token(kind, value))
        );
      });
    }
    text = text.replace(HOME, (whole, unix?: string, user?: string, windows?: string, person?: string) => {
      const name = user ?? person ?? '';
      return name === '' || isGeneric(name) || SHARED.test(name)
        ? whole
        : `${unix ?? windows}${token('user', name)}`;
    });
    text = text.replace(AT_HOST, (whole, user: string, gap: string, name: string) =>
      isGeneric(name) || !(known.words.has(user.toLowerCase()) || known.words.has(name.toLowerCase()))
        ? whole
        : `${isGeneric(user) ? user : token('user', user)}${gap}${host(name)}`,
    );
    if (own !== undefined) text = text.replace(own, (word) => token('word', word));
    const namesOnly = isNames ? wordsPattern(known.common.keys()) : undefined;
    if (namesOnly !== undefined) text = text.replace(namesOnly, (word) => token('word', word));
    if (ids !== undefined) text = text.replace(ids, (id) => hold('id', id, idToken(id)));
    // A token may hold another one: a file name within a quoted value.
    for (let depth = 0; depth < 3 && text.includes(OPEN); depth++) {
      text = text.replace(HELD, (_, index: string) => held[Number(index)] ?? '');
    }
    return text;
  };

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
    if (isLong && id.startsWith('5eed5eed')) return id;
    const mapped = isLong ? `5eed5eed${hex.slice(0, 24)}` : `${hex.slice(0, 4)}-${hex.slice(4, 8)}`;
    return /[A-F]/.test(id) ? mapped.toUpperCase() : mapped;
  };

  const sidToken = (domain: string): string => {
    if (/^5{3}\d+-5{3}/.test(domain)) return domain;
    return [0, 1, 2]
      .map((part) => `555${1000000 + random.below(8999999, 'sid', `${domain}/${part}`)}`)
      .join('-');
  };

  const cache = new Map<string, string>();
  let cacheVersion = -1;
  /** Devices and paths come again and again. */
  const quick = (text: string): string => {
    if (text.length > 200) return replace(text);
    if (cacheVersion !== known.version || cache.size > 20_000) {
      cache.clear();
      cacheVersion = known.version;
    }
    const before = cache.get(text);
    if (before !== undefined) return before;
    const after = replace(text);
    cache.set(text, after);
    return after;
  };

  const id = (text: string): string => {
    const slash = text.indexOf('/');
    return slash < 0 ? text : `${text.slice(0, slash)}/${quick(text.slice(slash + 1))}`;
  };

  const walk = (value: unknown, place: Place, name = ''): unknown => {
    if (typeof value === 'string') {
      if (place.isOurs && OURS.has(name)) return value;
      if (isSecretHere(name, value)) return secretFor(value);
      return place.isNames && value.length < MAX_NAMES_TEXT ? replace(value, true) : quick(value);
    }
    if (Array.isArray(value)) return value.map((entry) => walk(entry, place, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([own, entry]) => [quick(own), walk(entry, place, own)]),
    );
  };
  const isSecretHere = (name: string, value: string): boolean =>
    value !== '' && name.length < 80 && SECRET_KEY.test(name) && !isHarmless(value);
  const secretFor = (value: string): string => {
    const values = hidden.get('secret') ?? new Set();
    hidden.set('secret', values.add(value));
    return SECRET;
  };

  const learnAll = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length > 5) learnText(value, known);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(learnAll);
  };

  const learn = (recording: Recording, settings?: unknown): void => {
    learnRecording(recording, known, names.isKept);
    for (const { answer } of Object.values(recording.entries)) learnAll(answer);
    learnAll(settings);
    textsOf(settings).forEach((text) => {
      if (!names.isKept(text)) learnTarget(known, text);
    });
  };

  return {
    learn,
    recording: (recording) => {
      learn(recording);
      return {
        os: recording.os,
        entries: Object.fromEntries(
          Object.entries(recording.entries).map(([name, { request, answer, startedAt }]) => [
            id(name),
            {
              // The same structures, text by text.
              request: walk(request, { isOurs: true }) as typeof request,
              answer: walk(answer, { isOurs: true, isNames: isOfNames(request) }) as typeof answer,
              startedAt,
            },
          ]),
        ),
      };
    },
    text: (text) => {
      learnText(text, known);
      return replace(text);
    },
    json: (value) => {
      learnAll(value);
      return walk(value, {}) as typeof value; // the same structure, text by text
    },
    id,
    counts: () => Object.fromEntries([...hidden].map(([kind, values]) => [kind, values.size])),
  };
};

interface Place {
  /** Within a request or an answer: some of its words are the contract's. */
  readonly isOurs?: boolean;
  /** Where names stand and nothing else. */
  readonly isNames?: boolean;
}

const MAX_NAMES_TEXT = 20_000;

const isOfNames = (request: Request): boolean => {
  if (request.kind === 'system' || request.kind === 'user') return true;
  if (request.kind === 'exec') return /(?:^|[\\/])hostname(?:\.exe)?$/i.test(request.argv[0]);
  return request.kind === 'file' && /(?:^|[\\/])(?:hosts|hostname|nodename)$/.test(request.path);
};

/** Names within requests and answers whose values are ours: words of the contract, no words of the machine. */
const OURS = new Set([
  'kind',
  'status',
  'outcome',
  'connection',
  'transport',
  'type',
  'rcode',
  'platform',
  'arch',
  'timeZone',
  'modifiedAt',
  'validFrom',
  'validTo',
]);

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

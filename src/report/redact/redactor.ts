/**
 * The one place where what is personal is replaced. The same value gives the same token wherever it stands;
 * a token keeps the shape and the class of what it hides, so that the checks conclude the same.
 */
import { randomBytes } from 'node:crypto';
import type { Recording, Request } from '../../contract.ts';
import { hideFileName } from './files.ts';
import { leaksIn } from './gate.ts';
import { type HiddenCounts, type HiddenValue, hiddenValues } from './hidden.ts';
import { keptFrom } from './kept.ts';
import { known as knownOf } from './known.ts';
import { learnAcrossLines, learnLine, learnRecording, learnTarget, learnText } from './learn.ts';
import { names as namesOf } from './names.ts';
import { passes } from './passes.ts';
import { prf } from './prf.ts';
import { isPublicName } from './public-names.ts';
import { isHarmless, SECRET, SECRET_KEY } from './secrets.ts';
import { PUBLIC_RESOLVERS } from './vocabulary.ts';

export type RedactionLevel = 'standard' | 'strict';

export interface RedactorOptions {
  /** Random for each report; 16 bytes or more. Who has it can try values, so it is kept nowhere. */
  readonly key: Uint8Array;
  /** Addresses and host names that are nobody's own: the default targets. A name keeps what is beneath it. */
  readonly keep?: readonly string[];
  /** Words that are hidden whatever they are. */
  readonly words?: readonly string[];
  /** `strict`: also resolvers and servers that everybody knows, and every other name of a server. */
  readonly level?: RedactionLevel;
  /** Hardware addresses keep who made the device; never under `strict`. */
  readonly keepVendors?: boolean;
}

export interface Redactor {
  readonly hides: boolean;
  /** Learns what is the machine's own, without replacing anything. `recording`, `text` and `json` learn first by themselves. */
  readonly learn: (recording: Recording, settings?: unknown) => void;
  /** As `learn`, from a text of which more will follow. */
  readonly learnText: (text: string) => void;
  readonly recording: (recording: Recording) => Recording;
  readonly text: (text: string) => string;
  /** As `text`, for a text that was learned from before. */
  readonly learnedText: (text: string) => string;
  /** Plain data: texts, and the keys of objects. */
  readonly json: <T>(value: T) => T;
  /** An id of a read: what stands before the first slash is ours. */
  readonly id: (id: string) => string;
  /** The lines (from 1) of a text that is about to leave on which a secret still stands. */
  readonly leaksIn: (text: string) => readonly number[];
  readonly counts: () => HiddenCounts;
  /** By the redacted id of the read. */
  readonly countsByRead: () => Readonly<Record<string, HiddenCounts>>;
  /** What stands for which, for the owner's eyes. */
  readonly values: () => readonly HiddenValue[];
}

export const randomKey = (): Uint8Array => randomBytes(32);

export const redactor = ({
  key,
  keep = [],
  words = [],
  level = 'standard',
  keepVendors = false,
}: RedactorOptions): Redactor => {
  const random = prf(key);
  const isStrict = level === 'strict';
  const kept = keptFrom([...keep, ...(isStrict ? [] : PUBLIC_RESOLVERS)]);
  const known = knownOf(kept.names, isStrict ? () => false : isPublicName);
  const names = namesOf(random, known, kept.names);
  const hidden = hiddenValues();
  for (const word of words) known.addWord('word', word, true);

  const replace = passes({
    random,
    kept,
    known,
    names,
    hidden,
    isStrict,
    keepVendors: keepVendors && !isStrict,
  });

  const cache = new Map<string, string>();
  let cacheVersion = -1;
  /** Devices and paths come again and again. Forgotten with each read: what is hidden is counted in each. */
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
      if (place.folders !== undefined && name === 'path') return fileIn(place.folders, value);
      return place.isNames && value.length < MAX_NAMES_TEXT ? replace(value, true) : quick(value);
    }
    if (Array.isArray(value)) return value.map((entry) => walk(entry, place, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([own, entry]) => [quick(own), walk(entry, place, own)]),
    );
  };
  const fileIn = (folders: readonly string[], path: string): string =>
    hideFileName(quick(path), path, folders, random, (name, token) => hidden.add('file', name, token));
  const isSecretHere = (name: string, value: string): boolean =>
    value !== '' && name.length < 80 && SECRET_KEY.test(name) && !isHarmless(value);
  const secretFor = (value: string): string => {
    hidden.add('secret', value);
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
    hides: true,
    learn,
    learnText: (text) => learnText(text, known),
    recording: (recording) => {
      learn(recording);
      // Ids bear the paths that were asked about.
      const folders = Object.keys(recording.entries).map((name) => name.slice(name.indexOf('/') + 1));
      return {
        os: recording.os,
        entries: Object.fromEntries(
          Object.entries(recording.entries).map(([name, { request, answer, startedAt }]) => {
            const own = id(name);
            cache.clear();
            const hide = () => ({
              // The same structures, text by text.
              request: walk(request, { isOurs: true }) as typeof request,
              answer: walk(answer, {
                isOurs: true,
                isNames: isOfNames(request),
                ...(LISTS_FILES.has(request.kind) && { folders }),
              }) as typeof answer,
              startedAt,
            });
            return [own, hidden.within(own, hide)];
          }),
        ),
      };
    },
    learnedText: (text) => replace(text),
    text: (text) => {
      learnAcrossLines(text, known);
      return replace(text, false, (line, shape) => learnLine(line, shape, known));
    },
    json: (value) => {
      learnAll(value);
      return walk(value, {}) as typeof value; // the same structure, text by text
    },
    id,
    leaksIn: (text) => leaksIn(text, known.secrets),
    counts: hidden.counts,
    countsByRead: hidden.countsWithin,
    values: hidden.values,
  };
};

interface Place {
  /** Within a request or an answer: some of its words are the contract's. */
  readonly isOurs?: boolean;
  /** Where names stand and nothing else. */
  readonly isNames?: boolean;
  /** Where people's files are named; their names stay up to these. */
  readonly folders?: readonly string[];
}

const LISTS_FILES: ReadonlySet<string> = new Set(['usage', 'deleted-files']);

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

/**
 * What installed packages need of each other: a first look without apt, which takes half a second. It
 * only suspects; what is said to a person comes from apt.
 */
import { type Raw, type Request, source, Unreadable } from '../contract.ts';
import type { PackageVersion } from './package-version.ts';
import { refuseCut } from './whole.ts';

const FIELDS = ['db:Status-Abbrev', 'Package', 'Version', 'Provides', 'Pre-Depends', 'Depends'];

const request: Extract<Request, { kind: 'exec' }> = {
  kind: 'exec',
  argv: ['dpkg-query', '-W', `-f=${FIELDS.map((field) => `$\{${field}}`).join('\\t')}\\n`],
};

const whole = (raw: Raw['exec']): string => {
  if (raw.exitCode !== 0) throw new Unreadable('failed', raw.stderr.trim().split('\n')[0] || 'no answer');
  refuseCut(raw);
  return raw.stdout;
};

/** Names of installed packages whose needs are not met, as far as names and versions tell. */
export const unmetPackages = source({
  id: 'packages.dpkg-relations',
  os: ['linux'],
  request,
  parse: (raw) => unmetIn(whole(raw)),
});

/** The same read, for what is installed. */
export const dpkgVersions = source({
  id: 'packages.dpkg-relations',
  os: ['linux'],
  request,
  parse: (raw) => versionsIn(whole(raw)),
});

export const versionsIn = (text: string): readonly PackageVersion[] =>
  text.split('\n').flatMap((line) => {
    const [status = '', name = '', version = ''] = line.split('\t');
    return /^.i/.test(status) ? [{ name, version: version === '' ? null : version }] : [];
  });

interface Offer {
  /** Null for a name provided without a version. */
  readonly version: string | null;
}

export const unmetIn = (text: string): readonly string[] => {
  const rows = text
    .split('\n')
    .map((line) => line.split('\t'))
    // Half-way ones are told by dpkg itself.
    .filter(([status = '']) => /^.i/.test(status));
  const offers = new Map<string, Offer[]>();
  const offer = (name: string, version: string | null): void => {
    offers.set(name, [...(offers.get(name) ?? []), { version }]);
  };
  for (const [, name = '', version = '', provides = ''] of rows) {
    offer(name, version);
    for (const { name: virtual, version: given } of relationsIn(provides).flat()) offer(virtual, given);
  }
  const isMet = ({ name, relation, version }: Relation): boolean =>
    (offers.get(name) ?? []).some(
      (one) =>
        version === null || (one.version !== null && fits(compareVersions(one.version, version), relation)),
    );
  return rows.flatMap(([, name = '', , , early = '', late = '']) =>
    [...relationsIn(early), ...relationsIn(late)].every((choices) => choices.some(isMet)) ? [] : [name],
  );
};

interface Relation {
  readonly name: string;
  readonly relation: string;
  readonly version: string | null;
}

/** `libc6 (>= 2.34), default-mta | mail-transport-agent, python3:any`: all of what any of. */
const relationsIn = (text: string): readonly (readonly Relation[])[] =>
  text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) =>
      part.split('|').flatMap((choice) => {
        const found = /^\s*([^\s(:]+)(?::\S+)?\s*(?:\(\s*(<<|<=|=|>=|>>)\s*([^\s)]+)\s*\))?/.exec(choice);
        return found === null
          ? []
          : [{ name: found[1] ?? '', relation: found[2] ?? '', version: found[3] ?? null }];
      }),
    );

const fits = (order: number, relation: string): boolean =>
  (relation.includes('=') && order === 0) ||
  (relation.startsWith('<') && order < 0) ||
  (relation.startsWith('>') && order > 0);

/** deb-version(7): epoch, upstream, revision. */
export const compareVersions = (left: string, right: string): number => {
  const [a, b] = [parts(left), parts(right)];
  return a.epoch - b.epoch || comparePart(a.upstream, b.upstream) || comparePart(a.revision, b.revision);
};

const parts = (text: string) => {
  const [, epoch = '0', rest = text] = /^(\d+):(.*)$/.exec(text) ?? [];
  const dash = rest.lastIndexOf('-');
  return dash < 0
    ? { epoch: Number(epoch), upstream: rest, revision: '' }
    : { epoch: Number(epoch), upstream: rest.slice(0, dash), revision: rest.slice(dash + 1) };
};

/** Turns of text and number; a tilde sorts before the end, letters before all else. */
const comparePart = (left: string, right: string): number => {
  const [a, b] = [left, right].map((text) => text.split(/(\d+)/)) as [string[], string[]];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x = '', y = ''] = [a[at], b[at]];
    const order = at % 2 === 1 ? Number(x) - Number(y) : compareText(x, y);
    if (order !== 0) return order;
  }
  return 0;
};

const compareText = (left: string, right: string): number => {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = weight(left[at]) - weight(right[at]);
    if (order !== 0) return order;
  }
  return 0;
};

const weight = (letter: string | undefined): number => {
  if (letter === '~') return -1;
  if (letter === undefined) return 0;
  const code = letter.charCodeAt(0);
  return /[A-Za-z]/.test(letter) ? code : code + 256;
};

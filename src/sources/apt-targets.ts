/** What apt would fetch to renew its lists: told without a network, a lock or a write. */
import type { Raw } from '../contract.ts';
import { family, source, Unreadable } from '../contract.ts';
import type { SourceFault } from './apt.ts';
import { sourceFaults } from './apt.ts';
import { parseIsoTime } from './calendar.ts';
import { parseHttpDate } from './network/http-date.ts';

export interface ReleaseTarget {
  /** `http://deb.debian.org/debian/dists/bookworm/InRelease` */
  readonly url: string;
  /** Its name in /var/lib/apt/lists. */
  readonly file: string;
}

export type AptTargets =
  | { readonly status: 'readable'; readonly releases: readonly ReleaseTarget[] }
  | { readonly status: 'sources-unreadable'; readonly faults: readonly SourceFault[] };

export const aptTargets = source({
  id: 'packages.apt-targets',
  os: ['linux'],
  request: { kind: 'exec', argv: ['apt-get', '-o', 'Debug::NoLocking=1', '--print-uris', 'update'] },
  parse: (raw) => parseAptTargets(raw),
});

/** `'http://deb.debian.org/debian/dists/bookworm/InRelease' deb.debian.org_…_InRelease 0`, a line for each file. */
export const parseAptTargets = ({ stdout, stderr, exitCode }: Raw['exec']): AptTargets => {
  const faults = sourceFaults(stderr);
  if (faults.length > 0) return { status: 'sources-unreadable', faults };
  if (exitCode !== 0) {
    throw new Unreadable('failed', /^E: .*/m.exec(stderr)?.[0] ?? `exit ${exitCode ?? 'by a signal'}`);
  }
  const releases = stdout.split('\n').flatMap((line) => {
    const found = /^'(\S+\/InRelease)' (\S+_InRelease) \d+/.exec(line);
    return found === null ? [] : [{ url: found[1] ?? '', file: found[2] ?? '' }];
  });
  return { status: 'readable', releases };
};

export const APT_LISTS = '/var/lib/apt/lists';

/** The lists that apt has: a source that was never read leaves none. */
export const aptLists = source({
  id: 'packages.apt-lists',
  os: ['linux'],
  request: { kind: 'list', path: APT_LISTS },
  parse: ({ names }) => names.filter((name) => /_(In)?Release$/.test(name)),
});

/** What the last attempt brought and did not accept: only root may look. Empty when all went well. */
export const aptRejected = source({
  id: 'packages.apt-rejected',
  os: ['linux'],
  request: { kind: 'list', path: `${APT_LISTS}/partial` },
  parse: ({ names }) => names.filter((name) => /_(In)?Release(\.FAILED)?$/.test(name)),
});

export interface Release {
  readonly suite: string;
  readonly codename: string;
  /** Milliseconds since 1970; null where the source sets no limit. */
  readonly validUntilMs: number | null;
}

/** A list as it lies on the disk. */
export const aptRelease = family('packages.apt-release', 'file', (file) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'file', path: `${APT_LISTS}/${file}` },
    parse: ({ text }) => parseRelease(text),
  }),
);

/** The head of a Release file, signed or not. */
export const parseRelease = (text: string): Release => {
  const head = text.split(/^(?:MD5Sum|SHA1|SHA256|SHA512):/m)[0] ?? '';
  const field = (name: string): string => new RegExp(`^${name}: *(.*?)\\s*$`, 'm').exec(head)?.[1] ?? '';
  if (!/^(Origin|Suite|Codename|Date|Label|Archive):/m.test(head)) {
    throw new Unreadable('unparsable', `no Release file: ${head.slice(0, 80)}`);
  }
  const until = field('Valid-Until');
  return {
    suite: field('Suite'),
    codename: field('Codename'),
    validUntilMs: until === '' ? null : releaseDateMs(until),
  };
};

/** As in HTTP, but for the zone and days of one digit. */
const releaseDateMs = (text: string): number | null =>
  parseHttpDate(text.replace(/ (UTC|\+0000)$/, ' GMT').replace(/, (\d) /, ', 0$1 '));

/** What the server of a source says when its list is asked for. */
export type ReleaseAnswer =
  | {
      readonly status: 'answered';
      readonly code: number;
      readonly release: Release | null;
      readonly serverMs: number | null;
    }
  | { readonly status: 'silent'; readonly outcome: string };

/** The list's dates stand in its first lines. */
const HEAD_BYTES = 4096;
const FETCH_MS = 4000;

/** The same address through a proxy: `proxy url`, with a space between them. */
export const releaseAnswer = family('packages.release', 'url', (target) => {
  const [url = '', proxy] = target.split(' ').reverse();
  return source({
    id: '',
    os: ['linux'],
    cost: 'slow',
    request: {
      kind: 'http',
      url,
      maxBytes: HEAD_BYTES,
      timeoutMs: FETCH_MS,
      ...(proxy !== undefined && { proxy }),
    },
    parse: (raw) => answerOf(raw),
  });
});

export const answerOf = ({ outcome, status, headers, body }: Raw['http']): ReleaseAnswer => {
  if (outcome !== 'answered' || status === undefined) return { status: 'silent', outcome };
  const served = headers.date;
  return {
    status: 'answered',
    code: status,
    release: status === 200 ? releaseIn(body) : null,
    serverMs: served === undefined ? null : (parseHttpDate(served) ?? parseIsoTime(served)),
  };
};

/** A sign-in page of a hotel is no Release file. */
const releaseIn = (body: string): Release | null => {
  try {
    return parseRelease(body);
  } catch {
    return null;
  }
};

/** apt: asked with `Debug::NoLocking` and without caches on disk, so that it neither waits nor writes. */
import type { Raw, Request } from '../contract.ts';
import { family, source, Unreadable, unparsable } from '../contract.ts';

const QUIET = ['-o', 'Debug::NoLocking=1', '-o', 'Dir::Cache::pkgcache=', '-o', 'Dir::Cache::srcpkgcache='];

export interface UpgradeSize {
  readonly packages: number;
  readonly downloadBytes: number;
  /** Negative where the upgrade frees space. */
  readonly growthBytes: number;
}

/** What an upgrade would fetch and how much it would take, simulated. `now`: also in a quick look. */
export const upgradeSize = family(
  'packages.upgrade-size',
  'package manager',
  (manager: 'apt' | 'apt now') => ({
    ...source({
      id: '',
      os: ['linux'],
      request: { kind: 'exec', argv: ['apt-get', '--assume-no', ...QUIET, 'upgrade'], timeoutMs: 8000 },
      parse: parseUpgrade,
    }),
    ...(manager === 'apt' && { cost: 'slow' as const }),
  }),
);

export const parseUpgrade = ({ stdout, stderr }: Raw['exec']): UpgradeSize => {
  const error = /^E: .*/m.exec(stderr)?.[0];
  const counts = /^(\d+) upgraded, (\d+) newly installed, (\d+) to remove and (\d+) not upgraded\.$/m.exec(
    stdout,
  );
  if (counts === null) {
    if (error !== undefined) throw new Unreadable('failed', error);
    throw unparsable(lastLine(stdout));
  }
  const packages = Number(counts[1]) + Number(counts[2]);
  // Nothing to fetch is not mentioned; with `0 B/12.3 MB` the whole is already here.
  const toFetch = /^Need to get ([\d.,]+ [kMGT]?B)(?:\/[\d.,]+ [kMGT]?B)? of archives\.$/m.exec(stdout)?.[1];
  const growth =
    /^After this operation, ([\d.,]+ [kMGT]?B) (of additional disk space will be used|disk space will be freed)\.$/m.exec(
      stdout,
    );
  if (packages > 0 && growth === null) throw unparsable(lastLine(stdout));
  const bytes = parseAptSize(growth?.[1] ?? '0 B');
  return {
    packages,
    downloadBytes: toFetch === undefined ? 0 : parseAptSize(toFetch),
    growthBytes: growth?.[2]?.includes('freed') ? -bytes : bytes,
  };
};

/** `3191 kB`, `1,095 MB`: decimal, with a point whatever the locale says (it is C). */
const parseAptSize = (text: string): number => {
  const [amount = '', unit = ''] = text.split(' ');
  const power = ['B', 'kB', 'MB', 'GB', 'TB'].indexOf(unit);
  const value = Number(amount.replace(/,/g, ''));
  if (power < 0 || !Number.isFinite(value)) throw unparsable(text);
  return Math.round(value * 1000 ** power);
};

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

export type AptState =
  | { readonly status: 'consistent' }
  /** Lines such as `lab-plugin : Depends: lab-runtime (>= 2.0) but it is not installable`. */
  | { readonly status: 'broken'; readonly unmet: readonly string[] }
  | { readonly status: 'sources-unreadable'; readonly faults: readonly SourceFault[] };

export interface SourceFault {
  /** Empty where apt names none. */
  readonly file: string;
  /** Line of a `.list`, stanza of a `.sources`. */
  readonly entry: number | null;
  readonly message: string;
}

/** Without its cache on disk apt reads all lists anew: half a second, and seconds on a slow disk. */
const CHECK = {
  kind: 'exec',
  argv: ['apt-get', ...QUIET, 'check'],
  timeoutMs: 8000,
} as const satisfies Request;

export const aptState = source({
  id: 'packages.apt-check',
  os: ['linux'],
  cost: 'slow',
  request: CHECK,
  parse: (raw) => parseAptCheck(raw),
});

/** The same, asked also in a quick look: where something already speaks against it. */
export const aptStateNow = family('packages.apt-check', 'occasion', (_: 'suspected') =>
  source({ id: '', os: ['linux'], request: CHECK, parse: (raw) => parseAptCheck(raw) }),
);

const SOURCES_UNREAD = 'The list of sources could not be read.';

/** What apt says against its sources; nothing where it could read them. */
export const sourceFaults = (stderr: string): readonly SourceFault[] => {
  const errors = errorsIn(stderr);
  const faults = errors.flatMap(parseSourceFault);
  if (faults.length > 0) return faults;
  const others = errors.filter((message) => message !== SOURCES_UNREAD);
  return others.length < errors.length ? others.map((message) => ({ file: '', entry: null, message })) : [];
};

const errorsIn = (stderr: string): readonly string[] =>
  stderr
    .split('\n')
    .filter((line) => line.startsWith('E: '))
    .map((line) => line.slice(3));

export const parseAptCheck = ({ stdout, stderr, exitCode }: Raw['exec']): AptState => {
  if (exitCode === 0) return { status: 'consistent' };
  const faults = sourceFaults(stderr);
  if (faults.length > 0) return { status: 'sources-unreadable', faults };
  const unmet = parseUnmet(`${stdout}\n${stderr}`);
  if (unmet.length > 0) return { status: 'broken', unmet };
  throw new Unreadable(
    'failed',
    /^E: .*/m.exec(stderr)?.[0] ?? `exit ${exitCode ?? 'by a signal'}: ${lastLine(stderr)}`,
  );
};

/** From the first word of an indented block to its end: `pkg : Depends: x but …`, further lines begin deeper. */
const parseUnmet = (text: string): readonly string[] => {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('The following packages have unmet dependencies'));
  if (start < 0) return [];
  const block = lines.slice(start + 1);
  const end = block.findIndex((line) => !line.startsWith(' '));
  return block.slice(0, end < 0 ? block.length : end).map((line) => line.trim().replace(/\s+/g, ' '));
};

const parseSourceFault = (message: string): readonly SourceFault[] => {
  const found =
    /^Malformed (?:entry|stanza|line) (\d+) in (?:list file|sources file|source list) (\/\S+)/.exec(
      message,
    ) ??
    /^Type '.*' is not known on (?:line|stanza) (\d+) in source list (\/\S+)/.exec(message) ??
    /^Unable to parse package file (\/etc\/apt\/\S+)(?: \((\d+)\))?/.exec(message);
  if (found === null) return [];
  const file = found.slice(1).find((part) => part?.startsWith('/')) ?? '';
  const entry = found.slice(1).find((part) => part !== undefined && /^\d+$/.test(part));
  return [{ file, entry: entry === undefined ? null : Number(entry), message }];
};

/** Options by full name, as `apt-config dump` prints them; the last value of a name counts. */
export const aptConfig = source({
  id: 'packages.apt-config',
  os: ['linux'],
  request: { kind: 'exec', argv: ['apt-config', 'dump'] },
  parse: ({ stdout, stderr }) => parseAptConfig(stdout, stderr),
});

export const parseAptConfig = (stdout: string, stderr = ''): Readonly<Record<string, string>> => {
  const values: Record<string, string> = Object.create(null);
  for (const line of stdout.split('\n')) {
    if (line === '') continue;
    const found = /^(\S+) "(.*)";$/.exec(line);
    if (found === null) throw unparsable(line);
    values[(found[1] ?? '').toLowerCase()] = found[2] ?? '';
  }
  // Every apt has some hundred options of its own.
  if (Object.keys(values).length === 0) throw new Unreadable('failed', lastLine(stderr) || 'no options');
  return values;
};

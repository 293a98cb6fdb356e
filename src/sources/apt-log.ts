/** /var/log/apt/term.log: what dpkg printed, run by run. */
import { source } from '../contract.ts';

export interface AptRun {
  /** `2026-11-20  14:03:11`, local time. */
  readonly startedAt: string;
  readonly ranOutOfSpace: boolean;
  readonly failed: boolean;
  /** Two packages that want the same file, or exclude each other; empty where none was told. */
  readonly conflicts: readonly PackageConflict[];
}

export interface PackageConflict {
  readonly package: string;
  readonly other: string;
  /** Empty where the packages exclude each other as a whole. */
  readonly file: string;
}

export const aptLog = source({
  id: 'packages.apt-log',
  os: ['linux'],
  request: { kind: 'file', path: '/var/log/apt/term.log' },
  parse: ({ text }) => parseAptLog(text),
});

/** Oldest first. What comes before the first `Log started:` belongs to a run cut off by the size limit. */
export const parseAptLog = (text: string): readonly AptRun[] =>
  text
    .split(/^Log started: /m)
    .slice(1)
    .map((run) => ({
      startedAt: run.split('\n')[0]?.trim() ?? '',
      ranOutOfSpace: /No space left on device|don't have enough free space/.test(run),
      failed: /^dpkg: error|^E: |Errors were encountered while processing/m.test(run),
      conflicts: conflictsIn(run),
    }));

/** `dpkg: error processing archive /…/foo_1.0_all.deb (--unpack):`, and on the next line the reason. */
const conflictsIn = (run: string): readonly PackageConflict[] => [
  ...[
    ...run.matchAll(
      /processing archive \S*?([^\s/]+?)(?:_[^\s/]*)?\.deb \(--\w+\):\n trying to overwrite (?:shared )?'([^'\n]+)', which is (?:also in package|different from other instances of package) (\S+)/g,
    ),
  ].map(([, name = '', file = '', other = '']) => ({ package: name, other, file })),
  ...[...run.matchAll(/^ (\S+) conflicts with (\S+)/gm)].map(([, name = '', other = '']) => ({
    package: name,
    other,
    file: '',
  })),
];

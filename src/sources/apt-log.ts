/** /var/log/apt/term.log: what dpkg printed, run by run. */
import { source } from '../contract.ts';

export interface AptRun {
  /** `2026-11-20  14:03:11`, local time. */
  readonly startedAt: string;
  readonly ranOutOfSpace: boolean;
  readonly failed: boolean;
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
    }));

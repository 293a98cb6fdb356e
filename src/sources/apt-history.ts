/** /var/log/apt/history.log: what apt was asked for and how it ended. Begun anew each month. */
import { source } from '../contract.ts';
import { parseIsoTime } from './calendar.ts';

export interface AptTransaction {
  /** Local time taken for UTC: among days a few hours do not matter. */
  readonly atMs: number;
  readonly command: string;
  readonly upgraded: boolean;
  /** Empty where none is recorded. */
  readonly error: string;
  /** apt writes its end only when it came to one. */
  readonly ended: boolean;
}

export const aptHistory = source({
  id: 'packages.apt-history',
  os: ['linux'],
  request: { kind: 'file', path: '/var/log/apt/history.log' },
  parse: ({ text }) => parseAptHistory(text),
});

/** Oldest first; what the size limit cut in two is left out. */
export const parseAptHistory = (text: string): readonly AptTransaction[] =>
  text
    .split(/^Start-Date: /m)
    .slice(1)
    .flatMap((entry) => {
      const atMs = parseIsoTime((entry.split('\n')[0] ?? '').trim().replace(/ +/, ' '));
      if (atMs === null) return [];
      return [
        {
          atMs,
          command: /^Commandline: (.*)$/m.exec(entry)?.[1]?.slice(0, 200) ?? '',
          upgraded: /^Upgrade: /m.test(entry),
          error: /^Error: (.*)$/m.exec(entry)?.[1]?.slice(0, 200) ?? '',
          ended: /^End-Date: /m.test(entry),
        },
      ];
    });

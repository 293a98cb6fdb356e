/** /var/log/apt/history.log: what apt was asked for and how it ended. Begun anew each month. */
import { source } from '../contract.ts';
import { parseIsoTime } from './calendar.ts';
import { newestOfEach, type PackageTime } from './package-time.ts';

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

/** The same read, for when each package was changed last. */
export const aptTimes = source({
  id: 'packages.apt-history',
  os: ['linux'],
  request: { kind: 'file', path: '/var/log/apt/history.log' },
  parse: ({ text }) => parseAptTimes(text),
});

/** `Upgrade: libc6:amd64 (2.36-9, 2.36-10), bash:amd64 (5.1, 5.2)`; the architecture is no part of the name. */
export const parseAptTimes = (text: string): readonly PackageTime[] =>
  newestOfEach(
    text
      .split(/^Start-Date: /m)
      .slice(1)
      .flatMap((entry) => {
        const at = (entry.split('\n')[0] ?? '').trim().replace(/ +/, 'T');
        if (parseIsoTime(at) === null) return [];
        const lists = [...entry.matchAll(/^(?:Install|Upgrade|Downgrade|Reinstall|Remove|Purge): (.*)$/gm)];
        return lists.flatMap(([, list = '']) =>
          [...list.matchAll(/([^\s(),:]+)(?::\w+)? \([^()]*\)/g)].map(([, name = '']) => ({ name, at })),
        );
      }),
  );

/** dpkg's own log: also what was installed without apt. */
export const dpkgTimes = source({
  id: 'packages.dpkg-log',
  os: ['linux'],
  request: { kind: 'file', path: '/var/log/dpkg.log' },
  parse: ({ text }) => parseDpkgTimes(text),
});

/** `2026-11-24 10:12:13 upgrade libc6:amd64 2.36-9 2.36-10` */
export const parseDpkgTimes = (text: string): readonly PackageTime[] =>
  newestOfEach(
    [...text.matchAll(/^(\S{10}) (\S{8}) (?:install|upgrade|remove|purge) ([^\s:]+)(?::\w+)? /gm)].flatMap(
      ([, day, clock, name = '']) => {
        const at = `${day}T${clock}`;
        return parseIsoTime(at) === null ? [] : [{ name, at }];
      },
    ),
  );

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

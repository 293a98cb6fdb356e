/** pacman: its log, its configuration, and what it thinks of its own database. */
import { source, Unreadable, unparsable } from '../contract.ts';
import type { UpgradeSize } from './apt.ts';
import { parseIsoTime } from './calendar.ts';
import { newestOfEach, type PackageTime } from './package-time.ts';
import type { PackageVersion } from './package-version.ts';

export interface PacmanLog {
  /** The last time the package lists were fetched. Milliseconds since 1970; null where the log tells none. */
  readonly syncedMs: number | null;
  /** The last full upgrade that came to its end. */
  readonly upgradedMs: number | null;
  /** Set when the last change of packages was begun and never ended. */
  readonly brokenOffMs: number | null;
  /** Packages that it had got to. */
  readonly touched: readonly string[];
}

export const pacmanLog = source({
  id: 'packages.pacman-log',
  os: ['linux'],
  request: { kind: 'file', path: '/var/log/pacman.log' },
  parse: ({ text }) => parsePacmanLog(text),
});

/** `[2024-11-05T10:12:13+0100] [ALPM] transaction started`; before 2019 `[2019-05-05 10:12]`. */
export const parsePacmanLog = (text: string): PacmanLog => {
  const log = { syncedMs: null, upgradedMs: null, brokenOffMs: null, touched: [] } as Mutable;
  let upgrade: number | null = null;
  let lines = 0;
  for (const line of text.split('\n')) {
    const found = /^\[([^\]]{16,24})\] \[(PACMAN|ALPM)\] (.*)$/.exec(line);
    const at = found === null ? null : timeOf(found[1] ?? '');
    if (found === null || at === null) continue;
    lines++;
    follow(log, found[3] ?? '', at, upgrade);
    if (found[3] === 'starting full system upgrade') upgrade = at;
    else if (/^transaction (completed|interrupted|failed)$/.test(found[3] ?? '')) upgrade = null;
    // The next command of pacman's: the upgrade before found nothing to do.
    else if (found[2] === 'PACMAN' && (found[3] ?? '').startsWith('Running ')) {
      if (upgrade !== null && log.brokenOffMs === null) log.upgradedMs = upgrade;
      upgrade = null;
    }
  }
  if (lines === 0 && text.trim() !== '') throw unparsable(text.trimStart().split('\n')[0] ?? '');
  if (upgrade !== null && log.brokenOffMs === null) log.upgradedMs = upgrade;
  return log;
};

interface Mutable {
  syncedMs: number | null;
  upgradedMs: number | null;
  brokenOffMs: number | null;
  touched: string[];
}

const follow = (log: Mutable, message: string, at: number, upgrade: number | null): void => {
  if (message === 'synchronizing package lists') log.syncedMs = at;
  if (message === 'transaction started') {
    log.brokenOffMs = at;
    log.touched = [];
  }
  if (message === 'transaction completed' && upgrade !== null) log.upgradedMs = at;
  if (/^transaction (completed|interrupted|failed)$/.test(message)) log.brokenOffMs = null;
  const package_ = /^(?:installed|upgraded|reinstalled|downgraded|removed) (\S+)/.exec(message)?.[1];
  if (package_ !== undefined && log.brokenOffMs !== null) log.touched.push(package_);
};

/** What the log tells of each package that it names: its version now, null where it was removed. */
export interface PacmanChange extends PackageVersion, PackageTime {}

/** The same read, for what was changed when; what was never changed since the log began is not in it. */
export const pacmanChanges = source({
  id: 'packages.pacman-log',
  os: ['linux'],
  request: { kind: 'file', path: '/var/log/pacman.log' },
  parse: ({ text }) => parsePacmanChanges(text),
});

/** `[ALPM] upgraded linux (6.1-1 -> 6.2-1)`, `installed foo (1.0-1)`, `removed foo (1.0-1)` */
export const parsePacmanChanges = (text: string): readonly PacmanChange[] =>
  newestOfEach(
    text.split('\n').flatMap((line) => {
      const [, at = '', did, name = '', version = ''] =
        /^\[([^\]]{16,24})\] \[ALPM\] (installed|upgraded|reinstalled|downgraded|removed) (\S+) \((?:\S+ -> )?([^\s()]+)\)$/.exec(
          line,
        ) ?? [];
      if (did === undefined || timeOf(at) === null) return [];
      return [{ name, at: at.replace(' ', 'T'), version: did === 'removed' ? null : version }];
    }),
  );

const timeOf = (text: string): number | null =>
  parseIsoTime(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text) ? `${text}:00` : text);

export interface PacmanConfig {
  /** Packages and groups that are never upgraded. */
  readonly ignored: readonly string[];
  readonly repositories: readonly { readonly name: string; readonly hasServers: boolean }[];
}

export const pacmanConfig = source({
  id: 'packages.pacman-config',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/pacman.conf' },
  parse: ({ text }) => parsePacmanConfig(text),
});

export const parsePacmanConfig = (text: string): PacmanConfig => {
  const ignored: string[] = [];
  const repositories: { name: string; hasServers: boolean }[] = [];
  let section = '';
  for (const whole of text.split('\n')) {
    const line = whole.replace(/#.*$/, '').trim();
    if (line === '') continue;
    const head = /^\[([^\]]+)\]$/.exec(line)?.[1];
    if (head !== undefined) {
      section = head;
      if (head !== 'options') repositories.push({ name: head, hasServers: false });
      continue;
    }
    const [, key = '', value = ''] = /^(\w+)\s*(?:=\s*(.*))?$/.exec(line) ?? [];
    if (key === '') throw unparsable(whole);
    if (section === 'options' && /^Ignore(Pkg|Group)$/.test(key)) {
      ignored.push(...value.split(/\s+/).filter((word) => word !== ''));
    }
    const last = repositories.at(-1);
    if (last !== undefined && section !== 'options' && /^(Server|Include|CacheServer)$/.test(key)) {
      last.hasServers = true;
    }
  }
  return { ignored, repositories };
};

/** Servers in the mirror list: with none nothing can be fetched. */
export const pacmanMirrors = source({
  id: 'packages.pacman-mirrors',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/pacman.d/mirrorlist' },
  parse: ({ text }) => text.split('\n').flatMap((line) => /^\s*Server\s*=\s*(\S+)/.exec(line)?.[1] ?? []),
});

/** The keys that packages are verified with; without them every package is refused. */
export const pacmanKeyring = source({
  id: 'packages.pacman-keyring',
  os: ['linux'],
  request: { kind: 'list', path: '/etc/pacman.d/gnupg' },
  parse: ({ names }) => names.some((name) => /^(pubring\.(gpg|kbx)|public-keys\.d)$/.test(name)),
});

/** `pacman -Dk`: dependencies and files of the database itself. */
export const pacmanState = source({
  id: 'packages.pacman-check',
  os: ['linux'],
  cost: 'slow',
  request: { kind: 'exec', argv: ['pacman', '-Dk'], timeoutMs: 8000 },
  parse: ({ stdout, stderr, exitCode }) => parsePacmanState(`${stdout}\n${stderr}`, exitCode),
});

export interface PacmanState {
  /** `missing 'glibc>=2.40' dependency for 'bash'` and conflicts, in pacman's words. */
  readonly unmet: readonly string[];
  /** Packages whose entry in the database has lost a file. */
  readonly damaged: readonly string[];
}

export const parsePacmanState = (text: string, exitCode: number | null): PacmanState => {
  const errors = text.split('\n').flatMap((line) => /^error: (.*)$/.exec(line)?.[1] ?? []);
  const damaged = errors.flatMap(
    (error) =>
      /'([^']+)': description file is missing|could not open file \S+\/local\/([^/]+)\/desc/
        .exec(error)
        ?.slice(1)
        .find((name) => name !== undefined) ?? [],
  );
  const unmet = errors.filter((error) => /dependency|conflicts with/.test(error));
  if (exitCode !== 0 && damaged.length === 0 && unmet.length === 0) {
    throw new Unreadable('failed', errors[0] ?? `exit ${exitCode ?? 'by a signal'}`);
  }
  return { unmet, damaged: [...new Set(damaged)] };
};

/** What an upgrade would fetch, by the lists that are here: no lock, no network, no rights. */
export const pacmanUpgrade = source({
  id: 'packages.upgrade-size/pacman',
  os: ['linux'],
  cost: 'slow',
  request: { kind: 'exec', argv: ['pacman', '-Sup', '--print-format', '%n %s'], timeoutMs: 8000 },
  parse: ({ stdout, stderr, exitCode }) => parsePacmanUpgrade(stdout, stderr, exitCode),
});

/** `bar 71680`, a package each. How much larger they get is not told; none of them gets smaller by that. */
export const parsePacmanUpgrade = (stdout: string, stderr: string, exitCode: number | null): UpgradeSize => {
  const sizes = stdout.split('\n').flatMap((line) => {
    const found = /^[^\s:]\S* (\d+)$/.exec(line);
    return found === null ? [] : [Number(found[1])];
  });
  if (exitCode !== 0) throw new Unreadable('failed', /^error: .*/m.exec(stderr)?.[0] ?? 'no answer');
  return {
    packages: sizes.length,
    downloadBytes: sizes.reduce((sum, size) => sum + size, 0),
    growthBytes: 0,
  };
};

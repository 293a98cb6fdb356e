/** dnf and what it shares with zypper: where packages come from, its log, what it is told to leave alone. */
import { family, source } from '../contract.ts';
import { parseIsoTime } from './calendar.ts';

export interface YumRepository {
  readonly id: string;
  readonly enabled: boolean;
  /** Where it is fetched from, with `$releasever` and its kin as they stand. */
  readonly urls: readonly string[];
  /** Files of keys. */
  readonly keyFiles: readonly string[];
  readonly checksKeys: boolean;
}

/** The folders of dnf's and zypper's sources. */
export const REPOSITORY_FOLDERS = { dnf: '/etc/yum.repos.d', zypper: '/etc/zypp/repos.d' } as const;

export const repositoryFiles = family('packages.repository-files', 'folder', (folder) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'list', path: folder },
    parse: ({ names }) => names.filter((name) => name.endsWith('.repo')).map((name) => `${folder}/${name}`),
  }),
);

export const repositoryFile = family('packages.repository-file', 'file', (path) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'file', path },
    parse: ({ text }) => parseRepositories(text),
  }),
);

/** INI: a section each, values continued on lines that begin with a space. */
export const parseRepositories = (text: string): readonly YumRepository[] => {
  const sections = text.replace(/\r\n/g, '\n').split(/^\[([^\]\n]+)\][ \t]*$/m);
  return sections.flatMap((_, at) => {
    if (at % 2 === 0) return [];
    const body = (sections[at + 1] ?? '').replace(/\n[ \t]+/g, ' ');
    const value = (key: string): string =>
      new RegExp(`^${key}[ \\t]*=[ \\t]*(.*)$`, 'm').exec(body)?.[1]?.trim() ?? '';
    const words = (key: string): readonly string[] =>
      value(key)
        .split(/[\s,]+/)
        .filter((word) => word !== '');
    return [
      {
        id: sections[at] ?? '',
        enabled: !/^(0|no|false|off)$/i.test(value('enabled')),
        urls: ['baseurl', 'mirrorlist', 'metalink'].flatMap(words),
        keyFiles: words('gpgkey').flatMap((word) => /^file:\/\/(\/\S+)$/.exec(word)?.[1] ?? []),
        checksKeys: /^(1|yes|true|on)$/i.test(value('gpgcheck')),
      },
    ];
  });
};

export interface DnfFailure {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly repository: string;
  /** A part of what dnf said: a curl or HTTP code. */
  readonly why: string;
}

export interface DnfLog {
  /** The newest failure of each source that was not fetched since. */
  readonly failures: readonly DnfFailure[];
  readonly ranOutOfSpaceMs: number | null;
  /** Files that two packages want, in the last run that failed over them. */
  readonly conflicts: readonly { readonly package: string; readonly other: string; readonly file: string }[];
  readonly conflictsMs: number | null;
}

/** dnf 4 and dnf 5 write the same kinds of lines to different files. */
export const dnfLog = source({
  id: 'packages.dnf-log',
  os: ['linux'],
  request: { kind: 'file', path: '/var/log/dnf5.log' },
  parse: ({ text }) => parseDnfLog(text),
  otherwise: source({
    id: 'packages.dnf-log.4',
    os: ['linux'],
    request: { kind: 'file', path: '/var/log/dnf.log' },
    parse: ({ text }) => parseDnfLog(text),
  }),
});

/** `2024-11-05T10:12:13+0100 DDEBUG …` in dnf 4, `2024-11-05T10:12:13+0000 [4711] ERROR …` in dnf 5. */
export const parseDnfLog = (text: string): DnfLog => {
  const failures = new Map<string, DnfFailure>();
  let ranOutOfSpaceMs: number | null = null;
  let conflicts: DnfLog['conflicts'] = [];
  let conflictsMs: number | null = null;
  let atMs: number | null = null;
  let repository = '';
  let why = '';
  for (const line of text.split('\n')) {
    const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[+-]\d{4}|Z)) (?:\[\d+\] )?\w+ (.*)$/.exec(line);
    const message = found === null ? line : (found[2] ?? '');
    if (found !== null) atMs = parseIsoTime(found[1] ?? '');
    if (atMs === null) continue;
    const detail = /((?:Curl error \(\d+\)|Status code: \d+)[^:]*)/.exec(message)?.[1];
    const broken =
      /(?:Failed to download metadata for repo|Failed to download metadata .* for repository|Errors during downloading metadata for repository|Failed to synchronize cache for repo) ['"]([^'"]+)['"]/.exec(
        message,
      )?.[1];
    // The reason stands below the name, or in the same line.
    if (broken !== undefined) {
      if (broken !== repository) why = '';
      repository = broken;
    }
    why = detail?.trim().slice(0, 80) ?? why;
    if (repository !== '' && (broken !== undefined || detail !== undefined)) {
      failures.set(repository, { atMs, repository, why });
    }
    if (broken === undefined && detail === undefined && found !== null) {
      repository = '';
      why = '';
    }
    const fetched = /^(?:repo: using cache for: (\S+)|(\S+): using metadata from )/.exec(message);
    const good = fetched?.[1] ?? fetched?.[2];
    if (good !== undefined && (failures.get(good)?.atMs ?? 0) < atMs) failures.delete(good);
    if (
      /No space left on device|At least \d+[KMG]?B more space needed on|installing package .* needs \d+[KMG]B/.test(
        message,
      )
    ) {
      ranOutOfSpaceMs = atMs;
    }
    if (/^(Complete!|--> Finished transaction|Transaction complete)/.test(message)) {
      ranOutOfSpaceMs = null;
      conflicts = [];
    }
    const [, file, installed = ''] =
      /\bfile (\S+) (?:from install of|conflicts between attempted installs of) (\S+) /.exec(message) ?? [];
    if (file !== undefined) {
      if (conflictsMs !== atMs) conflicts = [];
      conflicts = [...conflicts, { package: installed, other: lastWord(message), file }];
      conflictsMs = atMs;
    }
  }
  return { failures: [...failures.values()], ranOutOfSpaceMs, conflicts, conflictsMs };
};

const lastWord = (text: string): string => text.trim().split(/\s+/).at(-1) ?? '';

/** Packages that are not to be updated: `kernel-0:6.11.5-300.fc41.*`, or TOML with `name = "kernel"`. */
export const dnfLocks = source({
  id: 'packages.dnf-locks',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/dnf/versionlock.toml' },
  parse: ({ text }) => [...text.matchAll(/^name *= *"([^"\n]+)"/gm)].map((found) => found[1] ?? ''),
  otherwise: source({
    id: 'packages.dnf-locks.4',
    os: ['linux'],
    request: { kind: 'file', path: '/etc/dnf/plugins/versionlock.list' },
    parse: ({ text }) =>
      text
        .split('\n')
        .map((line) => line.replace(/#.*$/, '').trim())
        .filter((line) => line !== '' && !line.startsWith('!')),
  }),
});

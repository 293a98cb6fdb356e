/** Linux: what the journal and the kernel say of programs, and what the processor can do. */
import { source, Unreadable, unparsable } from '../../../src/contract.ts';
import { parseJournal } from '../../../src/sources/journal.ts';
import { refuseCut } from '../../../src/sources/whole.ts';

/** sd-messages.h: these numbers stand for the messages in every version and language. */
const COREDUMP = 'fc2e22bc6ee647b6b90729ab34a250b1';
const SPAWN_FAILED = '641257651c1b4ec9a8624d7a40a9e1e7';

export interface ProgramEvents {
  readonly crashes: readonly {
    readonly program: string;
    readonly atMs: number;
    /** The library or program that the topmost frame is in; null where that is not told. */
    readonly module: string | null;
  }[];
  /** Services whose program the kernel refused to start. */
  readonly refused: readonly { readonly path: string; readonly errno: number; readonly atMs: number }[];
}

/** Crashes that systemd-coredump kept a note of, and programs of services that could not be started: an index lookup. */
export const programEvents = source({
  id: 'programs.journal',
  os: ['linux'],
  request: {
    kind: 'exec',
    argv: [
      'journalctl',
      '--since=-7d',
      '--lines=200',
      '--output=json',
      '--output-fields=MESSAGE,MESSAGE_ID,COREDUMP_EXE,COREDUMP_COMM,EXECUTABLE,ERRNO',
      '--no-pager',
      `MESSAGE_ID=${COREDUMP}`,
      `MESSAGE_ID=${SPAWN_FAILED}`,
    ],
  },
  parse: (raw): ProgramEvents => {
    refuseCut(raw);
    const lines = parseJournal(raw);
    return {
      crashes: lines
        .filter(({ messageId }) => messageId === COREDUMP)
        .map(({ fields, epochMs, text }) => ({
          program: nameOf(fields.COREDUMP_EXE ?? fields.COREDUMP_COMM ?? ''),
          atMs: epochMs,
          module: moduleOf(text),
        }))
        .filter(({ program }) => program !== ''),
      refused: lines
        .filter(({ messageId }) => messageId === SPAWN_FAILED)
        .flatMap(({ fields, epochMs }) => {
          const { EXECUTABLE: path = '', ERRNO: errno = '' } = fields;
          return path !== '' && /^\d{1,4}$/.test(errno)
            ? [{ path, errno: Number(errno), atMs: epochMs }]
            : [];
        }),
    };
  },
});

/** Without its folder. A program that was replaced while it ran is called `x (deleted)`. */
export const nameOf = (path: string): string =>
  path
    .replace(/ \(deleted\)$/, '')
    .split('/')
    .at(-1)
    ?.slice(0, 60) ?? '';

/** `#0  0x00007f12 n/a (libfoo.so.1 + 0x123)`, in the first frame. */
const moduleOf = (text: string): string | null => {
  const frame = text.split('\n').find((line) => /^\s{0,8}#0 /.test(line));
  return /\(([^()\s+]{1,80})(?: \+ 0x[0-9a-f]{1,16})?\)$/.exec(frame?.trimEnd() ?? '')?.[1] ?? null;
};

/** What the dynamic linker and shells said of programs that did not start; nothing for any other line. */
export interface LoaderLine {
  readonly program: string;
  readonly kind: 'library' | 'version' | 'format';
  /** `libfoo.so.1`, `GLIBC_2.38`; empty for a format. */
  readonly what: string;
  readonly atMs: number;
}

/**
 * Every message of three days is searched: slow on a large journal. The pattern is all lower case, so that
 * case does not matter to it.
 */
export const loaderLines = source({
  id: 'programs.loader',
  os: ['linux'],
  cost: 'slow',
  request: {
    kind: 'exec',
    argv: [
      'journalctl',
      '--since=-3d',
      '--lines=100',
      '--output=json',
      '--output-fields=MESSAGE',
      '--no-pager',
      "--grep=error while loading shared libraries|version `[a-z_]+[0-9.]+' not found|exec format error",
    ],
    timeoutMs: 10_000,
  },
  parse: (raw): readonly LoaderLine[] => {
    refuseCut(raw);
    if (/without pattern matching support/i.test(raw.stderr))
      throw new Unreadable('unsupported', 'this journalctl does not search');
    // Nothing found is exit status 1.
    if (raw.exitCode === 1 && raw.stdout.trim() === '' && !/\S/.test(raw.stderr)) return [];
    return parseJournal(raw).flatMap(({ text, epochMs }) => {
      const line = parseLoader(text);
      return line === null ? [] : [{ ...line, atMs: epochMs }];
    });
  },
});

const LIBRARY =
  /^(\S{1,200}): error while loading shared libraries: (\S{1,120}): (?:cannot open shared object file: No such file or directory|(wrong ELF class): ELFCLASS(?:32|64))$/;
const VERSION =
  /^(\S{1,200}): (?:\S{1,200}: )?version `([A-Z_]{2,20}[0-9.]{1,12})' not found \(required by (\S{1,200})\)$/;
const FORMAT =
  /(?:^|[\s“"'(])(\/?[\w.@%+/-]{1,200}?)[”"']?:? (?:cannot execute binary file: |cannot execute: |\()?Exec format error\)?$/;

export const parseLoader = (message: string): Omit<LoaderLine, 'atMs'> | null => {
  const text = message.trim();
  const library = LIBRARY.exec(text);
  if (library !== null) {
    const [, path = '', what = '', wrong] = library;
    return { program: nameOf(path), kind: wrong === undefined ? 'library' : 'format', what };
  }
  const version = VERSION.exec(text);
  if (version !== null) return { program: nameOf(version[1] ?? ''), kind: 'version', what: version[2] ?? '' };
  const format = text.length < 600 ? FORMAT.exec(text) : null;
  return format === null ? null : { program: nameOf(format[1] ?? ''), kind: 'format', what: '' };
};

/** The libraries that the dynamic linker finds now, by name. */
export const knownLibraries = source({
  id: 'programs.libraries',
  os: ['linux'],
  request: { kind: 'exec', argv: ['ldconfig', '-p'] },
  parse: (raw): readonly string[] => {
    refuseCut(raw);
    const names = raw.stdout.split('\n').flatMap((line) => /^\s+(\S+) \(/.exec(line)?.[1] ?? []);
    if (names.length === 0) throw unparsable(raw.stdout.trim().slice(0, 200) || raw.stderr.trim());
    return names;
  },
});

/** apport keeps one report of each program, called after its path: `_usr_bin_foo.1000.crash`. */
export const apportReports = source({
  id: 'programs.apport',
  os: ['linux'],
  request: { kind: 'list', path: '/var/crash' },
  parse: ({ names }): readonly string[] => names.filter((name) => /^_.*\.\d{1,10}\.crash$/.test(name)),
});

export const processorFlags = source({
  id: 'programs.processor',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/cpuinfo' },
  parse: ({ text }): readonly string[] | null => {
    // The first processor is enough; others than x86 have features of another kind.
    const line = text
      .slice(0, 16_384)
      .split('\n')
      .find((one) => /^flags\s{0,4}:/.test(one));
    return line === undefined
      ? null
      : line
          .slice(line.indexOf(':') + 1)
          .trim()
          .split(' ');
  },
});

export const totalMemory = source({
  id: 'programs.memory',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/meminfo' },
  parse: ({ text }): number => {
    const [, kib] = /^MemTotal: {1,20}(\d{1,15}) kB$/m.exec(text) ?? [];
    if (kib === undefined) throw unparsable(text.split('\n')[0] ?? '');
    return Number(kib) * 1024;
  },
});

/** Lines of names; the servers are asked, so it may take its time. */
const nameLines = ({
  stdout,
  stderr,
  exitCode,
}: {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}): readonly string[] => {
  if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode}`);
  return stdout.split('\n').flatMap((line) => /^([\w.@+-]{1,100})(?:\s|$)/.exec(line)?.[1] ?? []);
};

export const flatpakUpdates = source({
  id: 'programs.flatpak',
  os: ['linux'],
  cost: 'slow',
  request: {
    kind: 'exec',
    argv: ['flatpak', 'remote-ls', '--updates', '--app', '--columns=application'],
    timeoutMs: 15_000,
  },
  parse: nameLines,
});

export const snapUpdates = source({
  id: 'programs.snap',
  os: ['linux'],
  cost: 'slow',
  request: { kind: 'exec', argv: ['snap', 'refresh', '--list'], timeoutMs: 15_000 },
  parse: (raw): readonly string[] => nameLines(raw).filter((name) => name !== 'Name' && name !== 'All'),
});

/** Mount points from which no program may be started. */
export const noexec = source({
  id: 'programs.noexec',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/self/mounts' },
  parse: ({ text }): readonly string[] =>
    text.split('\n').flatMap((line) => {
      if (line.trim() === '') return [];
      const [, path, , options] = line.split(' ');
      if (path === undefined || options === undefined) throw unparsable(line);
      return options.split(',').includes('noexec') ? [path.replaceAll('\\040', ' ')] : [];
    }),
});

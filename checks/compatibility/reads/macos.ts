/** macOS: crash reports, programs and what they need, and what Gatekeeper says. */
import { family, read, source, sourceByOs, Unreadable, unparsable } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { isObject, listOf, parseJson } from '../../../src/sources/network/json.ts';
import { refuseCut } from '../../../src/sources/whole.ts';

export interface CrashReport {
  readonly file: string;
  readonly program: string;
  readonly atMs: number;
  readonly isHang: boolean;
}

/** Reports on the system, and not on a program that crashed. */
const NO_PROGRAM =
  /^(JetsamEvent|ResetCounter|panic|stacks|ExcUserFault|ExcResource|DiskWrite|shutdown|SleepWake|Analytics|log-|Siri|proactive|xp_|WiFi)/i;
/** `Safari-2026-11-24-101500.ips`; before macOS 12 `Safari_2020-11-24-101500_Host.crash`. The time is local. */
const REPORT =
  /^(.{1,80}?)[-_](\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)(?:\.\d{3})?(?:_[^/]{1,80})?\.(ips|crash|hang|spin)$/;

export const crashReports = family<readonly CrashReport[], string>(
  'programs.reports',
  'folder',
  (folder) => ({
    on: { darwin: read({ kind: 'list', path: folder }, ({ names }) => reportsIn(names)) },
  }),
);

export const reportsIn = (names: readonly string[]): readonly CrashReport[] =>
  names.flatMap((file) => {
    const [, program = '', day = '', hour = '', minute = '', second = '', kind] = REPORT.exec(file) ?? [];
    const atMs = parseIsoTime(`${day}T${hour}:${minute}:${second}`);
    return program === '' || atMs === null || NO_PROGRAM.test(program)
      ? []
      : [{ file, program, atMs, isHang: kind === 'hang' || kind === 'spin' }];
  });

/** Why dyld refused to start a program; null where it crashed for another reason. */
export type DyldReason =
  | { readonly kind: 'library'; readonly name: string }
  | { readonly kind: 'newer'; readonly version: string }
  | null;

export const crashReport = family<DyldReason, string>('programs.report', 'file', (path) => ({
  on: { darwin: read({ kind: 'file', path }, ({ text }) => parseReport(text)) },
}));

/** JSON since macOS 12, text before; what dyld says is the same sentence in both. */
export const parseReport = (text: string): DyldReason => {
  if (!/^\s*(\{|Process:|Incident Identifier:)/.test(text)) throw unparsable(text.slice(0, 200));
  const plain = text.replaceAll('\\/', '/');
  const [, version] =
    /built for macOS (\d{1,3}(?:\.\d{1,3}){0,2}) which is newer than running OS/.exec(plain) ?? [];
  if (version !== undefined) return { kind: 'newer', version };
  const [, name] = /Library not loaded: ([^\s"\\]{1,200})/.exec(plain) ?? [];
  return name === undefined ? null : { kind: 'library', name: name.split('/').at(-1) ?? name };
};

export interface MacProgram {
  readonly name: string;
  readonly path: string;
  /** `arch_arm_i64`, `arch_i64`, `arch_i32`: raw words, not translated. */
  readonly kind: string;
}

export const macPrograms = sourceByOs<readonly MacProgram[]>(
  'programs.macos',
  {
    darwin: read(
      { kind: 'exec', argv: ['system_profiler', '-json', 'SPApplicationsDataType'], timeoutMs: 30_000 },
      (raw) => {
        refuseCut(raw);
        const list = parseJson(raw.stdout);
        if (!isObject(list) || !Array.isArray(list.SPApplicationsDataType))
          throw unparsable(raw.stdout.trim());
        return listOf(list.SPApplicationsDataType).flatMap(({ _name: name, path, arch_kind: kind }) =>
          typeof name === 'string' && typeof path === 'string' && typeof kind === 'string'
            ? [{ name, path, kind }]
            : [],
        );
      },
    ),
  },
  undefined,
  'slow',
);

/** Whether Rosetta, which runs programs for Intel, is installed: without it this fails, and asks nobody. */
export const rosetta = source({
  id: 'programs.rosetta',
  os: ['darwin'],
  request: { kind: 'exec', argv: ['arch', '-x86_64', '/usr/bin/true'] },
  parse: ({ exitCode, stderr }): boolean => {
    if (exitCode === 0) return true;
    if (/Bad CPU type/i.test(stderr)) return false;
    throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode}`);
  },
});

export interface Needed {
  readonly name: string;
  readonly version: string;
}

/** The oldest macOS that each program names. What is not written as XML says nothing here. */
export const neededVersions = source({
  id: 'programs.macos.needed',
  os: ['darwin'],
  request: {
    kind: 'exec',
    argv: [
      ...(['find', '/Applications', '-maxdepth', '3', '-path', '*.app/Contents/Info.plist'] as const),
      ...['-exec', 'grep', '-H', '-A1', 'LSMinimumSystemVersion</key>', '{}', '+'],
    ],
    timeoutMs: 5000,
  },
  parse: ({ stdout }): readonly Needed[] =>
    stdout.split('\n').flatMap((line) => {
      const [, name, version] =
        /\/([^/]{1,120})\.app\/Contents\/Info\.plist-\s{0,20}<string>(\d{1,3}(?:\.\d{1,3}){0,3})<\/string>\s*$/.exec(
          line,
        ) ?? [];
      return name === undefined || version === undefined ? [] : [{ name, version }];
    }),
});

/** Programs from the internet that nobody has agreed to yet: bit 0x40 of the mark is the person's yes. */
export const unapproved = source({
  id: 'programs.macos.quarantine',
  os: ['darwin'],
  request: {
    kind: 'exec',
    argv: [
      ...(['find', '/Applications', '-maxdepth', '1', '-name', '*.app', '-xattrname'] as const),
      ...['com.apple.quarantine', '-exec', 'xattr', '-p', 'com.apple.quarantine', '/dev/null', '{}', '+'],
    ],
    timeoutMs: 5000,
  },
  parse: ({ stdout }): readonly string[] =>
    stdout.split('\n').flatMap((line) => {
      const [, path, flags] = /^(\/.{1,300}\.app): ([0-9a-f]{1,4});/.exec(line) ?? [];
      return path !== undefined && Math.floor(Number.parseInt(flags ?? '0', 16) / 0x40) % 2 === 0
        ? [path]
        : [];
    }),
});

/** What Gatekeeper says of a program: null where it lets it start, else its reason. */
export const gatekeeper = family<string | null, string>('programs.gatekeeper', 'program', (path) => ({
  cost: 'slow',
  on: {
    darwin: read(
      { kind: 'exec', argv: ['spctl', '-a', '-vv', path], timeoutMs: 15_000 },
      ({ stdout, stderr }) => {
        const text = `${stdout}\n${stderr}`;
        if (/: accepted$/m.test(text)) return null;
        if (!/: rejected/.test(text)) throw unparsable(text.trim());
        return /^source=(.{1,100})$/m.exec(text)?.[1] ?? 'rejected';
      },
    ),
  },
}));

/** Formulae and programs of Homebrew with a newer version. */
export const brewOutdated = source({
  id: 'programs.brew',
  os: ['darwin'],
  cost: 'slow',
  request: { kind: 'exec', argv: ['brew', 'outdated', '--json=v2'], timeoutMs: 20_000 },
  parse: ({ stdout, stderr, exitCode }): readonly string[] => {
    if (stdout.trim() === '' && exitCode !== 0)
      throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode}`);
    const list = parseJson(stdout);
    if (!isObject(list) || !Array.isArray(list.casks)) throw unparsable(stdout.trim());
    return [...listOf(list.casks), ...listOf(list.formulae)].flatMap(({ name }) =>
      typeof name === 'string' ? [name] : [],
    );
  },
});

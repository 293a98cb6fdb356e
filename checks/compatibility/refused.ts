/** Programs that did not start, and why, as each system tells it. */
import { parseIsoTime } from '../../src/sources/calendar.ts';
import { eventsOf, type WindowsEvent } from '../../src/sources/windows-events.ts';
import type { CompatibilityFacts } from './probe.ts';
import { knownLibraries, nameOf } from './reads/linux.ts';
import { crashReport } from './reads/macos.ts';
import { reportsToRead } from './reports.ts';
import type { CompatibilitySettings } from './settings.ts';
import { isWithin } from './situation.ts';

export interface Refused {
  readonly kind: 'format' | 'library' | 'newer';
  readonly program: string;
  /** The library, or the version that it asks for; empty where it is not named. */
  readonly what: string;
  readonly from: string;
}

export const refusedPrograms = (
  facts: CompatibilityFacts,
  settings: CompatibilitySettings,
): readonly Refused[] => {
  const all = [
    ...ofServices(facts, settings),
    ...ofLoader(facts, settings),
    ...ofWindows(facts, settings),
    ...ofReports(facts, settings),
  ];
  // The same again and again: once.
  return [...new Map(all.map((one) => [`${one.kind} ${one.program} ${one.what}`, one])).values()];
};

/** ENOEXEC in errno(3). */
const WRONG_FORMAT = 8;

const ofServices = (facts: CompatibilityFacts, settings: CompatibilitySettings): readonly Refused[] =>
  facts.programEvents.status === 'ok'
    ? facts.programEvents.value.refused
        .filter(({ errno, atMs }) => errno === WRONG_FORMAT && isWithin(atMs, settings.refusedDays, facts))
        .map(({ path }) => ({
          kind: 'format' as const,
          program: nameOf(path),
          what: '',
          from: facts.programEvents.from,
        }))
    : [];

const ofLoader = (facts: CompatibilityFacts, settings: CompatibilitySettings): readonly Refused[] => {
  if (facts.loaderLines.status !== 'ok') return [];
  const found = facts.get(knownLibraries);
  // It may have been installed since.
  const isThere = (library: string): boolean => found.status === 'ok' && found.value.includes(library);
  return facts.loaderLines.value
    .filter(({ atMs }) => isWithin(atMs, settings.refusedDays, facts))
    .filter(({ kind, what }) => kind !== 'library' || !isThere(what))
    .map(({ kind, what, program }) => ({
      // The C library is a part of the system; the others can be installed.
      kind: kind === 'format' ? 'format' : what.startsWith('GLIBC_') ? 'newer' : 'library',
      program,
      what: kind === 'format' ? '' : what,
      from: facts.loaderLines.from,
    }));
};

/** NTSTATUS: a DLL is missing, has the wrong bitness, lacks an entry point. */
const MISSING = /^(?:0x)?c0000135$/i;
const BITNESS = /^(?:0x)?c000007b$/i;
const ENTRY = /^(?:0x)?c0000139$/i;
const DLL = /([\w.+-]{1,80}\.dll)\b/i;
/** Parts of Windows itself: what is missing there is in a newer one. */
const OF_WINDOWS = /^(kernel32|kernelbase|ntdll|user32|api-ms-win-.*|combase|d3d12|bcryptprimitives)\.dll$/i;

const ofWindows = (facts: CompatibilityFacts, settings: CompatibilitySettings): readonly Refused[] => {
  if (facts.windowsEvents.status !== 'ok') return [];
  const { value: all, from } = facts.windowsEvents;
  const recent = (provider: string, ...ids: readonly number[]): readonly WindowsEvent[] =>
    eventsOf(all, provider, ...ids).filter(({ at }) =>
      isWithin(parseIsoTime(at) ?? Number.NaN, settings.refusedDays, facts),
    );
  const lacks = (program: string, what: string): Refused => ({
    kind: OF_WINDOWS.test(what) ? 'newer' : 'library',
    program: winName(program),
    what,
    from,
  });
  return [
    ...recent('Application Error', 1000).flatMap((event) => {
      const { program, module, code } = crashOf(event);
      if (ENTRY.test(code) || MISSING.test(code)) return [lacks(program, MISSING.test(code) ? '' : module)];
      return BITNESS.test(code) ? [lacks(program, module)] : [];
    }),
    // The caption is the program's name, the rest of both is in the language of Windows.
    ...recent('Application Popup', 26).flatMap(({ data: [caption = '', message = ''] }) => {
      const [program] = /^[^\s"<>|]{1,120}\.exe/i.exec(caption) ?? [];
      const [, dll] = DLL.exec(message) ?? [];
      return program === undefined || dll === undefined ? [] : [lacks(program, dll)];
    }),
    // Its first value is the assembly or its manifest, the second the program's path.
    ...recent('SideBySide', 33, 59).flatMap(({ data }) => {
      const program = data.find((value) => /\.exe$/i.test(value));
      const component = data.find((value) => /^[\w.-]{1,80}(,|$)/.test(value) && !/\.exe$/i.test(value));
      return program === undefined ? [] : [lacks(program, component?.split(',')[0] ?? '')];
    }),
    ...recent('.NET Runtime', 1023).flatMap(({ data: [text = ''] }) => {
      const [, program] = /^Application: (\S{1,120}\.exe)/m.exec(text) ?? [];
      return program !== undefined && /install or update \.NET|hostfxr/i.test(text)
        ? [lacks(program, '.NET')]
        : [];
    }),
  ];
};

/** Fields have names since Windows 11; before, the places are fixed. */
export const crashOf = ({
  data,
  fields,
}: WindowsEvent): { readonly program: string; readonly module: string; readonly code: string } => ({
  program: fields.AppName ?? data[0] ?? '',
  module: fields.ModuleName ?? data[3] ?? '',
  code: fields.ExceptionCode ?? data[6] ?? '',
});

export const winName = (path: string): string => path.split('\\').at(-1)?.slice(0, 60) ?? '';

const ofReports = (facts: CompatibilityFacts, settings: CompatibilitySettings): readonly Refused[] =>
  reportsToRead(facts, settings).flatMap(({ path, program }): readonly Refused[] => {
    const report = facts.get(crashReport(path));
    if (report.status !== 'ok' || report.value === null) return [];
    return report.value.kind === 'newer'
      ? [{ kind: 'newer', program, what: `macOS ${report.value.version}`, from: report.from }]
      : [{ kind: 'library', program, what: report.value.name, from: report.from }];
  });

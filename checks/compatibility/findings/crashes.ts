/** Programs that crash again and again. */
import type { Finding, Reading } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { eventsOf } from '../../../src/sources/windows-events.ts';
import type { Messages } from '../messages.en.ts';
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { CompatibilityFacts } from '../probe.ts';
import { crashReports } from '../reads/macos.ts';
import { crashOf, winName } from '../refused.ts';
import { reportFolders, reportsOf } from '../reports.ts';
import type { CompatibilitySettings } from '../settings.ts';
import { isWithin, sinceStart, systemOf } from '../situation.ts';

interface Crash {
  readonly program: string;
  readonly module: string;
  readonly isHang: boolean;
  readonly from: string;
}

export const diagnoseCrashes = (facts: CompatibilityFacts, settings: CompatibilitySettings): Outcome => {
  const crashes = crashesIn(facts, settings);
  const { crashTimes, crashDays, crashPrograms } = settings;
  const programs = [...new Set(crashes.filter(({ isHang }) => !isHang).map(({ program }) => program))];
  const often = programs
    .map((program) => crashes.filter((one) => one.program === program))
    .filter((some) => some.length >= crashTimes)
    .sort((a, b) => b.length - a.length);
  const findings = often.slice(0, MAX).map((some): Finding<Messages> => {
    const program = some[0]?.program ?? '';
    return {
      code: 'compatibility/app-crash-repeated',
      severity: 'warning',
      subject: program,
      params: {
        program,
        times: some.length,
        days: crashDays,
        module: commonest(some.map(({ module }) => module).filter((one) => one !== '')),
        hangs: some.filter(({ isHang }) => isHang).length,
        others: programs.length >= crashPrograms ? programs.filter((one) => one !== program) : [],
      },
      evidence: [...new Set(some.map(({ from }) => from))],
    };
  });
  return { findings, ...unseen(facts) };
};

const MAX = 5;

const commonest = (names: readonly string[]): string => {
  const counted = new Map<string, number>();
  for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1);
  return [...counted].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
};

const crashesIn = (facts: CompatibilityFacts, settings: CompatibilitySettings): readonly Crash[] => {
  const system = systemOf(facts);
  if (system === 'windows') return onWindows(facts, settings);
  if (system === 'macos') {
    return reportsOf(facts, settings).map(({ program, isHang, from }) => ({
      program,
      isHang,
      from,
      module: '',
    }));
  }
  return onLinux(facts, settings);
};

/**
 * `foo[123]: segfault at 0 ip … in libbar.so[…]`, `traps: foo[123] trap invalid opcode ip:… in libbar.so[…]`.
 * The kernel keeps 15 letters of a name.
 */
const FAULT =
  /^(?:traps: )?(.{1,15})\[\d{1,10}\]:? (?:segfault at |general protection|trap |bad frame)[^\n]{0,200}?(?: in ([^\s[]{1,80})\[[^\n]{0,60})?(?: likely on CPU \d.{0,60})?$/;

const onLinux = (facts: CompatibilityFacts, { crashDays }: CompatibilitySettings): readonly Crash[] => {
  const { programEvents, kernelLog, apportReports } = facts;
  const noted =
    programEvents.status === 'ok'
      ? programEvents.value.crashes
          .filter(({ atMs }) => isWithin(atMs, crashDays, facts))
          .map(({ program, module }) => ({
            program,
            module: module ?? '',
            isHang: false,
            from: programEvents.from,
          }))
      : [];
  const faults =
    kernelLog.status === 'ok'
      ? kernelLog.value.flatMap(({ text, seconds }): readonly Crash[] => {
          const [, program, module = ''] = text.length < 400 ? (FAULT.exec(text) ?? []) : [];
          const atMs = sinceStart(seconds, facts);
          return program !== undefined && atMs !== null && isWithin(atMs, crashDays, facts)
            ? [{ program, module, isHang: false, from: kernelLog.from }]
            : [];
        })
      : [];
  const reported =
    apportReports.status === 'ok'
      ? apportReports.value.map((name) => ({
          program:
            name
              .replace(/\.\d{1,10}\.crash$/, '')
              .split('_')
              .at(-1) ?? name,
          module: '',
          isHang: false,
          from: apportReports.from,
        }))
      : [];
  // The kernel tells of the same crash as systemd-coredump and apport: what knows more of a program counts.
  const isNoted = (program: string): boolean => noted.some((one) => one.program.slice(0, 15) === program);
  const told = [...noted, ...faults.filter(({ program }) => !isNoted(program))];
  return [
    ...told,
    ...reported.filter(
      ({ program }) => !told.some((one) => one.program.slice(0, 15) === program.slice(0, 15)),
    ),
  ];
};

const onWindows = (facts: CompatibilityFacts, { crashDays }: CompatibilitySettings): readonly Crash[] => {
  const { windowsEvents } = facts;
  if (windowsEvents.status !== 'ok') return [];
  const { value: all, from } = windowsEvents;
  const recent = (provider: string, id: number) =>
    eventsOf(all, provider, id).filter(({ at }) =>
      isWithin(parseIsoTime(at) ?? Number.NaN, crashDays, facts),
    );
  return [
    ...recent('Application Error', 1000).map((event) => {
      const { program, module } = crashOf(event);
      return { program: winName(program), module: winName(module), isHang: false, from };
    }),
    ...recent('Application Hang', 1002).map(({ data }) => ({
      program: winName(data[0] ?? ''),
      module: '',
      isHang: true,
      from,
    })),
  ].filter(({ program }) => program !== '');
};

const unseen = (facts: CompatibilityFacts): Outcome => {
  const system = systemOf(facts);
  if (facts.clock.status !== 'ok') return missed(facts.clock);
  if (system === 'windows') return missed(facts.windowsEvents);
  if (system === 'macos') {
    return missed(...reportFolders(facts).map((folder): Reading<unknown> => facts.get(crashReports(folder))));
  }
  if (system !== 'linux') return NOTHING;
  // Either of the two logs tells of most crashes.
  return facts.programEvents.status === 'ok' || facts.kernelLog.status === 'ok'
    ? NOTHING
    : missed(facts.programEvents, facts.kernelLog);
};

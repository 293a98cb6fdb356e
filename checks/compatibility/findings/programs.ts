/** Programs that cannot start here: built for another system, without a component, or for a newer one. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import { missed, type Outcome } from '../outcome.ts';
import type { Mismatch } from '../params.ts';
import type { CompatibilityFacts } from '../probe.ts';
import { rosetta } from '../reads/macos.ts';
import type { WindowsOwn, WindowsProgram } from '../reads/windows.ts';
import { refusedPrograms } from '../refused.ts';
import type { CompatibilitySettings } from '../settings.ts';
import { ownArchitecture, systemOf } from '../situation.ts';

const MAX = 5;

export const diagnosePrograms = (facts: CompatibilityFacts, settings: CompatibilitySettings): Outcome => {
  const system = systemOf(facts) ?? 'linux';
  const own = ownArchitecture(facts);
  const refused = refusedPrograms(facts, settings);
  const of = (kind: (typeof refused)[number]['kind']) =>
    refused.filter((one) => one.kind === kind).slice(0, MAX);
  const findings: readonly Finding<Messages>[] = [
    ...of('format').map(({ program, from }) =>
      mismatch({ program, built: '', own, rosetta: false, system }, 'critical', from),
    ),
    ...foreignOnWindows(facts, own),
    ...foreignOnMac(facts, own),
    ...of('library').map(
      ({ program, what, from }): Finding<Messages> => ({
        code: 'compatibility/missing-runtime',
        severity: 'critical',
        subject: program,
        params: { program, component: what, system },
        evidence: [from],
      }),
    ),
    ...of('newer').map(({ program, what, from }) => tooNew(program, what, facts, from)),
    ...tooNewOnWindows(facts),
    ...tooNewOnMac(facts),
  ];
  return { findings, ...unseen(facts) };
};

/** Of what is searched only in a thorough look a quick one says nothing. */
const unseen = (facts: CompatibilityFacts): Outcome => {
  const system = systemOf(facts);
  if (system === 'windows') return missed(facts.windowsPrograms);
  if (system === 'macos') return missed(facts.macPrograms, facts.neededVersions);
  return missed(facts.loaderLines);
};

const mismatch = (
  params: Mismatch,
  severity: 'critical' | 'warning' | 'info',
  ...evidence: readonly string[]
): Finding<Messages> => ({
  code: 'compatibility/app-arch-mismatch',
  severity,
  subject: params.program,
  params,
  evidence,
});

/** IMAGE_FILE_MACHINE_… of the PE format. */
const MACHINES: Readonly<Record<number, string>> = {
  332: '32-bit x86',
  34404: 'x86-64',
  43620: 'ARM64',
  452: '32-bit ARM',
  512: 'Itanium',
};

/** The first Windows on ARM that runs programs for x86-64. */
const EMULATES_X64 = 22_000;

const foreignOnWindows = (
  { windowsPrograms, windowsOwn }: CompatibilityFacts,
  own: string,
): readonly Finding<Messages>[] => {
  if (windowsPrograms.status !== 'ok' || windowsOwn.status !== 'ok') return [];
  return windowsPrograms.value
    .filter((one) => !runsOn(one, windowsOwn.value))
    .slice(0, MAX)
    .map(({ name, machine, is16Bit }) =>
      mismatch(
        {
          program: name,
          built: is16Bit ? '16-bit' : (MACHINES[machine] ?? ''),
          own,
          rosetta: false,
          system: 'windows',
        },
        'critical',
        windowsPrograms.from,
      ),
    );
};

const runsOn = ({ machine, is16Bit }: WindowsProgram, { arch, build }: WindowsOwn): boolean => {
  if (is16Bit) return arch === 'x86';
  // A program of MS-DOS, or one that keeps its head elsewhere.
  if (machine === 0) return true;
  if (arch === 'AMD64') return machine === 0x14c || machine === 0x8664;
  if (arch === 'x86') return machine === 0x14c;
  if (arch === 'ARM64') return machine === 0x8664 ? build >= EMULATES_X64 : machine !== 0x200;
  return true;
};

/**
 * Only a program that somebody wanted to start is a trouble: what merely lies there is told in a lower voice
 * than the catalogue has for it.
 */
const foreignOnMac = (facts: CompatibilityFacts, own: string): readonly Finding<Messages>[] => {
  const { macPrograms, hardware, macVersion } = facts;
  if (macPrograms.status !== 'ok') return [];
  const installed = macPrograms.value.filter(({ path }) => /^(\/Users\/[^/]+)?\/Applications\//.test(path));
  const isSilicon = hardware.status === 'ok' && hardware.value.appleSilicon;
  const translator = facts.get(rosetta);
  const lacksRosetta = isSilicon && translator.status === 'ok' && !translator.value;
  const has64Only = macVersion.status === 'ok' && isAtLeast(macVersion.value.version, '10.15');
  const with32 = installed.filter(({ kind }) => kind === 'arch_i32' || kind === 'arch_ppc');
  return [
    ...(lacksRosetta ? installed.filter(({ kind }) => kind === 'arch_i64') : []).map(({ name }) =>
      mismatch(
        { program: name, built: 'x86-64', own, rosetta: true, system: 'macos' },
        'warning',
        macPrograms.from,
        translator.from,
      ),
    ),
    ...(has64Only ? with32 : []).map(({ name, kind }) =>
      mismatch(
        {
          program: name,
          built: kind === 'arch_ppc' ? 'PowerPC' : '32-bit x86',
          own,
          rosetta: false,
          system: 'macos',
        },
        'info',
        macPrograms.from,
      ),
    ),
  ].slice(0, MAX);
};

const tooNew = (
  program: string,
  needs: string,
  facts: CompatibilityFacts,
  ...evidence: readonly string[]
): Finding<Messages> => ({
  code: 'compatibility/app-needs-newer-os',
  severity: 'warning',
  subject: program,
  params: { program, needs, has: ownVersion(facts), system: systemOf(facts) ?? 'linux' },
  evidence,
});

const ownVersion = ({ osRelease, windowsOwn, macVersion }: CompatibilityFacts): string => {
  if (osRelease.status === 'ok') return osRelease.value.name;
  if (macVersion.status === 'ok') return `macOS ${macVersion.value.version}`;
  return windowsOwn.status === 'ok' ? windowsName(windowsOwn.value) : '';
};

const windowsName = ({ major, minor, build }: WindowsOwn): string => `Windows ${major}.${minor} (${build})`;

const tooNewOnWindows = (facts: CompatibilityFacts): readonly Finding<Messages>[] => {
  const { windowsPrograms, windowsOwn } = facts;
  if (windowsPrograms.status !== 'ok' || windowsOwn.status !== 'ok') return [];
  const own = windowsOwn.value;
  return windowsPrograms.value
    .filter(({ major, minor }) => major > own.major || (major === own.major && minor > own.minor))
    .slice(0, MAX)
    .map(({ name, major, minor }) => tooNew(name, `Windows ${major}.${minor}`, facts, windowsPrograms.from));
};

const tooNewOnMac = (facts: CompatibilityFacts): readonly Finding<Messages>[] => {
  const { neededVersions, macVersion } = facts;
  if (neededVersions.status !== 'ok' || macVersion.status !== 'ok') return [];
  return neededVersions.value
    .filter(({ version }) => !isAtLeast(macVersion.value.version, version))
    .slice(0, MAX)
    .map(({ name, version }) => tooNew(name, `macOS ${version}`, facts, neededVersions.from));
};

/** Parts by number: 10.15 is older than 11, and 11 no older than 11.0. */
export const isAtLeast = (has: string, needs: string): boolean => {
  const [own, wanted] = [has, needs].map((text) => text.split('.').map(Number));
  for (const [at, part] of (wanted ?? []).entries()) {
    const other = own?.[at] ?? 0;
    if (other !== part) return other > part;
  }
  return true;
};

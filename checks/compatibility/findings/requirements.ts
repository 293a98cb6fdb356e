/** Whether this computer can take the next system. */
import type { Finding } from '../../../src/contract.ts';
import { outdated } from '../../../src/sources/dated.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import { placeOf } from '../../../src/sources/system.ts';
import {
  AS_OF,
  isTooOldForWindows11,
  last32Bit,
  levels,
  macos26,
  nextLinux,
  windows11,
} from '../data/requirements.ts';
import type { Messages } from '../messages.en.ts';
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { Below, Miss } from '../params.ts';
import type { CompatibilityFacts } from '../probe.ts';
import type { WindowsComputer } from '../reads/windows.ts';
import { systemOf } from '../situation.ts';
import { isAtLeast } from './programs.ts';

export const diagnoseRequirements = (facts: CompatibilityFacts): Outcome => {
  // What a virtual machine has its host decides.
  if (placeOf(facts) !== 'computer' || machineOf(facts).virtual !== null) return NOTHING;
  const system = systemOf(facts);
  const outcome =
    system === 'windows' ? onWindows(facts) : system === 'macos' ? onMac(facts) : onLinux(facts);
  const old = outdated(AS_OF, facts.clock);
  return (outcome.findings ?? []).length > 0 && old !== undefined ? { unknown: [old] } : outcome;
};

const below = (params: Below, ...evidence: readonly string[]): Outcome =>
  params.misses.length === 0
    ? NOTHING
    : {
        findings: [
          {
            code: 'compatibility/hardware-below-requirements',
            severity: 'warning',
            params,
            evidence,
          } satisfies Finding<Messages>,
        ],
      };

const onWindows = ({ windowsOwn, windowsComputer }: CompatibilityFacts): Outcome => {
  if (windowsOwn.status !== 'ok') return missed(windowsOwn);
  // It runs the new one already, or is one that has no successor of this kind.
  if (windowsOwn.value.major !== 10 || windowsOwn.value.build >= windows11.firstBuild) return NOTHING;
  if (windowsComputer.status !== 'ok') return missed(windowsComputer);
  return below(
    { next: windows11.name, misses: missesOf(windowsComputer.value), system: 'windows' },
    windowsOwn.from,
    windowsComputer.from,
  );
};

const missesOf = (computer: WindowsComputer): readonly Miss[] => {
  const { memoryBytes, diskBytes, cores, processor, maker, identity, bits, isUefi, secureBoot, tpm2 } =
    computer;
  return [
    ...(bits === 32 ? [{ what: 'bits' } as const] : []),
    ...(isTooOldForWindows11(maker, identity) ? [{ what: 'processor', has: processor } as const] : []),
    ...(cores > 0 && cores < windows11.cores ? [{ what: 'cores' } as const] : []),
    ...(tpm2 ? [] : [{ what: 'tpm' } as const]),
    ...(isUefi ? [] : [{ what: 'uefi' } as const]),
    // It only has to be able to; where the system starts by UEFI and says nothing, it is not.
    ...(isUefi && secureBoot === null ? [{ what: 'secure-boot' } as const] : []),
    ...(memoryBytes < windows11.memoryBytes
      ? [{ what: 'memory', hasBytes: memoryBytes, needsBytes: windows11.namedMemoryBytes } as const]
      : []),
    ...(diskBytes !== null && diskBytes < windows11.diskBytes
      ? [{ what: 'disk', hasBytes: diskBytes, needsBytes: windows11.namedDiskBytes } as const]
      : []),
  ];
};

const onMac = ({ macVersion, hardware }: CompatibilityFacts): Outcome => {
  if (macVersion.status !== 'ok') return missed(macVersion);
  if (isAtLeast(macVersion.value.version, String(macos26.major))) return NOTHING;
  if (hardware.status !== 'ok') return missed(hardware);
  const { appleSilicon, model } = hardware.value;
  const fits = appleSilicon || macos26.intel.includes(model ?? '');
  return fits
    ? NOTHING
    : below(
        { next: macos26.name, misses: [{ what: 'model' }], system: 'macos' },
        hardware.from,
        macVersion.from,
      );
};

const onLinux = ({ osRelease, processorFlags, totalMemory, platform }: CompatibilityFacts): Outcome => {
  if (osRelease.status !== 'ok') return missed(osRelease);
  const { id, version } = osRelease.value;
  const major = Number(/^\d{1,4}/.exec(version ?? '')?.[0] ?? Number.NaN);
  const arch = platform.status === 'ok' ? platform.value.arch : '';
  const last = last32Bit.find((one) => one.id === id && one.from === major);
  if (last !== undefined && arch === 'ia32') {
    return below({ next: last.next, misses: [{ what: 'bits' }], system: 'linux' }, osRelease.from);
  }
  const step = nextLinux.find(({ ids, from }) => ids.includes(id) && from === major);
  if (step === undefined || arch !== 'x64') return NOTHING;
  if (processorFlags.status !== 'ok') return missed(processorFlags);
  const flags = processorFlags.value;
  const lacks = flags !== null && levels[step.level].some((flag) => !flags.includes(flag));
  const isShort = totalMemory.status === 'ok' && totalMemory.value < step.memoryBytes;
  return below(
    {
      next: step.next,
      misses: [
        ...(lacks ? [{ what: 'level', needs: step.level } as const] : []),
        ...(isShort
          ? [{ what: 'memory', hasBytes: totalMemory.value, needsBytes: step.memoryBytes } as const]
          : []),
      ],
      system: 'linux',
    },
    osRelease.from,
    processorFlags.from,
  );
};

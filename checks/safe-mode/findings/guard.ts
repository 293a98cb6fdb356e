/** Linux: what must be at hand before the start is changed, and whether there is a way back. */
import type { Finding, Source } from '../../../src/contract.ts';
import { mountOf } from '../../../src/sources/mounts.ts';
import { kernelsOf } from '../boot-images.ts';
import type { Messages } from '../messages.en.ts';
import type { SafeModeFacts } from '../probe.ts';
import { partsOf, snapshotFolder } from '../reads/disks.ts';

type Found = Finding<Messages>;

/** A volume group on a RAID on encrypted disks is as deep as it gets. */
const MAX_STEPS = 4;

/** `dm-1`, `md0`; null for a name without a device, and for a disk, which lies on nothing. */
const startOf = ({ mounts, mappings }: SafeModeFacts): string | null => {
  const source = mounts.status === 'ok' ? mountOf('/', mounts.value)?.source : undefined;
  const mapped = /^\/dev\/mapper\/(.+)$/.exec(source ?? '')?.[1];
  if (mapped !== undefined && mappings.status === 'ok')
    return mappings.value.find(({ name }) => name === mapped)?.device ?? null;
  return /^\/dev\/((?:dm-|md)\d+)$/.exec(source ?? '')?.[1] ?? null;
};

/** Everything the root volume lies on, as far as it has been asked. */
const levels = (facts: SafeModeFacts): readonly string[] => {
  const start = startOf(facts);
  const seen = start === null ? [] : [start];
  let level: readonly string[] = seen;
  for (let step = 0; step < MAX_STEPS; step++) {
    level = level.flatMap((device) => {
      const parts = facts.get(partsOf(device));
      return parts.status === 'ok' ? parts.value : [];
    });
    seen.push(...level.filter((device) => /^(?:dm-|md)\d+$/.test(device)));
  }
  return [...new Set(seen)];
};

const isEncrypted = (facts: SafeModeFacts): boolean => {
  const all = levels(facts);
  return (
    facts.mappings.status === 'ok' &&
    facts.mappings.value.some(({ device, uuid }) => all.includes(device) && uuid.startsWith('CRYPT-'))
  );
};

const hasOneKernel = (facts: SafeModeFacts): boolean => kernelsOf(facts).length === 1;

export const guardReads = (facts: SafeModeFacts): readonly Source<unknown>[] => [
  ...(facts.mappings.status === 'ok' ? levels(facts).map((device) => partsOf(device)) : []),
  ...(hasOneKernel(facts) ? SNAPSHOTS.map((path) => snapshotFolder(path)) : []),
];

/** Snapper's and Timeshift's. */
const SNAPSHOTS = [
  '/.snapshots',
  '/timeshift/snapshots',
  '/run/timeshift/backup/timeshift/snapshots',
] as const;

/** With these open the next start may fail, and then one kernel is no way back. */
const DANGERS: ReadonlySet<string> = new Set(['safe-mode/initramfs-missing', 'safe-mode/bootloader-damaged']);

export const guardFindings = (facts: SafeModeFacts, others: readonly Found[]): readonly Found[] => {
  const [kernel] = kernelsOf(facts);
  const unified = [facts.unifiedImages, facts.unifiedInBoot, facts.unifiedInEsp];
  // Where one of these is closed, nobody can say that there is none.
  const mayHaveMore = unified.some((one) =>
    one.status === 'ok' ? one.value.length > 0 : one.status !== 'absent',
  );
  const snapshots = SNAPSHOTS.map((path) => facts.get(snapshotFolder(path)));
  const hasNone = snapshots.every((one) =>
    one.status === 'ok' ? one.value.length === 0 : one.status === 'absent',
  );
  return [
    ...(isEncrypted(facts)
      ? [
          {
            code: 'safe-mode/encryption-guard',
            severity: 'info',
            params: { on: 'linux', volume: '/' },
            evidence: [facts.mappings.from],
          } as const,
        ]
      : []),
    ...(kernel !== undefined && hasOneKernel(facts) && hasNone && !mayHaveMore
      ? [
          {
            code: 'safe-mode/no-recovery-path',
            severity: others.some(({ code }) => DANGERS.has(code)) ? 'warning' : 'info',
            params: { on: 'linux', kernel: kernel.release },
            evidence: [facts.bootFiles.from],
          } as const,
        ]
      : []),
  ];
};

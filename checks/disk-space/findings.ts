/** What the readings mean. Synchronous and pure: the same facts give the same findings in the same order. */
import type { Diagnosis, Finding, Metric, Unknown } from '../../src/contract.ts';
import { unknown } from '../../src/contract.ts';
import { btrfsUsage } from '../../src/sources/btrfs.ts';
import { placeOf } from '../../src/sources/system.ts';
import { bootFindings } from './findings/boot.ts';
import { culpritFindings, culpritsUnseen } from './findings/culprits.ts';
import { fileSystemFindings } from './findings/file-systems.ts';
import { reclaimFindings } from './findings/reclaim.ts';
import { shortageFindings } from './findings/shortage.ts';
import { updateFindings } from './findings/updates.ts';
import { windowsFindings } from './findings/windows.ts';
import type { Messages } from './messages.en.ts';
import type { DiskFacts } from './probe.ts';
import { type Measured, measure } from './room.ts';
import type { DiskSettings } from './settings.ts';
import { mayHang } from './volumes.ts';
import { isRootUnclear } from './written.ts';

export const diagnose = (facts: DiskFacts, settings: DiskSettings): Diagnosis<Messages> => {
  const findings: readonly Finding<Messages>[] = [
    ...hungFindings(facts),
    ...fileSystemFindings(facts, settings),
    ...culpritFindings(facts, settings),
    ...shortageFindings(facts, settings),
    ...bootFindings(facts, settings),
    ...windowsFindings(facts, settings),
    ...updateFindings(facts, settings),
  ];
  return {
    findings: [...findings, ...reclaimFindings(facts, settings, findings)],
    unknown: [...unseen(facts), ...culpritsUnseen(facts, settings, findings)],
    metrics: metrics(facts, settings),
  };
};

const isHung = (one: Measured): boolean =>
  mayHang(one.volume) && one.space.status === 'timeout' && one.again?.status === 'timeout';

/** Only where another disk answered: else it is this computer that stands still. */
const hungFindings = (facts: DiskFacts): readonly Finding<Messages>[] => {
  const measured = measure(facts);
  if (facts.mounts.status !== 'ok' || !measured.some(({ space }) => space.status === 'ok')) return [];
  const mounts = facts.mounts.value;
  return measured.filter(isHung).map(({ volume, space, again }) => ({
    code: 'disk-space/mount-hung',
    severity: 'critical',
    subject: volume.path,
    params: {
      path: volume.path,
      type: volume.type,
      source: mounts.findLast(({ path }) => path === volume.path)?.source ?? '',
    },
    evidence: [facts.mounts.from, space.from, ...(again === undefined ? [] : [again.from])],
  }));
};

/** What had to be seen and was not. What belongs to other systems, or was hidden under another mount, did not. */
const unseen = (facts: DiskFacts): readonly Unknown[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (system === 'win32') return unseenOnWindows(facts);
  if (facts.mounts.status !== 'ok') return [unknown(facts.mounts)];
  const measured = measure(facts);
  const noSystem = measured.some(({ volume }) => volume.role === 'system')
    ? []
    : [{ source: facts.mounts.from, reason: 'unsupported' as const, why: 'no system disk among the mounts' }];
  const rooms = measured.flatMap((one) => {
    const { volume, space } = one;
    if (space.status === 'ok' || isHung(one)) return [];
    const isOthers = mayHang(volume) && (space.status === 'denied' || space.status === 'absent');
    const isHidden = volume.role !== 'system' && space.status === 'absent';
    return isOthers || isHidden ? [] : [unknown(space)];
  });
  const root = isRootUnclear(facts)
    ? [
        {
          source: facts.fstab.from,
          reason: 'unsupported' as const,
          why:
            placeOf(facts) === 'container'
              ? 'the root of this container is read-only, which may be meant so'
              : 'the root is read-only, and /etc/fstab does not say whether that is meant',
        },
      ]
    : [];
  // What statfs tells of btrfs is not the whole: it can be full with room left.
  const btrfs = measured.flatMap(({ volume }) => {
    const reading = facts.get(btrfsUsage(volume.path));
    return volume.type !== 'btrfs' || reading.status === 'ok' ? [] : [unknown(reading)];
  });
  return [...noSystem, ...rooms, ...btrfs, ...root];
};

/** Windows answers with an empty list where its own service for that is broken. */
const unseenOnWindows = ({ windowsDisks }: DiskFacts): readonly Unknown[] => {
  if (windowsDisks.status !== 'ok') return [unknown(windowsDisks)];
  const { systemDrive, volumes } = windowsDisks.value;
  return volumes.some(({ drive }) => drive.toUpperCase() === systemDrive.toUpperCase())
    ? []
    : [
        {
          source: windowsDisks.from,
          reason: 'failed',
          why: `no ${systemDrive || 'system drive'} among the drives that Windows lists`,
        },
      ];
};

const metrics = (facts: DiskFacts, settings: DiskSettings): readonly Metric[] => [
  ...measure(facts).flatMap(({ volume, space }) =>
    space.status === 'ok' && space.value.totalBytes > 0 && !volume.readOnly
      ? [usedMetric(volume.path, space.value.totalBytes, space.value.availableBytes, settings)]
      : [],
  ),
  ...(facts.windowsDisks.status === 'ok'
    ? facts.windowsDisks.value.volumes.map(({ drive, totalBytes, freeBytes }) =>
        usedMetric(drive, totalBytes, freeBytes, settings),
      )
    : []),
];

const usedMetric = (path: string, total: number, free: number, settings: DiskSettings): Metric => ({
  name: `${path} used`,
  value: Math.round(1000 * (1 - free / total)) / 10,
  unit: '%',
  warning: 100 - settings.warnFreePct,
  critical: 100 - settings.criticalFreePct,
});

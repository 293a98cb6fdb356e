/** What Linux's kernel says, and what it counts: disks, file systems, memory, processor. */
import type { Finding } from '../../../src/contract.ts';
import { isTainted, TAINT } from '../../../src/sources/health-counters.ts';
import { diskAtPort, diskNamed, diskOf, isLoose, mountOfDevice, realDisks, subjectOf } from '../disks.ts';
import { type Seen, signsIn } from '../kernel.ts';
import type { Messages } from '../messages.en.ts';
import type { HardwareFacts } from '../probe.ts';
import type { HardwareSettings } from '../settings.ts';

type Found = Finding<Messages>;
type Of<K extends Seen['kind']> = Extract<Seen, { kind: K }>;

export const kernelFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => {
  const seen = facts.kernelLog.status === 'ok' ? signsIn(facts.kernelLog.value) : [];
  return [
    ...ioFindings(of(seen, 'io'), facts),
    ...deadFindings(facts),
    ...linkFindings(of(seen, 'link'), facts, settings),
    ...fileSystemFindings(of(seen, 'file-system'), facts),
    ...memoryFindings(of(seen, 'memory'), facts),
    ...machineCheckFindings(of(seen, 'machine-check'), facts, settings),
  ];
};

export const of = <K extends Seen['kind']>(seen: readonly Seen[], kind: K): readonly Of<K>[] =>
  seen.filter((one): one is Of<K> => one.kind === kind);

/** Three of them, or one that the disk calls an error of its medium; fewer may be a passing hitch. */
const MANY = 3;

const ioFindings = (seen: readonly Of<'io'>[], facts: HardwareFacts): readonly Found[] =>
  grouped(seen, ({ device }) => diskOf(device)).flatMap(([disk, errors]): readonly Found[] => {
    const device = diskNamed(disk, facts);
    // Where the kernel lists no such disk it was pulled out, or it is listed in no folder at all.
    const isGone = device === undefined && realDisks(facts).length > 0;
    const medium = errors.find((one) => one.medium);
    if (medium === undefined && (isGone || isLoose(device))) return [];
    return [
      {
        code: 'hardware/disk-io-errors',
        severity: medium !== undefined || errors.length >= MANY ? 'critical' : 'warning',
        params: {
          disk: `/dev/${device?.name ?? disk}`,
          model: device?.model ?? '',
          count: errors.length,
          medium: medium !== undefined,
          line: (medium ?? errors[0])?.text ?? '',
        },
        evidence: [facts.kernelLog.from],
        ...subjectOf(disk, facts),
      },
    ];
  });

/** The kernel has given the disk up: it answers to nothing any more. */
const deadFindings = (facts: HardwareFacts): readonly Found[] => {
  const { nvmeControllers } = facts;
  if (nvmeControllers.status !== 'ok') return [];
  return nvmeControllers.value
    .filter(({ state }) => state === 'dead')
    .map(({ name, model }) => ({
      code: 'hardware/disk-io-errors',
      severity: 'critical',
      params: { disk: `/dev/${name}`, model: model ?? '', count: 1, medium: false, line: `${name}: dead` },
      evidence: [nvmeControllers.from],
      ...subjectOf(name, facts),
    }));
};

const HOUR_S = 3600;

const linkFindings = (
  seen: readonly Of<'link'>[],
  facts: HardwareFacts,
  { warnLinkResets, linkResetHours }: HardwareSettings,
): readonly Found[] => {
  const now = facts.platform.status === 'ok' ? facts.platform.value.bootedSecondsAgo : 0;
  const recent = seen.filter(({ seconds }) => seconds === null || now - seconds <= linkResetHours * HOUR_S);
  return grouped(recent, ({ port }) => port).flatMap(([port, resets]): readonly Found[] => {
    const disk = diskAtPort(port, facts) ?? diskNamed(port, facts);
    if (resets.length < warnLinkResets || isLoose(disk)) return [];
    const name = disk === undefined ? port : `/dev/${disk.name}`;
    return [
      {
        code: 'hardware/disk-link-resets',
        severity: 'warning',
        params: { disk: name, model: disk?.model ?? '', count: resets.length, line: resets[0]?.text ?? '' },
        evidence: [facts.kernelLog.from],
        ...subjectOf(disk?.name ?? port, facts),
      },
    ];
  });
};

const fileSystemFindings = (seen: readonly Of<'file-system'>[], facts: HardwareFacts): readonly Found[] => {
  const counted =
    facts.ext4Errors.status === 'ok' ? facts.ext4Errors.value.filter(({ count }) => count > 0) : [];
  const said = grouped(seen, ({ device }) => device);
  const devices = [...new Set([...counted.map(({ device }) => device), ...said.map(([device]) => device)])];
  // A journal that gave up says so without a device, beside lines that name it.
  const named = devices.filter((device) => device !== '');
  const ext4 = (named.length > 0 ? named : devices).map((device): Found => {
    const lines = said.find(([one]) => one === device)?.[1] ?? [];
    const count = counted.find((one) => one.device === device)?.count ?? lines.length;
    const mount = mountOfDevice(device, facts);
    return {
      code: 'hardware/filesystem-errors',
      // What is not mounted now does not hold up this computer.
      severity: mount === undefined ? 'warning' : 'critical',
      params: {
        path: mount?.path ?? '',
        device: device === '' ? '' : `/dev/${device}`,
        type: mount?.type ?? lines[0]?.type ?? 'ext4',
        count,
        line: lines[0]?.text ?? '',
      },
      evidence: [
        ...(counted.length > 0 ? [facts.ext4Errors.from] : []),
        ...(lines.length > 0 ? [facts.kernelLog.from] : []),
      ],
      ...(mount !== undefined && { subject: mount.path }),
    };
  });
  return [...ext4, ...btrfsFindings(facts)];
};

/** btrfs found data whose checksum is wrong; the counters stay until somebody resets them. */
const btrfsFindings = ({ btrfsDevices }: HardwareFacts): readonly Found[] => {
  if (btrfsDevices.status !== 'ok') return [];
  return grouped(btrfsDevices.value, ({ volume }) => volume).flatMap(
    ([volume, devices]): readonly Found[] => {
      const count = devices.reduce((sum, one) => sum + one.corruptions + one.readErrors + one.writeErrors, 0);
      return count === 0
        ? []
        : [
            {
              code: 'hardware/filesystem-errors',
              severity: 'warning',
              params: { path: '', device: volume, type: 'btrfs', count, line: '' },
              evidence: [btrfsDevices.from],
            },
          ];
    },
  );
};

const memoryFindings = (seen: readonly Of<'memory'>[], facts: HardwareFacts): readonly Found[] => {
  const controllers = facts.memoryControllers.status === 'ok' ? facts.memoryControllers.value : [];
  const counted = {
    uncorrected: controllers.reduce((sum, one) => sum + one.uncorrected, 0),
    corrected: controllers.reduce((sum, one) => sum + one.corrected, 0),
  };
  const uncorrected = Math.max(counted.uncorrected, seen.filter((one) => one.uncorrected).length);
  const corrected = Math.max(counted.corrected, seen.filter((one) => !one.uncorrected).length);
  if (uncorrected + corrected === 0) return [];
  return [
    {
      code: 'hardware/memory-errors',
      severity: uncorrected > 0 ? 'critical' : 'warning',
      params: { by: 'ecc', uncorrected, corrected, line: seen[0]?.text ?? '' },
      evidence: [
        ...(counted.uncorrected + counted.corrected > 0 ? [facts.memoryControllers.from] : []),
        ...(seen.length > 0 ? [facts.kernelLog.from] : []),
      ],
    },
  ];
};

const DAY_S = 86_400;

const machineCheckFindings = (
  seen: readonly Of<'machine-check'>[],
  facts: HardwareFacts,
  { warnCorrectedPerDay }: HardwareSettings,
): readonly Found[] => {
  const fatal = seen.filter((one) => one.fatal);
  const isMarked = facts.taint.status === 'ok' && isTainted(facts.taint.value, TAINT.machineCheck);
  const now = facts.platform.status === 'ok' ? facts.platform.value.bootedSecondsAgo : 0;
  const today = seen.filter(({ seconds }) => seconds === null || now - seconds <= DAY_S);
  if (fatal.length === 0 && !isMarked && today.length < warnCorrectedPerDay) return [];
  const isFatal = fatal.length > 0 || isMarked;
  return [
    {
      code: 'hardware/machine-check',
      severity: isFatal ? 'critical' : 'warning',
      params: { fatal: isFatal, count: Math.max(1, seen.length), line: (fatal[0] ?? seen[0])?.text ?? '' },
      evidence: [...(seen.length > 0 ? [facts.kernelLog.from] : []), ...(isMarked ? [facts.taint.from] : [])],
    },
  ];
};

export const grouped = <T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups];
};

/** Whether a disk keeps up with what is asked of it, and what kind of disk the system runs from. */
import type { Finding, Severity } from '../../../src/contract.ts';
import { diskOfNumber } from '../../../src/sources/block-devices.ts';
import { mountOf } from '../../../src/sources/mounts.ts';
import { choreOf } from '../maintenance.ts';
import type { Messages } from '../messages.en.ts';
import type { PerformanceFacts } from '../probe.ts';
import type { PerformanceSettings } from '../settings.ts';
import type { DiskLoad, View } from '../view.ts';

type Found = readonly Finding<Messages>[];

export const diskSaturated = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found =>
  view.disks
    .filter((disk) => isSlow(disk, settings))
    .flatMap((disk): Found => {
      const lasts = lastsOf(facts, view, settings);
      if (lasts === undefined) return [];
      const waiting = view.programs.filter(({ blocked }) => blocked).map(({ name }) => name);
      const chore = waiting.map(choreOf).find((one) => one !== undefined);
      const severity: Severity = !lasts.isLong || chore !== undefined ? 'info' : 'warning';
      return [
        {
          code: 'performance/disk-saturated',
          severity,
          params: {
            disk: disk.name,
            model: disk.model,
            busyPct: Math.round(disk.busyPct),
            waitMs: disk.waitMs === null ? null : Math.round(disk.waitMs),
            isHdd: disk.isHdd,
            isBrief: !lasts.isLong,
            waiting: [...new Set(waiting)].slice(0, MOST_WAITING),
            chore: chore ?? '',
          },
          evidence: lasts.from,
          ...(disk.subject !== undefined && { subject: disk.subject }),
        },
      ];
    });

const MOST_WAITING = 3;

const isSlow = (disk: DiskLoad, settings: PerformanceSettings): boolean =>
  disk.busyPct >= settings.diskBusyPct &&
  disk.waitMs !== null &&
  disk.waitMs > (disk.isHdd ? settings.hddWaitMs : settings.ssdWaitMs);

interface Lasting {
  readonly isLong: boolean;
  readonly from: readonly string[];
}

/**
 * A moment's work is none of our business: only Linux keeps account of a minute. What is seen elsewhere in a second
 * (Windows) or five (macOS) is true for the moment: a large file that is copied looks the same.
 */
const lastsOf = (
  facts: PerformanceFacts,
  { system }: View,
  settings: PerformanceSettings,
): Lasting | undefined => {
  const { ioPressure, diskTimes, windowsLoad, macDisksFirst } = facts;
  if (system !== 'linux')
    return { isLong: false, from: [system === 'win32' ? windowsLoad.from : macDisksFirst.from] };
  // Without the kernel's own account of who waits, half a second is all that is known.
  if (ioPressure.status !== 'ok') return { isLong: false, from: [diskTimes.from] };
  return ioPressure.value.some.avg60 < settings.ioWaitPct
    ? undefined
    : { isLong: true, from: [diskTimes.from, ioPressure.from] };
};

export const systemOnHdd = (facts: PerformanceFacts, view: View): Found => {
  // A virtual machine's disk is a file, and says of itself what its host likes.
  if (view.isVirtual || view.isWsl) return [];
  const disk = { linux: linuxSystemDisk, win32: windowsSystemDisk, darwin: macSystemDisk }[view.system](
    facts,
  );
  return disk === undefined
    ? []
    : [
        {
          code: 'performance/system-on-hdd',
          severity: 'info',
          params: { disk: disk.name, model: disk.model },
          evidence: [disk.from],
        },
      ];
};

type SystemDisk = { readonly name: string; readonly model: string; readonly from: string } | undefined;

const REAL: ReadonlySet<string> = new Set(['ata', 'sas', 'scsi', 'nvme']);

const linuxSystemDisk = ({ mounts, blockNumbers, blockDevices }: PerformanceFacts): SystemDisk => {
  if (mounts.status !== 'ok' || blockDevices.status !== 'ok') return undefined;
  const root = mountOf('/', mounts.value);
  const numbers = blockNumbers.status === 'ok' ? blockNumbers.value : {};
  const name =
    root === undefined
      ? undefined
      : (diskOfNumber(root.volume, numbers) ?? diskNamed(root.source, facts(blockDevices)));
  const disk = blockDevices.value.find((one) => one.name === name);
  if (disk?.rotational !== true) return undefined;
  // What lies over a disk takes the flag from it; which disk that is is told where there is one only.
  const beneath = blockDevices.value.filter(({ transport, bytes }) => REAL.has(transport) && bytes > 0);
  if (
    !REAL.has(disk.transport) &&
    (disk.transport !== 'virtual' || !beneath.some(({ rotational }) => rotational === true))
  )
    return undefined;
  const shown = REAL.has(disk.transport) ? disk : beneath.length === 1 ? beneath[0] : undefined;
  return { name: shown?.name ?? disk.name, model: shown?.model ?? '', from: blockDevices.from };
};

const facts = (reading: PerformanceFacts['blockDevices']): readonly string[] =>
  reading.status === 'ok' ? reading.value.map(({ name }) => name) : [];

/** Btrfs has no number of a disk: `/dev/sda2`, `/dev/nvme0n1p3`. */
const diskNamed = (source: string, names: readonly string[]): string | undefined => {
  const device = source.replace(/^\/dev\//, '');
  return names
    .filter(
      (name) => device === name || (device.startsWith(name) && /^p?\d{1,3}$/.test(device.slice(name.length))),
    )
    .sort((a, b) => b.length - a.length)[0];
};

const windowsSystemDisk = ({ windowsLoad }: PerformanceFacts): SystemDisk => {
  const disk = windowsLoad.status === 'ok' ? windowsLoad.value.systemDisk : null;
  return disk?.isHdd === true ? { name: '', model: disk.name, from: windowsLoad.from } : undefined;
};

const macSystemDisk = ({ macSystemDisk: reading }: PerformanceFacts): SystemDisk =>
  reading.status === 'ok' && reading.value?.isHdd === true
    ? { name: '', model: reading.value.name, from: reading.from }
    : undefined;

/** What Windows says of its disks and volumes in its own classes. */
import type { Finding } from '../../../src/contract.ts';
import { eventsOf, type WindowsEvent } from '../../../src/sources/windows-events.ts';
import type { WindowsDisk, WindowsHardware } from '../../../src/sources/windows-hardware/parts.ts';
import type { Sign } from '../drives.ts';
import type { Messages } from '../messages.en.ts';
import type { HardwareFacts } from '../probe.ts';
import type { HardwareSettings } from '../settings.ts';
import { diskEvents, diskIdOf, subjectOf } from '../windows-disk.ts';
import { failing, nvmeFinding, predictive, wornFinding } from './smart.ts';

type Found = Finding<Messages>;

export const windowsFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => [
  ...diskFindings(facts, settings),
  ...volumeFindings(facts),
];

const NVME_BUS = 17;

const diskFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => {
  const { windowsHardware } = facts;
  if (windowsHardware.status !== 'ok') return [];
  const all = windowsHardware.value;
  const named = all.disks.items.flatMap((disk): readonly Found[] => {
    const drive = { disk: `disk ${disk.id}`, model: disk.name };
    const common = { evidence: [windowsHardware.from], ...subjectOf(disk.id, all) };
    const counters = all.counters.items.find(({ id }) => id === disk.id);
    const own = isOnly(all) && disk.rotational !== false ? tableSigns(all.smart.items[0]) : [];
    const signs = [...own, ...readErrors(counters?.uncorrected ?? 0), ...unwell(disk)];
    const usedPct = counters?.usedPct ?? null;
    return [
      ...(saysFailing(disk, facts, all)
        ? disk.bus === NVME_BUS
          ? nvmeFinding(drive, ['unknown'], null, common)
          : [failing(drive, signs, common)]
        : predictive(drive, signs, false, common)),
      ...(usedPct !== null && usedPct >= settings.warnUsedPct && disk.rotational !== true
        ? [wornFinding({ ...drive, usedPct, sparePct: null, thresholdPct: null }, settings, common)]
        : []),
    ];
  });
  return [...named, ...unnamedFindings(all, named, windowsHardware.from)];
};

/** Windows names these tables by their device, and the disks by number: which is which is certain only where there is one of each. */
const isOnly = ({ disks, smart }: WindowsHardware): boolean =>
  disks.items.length === 1 && smart.items.length <= 1;

/** With several disks what the driver says is told under its own name, where no disk has said it by itself. */
const unnamedFindings = (all: WindowsHardware, named: readonly Found[], from: string): readonly Found[] => {
  if (isOnly(all)) return [];
  const isSaid = (code: Found['code']): boolean => named.some((one) => one.code === code);
  const common = { evidence: [from] };
  return [
    ...(isSaid('hardware/disk-smart-failing') || isSaid('hardware/nvme-critical-warning')
      ? []
      : all.predictions.items
          .filter(({ fails }) => fails)
          .map(({ name }) => failing({ disk: '', model: name }, [], common))),
    // Without the kind of the disk only what an SSD never counts is believed.
    ...all.smart.items.flatMap((table) =>
      predictive(
        { disk: '', model: table.name },
        tableSigns(table).filter(({ sign }) => sign === 'pending'),
        false,
        common,
      ),
    ),
  ];
};

/** HealthStatus 1: Windows itself is worried. */
const unwell = ({ health }: WindowsDisk): readonly Sign[] =>
  health === 1 ? [{ sign: 'windows-warning', count: 1, name: '' }] : [];

/** HealthStatus 2, a predicted failure (OperationalStatus 5), the driver's own prediction, or event 52. */
const saysFailing = (disk: WindowsDisk, facts: HardwareFacts, all: WindowsHardware): boolean =>
  disk.health === 2 ||
  disk.status.includes(5) ||
  (disk.bus === NVME_BUS && disk.health === 1) ||
  (isOnly(all) && all.predictions.items.some(({ fails }) => fails)) ||
  diskEvents(facts, 52).some((event) => diskIdOf(event) === disk.id);

const WANTED = [
  [197, 'pending'],
  [198, 'uncorrectable'],
  [187, 'reported'],
  [5, 'reallocated'],
] as const;

const tableSigns = (table: WindowsHardware['smart']['items'][number] | undefined): readonly Sign[] =>
  WANTED.flatMap(([id, sign]) =>
    (table?.attributes ?? [])
      .filter((one) => one.id === id && one.raw > 0 && one.raw < 2 ** 32 - 1)
      .map(({ raw }) => ({ sign, count: raw, name: '' })),
  );

const readErrors = (count: number): readonly Sign[] =>
  count > 0 ? [{ sign: 'read-errors', count, name: '' }] : [];

const volumeFindings = (facts: HardwareFacts): readonly Found[] => {
  const { windowsHardware, windowsEvents } = facts;
  const unwell =
    windowsHardware.status === 'ok'
      ? windowsHardware.value.volumes.items.filter(({ health }) => health >= 1 && health <= 3)
      : [];
  const events =
    windowsEvents.status === 'ok'
      ? [
          ...eventsOf(windowsEvents.value, NTFS, 55),
          // 98 is also written at every start, with action 0: the volume is healthy.
          ...eventsOf(windowsEvents.value, NTFS, 98).filter(
            ({ fields }) => Number(fields.CorruptionActionState ?? '0') > 0,
          ),
        ]
      : [];
  const drives = [...new Set([...unwell.map(({ drive }) => drive), ...events.map(driveOf)])];
  return drives.map((drive) => {
    const volume = unwell.find((one) => one.drive === drive);
    const said = events.filter((event) => driveOf(event) === drive);
    return {
      code: 'hardware/filesystem-errors',
      severity: volume?.health === 1 && said.length === 0 ? 'warning' : 'critical',
      params: { path: drive, device: '', type: volume?.type || 'NTFS', count: said.length, line: '' },
      evidence: [
        ...(volume === undefined ? [] : [windowsHardware.from]),
        ...(said.length > 0 ? [windowsEvents.from] : []),
      ],
      ...(drive !== '' && { subject: drive }),
    };
  });
};

const NTFS = /^(?:Microsoft-Windows-)?Ntfs$/i;

const driveOf = ({ fields, data }: WindowsEvent): string =>
  [fields.DriveName, ...data]
    .find((value) => value !== undefined && /^[A-Z]:$/i.test(value))
    ?.toUpperCase() ?? '';

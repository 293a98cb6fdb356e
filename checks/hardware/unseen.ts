/** What had to be seen and was not; what is not on this computer did not have to be. */
import { type Unknown, unknown } from '../../src/contract.ts';
import { MAC_LOG_SPAN, macDiskLog } from '../../src/sources/mac-hardware.ts';
import { machineOf } from '../../src/sources/machine.ts';
import { smart, targetName } from '../../src/sources/smartctl.ts';
import { diskOf, isLoose, realDisks } from './disks.ts';
import { type HardwareFacts, knownOf, targetsOf } from './probe.ts';

export const unseen = (facts: HardwareFacts): readonly Unknown[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (system === 'win32') return unseenOnWindows(facts);
  if (system === 'darwin') return unseenOnMac(facts);
  const { kernelLog, blockDevices } = facts;
  return [
    ...(kernelLog.status === 'ok' ? [] : [unknown(kernelLog)]),
    ...(blockDevices.status === 'ok' || blockDevices.status === 'absent' ? [] : [unknown(blockDevices)]),
    ...unseenDisks(facts),
  ];
};

/** What a virtual machine calls a disk is a file of its host: it has no health of its own. */
const VIRTUAL_DISK = /QEMU|VBOX|VMware|Virtual|Msft|XEN|Google|Amazon|scsi_debug/i;

const unseenDisks = (facts: HardwareFacts): readonly Unknown[] => {
  const asked = targetsOf(facts).map((target) => ({
    disk: diskOf(target.device),
    isBehind: target.type.includes(','),
    reading: facts.get(smart(targetName(target))),
  }));
  const asleep = asked.flatMap(({ reading, disk }): readonly Unknown[] =>
    reading.status === 'ok' && reading.value.state === 'asleep'
      ? [{ source: reading.from, reason: 'left-out', why: `${disk} is asleep, and was not woken` }]
      : [],
  );
  const isRaid = asked.some(({ isBehind, reading }) => isBehind && reading.status === 'ok');
  const missing = realDisks(facts).filter(
    (disk) =>
      MEASURED.has(disk.transport) &&
      !isLoose(disk) &&
      machineOf(facts).virtual === null &&
      !VIRTUAL_DISK.test(disk.model ?? '') &&
      knownOf(disk.name, facts)?.status !== 'ok' &&
      !asked.some((one) => one.disk === diskOf(disk.name) && one.reading.status === 'ok'),
  );
  if (missing.length === 0) return asleep;
  const [first] = missing;
  const names = missing.map(({ name }) => name).join(', ');
  if (facts.smartScan.status !== 'ok') {
    const why =
      facts.smartScan.status === 'absent'
        ? `smartctl (package smartmontools) is not installed: the health of ${names} was not read`
        : `${facts.smartScan.why}: the health of ${names} was not read`;
    return [...asleep, { source: facts.smartScan.from, reason: facts.smartScan.status, why }];
  }
  const reading = asked.find(({ disk }) => disk === diskOf(first?.name ?? ''))?.reading;
  // Behind a controller the disks themselves were read: what the controller shows as a disk has no health.
  if (reading === undefined || reading.status === 'ok' || (isRaid && reading.status !== 'denied'))
    return asleep;
  // Most USB adapters pass nothing on; that is so, and no doubt about this computer.
  if (reading.status === 'unsupported' && missing.every(({ transport }) => transport === 'usb'))
    return asleep;
  return [...asleep, { source: reading.from, reason: reading.status, why: `${names}: ${reading.why}` }];
};

const MEASURED: ReadonlySet<string> = new Set(['ata', 'sas', 'scsi', 'nvme', 'usb']);

const unseenOnWindows = (facts: HardwareFacts): readonly Unknown[] => {
  const { windowsHardware, windowsEvents } = facts;
  const events = windowsEvents.status === 'ok' ? [] : [unknown(windowsEvents)];
  if (windowsHardware.status !== 'ok') return [unknown(windowsHardware), ...events];
  const { disks, counters } = windowsHardware.value;
  const from = windowsHardware.from;
  if (disks.state !== 'ok' || disks.items.length === 0)
    return [
      { source: from, reason: disks.state === 'denied' ? 'denied' : 'failed', why: 'Windows lists no disk' },
      ...events,
    ];
  const isVirtual =
    machineOf(facts).virtual !== null || disks.items.every(({ name }) => VIRTUAL_DISK.test(name));
  return counters.state === 'ok' || isVirtual
    ? events
    : [
        {
          source: from,
          reason: counters.state === 'denied' ? 'denied' : 'failed',
          why: 'the disks’ error counters and wear (MSFT_StorageReliabilityCounter)',
        },
        ...events,
      ];
};

const unseenOnMac = (facts: HardwareFacts): readonly Unknown[] => {
  const log = facts.get(macDiskLog(MAC_LOG_SPAN));
  return [facts.macHardware, log].flatMap((reading) => (reading.status === 'ok' ? [] : [unknown(reading)]));
};

/** What Windows' event log says of disks, memory and processor. */
import type { Finding } from '../../../src/contract.ts';
import { eventsOf } from '../../../src/sources/windows-events.ts';
import type { Messages } from '../messages.en.ts';
import type { HardwareFacts } from '../probe.ts';
import type { HardwareSettings } from '../settings.ts';
import { isWithin } from '../when.ts';
import { diskEvents, diskIdOf, subjectOf } from '../windows-disk.ts';
import { grouped } from './kernel.ts';

type Found = Finding<Messages>;

const USB_BUS = 7;

export const windowsEventFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => [
  ...ioFindings(facts, settings),
  ...linkFindings(facts, settings),
  ...memoryFindings(facts),
  ...machineFindings(facts, settings),
];

const ioFindings = (
  facts: HardwareFacts,
  { diskEventDays, warnDiskEvents }: HardwareSettings,
): readonly Found[] => {
  if (facts.clock.status !== 'ok') return [];
  const now = facts.clock.value.epochMs;
  const recent = diskEvents(facts, 7, 11, 51, 153, 154).filter(({ at }) => isWithin(at, now, diskEventDays));
  const hardware = facts.windowsHardware.status === 'ok' ? facts.windowsHardware.value : undefined;
  return grouped(recent, diskIdOf).flatMap(([id, events]): readonly Found[] => {
    const disk = hardware?.disks.items.find((one) => one.id === id);
    // Paging errors of a stick that is pulled out mean nothing (KB244780).
    const told = disk?.bus === USB_BUS ? events.filter(({ id: event }) => event !== 51) : events;
    const medium = told.some(({ id: event }) => event === 7 || event === 154);
    if (!medium && told.length < warnDiskEvents) return [];
    return [
      {
        code: 'hardware/disk-io-errors',
        severity: medium ? 'critical' : 'warning',
        params: {
          disk: id === '' ? '' : `disk ${id}`,
          model: disk?.name ?? '',
          count: told.length,
          medium,
          line: `disk ${[...new Set(told.map(({ id: event }) => event))].join(', ')}`,
        },
        evidence: [facts.windowsEvents.from],
        ...(hardware === undefined ? {} : subjectOf(id, hardware)),
      },
    ];
  });
};

const linkFindings = (facts: HardwareFacts, { warnLinkResets }: HardwareSettings): readonly Found[] => {
  if (facts.windowsEvents.status !== 'ok' || facts.clock.status !== 'ok') return [];
  const now = facts.clock.value.epochMs;
  const resets = eventsOf(facts.windowsEvents.value, /^(?:storahci|stornvme|iaStor\w*)$/i, 129).filter(
    ({ at }) => isWithin(at, now, 1),
  );
  const gone = diskEvents(facts, 157).filter(({ at }) => isWithin(at, now, 1));
  const all = [...resets, ...gone];
  return all.length < warnLinkResets
    ? []
    : [
        {
          code: 'hardware/disk-link-resets',
          severity: 'warning',
          params: {
            disk: resets[0]?.data.find((value) => /^\\Device\\/i.test(value)) ?? '',
            model: '',
            count: all.length,
            line: [...new Set(all.map(({ provider, id }) => `${provider} ${id}`))].join(', '),
          },
          evidence: [facts.windowsEvents.from],
        },
      ];
};

const WHEA = 'Microsoft-Windows-WHEA-Logger';

/** The newest result of the memory test counts: 1101 and 1201 are clean, 1102 and 1202 are not. */
const memoryFindings = ({ windowsEvents }: HardwareFacts): readonly Found[] => {
  if (windowsEvents.status !== 'ok') return [];
  const tests = [
    ...eventsOf(windowsEvents.value, 'Microsoft-Windows-MemoryDiagnostics-Results', 1101, 1102, 1201, 1202),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  const corrected = eventsOf(windowsEvents.value, WHEA, 47);
  const failed = tests[0]?.id === 1102 || tests[0]?.id === 1202;
  if (!failed && corrected.length === 0) return [];
  return [
    {
      code: 'hardware/memory-errors',
      severity: failed ? 'critical' : 'warning',
      params: { by: failed ? 'test' : 'whea', uncorrected: 0, corrected: corrected.length, line: '' },
      evidence: [windowsEvents.from],
    },
  ];
};

/** `0x00000124 (0x0, …)`: what Windows stopped with because the processor reported an error. */
const WHEA_STOP = /^0x0*124\b/i;

const machineFindings = (
  { windowsEvents, clock }: HardwareFacts,
  { warnCorrectedPerDay, warnPcieCorrectedPerHour }: HardwareSettings,
): readonly Found[] => {
  if (windowsEvents.status !== 'ok' || clock.status !== 'ok') return [];
  const now = clock.value.epochMs;
  const stops = eventsOf(windowsEvents.value, 'Microsoft-Windows-WER-SystemErrorReporting', 1001).filter(
    ({ data }) => data.some((value) => WHEA_STOP.test(value)),
  );
  const fatal = [...eventsOf(windowsEvents.value, WHEA, 18), ...stops];
  const corrected = eventsOf(windowsEvents.value, WHEA, 19).filter(({ at }) => isWithin(at, now, 1));
  const bus = eventsOf(windowsEvents.value, WHEA, 17).filter(({ at }) => isWithin(at, now, 1 / 24));
  const isCorrected = corrected.length >= warnCorrectedPerDay || bus.length > warnPcieCorrectedPerHour;
  if (fatal.length === 0 && !isCorrected) return [];
  const all = fatal.length > 0 ? fatal : [...corrected, ...bus];
  return [
    {
      code: 'hardware/machine-check',
      severity: fatal.length > 0 ? 'critical' : 'warning',
      params: {
        fatal: fatal.length > 0,
        count: all.length,
        line: [
          ...new Set(all.map(({ provider, id }) => `${provider.replace('Microsoft-Windows-', '')} ${id}`)),
        ].join(', '),
      },
      evidence: [windowsEvents.from],
    },
  ];
};

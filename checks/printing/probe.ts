/** What is read: queues and jobs, what is connected by USB, and whether network printers answer. */
import type { Facts, Reading, Source } from '../../src/contract.ts';
import { everywhere, family, read, source } from '../../src/contract.ts';
import { endpoint } from '../../src/sources/network/probes.ts';
import { clock, placeReads } from '../../src/sources/system.ts';
import { unitDetail } from '../../src/sources/systemd.ts';
import { usbDevices } from '../../src/sources/usb.ts';
import { windowsEvents } from '../../src/sources/windows-events.ts';
import { cups } from './cups.ts';
import { type Printer, printersOfCups, printersOfWindows } from './printers.ts';
import type { PrintingSettings } from './settings.ts';
import { windowsPrinting } from './windows.ts';

/** The service that the sockets start; the snap has its own. */
export const CUPS_UNITS = ['cups.service', 'cups.socket', 'snap.cups.cupsd.service'] as const;

/** There from the first printer on. Its text is for root, that it is there is for everybody. */
const queueList = source({
  id: 'print.queue-list',
  os: ['linux', 'darwin'],
  request: { kind: 'stat', path: '/etc/cups/printers.conf' },
  parse: ({ bytes }) => ({ bytes }),
});

export const reads = {
  ...placeReads,
  clock,
  cups,
  windows: windowsPrinting,
  usb: usbDevices,
  events: windowsEvents,
  queueList,
};

export type PrintingFacts = Facts<typeof reads>;

/** One connection, opened and closed: cheap print servers take one at a time. */
export const answers = family('print.tcp', 'address:port', (target) => {
  const [, host = target, port = '0'] = /^\[?(.+?)\]?:(\d+)$/.exec(target) ?? [];
  return { on: everywhere(read({ kind: 'tcp', host, port: Number(port) }, (raw) => raw)) };
});

export const families = [unitDetail, answers];

export const followUps = (facts: PrintingFacts, settings: PrintingSettings): readonly Source<unknown>[] => {
  const { cups: queues } = facts;
  if (queues.status === 'ok' && !queues.value.running) {
    return CUPS_UNITS.map(unitDetail);
  }
  return tried(printersOf(facts), settings).map(answers);
};

/** Of this system: none where the queues could not be read. */
export const printersOf = ({ cups: queues, windows }: PrintingFacts): readonly Printer[] => {
  if (queues.status === 'ok') return printersOfCups(queues.value);
  return windows.status === 'ok' ? printersOfWindows(windows.value) : [];
};

/** Addresses that are tried: the default first, then what has documents waiting. */
const tried = (printers: readonly Printer[], { maxTried }: PrintingSettings): readonly string[] => {
  const sorted = [...printers].sort(
    (a, b) => Number(b.isDefault) - Number(a.isDefault) || b.jobs.length - a.jobs.length,
  );
  return [...new Set(sorted.flatMap(addressOf))].slice(0, maxTried);
};

export const addressOf = ({ device }: Printer): readonly string[] =>
  device?.kind === 'network' ? [endpoint(device.host, device.port)] : [];

/** Only what was read: a reading that is not there says nothing. */
export const known = <T>(reading: Reading<T>): T | null => (reading.status === 'ok' ? reading.value : null);

/** One look after the other at everything that can be plugged in, through the host. */
import type { Facts, Host, Reading, Source, Unread } from '../../contract.ts';
import { gatherer } from '../../gather.ts';
import { sharing } from '../../host/sharing.ts';
import { limitsFrom } from '../../limits.ts';
import { bluez } from '../../sources/bluetooth.ts';
import { kernelLog } from '../../sources/kernel-log.ts';
import { type Peripheral, peripheralReads, peripheralsIn } from '../../sources/peripherals.ts';
import { type UsbEvent, usbEvents } from '../../sources/usb/log.ts';

export interface Looked {
  readonly items: readonly Peripheral[];
  readonly said: readonly UsbEvent[];
  /** Nothing of all that could be read: then nothing can be followed. */
  readonly blind: boolean;
  readonly unread: readonly Unread[];
}

const BLUEZ = bluez('org.bluez');
const LOOK_MS = 20_000;
/** Programs are not started at each look: the kernel's log at every second one, Bluetooth at every fourth. */
const LOG_EVERY = 2;
const BLUEZ_EVERY = 4;

/** Without these a device would not be noticed. */
const BUSES = ['usbDevices', 'windowsDevices'] as const;

/** Remembers between looks how far the kernel's log was read, and what was asked for less often. */
export const looker = (host: Host): ((signal: AbortSignal) => Promise<Looked>) => {
  let turn = 0;
  let readUpTo: number | undefined;
  let known: Reading<unknown> | undefined;
  return async (signal) => {
    const gather = gatherer(sharing(host), limitsFrom({ totalMs: LOOK_MS, checkMs: LOOK_MS }), {
      interrupt: signal,
    });
    const read = (source: Source<unknown>) => gather.read(source, signal);
    try {
      const names = Object.keys(peripheralReads);
      const withLog = turn % LOG_EVERY === 0;
      const [log, ...readings] = await Promise.all([
        withLog ? read(kernelLog) : undefined,
        ...Object.values(peripheralReads).map(read),
      ]);
      const seen = new Map(names.map((name, at) => [name, readings[at]]));
      const adapters = seen.get('bluetoothAdapters');
      const hasAdapter =
        adapters?.status === 'ok' && Array.isArray(adapters.value) && adapters.value.length > 0;
      if (!hasAdapter) known = undefined;
      else if (turn % BLUEZ_EVERY === 0) known = await read(BLUEZ);
      turn += 1;
      const lines = log?.status === 'ok' ? linesOf(log) : [];
      const isNew = ({ seconds }: UsbEvent): boolean =>
        readUpTo !== undefined && seconds !== null && seconds > readUpTo;
      const said = usbEvents(lines).filter(isNew);
      const last = lines.findLast(({ seconds }) => seconds !== null)?.seconds ?? undefined;
      readUpTo = Math.max(readUpTo ?? 0, last ?? 0);
      const items = peripheralsIn(factsFrom(seen, known));
      return {
        items,
        said,
        blind: BUSES.every((name) => seen.get(name)?.status !== 'ok') && items.length === 0,
        unread: [...readings, log, known].flatMap((reading) =>
          reading === undefined || reading.status === 'ok' ? [] : [reading],
        ),
      };
    } finally {
      await gather.end();
    }
  };
};

type LogReading = Extract<
  Reading<readonly { seconds: number | null; level: number | null; text: string }[]>,
  { status: 'ok' }
>;

// The reading was asked for by the source of that type.
const linesOf = (reading: Reading<unknown>): LogReading['value'] => (reading as LogReading).value;

const factsFrom = (
  seen: ReadonlyMap<string, Reading<unknown> | undefined>,
  known: Reading<unknown> | undefined,
): Facts<typeof peripheralReads> => {
  const none = (from: string): Unread => ({ status: 'unrecorded', why: 'not asked', from });
  return {
    ...Object.fromEntries(seen),
    get: ({ id }: Source<unknown>) => (id === BLUEZ.id ? known : undefined) ?? none(id),
    asked: ({ id }: Source<unknown>) => id === BLUEZ.id && known !== undefined,
    // Each name was just given the reading of the source under that name.
  } as Facts<typeof peripheralReads>;
};

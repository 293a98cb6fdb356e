/** Which printers there are, and which one programs take by themselves. */
import type { Finding } from '../../../src/contract.ts';
import { isOfClass, USB_CLASS } from '../../../src/sources/usb.ts';
import type { Messages } from '../messages.en.ts';
import type { Printer } from '../printers.ts';
import { known, type PrintingFacts } from '../probe.ts';

const isReal = ({ device }: Printer): boolean => device?.kind !== 'virtual';

const fromOf = ({ cups, windows }: PrintingFacts): string =>
  cups.status === 'ok' ? cups.from : windows.from;

/** Most computers without a printer want none: a fault only where one is connected. */
export const noPrinter = (
  printers: readonly Printer[],
  facts: PrintingFacts,
): readonly Finding<Messages>[] => {
  if (printers.some(isReal)) return [];
  const connected = (known(facts.usb) ?? []).find(
    (device) =>
      isOfClass(device, USB_CLASS.printer) || device.interfaces.some(({ driver }) => driver === 'usbprint'),
  );
  return [
    {
      code: 'printing/no-printer',
      severity: connected === undefined ? 'info' : 'warning',
      params: { connected: connected?.name ?? '' },
      evidence: [fromOf(facts), ...(connected === undefined ? [] : [facts.usb.from])],
    },
  ];
};

export const wrongDefault = (
  printers: readonly Printer[],
  isOffline: (printer: Printer) => boolean,
  facts: PrintingFacts,
): readonly Finding<Messages>[] => {
  const chosen = printers.find(({ isDefault }) => isDefault);
  const ready = printers.filter(
    (printer) => isReal(printer) && !printer.isDefault && !printer.paused && !isOffline(printer),
  );
  const [better] = ready;
  if (better === undefined) return [];
  const why =
    chosen === undefined
      ? // One printer without a default is found by every program.
        printers.filter(isReal).length > 1
        ? 'none'
        : null
      : !isReal(chosen)
        ? 'virtual'
        : isOffline(chosen)
          ? 'offline'
          : null;
  if (why === null) return [];
  return [
    {
      code: 'printing/wrong-default',
      severity: 'info',
      params: {
        why,
        chosen: chosen?.name ?? '',
        better: better.name,
        isManaged: known(facts.windows)?.managesDefault === true,
        system: facts.windows.status === 'ok' ? 'windows' : 'cups',
      },
      evidence: [fromOf(facts)],
    },
  ];
};

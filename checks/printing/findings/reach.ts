/** Whether a printer is there: by USB, or by an answer from its address. */
import { type Finding, type Unknown, unknown } from '../../../src/contract.ts';
import { isOfClass, USB_CLASS, type UsbDevice } from '../../../src/sources/usb.ts';
import type { Messages } from '../messages.en.ts';
import type { Printer } from '../printers.ts';
import { addressOf, answers, type PrintingFacts } from '../probe.ts';

export interface Reach {
  readonly isOffline: boolean;
  /** `usb`; the address that did not answer; `said` where only the system says so. */
  readonly how: 'usb' | 'timeout' | 'refused' | 'unreachable' | 'said' | null;
  readonly address: string;
  readonly evidence: readonly string[];
  readonly unknown: readonly Unknown[];
}

const there = (...evidence: readonly string[]): Reach => ({
  isOffline: false,
  how: null,
  address: '',
  evidence,
  unknown: [],
});

export const reach = (printer: Printer, facts: PrintingFacts): Reach => {
  switch (printer.device?.kind) {
    case 'usb':
      return byUsb(printer, facts);
    case 'network':
      return byNetwork(printer, facts);
    case 'other':
      return printer.saysOffline ? { ...there(queuesOf(facts)), isOffline: true, how: 'said' } : there();
    default:
      return there();
  }
};

const byUsb = (printer: Printer, facts: PrintingFacts): Reach => {
  const { usb } = facts;
  if (usb.status !== 'ok') {
    // No USB at all, as in a virtual machine: then it is not connected by it.
    if (usb.status === 'absent') return { ...there(queuesOf(facts)), isOffline: true, how: 'usb' };
    return { ...there(), unknown: [unknown(usb)] };
  }
  if (usb.value.some((device) => isThis(printer, device))) return there(usb.from);
  return { ...there(queuesOf(facts), usb.from), isOffline: true, how: 'usb' };
};

/**
 * Any printer on USB counts as this one: what it calls itself in its URI (IEEE 1284) and in its
 * descriptors are two things that makers fill differently. macOS does not tell a device's class: there
 * the serial number or the name must fit.
 */
const isThis = ({ device }: Printer, candidate: UsbDevice): boolean => {
  if (isOfClass(candidate, USB_CLASS.printer)) return true;
  if (candidate.interfaces.some(({ driver }) => driver === 'usblp' || driver === 'usbprint')) return true;
  if (device?.kind !== 'usb' || candidate.interfaces.length > 0) return false;
  const isSameSerial = device.serial !== null && candidate.serial === device.serial;
  const [ours, theirs] = [device.model, candidate.name].map((name) => name.toLowerCase().trim());
  return isSameSerial || (!!ours && !!theirs && (ours.includes(theirs) || theirs.includes(ours)));
};

const byNetwork = (printer: Printer, facts: PrintingFacts): Reach => {
  const [address = ''] = addressOf(printer);
  const source = answers(address);
  // More of them than are tried: what the system says is all there is.
  if (!facts.asked(source)) {
    return printer.saysOffline
      ? { ...there(queuesOf(facts)), isOffline: true, how: 'said', address }
      : there(queuesOf(facts));
  }
  const reading = facts.get(source);
  if (reading.status !== 'ok') return { ...there(), unknown: [unknown(reading)] };
  const outcome = reading.value.attempts[0]?.outcome;
  if (outcome === 'timeout' || outcome === 'refused' || outcome === 'unreachable') {
    return { ...there(queuesOf(facts), reading.from), isOffline: true, how: outcome, address };
  }
  // An answer, even one that breaks off, is an answer: the spooler's own notion is often older.
  if (outcome === 'connected' || outcome === 'reset') return there(reading.from);
  const why = outcome === 'no-name' ? `its name has no address: ${address}` : (outcome ?? 'no attempt');
  return { ...there(), unknown: [{ source: reading.from, reason: 'failed', why }] };
};

const queuesOf = ({ cups, windows }: PrintingFacts): string =>
  cups.status === 'ok' ? cups.from : windows.from;

/** Switched off while nobody prints is how printers spend their days: it is pressing once a document waits. */
export const offlineOf = (
  printer: Printer,
  found: Reach | undefined,
  all: readonly Printer[],
): readonly Finding<Messages>[] => {
  if (found === undefined || !found.isOffline || found.how === null) return [];
  const waiting = printer.jobs.filter(({ held }) => !held).length;
  const isUsual = printer.isDefault || all.filter(({ device }) => device?.kind !== 'virtual').length === 1;
  return [
    {
      code: 'printing/printer-offline',
      severity: waiting > 0 ? 'critical' : isUsual ? 'warning' : 'info',
      params: { printer: printer.name, how: found.how, address: found.address, waiting },
      evidence: found.evidence,
      subject: printer.name,
    },
  ];
};

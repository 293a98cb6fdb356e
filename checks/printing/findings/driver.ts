/** A driver or filter that is not there, is refused, or gives up on documents. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import type { Messages } from '../messages.en.ts';
import type { Printer } from '../printers.ts';
import { known, type PrintingFacts } from '../probe.ts';

export const failing = (printer: Printer, facts: PrintingFacts): readonly Finding<Messages>[] => {
  const failed = printer.jobs.filter((job) => job.failed);
  const events = refusals(printer, facts);
  const isCups = facts.cups.status === 'ok';
  if (printer.brokenDriver === '' && failed.length === 0 && events < 2) return [];
  return [
    {
      code: 'printing/filter-failed',
      severity: 'critical',
      params: {
        printer: printer.name,
        driver: printer.brokenDriver,
        failed: failed.length + events,
        message: printer.message,
        system: isCups ? 'cups' : 'windows',
      },
      evidence: [isCups ? facts.cups.from : facts.windows.from, ...(events > 1 ? [facts.events.from] : [])],
      subject: printer.name,
    },
  ];
};

/** Event 372 of PrintService/Admin: the third value is the printer. One refusal happens; two in a day are a fault. */
const REFUSED = 372;
const PRINTER_AT = 2;
const DAY_MS = 86_400_000;

const refusals = ({ name }: Printer, facts: PrintingFacts): number => {
  const now = known(facts.clock)?.epochMs;
  const events = known(facts.events)?.events ?? [];
  if (now === undefined) return 0;
  return events.filter(
    ({ provider, id, at, data }) =>
      provider === 'Microsoft-Windows-PrintService' &&
      id === REFUSED &&
      data[PRINTER_AT] === name &&
      now - (parseIsoTime(at) ?? Number.NEGATIVE_INFINITY) < DAY_MS,
  ).length;
};

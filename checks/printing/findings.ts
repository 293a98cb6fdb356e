/** The rules of printing, printer by printer; what was not looked at is said. */
import { type Diagnosis, type Finding, type Unknown, unknown } from '../../src/contract.ts';
import { placeOf } from '../../src/sources/system.ts';
import { failing } from './findings/driver.ts';
import { attention, jobsStuck, queuePaused } from './findings/queue.ts';
import { offlineOf, reach } from './findings/reach.ts';
import { spooler } from './findings/spooler.ts';
import { noPrinter, wrongDefault } from './findings/which.ts';
import type { Messages } from './messages.en.ts';
import type { Printer } from './printers.ts';
import { type PrintingFacts, printersOf } from './probe.ts';
import type { PrintingSettings } from './settings.ts';

export const diagnose = (facts: PrintingFacts, settings: PrintingSettings): Diagnosis<Messages> => {
  if (placeOf(facts) === 'container') return { findings: [], skipped: 'container' };
  const { cups, windows } = facts;
  // Each system has one of the two; the other one is `unsupported` there.
  const own = cups.status === 'unsupported' ? windows : cups;
  if (own.status === 'absent') return { findings: [], skipped: 'no-print-system' };
  if (own.status !== 'ok') return { findings: [], unknown: [unknown(own)] };

  const service = spooler(facts);
  if (service !== null) return service;
  if (windows.status === 'ok' && windows.value.printers === null) {
    return {
      findings: [],
      unknown: [{ source: windows.from, reason: 'failed', why: 'Windows did not list the printers' }],
    };
  }
  const printers = printersOf(facts);
  const outOfReach = printers.map((printer) => reach(printer, facts));
  const isOffline = (printer: Printer): boolean => outOfReach[printers.indexOf(printer)]?.isOffline === true;
  const findings: readonly Finding<Messages>[] = [
    ...printers.flatMap((printer, at) => offlineOf(printer, outOfReach[at], printers)),
    ...printers.flatMap((printer) => failing(printer, facts)),
    ...printers.flatMap((printer) => attention(printer, facts)),
    ...printers.flatMap((printer) => queuePaused(printer, isOffline(printer), facts)),
    ...printers.flatMap((printer) => jobsStuck(printer, facts, settings)),
    ...noPrinter(printers, facts),
    ...wrongDefault(printers, isOffline, facts),
  ];
  return { findings, unknown: [...unseen(printers, facts), ...outOfReach.flatMap((one) => one.unknown)] };
};

/** The age of documents needs a clock, and only where there are documents. */
const unseen = (printers: readonly Printer[], { clock }: PrintingFacts): readonly Unknown[] =>
  clock.status !== 'ok' && printers.some(({ jobs }) => jobs.length > 0) ? [unknown(clock)] : [];

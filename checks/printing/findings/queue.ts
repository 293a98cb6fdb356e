/** Queues that were stopped, documents that wait, and what the printer itself asks for. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import type { Job, Printer } from '../printers.ts';
import { known, type PrintingFacts } from '../probe.ts';
import type { PrintingSettings } from '../settings.ts';

const fromOf = ({ cups, windows }: PrintingFacts): string =>
  cups.status === 'ok' ? cups.from : windows.from;

const systemOf = ({ windows }: PrintingFacts): 'windows' | 'cups' =>
  windows.status === 'ok' ? 'windows' : 'cups';

/** Windows sets «use printer offline» itself when the cable is pulled: a finding only where the printer is there. */
export const queuePaused = (
  printer: Printer,
  isOffline: boolean,
  facts: PrintingFacts,
): readonly Finding<Messages>[] => {
  const how = printer.paused
    ? 'paused'
    : printer.refusing
      ? 'refusing'
      : printer.workOffline && !isOffline
        ? 'offline-mode'
        : null;
  if (how === null) return [];
  return [
    {
      code: 'printing/queue-paused',
      severity: 'warning',
      params: {
        printer: printer.name,
        how,
        message: printer.message,
        waiting: printer.jobs.length,
        system: systemOf(facts),
      },
      evidence: [fromOf(facts)],
      subject: printer.name,
    },
  ];
};

export const attention = (printer: Printer, facts: PrintingFacts): readonly Finding<Messages>[] => {
  const { attention: needs } = printer;
  const severity = (['critical', 'warning', 'info'] as const).find((one) =>
    needs.some((need) => need.severity === one),
  );
  if (severity === undefined) return [];
  return [
    {
      code: 'printing/supplies-or-paper',
      severity,
      params: {
        printer: printer.name,
        needs: needs.filter((need) => need.severity === severity).map(({ what }) => what),
      },
      evidence: [fromOf(facts)],
      subject: printer.name,
    },
  ];
};

const MINUTE_MS = 60_000;

export const jobsStuck = (
  printer: Printer,
  facts: PrintingFacts,
  { stuckMinutes, printingMinutes }: PrintingSettings,
): readonly Finding<Messages>[] => {
  const now = known(facts.clock)?.epochMs ?? null;
  const [oldest] = printer.jobs
    .filter(({ held }) => !held)
    .flatMap((job) => {
      const sinceMs = startOf(job, printer);
      return now === null || sinceMs === null
        ? []
        : [{ job, minutes: Math.floor((now - sinceMs) / MINUTE_MS) }];
    })
    .filter(({ job, minutes }) => minutes >= (job.printing ? printingMinutes : stuckMinutes))
    // While a document is being printed the ones behind it wait as they should.
    .filter(({ job }) => job.printing || !printer.jobs.some(({ printing }) => printing))
    .sort((a, b) => b.minutes - a.minutes);
  if (oldest === undefined) return [];
  return [
    {
      code: 'printing/jobs-stuck',
      severity: 'warning',
      params: {
        printer: printer.name,
        jobs: printer.jobs.filter(({ held }) => !held).length,
        minutes: oldest.minutes,
        id: oldest.job.id,
        system: systemOf(facts),
      },
      evidence: [fromOf(facts), facts.clock.from],
      subject: printer.name,
    },
  ];
};

/** What is being printed counts from when that began, where the queue says it. */
const startOf = ({ printing, submittedMs }: Job, { printingSinceMs }: Printer): number | null =>
  printing && printingSinceMs !== null && (submittedMs === null || printingSinceMs > submittedMs)
    ? printingSinceMs
    : submittedMs;

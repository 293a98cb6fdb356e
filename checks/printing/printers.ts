/** Printers as the rules see them, whichever system they are of. */
import type { Attention } from './attention.ts';
import { errorStateOf, reasonsOf, stateBits } from './attention.ts';
import type { Cups, CupsJob } from './cups.ts';
import { type Device, deviceOf, isElsewhere } from './device.ts';
import type { WindowsJob, WindowsPrinter, WindowsPrinting } from './windows.ts';

export interface Printer {
  readonly name: string;
  readonly isDefault: boolean;
  readonly paused: boolean;
  /** «Use printer offline»: set by a person, and by Windows when the cable was pulled. */
  readonly workOffline: boolean;
  readonly refusing: boolean;
  /** What the system says about it; empty when nothing. */
  readonly message: string;
  readonly attention: readonly Attention[];
  /** The system thinks so, often wrongly: only asked where nothing better is known. */
  readonly saysOffline: boolean;
  /** Null: it is not known how it is connected. */
  readonly device: Device | null;
  /** The driver or filter that is not there, or is refused; empty when none. */
  readonly brokenDriver: string;
  /** Since when the present document is being printed. */
  readonly printingSinceMs: number | null;
  readonly jobs: readonly Job[];
}

export interface Job {
  readonly id: string;
  readonly owner: string;
  readonly submittedMs: number | null;
  /** A person said that it shall wait. */
  readonly held: boolean;
  /** The driver gave up on it. */
  readonly failed: boolean;
  readonly printing: boolean;
}

export const printersOfCups = (cups: Cups): readonly Printer[] =>
  cups.queues.map((queue): Printer => {
    const jobs = cups.jobs.filter((job) => job.queue === queue.name).map(cupsJobOf);
    const isFilterRefused = queue.reasons.some((reason) => /^cups-(missing|insecure)-filter/.test(reason));
    return {
      name: queue.name,
      isDefault: queue.name === cups.defaultQueue,
      paused: queue.state === 'stopped',
      workOffline: false,
      refusing: !queue.accepting,
      message: queue.message,
      attention: reasonsOf(queue.reasons),
      saysOffline: queue.reasons.some((reason) => OFFLINE_REASON.test(reason)),
      device: queue.uri === null ? null : deviceOf(queue.uri),
      brokenDriver: isFilterRefused
        ? (/"([^"]+)"/.exec(queue.message)?.[1] ?? queue.message) || queue.name
        : '',
      printingSinceMs: queue.state === 'printing' ? queue.sinceMs : null,
      jobs,
    };
  });

const OFFLINE_REASON = /^(offline|shutdown|timed-out|connecting-to-device)(-report|-warning|-error)?$/;

/** What cupsd and older filters leave in the status of a job whose filter failed; cupsd writes it in English. */
const FILTER_FAILED = /\bfilter\b.{0,80}\bfailed\b|filter errors|stopped with status|crashed on signal/i;

const cupsJobOf = (job: CupsJob): Job => ({
  id: job.id,
  owner: job.owner,
  submittedMs: job.submittedMs,
  held: job.reasons.some((reason) => /^job-hold-until|^job-held/.test(reason)),
  failed: job.reasons.includes('cups-filter-crashed') || FILTER_FAILED.test(job.status),
  printing: job.reasons.includes('job-printing'),
});

const PAUSED = 0x1;
const OFFLINE = 0x80;
const NOT_AVAILABLE = 0x1000;

export const printersOfWindows = ({ printers, jobs, ports, drivers }: WindowsPrinting): readonly Printer[] =>
  (printers ?? []).map(
    (printer): Printer => ({
      name: printer.name,
      isDefault: printer.isDefault,
      paused: (printer.state & PAUSED) !== 0,
      workOffline: printer.workOffline,
      refusing: false,
      message: '',
      attention: mostSevere([...errorStateOf(printer.errorState), ...stateBits(printer.state)]),
      saysOffline:
        printer.workOffline ||
        printer.status === 7 ||
        printer.errorState === 9 ||
        (printer.state & (OFFLINE | NOT_AVAILABLE)) !== 0,
      device: windowsDeviceOf(printer, ports),
      brokenDriver:
        !printer.remote && drivers !== null && printer.driver !== '' && !isAmong(printer.driver, drivers)
          ? printer.driver
          : '',
      printingSinceMs: null,
      jobs: jobs.filter((job) => job.printer === printer.name).map(windowsJobOf),
    }),
  );

/** PowerShell cuts names of keys at a slash: `Generic / Text Only` arrives as ` Text Only`. */
const isAmong = (driver: string, installed: readonly string[]): boolean => {
  const name = driver.toLowerCase();
  return installed.some((one) => name === one.toLowerCase() || name.endsWith(`/${one.toLowerCase()}`));
};

/** Both tell the same paper: said once. */
const mostSevere = (all: readonly Attention[]): readonly Attention[] =>
  all.filter(({ what }, at) => all.findIndex((one) => one.what === what) === at);

const windowsDeviceOf = (
  { portName, remote, name }: WindowsPrinter,
  ports: WindowsPrinting['ports'],
): Device | null => {
  if (remote) return { kind: 'other' };
  // A port may be a pool: `USB001,USB002`.
  const [first = ''] = portName.split(',');
  if (VIRTUAL_PORT.test(first)) return { kind: 'virtual' };
  if (/^(USB|DOT4_)\d+$/i.test(first)) return { kind: 'usb', model: name, serial: null };
  const address = Object.hasOwn(ports, first) ? ports[first] : undefined;
  if (address === undefined) return { kind: 'other' };
  return isElsewhere(address.host) ? { kind: 'network', ...address } : { kind: 'other' };
};

/** Ports of programs: Print to PDF, XPS, OneNote, fax, other makers' PDF printers. */
const VIRTUAL_PORT = /^(PORTPROMPT|nul|FILE|XPSPort|SHRFAX|FAX|Microsoft\.|.*(OneNote|pdf))/i;

const JOB_PAUSED = 0x1;
const JOB_PRINTING = 0x10;

const windowsJobOf = (job: WindowsJob): Job => ({
  id: String(job.id),
  owner: job.owner,
  submittedMs: job.submittedMs,
  held: (job.statusMask & JOB_PAUSED) !== 0,
  failed: false,
  printing: (job.statusMask & JOB_PRINTING) !== 0,
});

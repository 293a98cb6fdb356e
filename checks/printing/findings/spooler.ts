/** Whether the service that everything prints through runs. */
import { type Diagnosis, type Finding, unknown } from '../../../src/contract.ts';
import { unitDetail } from '../../../src/sources/systemd.ts';
import type { Messages } from '../messages.en.ts';
import { CUPS_UNITS, known, type PrintingFacts } from '../probe.ts';

/** Without the service nothing else is known: then this is the whole diagnosis. Null when it runs. */
export const spooler = (facts: PrintingFacts): Diagnosis<Messages> | null => {
  const { cups, windows } = facts;
  if (windows.status === 'ok') {
    const { status, startType } = windows.value.spooler;
    if (status === RUNNING || status === STARTING) return null;
    const isOff = startType === DISABLED;
    return { findings: [stopped({ service: 'Spooler', isOff, isFailed: false }, windows.from)] };
  }
  if (cups.status !== 'ok' || cups.value.running) return null;
  // macOS starts it when it is asked: asked, and not there, it is broken.
  if (facts.get(unitDetail(CUPS_UNITS[0])).status === 'unsupported') {
    const isOff = facts.queueList.status === 'absent';
    return { findings: [stopped({ service: 'org.cups.cupsd', isOff, isFailed: false }, cups.from)] };
  }
  return onLinux(facts, cups.from);
};

/** Numbers of ServiceControllerStatus and ServiceStartMode. */
const STARTING = 2;
const RUNNING = 4;
const DISABLED = 4;

const onLinux = (facts: PrintingFacts, from: string): Diagnosis<Messages> => {
  const readings = CUPS_UNITS.map((name) => ({ name, reading: facts.get(unitDetail(name)) }));
  const installed = readings.flatMap(({ name, reading }) => {
    const detail = known(reading);
    return detail === null || detail.load === 'not-found' ? [] : [{ name, detail }];
  });
  const [unread] = readings.flatMap(({ reading }) => (reading.status === 'ok' ? [] : [reading]));
  if (installed.length === 0 && unread !== undefined) {
    // Another service manager: printers that were set up show that printing is wanted.
    return facts.queueList.status === 'ok'
      ? { findings: [stopped({ service: 'cupsd', isOff: false, isFailed: false }, from)] }
      : { findings: [], unknown: [unknown(unread)] };
  }
  // Programs that print are there, and no print service: printing goes elsewhere or is not wanted.
  if (installed.length === 0) return { findings: [], skipped: 'no-print-system' };
  const failed = installed.find(({ detail }) => detail.active === 'failed');
  const enabled = installed.find(({ detail }) =>
    /^(enabled|static|alias|generated)/.test(detail.enabled ?? ''),
  );
  const service =
    failed?.name ?? installed.find(({ name }) => name.endsWith('.service'))?.name ?? 'cups.service';
  return {
    findings: [
      stopped(
        { service, isOff: failed === undefined && enabled === undefined, isFailed: failed !== undefined },
        from,
        unitDetail(service).id,
      ),
    ],
  };
};

/** Switched off by someone it is no fault, but still the answer to «it does not print». */
const stopped = (
  params: { readonly service: string; readonly isOff: boolean; readonly isFailed: boolean },
  ...evidence: readonly string[]
): Finding<Messages> => ({
  code: 'printing/spooler-stopped',
  severity: params.isOff ? 'info' : 'critical',
  params,
  evidence,
});

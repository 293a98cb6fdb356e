/** What USB ports went through, from the log of the kernel. */
import type { Finding, Reading } from '../../../src/contract.ts';
import type { KernelLine } from '../../../src/sources/kernel-log.ts';
import { sleeps, type UsbEvent, usbEvents } from '../../../src/sources/usb/log.ts';
import type { Messages } from '../messages.en.ts';
import { busiest } from '../often.ts';
import type { PeripheralFacts } from '../probe.ts';
import type { PeripheralSettings } from '../settings.ts';
import { windowsFindings } from './usb-windows.ts';

export const usbFindings = (
  facts: PeripheralFacts,
  settings: PeripheralSettings,
): readonly Finding<Messages>[] => [
  ...ofLog(linuxLog(facts, settings), facts, settings),
  ...ofLog(macLog(facts), facts, settings),
  ...windowsFindings(facts, settings),
];

interface PortLog {
  readonly events: readonly UsbEvent[];
  readonly slept: readonly number[];
  readonly from: string;
  /** Seconds since the start; null where nothing tells. */
  readonly now: number | null;
}

const NO_LOG: PortLog = { events: [], slept: [], from: '', now: null };

const linuxLog = (facts: PeripheralFacts, { recentHours }: PeripheralSettings): PortLog => {
  if (facts.kernelLog.status !== 'ok') return NO_LOG;
  const lines = facts.kernelLog.value;
  const slept = sleeps(lines);
  const now = nowOf(lines, slept, facts.platform);
  const isRecent = ({ seconds }: UsbEvent): boolean =>
    seconds === null || now === null || now - seconds <= recentHours * 3600;
  return { events: usbEvents(lines).filter(isRecent), slept, from: facts.kernelLog.from, now };
};

/** The kernel's clock stands still while the computer sleeps, the system's does not: then the last line tells. */
const nowOf = (
  lines: readonly KernelLine[],
  slept: readonly number[],
  platform: Reading<{ readonly bootedSecondsAgo: number }>,
): number | null =>
  slept.length === 0 && platform.status === 'ok'
    ? platform.value.bootedSecondsAgo
    : (lines.findLast(({ seconds }) => seconds !== null)?.seconds ?? null);

const macLog = ({ macUsbLog: log }: PeripheralFacts): PortLog =>
  log.status === 'ok' ? { ...NO_LOG, events: log.value, from: log.from } : NO_LOG;

const ofLog = (
  { events, slept, from, now }: PortLog,
  facts: PeripheralFacts,
  settings: PeripheralSettings,
): readonly Finding<Messages>[] => {
  const ports = [...new Set(events.map(({ port }) => port))];
  return ports.flatMap((port): readonly Finding<Messages>[] => {
    const here = events.filter((event) => event.port === port);
    const of = (...kinds: readonly UsbEvent['kind'][]) => here.filter(({ kind }) => kinds.includes(kind));
    const device = nameAt(port, facts);
    const common = { subject: port, evidence: [from] } as const;
    const age = (list: readonly UsbEvent[]) => minutesAgo(list.at(-1), now);
    const [failed, troubled] = [of('failed'), of('not-answering')];
    const [surges, narrow, hungry] = [of('overcurrent'), of('bandwidth'), of('low-power')];
    const drops = flapping(of('detached'), slept, settings, events);
    return [
      ...(device === null &&
      (failed.length > 0 || busiest(troubled, settings.flapMinutes) >= settings.setUpErrors)
        ? [
            {
              ...common,
              code: 'peripherals/usb-enumeration-failed' as const,
              severity: 'critical' as const,
              params: {
                port,
                errors: failed.length + troubled.length,
                error: troubled.findLast(({ error }) => error !== null)?.error ?? null,
                minutesAgo: age([...failed, ...troubled].sort(byTime)),
              },
            },
          ]
        : []),
      ...(surges.length > 0
        ? [
            {
              ...common,
              code: 'peripherals/usb-overcurrent' as const,
              severity:
                surgeCount(surges) >= settings.criticalOvercurrents
                  ? ('critical' as const)
                  : ('warning' as const),
              params: { port, times: surgeCount(surges), minutesAgo: age(surges) },
            },
          ]
        : []),
      ...(narrow.length > 0
        ? [
            {
              ...common,
              code: 'peripherals/usb-bandwidth' as const,
              severity: 'warning' as const,
              params: { device: device ?? port, minutesAgo: age(narrow) },
            },
          ]
        : []),
      ...(hungry.length > 0
        ? [
            {
              ...common,
              code: 'peripherals/usb-low-power' as const,
              severity: 'warning' as const,
              params: { device: device ?? port, wantedMa: powerAt(port, facts) },
            },
          ]
        : []),
      ...(drops >= settings.flapDisconnects
        ? [
            {
              ...common,
              code: 'peripherals/usb-flapping' as const,
              severity: 'warning' as const,
              params: {
                port,
                device,
                times: drops,
                minutes: settings.flapMinutes,
                minutesAgo: age(of('detached')),
              },
            },
          ]
        : []),
    ];
  });
};

const byTime = (a: UsbEvent, b: UsbEvent): number => (a.seconds ?? 0) - (b.seconds ?? 0);

const minutesAgo = (event: UsbEvent | undefined, now: number | null): number | null =>
  event === undefined || event.seconds === null || now === null
    ? null
    : Math.max(0, Math.round((now - event.seconds) / 60));

/** The same surge is told twice: as a change and as a condition; a change carries its number. */
const surgeCount = (surges: readonly UsbEvent[]): number => {
  const numbered = surges.flatMap(({ text }) => Number(/change #(\d{1,6})/.exec(text)?.[1] ?? 0));
  const changes = surges.filter(({ text }) => /change|detected/i.test(text)).length;
  return Math.max(...numbered, changes, surges.length - changes);
};

const nameAt = (port: string, { usbDevices }: PeripheralFacts): string | null =>
  usbDevices.status === 'ok'
    ? (usbDevices.value.find((device) => device.port === port && device.configured)?.name ?? null)
    : null;

const powerAt = (port: string, { usbDevices }: PeripheralFacts): number | null =>
  usbDevices.status === 'ok'
    ? (usbDevices.value.find((device) => device.port === port)?.maxPowerMa ?? null)
    : null;

/** The most disconnects within the minutes; those of a hub's devices are the hub's. */
const flapping = (
  gone: readonly UsbEvent[],
  slept: readonly number[],
  { flapMinutes, sleepSeconds }: PeripheralSettings,
  all: readonly UsbEvent[],
): number =>
  busiest(
    gone.filter(
      ({ seconds, port }) =>
        seconds === null ||
        (!slept.some((at) => Math.abs(at - seconds) <= sleepSeconds) &&
          !all.some(
            (other) =>
              other.kind === 'detached' &&
              port.startsWith(`${other.port}.`) &&
              other.seconds !== null &&
              Math.abs(other.seconds - seconds) <= 1,
          )),
    ),
    flapMinutes,
  );

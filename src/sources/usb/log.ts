/** What the kernel says of USB ports (drivers/usb/core/{hub,message,hcd}.c). Pure: the check and `watch` use it. */
import type { KernelLine } from '../kernel-log.ts';

export interface UsbEvent {
  readonly kind: UsbEventKind;
  /** `1-4`, also where the kernel says `usb1-port4`; of a controller its address. */
  readonly port: string;
  /** Since the start; null where the kernel prints no times. */
  readonly seconds: number | null;
  /** An errno such as -71, where one is told. */
  readonly error: number | null;
  readonly text: string;
}

export type UsbEventKind =
  | 'attached'
  | 'detached'
  /** A step of the enumeration went wrong; the kernel tries again. */
  | 'not-answering'
  /** It gave up. */
  | 'failed'
  | 'overcurrent'
  | 'bandwidth'
  | 'low-power';

const PORT = String.raw`(\d{1,3}-\d{1,3}(?:\.\d{1,3}){0,6})`;
/** `usb1-port4`, `1-1-port2`. */
const HUB_PORT = String.raw`(?:usb(\d{1,3})|(\d{1,3}-\d{1,3}(?:\.\d{1,3}){0,6}))-port(\d{1,3})`;
/** Before Linux 3.11: `hub 1-0:1.0: … on port 4`. */
const OLD_HUB = String.raw`hub (\d{1,3})-(\d{1,3}(?:\.\d{1,3}){0,6}):1\.0: `;

const FORMS: readonly { readonly kind: UsbEventKind; readonly form: RegExp }[] = [
  { kind: 'attached', form: new RegExp(`^usb ${PORT}: new .{0,60} (?:USB device|device) number \\d+`, 'i') },
  { kind: 'detached', form: new RegExp(`^usb ${PORT}: USB disconnect`, 'i') },
  {
    kind: 'not-answering',
    form: new RegExp(
      `^usb ${PORT}: (?:device descriptor read/\\S{1,20}, error|device not accepting address \\d+, error|` +
        `unable to read config index \\d+ descriptor/\\S{1,20}:|can't read configurations, error|` +
        `device not responding to setup address|can't set config #\\d+, error)`,
      'i',
    ),
  },
  {
    kind: 'low-power',
    form: new RegExp(`^usb ${PORT}: rejected \\d+ configurations? due to insufficient`, 'i'),
  },
  {
    kind: 'bandwidth',
    form: new RegExp(`^\\S{1,40} ${PORT}[^:]{0,12}: .{0,80}(?:not enough bandwidth|error -28\\b)`, 'i'),
  },
];

const HUB_FORMS: readonly { readonly kind: UsbEventKind; readonly form: RegExp }[] = [
  {
    kind: 'failed',
    form: new RegExp(
      `^usb ${HUB_PORT}: (?:unable to enumerate USB device|connect-debounce failed|cannot enable\\. Maybe the USB cable is bad)`,
      'i',
    ),
  },
  { kind: 'overcurrent', form: new RegExp(`^usb ${HUB_PORT}: over-current (?:change|condition)`, 'i') },
];

const OLD_FORMS: readonly { readonly kind: UsbEventKind; readonly form: RegExp }[] = [
  { kind: 'failed', form: new RegExp(`^${OLD_HUB}unable to enumerate USB device on port (\\d{1,3})`, 'i') },
  {
    kind: 'overcurrent',
    form: new RegExp(`^${OLD_HUB}over-current (?:change|condition) on port (\\d{1,3})`, 'i'),
  },
];

const CONTROLLER =
  /^(?:xhci|ehci|ohci|uhci|dwc)\S{0,20} (\S{1,24}): .{0,60}(?:not enough bandwidth|not enough host controller resources)/i;

export const usbEvents = (lines: readonly KernelLine[]): readonly UsbEvent[] =>
  lines.flatMap((line) => {
    const found = eventOf(line.text);
    return found === undefined
      ? []
      : [{ ...found, seconds: line.seconds, error: errorIn(line.text), text: line.text.slice(0, 300) }];
  });

const eventOf = (text: string): Pick<UsbEvent, 'kind' | 'port'> | undefined => {
  for (const { kind, form } of FORMS) {
    const port = form.exec(text)?.[1];
    if (port !== undefined) return { kind, port };
  }
  for (const { kind, form } of HUB_FORMS) {
    const [, bus, hub, number = ''] = form.exec(text) ?? [];
    if (bus !== undefined) return { kind, port: `${bus}-${number}` };
    if (hub !== undefined) return { kind, port: `${hub}.${number}` };
  }
  for (const { kind, form } of OLD_FORMS) {
    const [, bus, path, number = ''] = form.exec(text) ?? [];
    if (bus !== undefined)
      return { kind, port: path === '0' ? `${bus}-${number}` : `${bus}-${path}.${number}` };
  }
  const controller = CONTROLLER.exec(text)?.[1];
  return controller === undefined ? undefined : { kind: 'bandwidth', port: controller };
};

const errorIn = (text: string): number | null => {
  const found = /(?:error|:) (-\d{1,3})\b/.exec(text);
  return found === null ? null : Number(found[1]);
};

/** `PM: hibernation: Registered nosave memory` is said at every start. */
const SLEEP =
  /^PM: (?:suspend (?:entry|exit)|hibernation:? (?:entry|exit)|hibernation: hibernation (?:entry|exit)|resume (?:of )?devices)|^(?:ACPI: )?PM: (?:Preparing to enter|Waking up)/;

/** When the computer fell asleep or woke up: then devices go and come by themselves. */
export const sleeps = (lines: readonly KernelLine[]): readonly number[] =>
  lines.flatMap(({ text, seconds }) => (seconds !== null && SLEEP.test(text) ? [seconds] : []));

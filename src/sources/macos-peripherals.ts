/**
 * macOS: one call of system_profiler for everything that can be plugged in. macOS 26 has
 * SPUSBHostDataType and leaves SPUSBDataType empty; before, it is the other way round.
 */
import type { Raw, Request } from '../contract.ts';
import { read, sourceByOs, Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';
import type { UsbEvent } from './usb/log.ts';
import type { UsbDevice } from './usb.ts';

export const systemProfile: Extract<Request, { kind: 'exec' }> = {
  kind: 'exec',
  argv: [
    'system_profiler',
    '-json',
    'SPUSBHostDataType',
    'SPUSBDataType',
    'SPBluetoothDataType',
    'SPDisplaysDataType',
  ],
  timeoutMs: 15_000,
  shared: true,
};

/** The sections of a profile, by their name. */
export const parseProfile = (text: string): LooseObject => {
  const profile = parseJson(text);
  if (!isObject(profile)) throw unparsable(text.trim());
  return profile;
};

export const parseMacUsb = (text: string): readonly UsbDevice[] => {
  const profile = parseProfile(text);
  if (profile.SPUSBHostDataType === undefined && profile.SPUSBDataType === undefined) {
    throw unparsable('neither SPUSBHostDataType nor SPUSBDataType');
  }
  const current = listOf(profile.SPUSBHostDataType);
  return (current.length > 0 ? current : listOf(profile.SPUSBDataType)).flatMap((bus) => below(bus, 0));
};

/** Hubs in hubs: the specification allows seven tiers. */
const MAX_DEPTH = 12;

const below = (item: LooseObject, depth: number): readonly UsbDevice[] =>
  depth > MAX_DEPTH
    ? []
    : listOf(item._items).flatMap((child) => [...deviceOf(child), ...below(child, depth + 1)]);

/** What has no ids is no device: a built-in bus, a card in a reader. */
const deviceOf = (item: LooseObject): readonly UsbDevice[] => {
  const vendorId = idOf(item.USBDeviceKeyVendorID ?? item.vendor_id);
  const productId = idOf(item.USBDeviceKeyProductID ?? item.product_id);
  const location = textOf(item.USBKeyLocationID ?? item.location_id);
  if (vendorId === null || productId === null) return [];
  return [
    {
      // `0x14100000 / 11`: the number behind is the address, new at each connection.
      port: location?.split(' ')[0] ?? `${vendorId}:${productId}`,
      vendorId,
      productId,
      name: textOf(item._name) ?? `${vendorId}:${productId}`,
      serial: textOf(item.USBDeviceKeySerialNumber ?? item.serial_num),
      speedMbps: speedOf(item.USBDeviceKeyLinkSpeed ?? item.device_speed),
      classId: null,
      interfaces: [],
      authorized: true,
      configured: true,
      maxPowerMa: numberOf(item.bus_power_used) ?? milliamperes(item.USBDeviceKeyPowerAllocation),
    },
  ];
};

/** `0x05ac  (Apple Inc.)`, `0x1a86`; `apple_vendor_id` stands for Apple's own. */
const idOf = (value: unknown): string | null => {
  const text = textOf(value);
  if (text === null) return null;
  if (text === 'apple_vendor_id') return '05ac';
  const found = /^0x([0-9a-f]{1,4})\b/i.exec(text);
  if (found === null) throw unparsable(text);
  return (found[1] ?? '').toLowerCase().padStart(4, '0');
};

const SPEEDS: Readonly<Record<string, number>> = {
  low_speed: 1.5,
  full_speed: 12,
  high_speed: 480,
  super_speed: 5000,
  super_speed_plus: 10_000,
};

/** A token, or `12 Mb/s`, `5 Gb/s`. What it was not told it does not say. */
const speedOf = (value: unknown): number | null => {
  const text = textOf(value);
  if (text === null) return null;
  const found = /^(?:Up to )?(\d+(?:[.,]\d+)?) ?([MG])b\/s/i.exec(text);
  if (found === null) return SPEEDS[text] ?? null;
  const number = Number((found[1] ?? '').replace(',', '.'));
  return found[2]?.toUpperCase() === 'G' ? number * 1000 : number;
};

const milliamperes = (value: unknown): number | null =>
  numberOf(/\((\d+) mA\)/.exec(textOf(value) ?? '')?.[1]);

const numberOf = (value: unknown): number | null => {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
};

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || /^not provided$/i.test(text) ? null : text;
};

export interface MacBluetooth {
  /** Null where there is no controller. */
  readonly on: boolean | null;
  readonly devices: readonly {
    readonly name: string;
    readonly address: string;
    readonly connected: boolean;
    /** `Keyboard`, `Headphones` */
    readonly kind: string | null;
  }[];
}

export const macBluetooth = sourceByOs<MacBluetooth>('bluetooth.macos', {
  darwin: read(systemProfile, ({ stdout }) => parseMacBluetooth(stdout)),
});

/** Since macOS 12: `device_connected` and `device_not_connected`, lists of `{ NAME: { … } }`. */
export const parseMacBluetooth = (text: string): MacBluetooth => {
  const section = parseProfile(text).SPBluetoothDataType;
  if (section === undefined) throw unparsable('no SPBluetoothDataType');
  const [all] = listOf(section);
  const controller = all?.controller_properties;
  const state = isObject(controller) ? textOf(controller.controller_state) : null;
  const list = (key: string, connected: boolean) =>
    listOf(all?.[key] ?? []).flatMap((item) =>
      Object.entries(item).flatMap(([name, told]) =>
        isObject(told)
          ? [
              {
                name,
                address: textOf(told.device_address) ?? '',
                connected,
                kind: textOf(told.device_minorType),
              },
            ]
          : [],
      ),
    );
  return {
    on: state === null ? null : state === 'attrib_on',
    devices: [...list('device_connected', true), ...list('device_not_connected', false)],
  };
};

export interface MacScreen {
  readonly name: string;
  /** False: the screen told nothing of itself (vendor `unkn`). */
  readonly hasEdid: boolean;
  readonly builtIn: boolean;
}

export const macScreens = sourceByOs<readonly MacScreen[]>('display.macos', {
  darwin: read(systemProfile, ({ stdout }) => parseMacScreens(stdout)),
});

export const parseMacScreens = (text: string): readonly MacScreen[] => {
  const section = parseProfile(text).SPDisplaysDataType;
  if (section === undefined) throw unparsable('no SPDisplaysDataType');
  return listOf(section).flatMap((card) =>
    listOf(card.spdisplays_ndrvs ?? []).map((screen) => ({
      name: textOf(screen._name) ?? 'Display',
      // Four letters as a number: 0x756e6b6e is `unkn`.
      hasEdid: textOf(screen['_spdisplays_display-vendor-id'])?.replace(/^0x/, '') !== '756e6b6e',
      builtIn: /internal/i.test(textOf(screen.spdisplays_connection_type) ?? ''),
    })),
  );
};

/** The unified log may be read by administrators; some 2 s for half an hour of it. */
export const macUsbLog = sourceByOs<readonly UsbEvent[]>(
  'usb.log.macos',
  {
    darwin: read(
      {
        kind: 'exec',
        argv: [
          'log',
          'show',
          '--last',
          '30m',
          '--style',
          'ndjson',
          '--predicate',
          'process == "kernel" AND eventMessage CONTAINS "AppleUSBHostPort::"',
        ],
        timeoutMs: 20_000,
      },
      (raw) => parseMacUsbLog(raw),
    ),
  },
  undefined,
  'slow',
);

const MAC_FORMS: readonly { readonly kind: UsbEvent['kind']; readonly form: RegExp }[] = [
  { kind: 'failed', form: /disconnect: persistent enumeration failures/ },
  { kind: 'overcurrent', form: /overcurrent detected/ },
  // `port is powering off` is sleep, `reset API call` a program.
  {
    kind: 'detached',
    form: /terminateDevice: destroying .{1,120}: (?:hardware connection lost|link change interrupt|connect change interrupt)/,
  },
  { kind: 'attached', form: /enumerateDeviceComplete_block_invoke: enumerated / },
];

/** The time stands in front up to macOS 12: `000617.204586 AppleUSB20HubPort@fa140000: AppleUSBHostPort::interruptOccurred: overcurrent detected …` */
export const parseMacUsbLog = ({ stdout, stderr, exitCode }: Raw['exec']): readonly UsbEvent[] => {
  if (exitCode !== 0) {
    const why = stderr.trim().split('\n')[0] ?? `log ended with ${exitCode}`;
    throw new Unreadable(/admin|not permitted|denied/i.test(why) ? 'denied' : 'failed', why);
  }
  return stdout.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const entry = parseJson(line);
    const message = isObject(entry) && typeof entry.eventMessage === 'string' ? entry.eventMessage : '';
    const kind = MAC_FORMS.find(({ form }) => form.test(message.slice(0, 400)))?.kind;
    const [, seconds, location] = /^(?:(\d{1,9}\.\d{1,6}) )?\S{1,60}@([0-9a-f]{1,8}): /.exec(message) ?? [];
    return kind === undefined || location === undefined
      ? []
      : [
          {
            kind,
            port: `0x${location.padStart(8, '0')}`,
            seconds: seconds === undefined ? null : Number(seconds),
            error: null,
            text: message.slice(0, 300),
          },
        ];
  });
};

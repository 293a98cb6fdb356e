/** Bluetooth: the adapters, their switch, and what BlueZ knows of devices. */
import type { Raw } from '../contract.ts';
import { family, read, source, Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, parseJson } from './network/json.ts';

/** `hci0`; a connection such as `hci0:256` stands in the same folder. */
export const bluetoothAdapters = source({
  id: 'bluetooth.adapters',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/class/bluetooth', names: [], links: ['device'] },
  parse: ({ entries }): readonly string[] => Object.keys(entries).filter((name) => /^hci\d+$/.test(name)),
});

export interface BluetoothSwitch {
  readonly name: string;
  readonly softBlocked: boolean;
  readonly hardBlocked: boolean;
}

export const bluetoothSwitches = source({
  id: 'bluetooth.switches',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/class/rfkill', names: ['type', 'name', 'soft', 'hard'] },
  parse: ({ entries }): readonly BluetoothSwitch[] => parseSwitches(entries),
});

export const parseSwitches = (entries: Raw['attributes']['entries']): readonly BluetoothSwitch[] =>
  Object.entries(entries).flatMap(([id, found]) => {
    const text = (key: string): string | undefined => {
      const value = found[key];
      return value !== undefined && 'text' in value ? value.text.trim() : undefined;
    };
    if (text('type') !== 'bluetooth') return [];
    const [soft, hard] = [text('soft'), text('hard')];
    if (!/^[01]$/.test(soft ?? '') || !/^[01]$/.test(hard ?? '')) throw unparsable(`${id}: ${soft} ${hard}`);
    return [{ name: text('name') ?? id, softBlocked: soft === '1', hardBlocked: hard === '1' }];
  });

export interface Bluez {
  /** False: there are adapters, and nobody who serves them. */
  readonly running: boolean;
  readonly adapters: readonly { readonly name: string; readonly powered: boolean }[];
  readonly devices: readonly BluetoothDevice[];
}

export interface BluetoothDevice {
  /** `AA:BB:CC:DD:EE:FF` */
  readonly address: string;
  readonly name: string;
  readonly paired: boolean;
  readonly connected: boolean;
  readonly blocked: boolean;
  /** `audio-headset`, `input-mouse`: names of icons (freedesktop). */
  readonly icon: string | null;
  readonly batteryPct: number | null;
}

/** Asked only where there is an adapter; a service that sleeps is not woken by it. */
export const bluez = family<Bluez, 'org.bluez'>('bluetooth.bluez', 'D-Bus name', (name) => ({
  on: {
    linux: read(
      {
        kind: 'exec',
        argv: [
          'busctl',
          '--system',
          '--json=short',
          '--auto-start=no',
          'call',
          name,
          '/',
          'org.freedesktop.DBus.ObjectManager',
          'GetManagedObjects',
        ],
        timeoutMs: 3000,
      },
      (raw) => parseBluez(raw),
    ),
  },
}));

const NOT_THERE =
  /not provided by any|not activatable|no owner|not found|unknown service|could not activate/i;

export const parseBluez = (raw: Raw['exec']): Bluez => {
  if (raw.exitCode !== 0) {
    const why = raw.stderr.trim().split('\n')[0] ?? '';
    if (NOT_THERE.test(why)) return { running: false, adapters: [], devices: [] };
    throw new Unreadable(/denied|not permitted/i.test(why) ? 'denied' : 'failed', why);
  }
  const reply = parseJson(raw.stdout);
  const [objects] = isObject(reply) && Array.isArray(reply.data) ? reply.data : [];
  if (!isObject(objects)) throw unparsable(raw.stdout.trim());
  const all = Object.entries(objects).flatMap(([path, faces]) => (isObject(faces) ? [{ path, faces }] : []));
  return {
    running: true,
    adapters: all.flatMap(({ path, faces }) => {
      const face = faces['org.bluez.Adapter1'];
      return isObject(face) ? [{ name: path.split('/').at(-1) ?? path, powered: flag(face, 'Powered') }] : [];
    }),
    devices: all.flatMap(({ faces }) => {
      const face = faces['org.bluez.Device1'];
      return isObject(face) ? [deviceOf(face, faces['org.bluez.Battery1'])] : [];
    }),
  };
};

const deviceOf = (face: LooseObject, battery: unknown): BluetoothDevice => {
  const address = word(face, 'Address');
  if (address === null) throw unparsable(JSON.stringify(face));
  const charge = isObject(battery) ? propertyOf(battery, 'Percentage') : null;
  return {
    address,
    name: word(face, 'Alias') ?? word(face, 'Name') ?? address,
    paired: flag(face, 'Paired'),
    connected: flag(face, 'Connected'),
    blocked: flag(face, 'Blocked'),
    icon: word(face, 'Icon'),
    batteryPct: typeof charge === 'number' && charge >= 0 && charge <= 100 ? charge : null,
  };
};

/** `{ "type": "b", "data": true }` */
const propertyOf = (face: LooseObject, name: string): unknown => {
  const property = face[name];
  return isObject(property) ? property.data : undefined;
};

const flag = (face: LooseObject, name: string): boolean => {
  const value = propertyOf(face, name);
  if (typeof value !== 'boolean') throw unparsable(`${name}: ${JSON.stringify(face[name]) ?? 'missing'}`);
  return value;
};

const word = (face: LooseObject, name: string): string | null => {
  const value = propertyOf(face, name);
  return typeof value === 'string' && value !== '' ? value : null;
};

export interface ConnectFailure {
  readonly address: string;
  /** `Host is down`, `Authentication Failed (0x05)`. */
  readonly why: string;
}

/** What bluetoothd complained of in this start: asked only where a known device is not connected. */
export const bluetoothFailures = family<readonly ConnectFailure[], 'bluetooth.service'>(
  'bluetooth.failures',
  'unit',
  (unit) => ({
    on: {
      linux: read(
        {
          kind: 'exec',
          argv: [
            'journalctl',
            '-u',
            unit,
            '-b',
            '-q',
            '--no-pager',
            '-n',
            '300',
            '--since',
            '-1h',
            '-o',
            'cat',
          ],
          timeoutMs: 5000,
        },
        (raw) => parseFailures(raw),
      ),
    },
  }),
);

/** `profiles/audio/a2dp.c:… connect to AA:BB:…: Host is down (112)`; `…:connect_cb() … profile connect failed for AA:BB:…: …` */
const FAILURE = /\bconnect(?:ing)?(?: failed)? (?:to|for) ((?:[0-9A-F]{2}:){5}[0-9A-F]{2}): (.{1,120})$/i;

export const parseFailures = ({ stdout, stderr, exitCode }: Raw['exec']): readonly ConnectFailure[] => {
  if (exitCode !== 0 || /not seeing messages|permission/i.test(stderr)) {
    throw new Unreadable(
      /permission|not seeing|not permitted/i.test(stderr) ? 'denied' : 'failed',
      stderr.trim().split('\n')[0] ?? `journalctl ended with ${exitCode}`,
    );
  }
  return stdout.split('\n').flatMap((line) => {
    const [, address, why] = FAILURE.exec(line.slice(0, 500)) ?? [];
    return address === undefined || why === undefined
      ? []
      : [{ address: address.toUpperCase(), why: why.trim() }];
  });
};

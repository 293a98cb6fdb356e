/** Everything that can be plugged in and is there now, as one list: what `watch` follows and trees compare. */
import type { Facts } from '../contract.ts';
import { bluetoothAdapters, bluez } from './bluetooth.ts';
import { cameras } from './cameras.ts';
import { inputDevices } from './input.ts';
import { macBluetooth, macScreens } from './macos-peripherals.ts';
import { connectors } from './screens.ts';
import { isHub, isRootHub, type UsbDevice, usbDevices } from './usb.ts';
import { windowsDevices } from './windows-devices.ts';

export interface Peripheral {
  /** What it is known by: the place and what is there. */
  readonly id: string;
  readonly bus: 'usb' | 'bluetooth' | 'screen' | 'camera' | 'input' | 'other';
  readonly name: string;
  /** `1-1.2`, `HDMI-A-1`; null where that is not told. */
  readonly place: string | null;
  /** What drives it; empty where that is not told. */
  readonly drivers: readonly string[];
  readonly speedMbps: number | null;
  readonly trouble: PeripheralTrouble | null;
  /** How long it has been there; null where that is not told. */
  readonly connectedMs: number | null;
}

export type PeripheralTrouble = 'no-driver' | 'kept-out' | 'not-configured' | 'problem-code' | 'no-edid';

/** Quick to read, and read again and again. */
export const peripheralReads = {
  usbDevices,
  connectors,
  cameras,
  inputDevices,
  bluetoothAdapters,
  windowsDevices,
  macBluetooth,
  macScreens,
};

type PeripheralFacts = Facts<typeof peripheralReads>;

export const peripheralsIn = (facts: PeripheralFacts): readonly Peripheral[] =>
  [
    ...(facts.usbDevices.status === 'ok' && facts.windowsDevices.status !== 'ok'
      ? facts.usbDevices.value.filter((device) => !isRootHub(device)).map(usbPeripheral)
      : []),
    ...linuxOthers(facts),
    ...windowsPeripherals(facts),
    ...macOthers(facts),
  ].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

const usbPeripheral = (device: UsbDevice): Peripheral => {
  const { port, vendorId, productId, name, interfaces, authorized, configured, speedMbps } = device;
  const drivers = [...new Set(interfaces.flatMap(({ driver }) => driver ?? []))];
  const hasIdle = interfaces.some(({ driver, classId }) => driver === null && classId !== null);
  return {
    id: `usb ${port} ${vendorId}:${productId}`,
    bus: 'usb',
    name,
    place: port,
    drivers,
    speedMbps,
    trouble: !authorized
      ? 'kept-out'
      : !configured
        ? 'not-configured'
        : // One of several interfaces is often left to programs (firmware updates, vendors' own).
          hasIdle && drivers.length === 0 && !isHub(device)
          ? 'no-driver'
          : null,
    connectedMs: device.connectedMs ?? null,
  };
};

const BARE = { place: null, drivers: [], speedMbps: null, trouble: null, connectedMs: null } as const;

const linuxOthers = (facts: PeripheralFacts): readonly Peripheral[] => {
  const known = facts.get(bluez('org.bluez'));
  return [
    ...(facts.connectors.status === 'ok'
      ? facts.connectors.value
          .filter(({ status }) => status === 'connected')
          .map(
            ({ name, card, hasEdid, bestMode }): Peripheral => ({
              ...BARE,
              id: `screen ${card}-${name}`,
              bus: 'screen',
              name: bestMode === null ? name : `${name} (${bestMode})`,
              place: name,
              trouble: hasEdid || /^(?:eDP|LVDS|DSI|Virtual|VGA)/i.test(name) ? null : 'no-edid',
            }),
          )
      : []),
    ...(facts.cameras.status === 'ok'
      ? facts.cameras.value.map(
          ({ node, name }): Peripheral => ({
            ...BARE,
            id: `camera ${node}`,
            bus: 'camera',
            name,
            place: node,
          }),
        )
      : []),
    ...(facts.inputDevices.status === 'ok'
      ? facts.inputDevices.value
          .filter(({ kind }) => kind !== 'other')
          .map(
            ({ id, name }): Peripheral => ({
              ...BARE,
              id: `input ${id} ${name}`,
              bus: 'input',
              name,
              place: id,
            }),
          )
      : []),
    ...(facts.bluetoothAdapters.status === 'ok'
      ? facts.bluetoothAdapters.value.map(
          (name): Peripheral => ({ ...BARE, id: `bluetooth ${name}`, bus: 'bluetooth', name, place: name }),
        )
      : []),
    ...(known.status === 'ok'
      ? known.value.devices
          .filter(({ connected }) => connected)
          .map(
            ({ address, name }): Peripheral => ({
              ...BARE,
              id: `bluetooth ${address}`,
              bus: 'bluetooth',
              name,
              place: address,
            }),
          )
      : []),
  ];
};

const BUSES: readonly (readonly [begin: RegExp, bus: Peripheral['bus']])[] = [
  [/^USB\\VID_[0-9A-F]{4}&PID_[0-9A-F]{4}\\/i, 'usb'],
  [/^(?:BTHENUM|BTHLE)\\DEV_/i, 'bluetooth'],
  [/^DISPLAY\\/i, 'screen'],
];

const windowsPeripherals = ({ windowsDevices: all }: PeripheralFacts): readonly Peripheral[] =>
  all.status === 'ok'
    ? all.value.flatMap(({ id, name, present, service, errorCode }): readonly Peripheral[] => {
        const bus = BUSES.find(([begin]) => begin.test(id))?.[1];
        return bus === undefined || !present
          ? []
          : [
              {
                ...BARE,
                id: `${bus} ${id}`,
                bus,
                name: name === '' ? id : name,
                place: id,
                drivers: service === null ? [] : [service],
                trouble: errorCode === null || errorCode === 0 ? null : 'problem-code',
              },
            ];
      })
    : [];

const macOthers = ({
  macBluetooth: bluetooth,
  macScreens: screens,
}: PeripheralFacts): readonly Peripheral[] => [
  ...(bluetooth.status === 'ok'
    ? bluetooth.value.devices
        .filter(({ connected }) => connected)
        .map(
          ({ name, address }): Peripheral => ({
            ...BARE,
            id: `bluetooth ${address} ${name}`,
            bus: 'bluetooth',
            name,
            place: address,
          }),
        )
    : []),
  ...(screens.status === 'ok'
    ? screens.value.map(
        ({ name, hasEdid }): Peripheral => ({
          ...BARE,
          id: `screen ${name}`,
          bus: 'screen',
          name,
          trouble: hasEdid ? null : 'no-edid',
        }),
      )
    : []),
];

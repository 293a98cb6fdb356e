/** Parts of sentences that several findings share. */
import type { ProblemAction } from '../data/problems.ts';
import type { DeviceKind, DeviceParams, Trouble } from '../params.ts';

const KINDS: Readonly<Record<DeviceKind, string>> = {
  network: 'network card',
  wifi: 'wireless card',
  bluetooth: 'Bluetooth adapter',
  modem: 'mobile modem',
  graphics: 'graphics card',
  sound: 'sound device',
  camera: 'camera',
  multimedia: 'sound or video device',
  storage: 'disk controller or disk',
  'usb-controller': 'USB controller',
  input: 'keyboard, mouse or the like',
  printer: 'printer',
  other: 'device',
};

const WITHOUT: Readonly<Record<DeviceKind, string>> = {
  network: 'there is no network through it',
  wifi: 'there is no Wi-Fi',
  bluetooth: 'there is no Bluetooth',
  modem: 'there is no mobile internet',
  graphics: 'the picture is slow or coarse, and a second screen may stay dark',
  sound: 'there is no sound through it',
  camera: 'programs do not see the camera',
  multimedia: 'sound or picture through it is missing',
  storage: 'its disks are not seen',
  'usb-controller': 'what is plugged into its sockets is not seen',
  input: 'what is typed or clicked there does not arrive',
  printer: 'nothing is printed',
  other: 'programs cannot use it',
};

export const kind = (p: DeviceParams): string => KINDS[p.kind];

/** `Network card Intel I225-V (8086:15f3)`; where nothing names it, its place. */
export const device = (p: DeviceParams): string => {
  const named = p.name === '' ? `${KINDS[p.kind]} at ${p.where}` : p.name;
  return p.id === '' ? named : `${named} (${p.id})`;
};

export const Device = (p: DeviceParams): string => capital(device(p));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const without = (p: DeviceParams): string => WITHOUT[p.kind];

/** The official source; never anybody else's. */
export const source = (p: DeviceParams): string => {
  const maker = p.url === '' ? '' : `${p.maker}: ${p.url}`;
  if (p.computer !== '') {
    const own = `the support page of ${p.computer}`;
    return maker === '' ? own : `${own}, otherwise ${maker}`;
  }
  return maker === '' ? 'the support page of the maker' : maker;
};

export const problem = (p: Trouble): string =>
  p.problem === 0 ? '' : `, code ${p.problem}${p.status === '' ? '' : ` (${p.status})`}`;

/** `driver 26.21.14.4219 of 2020-01-21, NVIDIA` */
export const driver = (p: Trouble): string =>
  p.version === ''
    ? ''
    : ` Its driver: ${[p.driver, p.version].filter((part) => part !== '').join(' ')}${p.date === '' ? '' : `, ${p.date}`}.`;

export const action = (p: Trouble): string => ACTIONS[p.action](p);

const ACTIONS: Readonly<Record<ProblemAction, (p: Trouble) => string>> = {
  'install-driver': (p) =>
    `Install the driver: Settings > Windows Update > Advanced options > Optional updates, otherwise ${source(p)}`,
  'reinstall-driver': (p) =>
    `Reinstall its driver: Device Manager > right-click > Uninstall device, then restart. The driver: ${source(p)}`,
  'update-driver': (p) => `Install a newer driver: ${source(p)}`,
  'signed-driver': (p) =>
    `Install the signed driver: ${source(p)}. Leave Secure Boot and the signature check on`,
  'power-cycle': (p) =>
    `Shut the computer down, take its power away for 10 seconds, start it. If the device can be unplugged, use another socket. Then roll back or reinstall the driver: ${source(p)}`,
  'unplug-newest': () => 'Unplug what was added last, or move the card to another slot, then start again',
  'firmware-defaults': () =>
    'Load the default settings in the firmware setup (BIOS), or update the firmware of the computer',
  enable: () => 'Switch it on: Device Manager > right-click > Enable device',
  'enable-in-firmware': () => 'Switch it on in the firmware setup (BIOS) of the computer',
  replug: () => 'Unplug it and plug it in again',
  restart: () => 'Save your work and restart the computer',
  'restore-service': (p) =>
    `Set the service of its driver to start again, or reinstall the driver: ${source(p)}`,
  rescan: () =>
    'Device Manager > right-click > Uninstall device, then Action > Scan for hardware changes; otherwise a restore point',
  'remove-hidden': () =>
    'Device Manager > View > Show hidden devices: uninstall those that are no longer used, then restart',
  memory: (p) => `Close programs and restart; if it stays, reinstall the driver: ${source(p)}`,
  wait: () => 'Wait a minute and look again; if it stays, restart the computer',
  none: () => 'Nothing needs to be done',
};

/** Bits of the kernel's mark. */
const TAINTS: Readonly<Record<string, string>> = {
  P: 'a driver that is not free software',
  F: 'a module loaded by force',
  S: 'a processor used outside its specification',
  R: 'a module removed by force',
  M: 'an error that the processor reported',
  B: 'a damaged page of memory',
  U: 'set by a program',
  D: 'a crash inside the kernel',
  A: 'a replaced ACPI table',
  W: 'a warning of the kernel',
  C: 'a driver still in development',
  I: 'a workaround for the firmware',
  O: 'a driver from outside the kernel',
  E: 'a driver without signature',
  L: 'a processor that hung in the kernel',
  K: 'a live patch',
  X: 'set by the distribution',
  T: 'a kernel built with mixed structures',
  N: 'a test inside the kernel',
};

export const taints = (flags: readonly { readonly letter: string }[]): string =>
  flags.map(({ letter }) => `${letter}, ${TAINTS[letter] ?? 'unknown'}`).join('; ');

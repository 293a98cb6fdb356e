/** Keyboard, mouse, touchpad: missing where somebody sits at a screen, or switched off. */
import type { Finding } from '../../../src/contract.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import { isHub } from '../../../src/sources/usb.ts';
import type { Messages } from '../messages.en.ts';
import { BLUEZ, type PeripheralFacts } from '../probe.ts';

export type MissingInput = 'keyboard' | 'pointer' | 'both' | 'touchpad-off';

export const inputFindings = (facts: PeripheralFacts): readonly Finding<Messages>[] => [
  ...linuxFindings(facts),
  ...windowsFindings(facts),
  ...macFindings(facts),
];

const missing = (
  what: MissingInput,
  device: string | null,
  severity: 'warning' | 'info',
  evidence: readonly string[],
): Finding<Messages> => ({
  code: 'peripherals/input-missing',
  severity,
  params: { what, device },
  evidence,
});

const absent = (keyboard: boolean, pointer: boolean): MissingInput | null =>
  keyboard ? (pointer ? null : 'pointer') : pointer ? 'keyboard' : 'both';

const linuxFindings = (facts: PeripheralFacts): readonly Finding<Messages>[] => {
  const { inputDevices, connectors } = facts;
  if (inputDevices.status !== 'ok') return [];
  const working = inputDevices.value.filter(({ inhibited }) => !inhibited);
  const has = (...kinds: readonly string[]): boolean => working.some(({ kind }) => kinds.includes(kind));
  const off = inputDevices.value.find(({ inhibited, kind }) => inhibited && kind === 'pointer');
  if (off !== undefined) {
    return [missing('touchpad-off', off.name, has('pointer') ? 'info' : 'warning', [inputDevices.from])];
  }
  // A server without a screen needs neither; and a keyboard on Bluetooth sleeps.
  const known = facts.get(BLUEZ);
  const isAsleep =
    known.status === 'ok' &&
    known.value.devices.some(({ icon, connected }) => !connected && (icon ?? '').startsWith('input-'));
  const hasScreen =
    connectors.status === 'ok' &&
    connectors.value.some(({ status, hasEdid }) => status === 'connected' && hasEdid);
  const what = absent(has('keyboard'), has('pointer', 'touchscreen'));
  return what === null || isAsleep || !hasScreen || machineOf(facts).virtual !== null
    ? []
    : [missing(what, null, 'warning', [inputDevices.from, connectors.from])];
};

const windowsFindings = (facts: PeripheralFacts): readonly Finding<Messages>[] => {
  const { windowsDevices, windowsPeripherals } = facts;
  if (windowsDevices.status !== 'ok') return [];
  const present = windowsDevices.value.filter((device) => device.present && device.errorCode === 0);
  const has = (kind: string): boolean => present.some((device) => device.class === kind);
  const what = absent(has('Keyboard'), has('Mouse'));
  if (windowsPeripherals.status === 'ok' && windowsPeripherals.value.touchpadOn === false) {
    const { from } = windowsPeripherals;
    const hasMouse = present.some(
      ({ class: kind, id }) => kind === 'Mouse' && /^HID\\VID_|^HID\\\{/i.test(id),
    );
    return [missing('touchpad-off', null, hasMouse ? 'info' : 'warning', [from])];
  }
  // Remote desktop brings its own; a server may have neither.
  return what === null || machineOf(facts).remote !== null || !has('Monitor')
    ? []
    : [missing(what, null, 'warning', [windowsDevices.from])];
};

/** A portable Mac has its own. Elsewhere what is at a cable does not tell what it is: only nothing at all is nothing. */
const macFindings = (facts: PeripheralFacts): readonly Finding<Messages>[] => {
  const { usbDevices, macBluetooth } = facts;
  if (usbDevices.status !== 'ok' || macBluetooth.status !== 'ok') return [];
  const { laptop, virtual } = machineOf(facts);
  const isNothing =
    usbDevices.value.every((device) => isHub(device) || /hub|root/i.test(device.name)) &&
    !macBluetooth.value.devices.some(({ connected }) => connected);
  return laptop === false && virtual === null && isNothing && !macBluetooth.value.devices.some(isInput)
    ? [missing('both', null, 'warning', [usbDevices.from, macBluetooth.from])]
    : [];
};

const isInput = ({ kind }: { readonly kind: string | null }): boolean =>
  /keyboard|mouse|trackpad/i.test(kind ?? '');

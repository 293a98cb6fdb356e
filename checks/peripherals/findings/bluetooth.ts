/** Bluetooth: whether it is on, and whether known devices come through. */
import type { Finding, Unknown } from '../../../src/contract.ts';
import { unknown } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import { BLUETOOTH_LOG, BLUEZ, type PeripheralFacts } from '../probe.ts';
import type { PeripheralSettings } from '../settings.ts';

export const bluetoothFindings = (
  facts: PeripheralFacts,
  settings: PeripheralSettings,
): readonly Finding<Messages>[] => {
  const off = offBecause(facts);
  return [
    ...(off === null
      ? []
      : [
          {
            code: 'peripherals/bluetooth-off' as const,
            severity: 'warning' as const,
            params: { reason: off.reason, adapter: off.adapter },
            evidence: [off.from],
          },
        ]),
    ...pairing(facts, settings, off === null),
  ];
};

export type OffReason = 'hard-block' | 'soft-block' | 'service' | 'powered-off' | 'failed';

interface Off {
  readonly reason: OffReason;
  readonly adapter: string | null;
  readonly from: string;
}

/** A computer without Bluetooth has none that is off. */
const offBecause = (facts: PeripheralFacts): Off | null =>
  linuxOff(facts) ?? windowsOff(facts) ?? macOff(facts);

const linuxOff = (facts: PeripheralFacts): Off | null => {
  const { bluetoothSwitches, bluetoothAdapters, kernelLog } = facts;
  if (bluetoothSwitches.status === 'ok') {
    const { value, from } = bluetoothSwitches;
    const hard = value.find(({ hardBlocked }) => hardBlocked);
    if (hard !== undefined) return { reason: 'hard-block', adapter: hard.name, from };
    // Several switches for one adapter: any of them closes it.
    const soft = value.find(({ softBlocked }) => softBlocked);
    if (soft !== undefined) return { reason: 'soft-block', adapter: soft.name, from };
  }
  if (bluetoothAdapters.status !== 'ok') return null;
  const known = facts.get(BLUEZ);
  const [adapter = null] = bluetoothAdapters.value;
  if (adapter === null || known.status !== 'ok') return null;
  const { running, adapters } = known.value;
  if (!running) return { reason: 'service', adapter, from: known.from };
  if (adapters.some(({ powered }) => powered)) return null;
  const isBroken =
    adapters.length === 0 &&
    kernelLog.status === 'ok' &&
    kernelLog.value.some(({ text }) => ADAPTER_FAILED.test(text));
  if (isBroken) return { reason: 'failed', adapter, from: kernelLog.from };
  return adapters.length > 0 ? { reason: 'powered-off', adapter, from: known.from } : null;
};

/** drivers/bluetooth: setup that went wrong, with an errno. */
const ADAPTER_FAILED =
  /^Bluetooth: hci\d+: .{0,120}(?:failed \(-\d+\)|failed: -\d+|tx timeout|download failed|setup failed)/i;

const windowsOff = ({ windowsDevices, windowsPeripherals }: PeripheralFacts): Off | null => {
  if (windowsDevices.status !== 'ok' || windowsPeripherals.status !== 'ok') return null;
  const adapter = windowsDevices.value.find(
    ({ class: kind, present, id }) =>
      present && kind === 'Bluetooth' && /^(?:USB|PCI|ACPI|UART|SD)\\/i.test(id),
  );
  const { bluetoothService } = windowsPeripherals.value;
  return adapter !== undefined && bluetoothService === 'Stopped'
    ? { reason: 'service', adapter: adapter.name, from: windowsPeripherals.from }
    : null;
};

const macOff = ({ macBluetooth }: PeripheralFacts): Off | null =>
  macBluetooth.status === 'ok' && macBluetooth.value.on === false
    ? { reason: 'powered-off', adapter: null, from: macBluetooth.from }
    : null;

/** A known device that is not connected may be switched off; two failures say that it was meant to be. */
const pairing = (
  facts: PeripheralFacts,
  { pairingFailures }: PeripheralSettings,
  isOn: boolean,
): readonly Finding<Messages>[] => {
  const known = facts.get(BLUEZ);
  const failures = facts.get(BLUETOOTH_LOG);
  const linux = known.status === 'ok' && isOn ? known.value.devices : [];
  return [
    ...linux
      .filter(({ paired, connected }) => paired && !connected)
      .map(({ address, name, batteryPct }) => {
        const tried =
          failures.status === 'ok'
            ? failures.value.filter((one) => one.address === address.toUpperCase())
            : [];
        return pairingFinding(
          { address, device: name, times: tried.length, why: tried.at(-1)?.why ?? null, batteryPct },
          pairingFailures,
          [known.from, ...(tried.length > 0 ? [failures.from] : [])],
        );
      }),
    ...windowsPairing(facts, pairingFailures),
    ...(facts.macBluetooth.status === 'ok' && isOn
      ? facts.macBluetooth.value.devices
          .filter(({ connected }) => !connected)
          .map(({ name, address }) =>
            pairingFinding(
              { address, device: name, times: 0, why: null, batteryPct: null },
              pairingFailures,
              [facts.macBluetooth.from],
            ),
          )
      : []),
  ];
};

interface Tried {
  readonly address: string;
  readonly device: string;
  readonly times: number;
  readonly why: string | null;
  readonly batteryPct: number | null;
}

const pairingFinding = (
  { address, ...params }: Tried,
  enough: number,
  evidence: readonly string[],
): Finding<Messages> => ({
  code: 'peripherals/bluetooth-pairing',
  severity: params.times >= enough ? 'warning' : 'info',
  subject: address,
  params,
  evidence,
});

const windowsPairing = (
  { windowsDevices, windowsPeripherals }: PeripheralFacts,
  enough: number,
): readonly Finding<Messages>[] => {
  if (windowsPeripherals.status !== 'ok') return [];
  const failures = windowsPeripherals.value.pairingFailures;
  return [...new Set(failures.map(({ address }) => address))].map((address) => {
    const device =
      windowsDevices.status === 'ok'
        ? windowsDevices.value.find(({ id }) => /^BTH/i.test(id) && id.toLowerCase().includes(address))?.name
        : undefined;
    return pairingFinding(
      {
        address,
        device: device ?? (address.match(/../g) ?? []).join(':'),
        times: failures.filter((one) => one.address === address).length,
        why: null,
        batteryPct: null,
      },
      enough,
      [windowsPeripherals.from],
    );
  });
};

export const bluetoothUnseen = (facts: PeripheralFacts): readonly Unknown[] => {
  const { bluetoothAdapters } = facts;
  if (bluetoothAdapters.status !== 'ok' || bluetoothAdapters.value.length === 0) return [];
  const known = facts.get(BLUEZ);
  return known.status === 'ok' ? [] : [unknown(known)];
};

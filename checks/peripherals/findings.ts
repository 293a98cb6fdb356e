/** What the readings mean. Synchronous and pure: the same facts give the same findings in the same order. */
import type { Diagnosis, Finding, Reading, Unknown } from '../../src/contract.ts';
import { unknown } from '../../src/contract.ts';
import { peripheralsIn } from '../../src/sources/peripherals.ts';
import { placeOf } from '../../src/sources/system.ts';
import { bluetoothFindings, bluetoothUnseen } from './findings/bluetooth.ts';
import { cameraFindings } from './findings/camera.ts';
import { inputFindings } from './findings/inputs.ts';
import { screenFindings } from './findings/screens.ts';
import { storageFindings, storageUnseen } from './findings/storage.ts';
import { usbFindings } from './findings/usb.ts';
import type { Messages } from './messages.en.ts';
import { CAMERA_USE, type PeripheralFacts } from './probe.ts';
import type { PeripheralSettings } from './settings.ts';

export const diagnose = (facts: PeripheralFacts, settings: PeripheralSettings): Diagnosis<Messages> => {
  const place = placeOf(facts);
  // What is plugged in belongs to the computer outside.
  if (place !== 'computer') return { findings: [], skipped: place };
  return {
    findings: [
      ...usbFindings(facts, settings),
      ...bluetoothFindings(facts, settings),
      ...storageFindings(facts),
      ...cameraFindings(facts),
      ...screenFindings(facts),
      ...inputFindings(facts),
      ...phantoms(facts),
    ],
    unknown: unseen(facts),
    seen: peripheralsIn(facts).map(({ id }) => id),
  };
};

/** The list is long on a computer that is used for years. */
const MAX_NAMED = 8;

const phantoms = ({ windowsPeripherals }: PeripheralFacts): readonly Finding<Messages>[] => {
  if (windowsPeripherals.status !== 'ok' || windowsPeripherals.value.gone.length === 0) return [];
  const names = [...new Set(windowsPeripherals.value.gone.map(({ name }) => name))];
  return [
    {
      code: 'peripherals/phantom',
      severity: 'info',
      params: { devices: names.slice(0, MAX_NAMED), count: windowsPeripherals.value.gone.length },
      evidence: [windowsPeripherals.from],
    },
  ];
};

const unseen = (facts: PeripheralFacts): readonly Unknown[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  const needed: readonly Reading<unknown>[] =
    system === 'win32'
      ? [facts.windowsDevices, facts.windowsPeripherals]
      : system === 'darwin'
        ? [facts.usbDevices, facts.macBluetooth, facts.macScreens, facts.macDisks, facts.macUsbLog]
        : linuxNeeds(facts);
  return [
    ...needed.flatMap((reading) => (reading.status === 'ok' ? [] : [unknown(reading)])),
    ...storageUnseen(facts),
    ...bluetoothUnseen(facts),
  ];
};

/** What is not on this computer need not be seen: a folder of sysfs that is not there is a bus or a slot that is not. */
const linuxNeeds = (facts: PeripheralFacts): readonly Reading<unknown>[] => [
  ...[
    facts.usbDevices,
    facts.bluetoothAdapters,
    facts.bluetoothSwitches,
    facts.inputDevices,
    facts.connectors,
    facts.cameras,
    facts.blockDevices,
  ].filter(({ status }) => status !== 'absent'),
  // Without USB there is nothing that the log could say of it.
  ...(facts.usbDevices.status === 'ok' && facts.usbDevices.value.length > 0 ? [facts.kernelLog] : []),
  ...(facts.asked(CAMERA_USE) ? [facts.get(CAMERA_USE)] : []),
];

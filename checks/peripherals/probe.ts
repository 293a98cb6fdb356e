/** What is read: each bus as the system sees it, and what the kernel said of it. */
import type { Facts, Source } from '../../src/contract.ts';
import { blockDevices } from '../../src/sources/block-devices.ts';
import { bluetoothFailures, bluetoothSwitches, bluez } from '../../src/sources/bluetooth.ts';
import { cameraHolders } from '../../src/sources/cameras.ts';
import { kernelLog } from '../../src/sources/kernel-log.ts';
import { diskTree } from '../../src/sources/lsblk.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { macDisks } from '../../src/sources/macos-disks.ts';
import { macUsbLog } from '../../src/sources/macos-peripherals.ts';
import { peripheralReads } from '../../src/sources/peripherals.ts';
import { clock, placeOf, placeReads } from '../../src/sources/system.ts';
import { windowsPeripherals } from '../../src/sources/windows-peripherals.ts';

export const reads = {
  ...placeReads,
  ...machineReads,
  clock,
  ...peripheralReads,
  kernelLog,
  bluetoothSwitches,
  blockDevices,
  windowsPeripherals,
  macUsbLog,
  macDisks,
};

export type PeripheralFacts = Facts<typeof reads>;

export const families = [bluez, bluetoothFailures, cameraHolders, diskTree];

/** BlueZ has one name, its service one unit. */
export const BLUEZ = bluez('org.bluez');
export const BLUETOOTH_LOG = bluetoothFailures('bluetooth.service');
export const CAMERA_USE = cameraHolders('all');

export const followUps = (facts: PeripheralFacts): readonly Source<unknown>[] => {
  if (placeOf(facts) !== 'computer') return [];
  const known = facts.get(BLUEZ);
  return [
    ...(facts.bluetoothAdapters.status === 'ok' && facts.bluetoothAdapters.value.length > 0 ? [BLUEZ] : []),
    ...(known.status === 'ok' && known.value.devices.some(({ paired, connected }) => paired && !connected)
      ? [BLUETOOTH_LOG]
      : []),
    ...(facts.cameras.status === 'ok' && facts.cameras.value.length > 0 ? [CAMERA_USE] : []),
    ...outerDisks(facts).map(({ name }) => diskTree(name)),
  ];
};

/** Disks on a cable or in a slot; an empty card reader has no size. */
export const outerDisks = ({ blockDevices: all }: PeripheralFacts) =>
  all.status === 'ok'
    ? all.value.filter(
        ({ transport, bytes, removable, name }) =>
          bytes > 0 &&
          (transport === 'usb' || (transport === 'mmc' && /^mmcblk\d+$/.test(name) && removable)),
      )
    : [];

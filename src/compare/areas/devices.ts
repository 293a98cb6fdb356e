/** What is built in and plugged in, and which driver each has. */
import { kernelModules } from '../../sources/modules.ts';
import { pciDevices } from '../../sources/pci.ts';
import { connectors } from '../../sources/screens.ts';
import { isHub, usbDevices } from '../../sources/usb.ts';
import { windowsDevices } from '../../sources/windows-devices.ts';
import type { Row } from '../fact.ts';
import { row } from '../row.ts';

const NONE = { absentIsNone: true } as const;

export const devices: readonly Row[] = [
  row(
    'card',
    pciDevices,
    (all) =>
      all.map(({ vendorId, deviceId, classId, driver }) => ({
        key: `${vendorId}:${deviceId} (${classId.slice(0, 4)})`,
        value: driver ?? 'no-driver',
      })),
    NONE,
  ),
  row(
    'usb',
    usbDevices,
    (all) =>
      all
        .filter((device) => !isHub(device))
        .map(({ name, vendorId, productId, interfaces }) => ({
          key: `${name} (${vendorId}:${productId})`,
          value: [...new Set(interfaces.flatMap(({ driver }) => driver ?? []))].sort().join(' ') || null,
        })),
    NONE,
  ),
  row(
    'screen',
    connectors,
    (all) =>
      all
        .filter(({ status }) => status === 'connected')
        .map(({ card, name, bestMode }) => ({ key: `${card} ${name}`, value: bestMode })),
    NONE,
  ),
  row('driver', windowsDevices, (all) =>
    all.flatMap(({ name, id, driver, present }) =>
      driver === null || !present ? [] : [{ key: name || hardwareOf(id), value: driver.version }],
    ),
  ),
  row('device-problem', windowsDevices, (all) =>
    all.flatMap(({ name, id, errorCode, present }) =>
      errorCode === null || errorCode === 0 || !present
        ? []
        : [{ key: name || hardwareOf(id), value: String(errorCode) }],
    ),
  ),
];

export const modules: readonly Row[] = [
  row('module', kernelModules, (all) => all.map(({ name }) => ({ key: name, value: null })), NONE),
];

/** `PCI\\VEN_8086&DEV_15F3` of `PCI\\VEN_8086&DEV_15F3&SUBSYS_…\\3&11583659&0&C8`. */
const hardwareOf = (instance: string): string =>
  (instance.split('\\').slice(0, 2).join('\\').split('&SUBSYS')[0] ?? instance).slice(0, 80);

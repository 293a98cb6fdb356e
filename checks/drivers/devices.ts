/** Linux' devices that ought to have a driver and have none. */
import type { PciDevice } from '../../src/sources/pci.ts';
import type { UsbDevice, UsbInterface } from '../../src/sources/usb.ts';
import { isFineWithout, pciKind, usbKind } from './classes.ts';
import type { DeviceKind } from './params.ts';
import type { DriverFacts } from './probe.ts';

export interface LackingPci {
  readonly device: PciDevice;
  readonly kind: DeviceKind;
}

export const lackingPci = ({ pciDevices }: Pick<DriverFacts, 'pciDevices'>): readonly LackingPci[] =>
  pciDevices.status !== 'ok'
    ? []
    : pciDevices.value.flatMap((device) => {
        const kind = pciKind(device);
        return kind === null || device.driver !== null || isFineWithout(device) ? [] : [{ device, kind }];
      });

export interface LackingUsb {
  readonly device: UsbDevice;
  readonly kind: DeviceKind;
  /** Of the interface that lacks it, as the kernel's log names it. */
  readonly interfaces: readonly string[];
  readonly modalias: string | undefined;
}

/** Devices of which all interfaces of one kind lack a driver: one alone may be there for something else. */
export const lackingUsb = ({ usbDevices }: Pick<DriverFacts, 'usbDevices'>): readonly LackingUsb[] =>
  usable(usbDevices).flatMap((device) => {
    const kinds = new Map<DeviceKind, UsbInterface[]>();
    for (const one of device.interfaces) {
      const kind = kindOf(one);
      if (kind !== null) kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
    }
    for (const [kind, interfaces] of kinds) {
      if (interfaces.every(({ driver }) => driver === null)) return [lacking(device, kind, interfaces)];
    }
    return [];
  });

/**
 * Devices whose class says nothing (FTDI's serial cables), none of whose interfaces has a driver. Many
 * of them are used by programs directly: only a module that knows them makes it a fault.
 */
export const silentUsb = ({ usbDevices }: Pick<DriverFacts, 'usbDevices'>): readonly LackingUsb[] =>
  usable(usbDevices).flatMap((device) =>
    device.interfaces.length > 0 &&
    device.interfaces.every(({ driver, classId }) => driver === null && SILENT.has(classId ?? ''))
      ? [lacking(device, 'other', device.interfaces)]
      : [],
  );

/** Made by the vendor; modems and serial ports; their data. */
const SILENT: ReadonlySet<string> = new Set(['ff', '02', '0a']);

const usable = (reading: DriverFacts['usbDevices']): readonly UsbDevice[] =>
  reading.status === 'ok'
    ? reading.value.filter(({ authorized, configured }) => authorized && configured)
    : [];

const kindOf = ({ classId, code }: UsbInterface): DeviceKind | null =>
  classId === null ? null : usbKind(classId, code?.slice(2, 4), code?.slice(4, 6));

const lacking = (device: UsbDevice, kind: DeviceKind, interfaces: readonly UsbInterface[]): LackingUsb => ({
  device,
  kind,
  interfaces: interfaces.flatMap(({ name }) => name ?? []),
  modalias: interfaces.find(({ modalias }) => modalias !== undefined)?.modalias,
});

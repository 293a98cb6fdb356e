/** The cards and chips on the PCI bus, from sysfs: no program, no rights, no access to the devices. */
import type { Raw } from '../contract.ts';
import { source, Unreadable, unparsable } from '../contract.ts';

export interface PciDevice {
  /** `0000:00:1f.3` */
  readonly slot: string;
  /** Four lower-case hexadecimal digits: `8086`. */
  readonly vendorId: string;
  readonly deviceId: string;
  /** Of the card that carries the chip: null where the kernel does not tell. */
  readonly subVendorId: string | null;
  readonly subDeviceId: string | null;
  /** Six digits, class, subclass and interface: `020000` is Ethernet. */
  readonly classId: string;
  readonly driver: string | null;
  readonly modalias: string;
  /** The graphics card that the firmware used. */
  readonly isBootVga: boolean;
}

/** Absent where there is no PCI bus at all. */
export const pciDevices = source({
  id: 'devices.pci',
  os: ['linux'],
  request: {
    kind: 'attributes',
    folder: '/sys/bus/pci/devices',
    names: ['vendor', 'device', 'subsystem_vendor', 'subsystem_device', 'class', 'modalias', 'boot_vga'],
    links: ['driver'],
  },
  parse: ({ entries }) => parsePci(entries),
});

export const parsePci = (entries: Raw['attributes']['entries']): readonly PciDevice[] =>
  Object.entries(entries)
    // Unplugged while it was read: nothing of it is left.
    .filter(([, found]) => Object.keys(found).length > 0)
    .map(([slot, found]) => {
      const text = (name: string): string | null => {
        const one = found[name];
        return one !== undefined && 'text' in one ? one.text.trim() : null;
      };
      if (!/^[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/.test(slot)) throw unparsable(slot);
      const driver = found.driver;
      // A link that could not be read must not look like a device without a driver.
      if (driver !== undefined && 'error' in driver) {
        throw new Unreadable('denied', `${slot}/driver: ${driver.error}`);
      }
      return {
        slot,
        vendorId: hexOf(text('vendor'), 4, slot),
        deviceId: hexOf(text('device'), 4, slot),
        subVendorId: text('subsystem_vendor') === null ? null : hexOf(text('subsystem_vendor'), 4, slot),
        subDeviceId: text('subsystem_device') === null ? null : hexOf(text('subsystem_device'), 4, slot),
        classId: hexOf(text('class'), 6, slot),
        driver: driver?.text.split('/').at(-1) ?? null,
        modalias: text('modalias') ?? '',
        isBootVga: text('boot_vga') === '1',
      };
    });

/** `0x8086` */
const hexOf = (text: string | null, digits: number, slot: string): string => {
  const found = /^0x([0-9a-f]+)$/i.exec(text ?? '')?.[1];
  if (found?.length !== digits) throw unparsable(`${slot}: ${text ?? 'nothing'}`);
  return found.toLowerCase();
};

/** The kernel's own mark, how it was started, and names of devices. */
import { family, source, unparsable } from '../../../src/contract.ts';

/** Bits that the kernel sets and never takes back until the next start. */
export const kernelTaint = source({
  id: 'drivers.kernel-taint',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/sys/kernel/tainted' },
  parse: ({ text }) => {
    if (!/^\d{1,10}$/.test(text.trim())) throw unparsable(text.trim());
    return Number(text.trim());
  },
});

/** Whether Secure Boot is on: the last of the variable's five bytes. Absent without UEFI. */
export const secureBoot = source({
  id: 'drivers.secure-boot',
  os: ['linux'],
  request: {
    kind: 'file',
    path: '/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c',
  },
  parse: ({ text }) => {
    const last = text.charCodeAt(text.length - 1);
    if (last !== 0 && last !== 1) throw unparsable('SecureBoot');
    return last === 1;
  },
});

export interface DeviceName {
  readonly vendor: string;
  readonly model: string;
}

/** What udev found for a device in its database of names; absent where udev does not run. */
export const pciName = family('drivers.pci-name', 'slot', (slot) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'file', path: `/run/udev/data/+pci:${slot}` },
    parse: ({ text }): DeviceName => ({
      vendor: /^E:ID_VENDOR_FROM_DATABASE=(.{1,120})$/m.exec(text)?.[1] ?? '',
      model: /^E:ID_MODEL_FROM_DATABASE=(.{1,120})$/m.exec(text)?.[1] ?? '',
    }),
  }),
);

/** Places of network cards whose connection is switched on: `0000:00:1f.6`. A card that cannot start never is. */
export const startedNetworkCards = source({
  id: 'drivers.network-cards',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/class/net', names: ['flags'], links: ['device'] },
  parse: ({ entries }): readonly string[] =>
    Object.entries(entries).flatMap(([name, { flags, device }]) => {
      if (flags === undefined || device === undefined || !('text' in device)) return [];
      if (!('text' in flags) || !/^0x[0-9a-f]+$/.test(flags.text.trim())) throw unparsable(`${name}: flags`);
      const isUp = Number(flags.text.trim()) % 2 === 1;
      return isUp ? [device.text.split('/').at(-1) ?? ''] : [];
    }),
});

/** The disks the kernel knows, from sysfs: nobody is woken and no rights are needed. */
import type { Raw } from '../contract.ts';
import { source, Unreadable, unparsable } from '../contract.ts';

export interface BlockDevice {
  /** `sda`, `nvme0n1`, `mmcblk0`, `dm-0`. */
  readonly name: string;
  readonly model: string | null;
  readonly bytes: number;
  readonly rotational: boolean | null;
  readonly removable: boolean;
  readonly transport: Transport;
  /** Where it sits, below /sys/devices; '' where that is not told. */
  readonly at: string;
}

/** `virtual`: made by software, as loop, zram, dm and md. `virtio`: the disk of a virtual machine. */
export type Transport = 'ata' | 'sas' | 'scsi' | 'nvme' | 'usb' | 'mmc' | 'virtio' | 'virtual' | 'other';

export const blockDevices = source({
  id: 'disk.devices',
  os: ['linux'],
  request: {
    kind: 'attributes',
    folder: '/sys/block',
    names: ['size', 'removable', 'queue/rotational', 'device/vendor', 'device/model', 'device/name'],
    links: ['.'],
  },
  parse: ({ entries }): readonly BlockDevice[] =>
    Object.entries(entries).map(([name, found]) => deviceFrom(name, found)),
});

type Attributes = Raw['attributes']['entries'][string];

const deviceFrom = (name: string, found: Attributes): BlockDevice => {
  const text = (key: string): string | null => {
    const value = found[key];
    return value !== undefined && 'text' in value ? value.text.trim() : null;
  };
  const size = text('size');
  if (size === null || !/^\d{1,18}$/.test(size)) throw unparsable(`${name}: size ${size}`);
  const at = (text('.') ?? '').replace(/^(?:\.\.\/)*devices\//, '');
  const rotational = text('queue/rotational');
  return {
    name,
    model: modelOf(text('device/vendor'), text('device/model') ?? text('device/name')),
    // Always in units of 512 bytes, whatever the disk's own sectors are.
    bytes: Number(size) * 512,
    rotational: rotational === null ? null : rotational === '1',
    removable: text('removable') === '1',
    transport: transportOf(name, at),
    at,
  };
};

/** The vendor of a disk behind libata is the word ATA. */
const modelOf = (vendor: string | null, model: string | null): string | null => {
  const words = [vendor === 'ATA' ? null : vendor, model].filter((word) => word !== null && word !== '');
  return words.length === 0 ? null : words.join(' ');
};

const transportOf = (name: string, at: string): Transport => {
  if (at.startsWith('virtual/') && !at.startsWith('virtual/nvme-subsystem/')) return 'virtual';
  if (/^(loop|ram|zram|dm-|md|nbd|rbd|drbd|zd)\d/.test(name)) return 'virtual';
  if (name.startsWith('nvme')) return 'nvme';
  if (/\/usb\d+\//.test(at)) return 'usb';
  if (name.startsWith('mmcblk')) return 'mmc';
  if (/\/ata\d+\//.test(at)) return 'ata';
  if (/\/end_device-/.test(at)) return 'sas';
  if (/\/virtio\d+\//.test(at) || /^(vd|xvd)[a-z]/.test(name)) return 'virtio';
  return name.startsWith('sd') ? 'scsi' : 'other';
};

/** Which folder below /sys/devices a device number stands for: `8:1` → `pci0000:00/…/block/sda/sda1`. */
export const blockNumbers = source({
  id: 'disk.numbers',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/dev/block', names: [], links: ['.'] },
  parse: ({ entries }): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(entries).map(([number, found]) => {
        const link = found['.'];
        if (link === undefined || !('text' in link))
          throw new Unreadable('failed', `/sys/dev/block/${number} is no link`);
        return [number, link.text.replace(/^(?:\.\.\/)*devices\//, '')];
      }),
    ),
});

/** The whole disk of a device number: `8:1` → `sda`. Undefined where the kernel does not list it. */
export const diskOfNumber = (number: string, numbers: Readonly<Record<string, string>>): string | undefined =>
  /\/block\/([^/]+)/.exec(numbers[number] ?? '')?.[1];

export interface NvmeController {
  /** `nvme0`. */
  readonly name: string;
  readonly model: string | null;
  /** `live`, `resetting`, `connecting`, `dead`. */
  readonly state: string;
}

/** A controller that the kernel has given up is `dead`: its disk is gone from the list, and here it still stands. */
export const nvmeControllers = source({
  id: 'disk.nvme',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/class/nvme', names: ['state', 'model'] },
  parse: ({ entries }): readonly NvmeController[] =>
    Object.entries(entries).flatMap(([name, { state, model }]) =>
      state === undefined || !('text' in state)
        ? []
        : [
            {
              name,
              model:
                model !== undefined && 'text' in model && model.text.trim() !== '' ? model.text.trim() : null,
              state: state.text.trim(),
            },
          ],
    ),
});

import { describe, expect, test } from 'vitest';
import type { Raw } from '../../src/contract.ts';
import {
  type BlockDevice,
  blockDevices,
  blockNumbers,
  diskOfNumber,
} from '../../src/sources/block-devices.ts';

type Entries = Record<string, Record<string, { text: string } | { error: string }>>;

/** What the source makes of such folders; the request is the same for all. */
const parsed = <T>(
  source: { on: { linux?: { parse: (raw: never, asked: never) => T } } },
  entries: Entries,
): T => {
  const way = source.on.linux;
  if (way === undefined) throw new Error('not read on Linux');
  return way.parse({ entries } satisfies Raw['attributes'] as never, undefined as never);
};
const disk = (at: string, more: Record<string, string> = {}): Entries[string] =>
  Object.fromEntries(
    Object.entries({ '.': `../devices/${at}`, size: '1000215216\n', removable: '0\n', ...more }).map(
      ([name, text]) => [name, { text }],
    ),
  );
const read = (entries: Entries): readonly BlockDevice[] => parsed(blockDevices, entries);

// Paths as three computers have them.
const PATHS: readonly (readonly [name: string, at: string, transport: BlockDevice['transport']])[] = [
  ['sda', 'pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda', 'ata'],
  ['sdb', 'pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host6/target6:0:0/6:0:0:0/block/sdb', 'usb'],
  [
    'sdc',
    'pci0000:00/0000:00:02.0/0000:02:00.0/host0/port-0:0/end_device-0:0/target0:0:0/0:0:0:0/block/sdc',
    'sas',
  ],
  ['sdd', 'pci0000:00/0000:00:03.0/0000:03:00.0/host1/target1:2:0/1:2:0:0/block/sdd', 'scsi'],
  ['nvme0n1', 'pci0000:00/0000:00:1d.0/0000:3b:00.0/nvme/nvme0/nvme0n1', 'nvme'],
  ['nvme1n1', 'virtual/nvme-subsystem/nvme-subsys1/nvme1n1', 'nvme'],
  ['mmcblk0', 'platform/emmc2bus/fe340000.mmc/mmc_host/mmc0/mmc0:aaaa/block/mmcblk0', 'mmc'],
  ['vda', 'pci0000:00/0000:00:04.0/virtio1/block/vda', 'virtio'],
  ['loop0', 'virtual/block/loop0', 'virtual'],
  ['dm-0', 'virtual/block/dm-0', 'virtual'],
];

describe('disks of sysfs', () => {
  test.each(PATHS)('%s: how it is attached', (name, at, transport) => {
    expect(read({ [name]: disk(at) })).toMatchObject([{ name, transport, at, bytes: 512_110_190_592 }]);
  });

  test('the name on the disk, without what libata adds', () => {
    const [ata, usb, none] = read({
      sda: disk('x/ata1/x', {
        'device/vendor': 'ATA     \n',
        'device/model': 'Samsung SSD 860 \n',
        'queue/rotational': '0\n',
      }),
      sdb: disk('x/usb1/x', {
        'device/vendor': 'WD      \n',
        'device/model': 'My Passport\n',
        'queue/rotational': '1\n',
        removable: '1\n',
      }),
      vda: disk('x/virtio1/block/vda'),
    });
    expect(ata).toMatchObject({ model: 'Samsung SSD 860', rotational: false, removable: false });
    expect(usb).toMatchObject({ model: 'WD My Passport', rotational: true, removable: true });
    expect(none).toMatchObject({ model: null, rotational: null });
  });

  test('a size that is no number is not guessed', () => {
    expect(() => read({ sda: disk('x', { size: 'many' }) })).toThrow('sda: size many');
    expect(() => read({ sda: { size: { error: 'EACCES' } } })).toThrow('sda');
  });
});

describe('device numbers', () => {
  test('a partition belongs to its disk', () => {
    const numbers = parsed(blockNumbers, {
      '8:1': { '.': { text: '../../devices/pci0000:00/ata1/block/sda/sda1' } },
      '253:0': { '.': { text: '../../devices/virtual/block/dm-0' } },
    });
    expect(diskOfNumber('8:1', numbers)).toBe('sda');
    expect(diskOfNumber('253:0', numbers)).toBe('dm-0');
    expect(diskOfNumber('9:9', numbers)).toBeUndefined();
  });
});

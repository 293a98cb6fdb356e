/** What is on disks that can be taken out: file systems, and where they are opened. */
import { family, read, Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';

export interface DiskTree {
  readonly name: string;
  readonly kind: string;
  readonly model: string | null;
  readonly label: string | null;
  readonly bytes: number;
  /** `ext4`, `crypto_LUKS`, `BitLocker`; null where nothing is recognized. */
  readonly fsType: string | null;
  readonly mountPoint: string | null;
  readonly readOnly: boolean;
  readonly children: readonly DiskTree[];
}

/** The udev database answers it: no root, and no disk is touched. MOUNTPOINTS is younger than util-linux 2.36. */
export const diskTree = family<DiskTree | null, string>('disk.tree', 'disk', (name) => ({
  on: {
    linux: read(
      {
        kind: 'exec',
        argv: ['lsblk', '-J', '-b', '-o', 'NAME,TYPE,MODEL,LABEL,SIZE,FSTYPE,MOUNTPOINT,RO', `/dev/${name}`],
        timeoutMs: 5000,
      },
      ({ stdout, stderr, exitCode }) => {
        // It was pulled out meanwhile.
        if (exitCode === 32 || /not a block device/.test(stderr)) return null;
        if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().split('\n')[0] ?? `${exitCode}`);
        return parseLsblk(stdout)[0] ?? null;
      },
    ),
  },
}));

export const parseLsblk = (text: string): readonly DiskTree[] => {
  const all = parseJson(text);
  if (!isObject(all) || !Array.isArray(all.blockdevices)) throw unparsable(text.trim());
  return listOf(all.blockdevices).map((one) => treeOf(one, 0));
};

/** Disk, partition, lock, volume group, volume: no real tree is deeper. */
const MAX_DEPTH = 12;

const treeOf = (item: LooseObject, depth: number): DiskTree => {
  const { name, type, model, label, size, fstype, mountpoint, ro, children } = item;
  if (typeof name !== 'string') throw unparsable(JSON.stringify(item));
  return {
    name,
    kind: typeof type === 'string' ? type : 'disk',
    model: wordOf(model),
    label: wordOf(label),
    bytes: bytesOf(size, name),
    fsType: wordOf(fstype),
    mountPoint: wordOf(mountpoint),
    // `"1"` before util-linux 2.33.
    readOnly: ro === true || ro === '1',
    children: depth < MAX_DEPTH ? listOf(children ?? []).map((child) => treeOf(child, depth + 1)) : [],
  };
};

const bytesOf = (size: unknown, name: string): number => {
  const bytes = typeof size === 'string' && /^\d{1,18}$/.test(size) ? Number(size) : size;
  if (typeof bytes !== 'number' || !Number.isFinite(bytes) || bytes < 0) throw unparsable(`${name}: ${size}`);
  return bytes;
};

const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** Which of the mounts are disks that a person or an update writes to, each volume once. */
import type { Mount } from '../../src/sources/mounts.ts';

export interface Volume {
  /** The mount point it is known by. */
  readonly path: string;
  readonly type: string;
  readonly role: Role;
  readonly readOnly: boolean;
  readonly volume: string;
}

/** `media`: sticks and cards, which people fill on purpose. */
export type Role = 'system' | 'boot' | 'esp' | 'data' | 'remote' | 'media';

/** One entry for each volume that is worth a look, the system first. */
export const volumesOf = (mounts: readonly Mount[]): readonly Volume[] => {
  const byVolume = new Map<string, Volume>();
  for (const mount of visible(mounts)) {
    const role = roleOf(mount);
    if (role === undefined) continue;
    const { path, type, readOnly, volume } = mount;
    const known = byVolume.get(volume);
    // Bind mounts and subvolumes are the same room again: the shortest path names it.
    if (
      known === undefined ||
      RANK[role] < RANK[known.role] ||
      (role === known.role && shorter(path, known.path))
    )
      byVolume.set(volume, { path, type, role, readOnly, volume });
  }
  return [...byVolume.values()].sort((a, b) => RANK[a.role] - RANK[b.role] || (a.path < b.path ? -1 : 1));
};

const RANK: Readonly<Record<Role, number>> = { system: 0, boot: 1, esp: 2, data: 3, remote: 4, media: 5 };

const shorter = (a: string, b: string): boolean => a.length < b.length;

/** Of several mounts on one point only the last can be seen. */
const visible = (mounts: readonly Mount[]): readonly Mount[] => [
  ...new Map(mounts.map((mount) => [mount.path, mount])).values(),
];

/** Undefined for what is full by design, not a disk, or none of ours. */
const roleOf = ({ path, type, root, readOnly }: Mount): Role | undefined => {
  if (isAside(path)) return undefined;
  // macOS seals its system volume since 10.15; what is written goes to the data volume beside it.
  if (path === '/') return FULL_BY_DESIGN.has(type) || (type === 'apfs' && readOnly) ? undefined : 'system';
  if (path === '/System/Volumes/Data') return 'system';
  if (isRemote(type)) return 'remote';
  if (type === 'tmpfs') return SCRATCH.has(path) ? 'data' : undefined;
  if (!DISK.has(type)) return undefined;
  // Single files are mounted over files of /etc in containers.
  if (path.startsWith('/etc/') && root !== '/') return undefined;
  if (/^\/(media|run\/media|Volumes)\//.test(path)) return 'media';
  if (path === '/boot/efi' || path === '/efi' || (path === '/boot' && FAT.has(type))) return 'esp';
  return path === '/boot' ? 'boot' : 'data';
};

/** Memory that programs use as a scratch disk. */
const SCRATCH: ReadonlySet<string> = new Set(['/tmp', '/var/tmp', '/run']);

const FAT: ReadonlySet<string> = new Set(['vfat', 'msdos']);

const DISK: ReadonlySet<string> = new Set([
  ...['ext2', 'ext3', 'ext4', 'xfs', 'btrfs', 'zfs', 'bcachefs', 'f2fs', 'jfs', 'reiserfs', 'nilfs2', 'ufs'],
  ...['vfat', 'msdos', 'exfat', 'ntfs', 'ntfs3', 'fuseblk', 'hfs', 'hfsplus', 'apfs'],
]);

/** Images that hold exactly what was put into them: always 100 % full, never a fault. */
const FULL_BY_DESIGN: ReadonlySet<string> = new Set([
  'squashfs',
  'erofs',
  'iso9660',
  'udf',
  'cramfs',
  'romfs',
]);

/** Behind a network or another program: it may never answer. autofs is left alone: looking at it mounts it. */
export const isRemote = (type: string): boolean =>
  /^(nfs|nfs4|cifs|smb3|smbfs|ncpfs|afs|afpfs|webdav|ceph|glusterfs|lustre|9p|virtiofs|coda)$/.test(type) ||
  (type.startsWith('fuse') && type !== 'fuseblk' && !isOwnFuse(type));

/** FUSE file systems that are no disk: desktop portals, containers, images. */
const isOwnFuse = (type: string): boolean =>
  /^(fusectl|fuse\.(gvfsd-fuse|portal|lxcfs|snapfuse|squashfuse|squashfuse_ll|fuse-overlayfs|archivemount|.*AppImage))$/.test(
    type,
  );

/** What container engines, snap and macOS mount for themselves. */
const isAside = (path: string): boolean =>
  /^\/(proc|sys|dev|snap|run\/user|run\/snapd|run\/credentials|var\/snap|var\/lib\/(docker|containers|kubelet|snapd|lxcfs|lxd)|private\/var\/vm)(\/|$)/.test(
    path,
  ) || /^\/System\/Volumes\/(?!Data$)|^\/Volumes\/(Recovery|com\.apple)/.test(path);

/** Whether to ask for it in a process of its own, which can be given up. */
export const mayHang = ({ role }: Pick<Volume, 'role'>): boolean => role === 'remote' || role === 'media';

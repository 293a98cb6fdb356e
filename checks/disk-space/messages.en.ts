import type { CheckMessages } from '../../src/contract.ts';
import { percentText } from '../../src/sources/size.ts';
import { items, look, percent, reserved, shortage, size } from './messages.en/phrases.ts';
import { steps } from './messages.en/steps.ts';
import type { KernelRoom, ReclaimItem, Shortage } from './params.ts';

export const en = {
  name: 'Disk space',
  complaint: 'It says "no space left", or an update does not fit',
  fine: 'every disk has room',
  findings: {
    'disk-space/system-volume-full': {
      name: 'The system disk is almost full',
      means:
        'The disk that the system runs from has almost nothing left for ordinary programs. Updates stop half-way, programs cannot save, and in the end nobody can sign in.',
      found:
        'Room for ordinary users (not what is reserved for the administrator) on the system disk. Warning below 10 % and 20 GiB, or below 5 GiB; critical below 5 % and 10 GiB, or below 1 GiB. Disks up to 20 GiB are judged by percent alone.',
      say: (p: Shortage) => ({
        title: `${p.freeBytes > 0 ? 'The system disk is almost full' : 'The system disk is full'}: ${shortage(p)}`,
        why: `Updates, programs and even signing in fail when nothing can be written.${reserved(p)}`,
        next: look(p),
      }),
    },
    'disk-space/volume-full': {
      name: 'A disk or partition is full',
      means:
        'A volume other than the system disk has almost nothing left. What writes there fails: mail, databases and logs in /var, documents in /home, scratch files in /tmp.',
      found: 'The same measure and limits as for the system disk, for every other writable volume.',
      say: (p: Shortage) => ({
        title: `${p.freeBytes > 0 ? 'A disk is almost full' : 'A disk is full'}: ${shortage(p)}`,
        why: `Programs that write there fail in odd ways.${reserved(p)}`,
        next: look(p),
      }),
    },
    'disk-space/update-space-low': {
      name: 'Not enough free space for system updates',
      means: 'The updates that wait need more room than there is: to be downloaded, and to be unpacked.',
      found:
        'Linux: apt simulates the upgrade and names both sizes; 20 % are added. Where nothing names the need, a figure of the project is used: 1 GiB on Linux, 10 GiB on Windows, 5 GiB on macOS.',
      say: (p: {
        path: string;
        freeBytes: number;
        needBytes: number;
        packages: number;
        simulated: boolean;
      }) => ({
        title: `Updates need ${size(p.needBytes)} on ${p.path}, ${size(p.freeBytes)} are free`,
        why: p.simulated
          ? `${p.packages === 1 ? '1 package waits' : `${p.packages} packages wait`}, and an update that runs out of space can stop half-way.`
          : 'An update that runs out of space can stop half-way. The need is the usual one: this system does not tell its own.',
        next: `Free at least ${size(Math.max(0, p.needBytes - p.freeBytes))} on ${p.path}, then update`,
      }),
    },
    'disk-space/boot-partition-full': {
      name: 'The /boot partition has no room for a new kernel',
      means:
        'Kernels live in a small partition of their own. The next kernel update needs room for another one beside those that are there; without it the update stops half-way.',
      found:
        'Free space of /boot against 1.2 times the largest kernel with its initial RAM disk that is there.',
      say: (p: KernelRoom) => ({
        title: `/boot has ${size(p.freeBytes)} left, a new kernel needs ${size(p.needBytes)}`,
        why: 'The next kernel update stops half-way, and no other update is installed until that is put right.',
        next:
          p.removable.length === 0
            ? 'Only the kernels that are needed are there: make /boot larger, or ask support'
            : `Remove ${p.removable.length === 1 ? 'the old kernel' : `${p.removable.length} old kernels`} (${p.removable.join(', ')}), which frees ${size(p.removableBytes)}. Keep ${p.running}, it is running${p.command === '' ? '' : `: ${p.command}`}`,
      }),
    },
    'disk-space/esp-full': {
      name: 'The hidden EFI boot partition is full',
      means:
        'The EFI partition holds what the firmware starts. Windows updates of May 2026 (KB5089549) are rolled back where 10 MB or less are free; boot loaders and firmware updates fail likewise.',
      found: 'Free space of the EFI partition: warning below 20 MB, critical at 10 MB or less.',
      say: (p: { path: string; freeBytes: number; totalBytes: number }) => ({
        title: `The EFI partition ${p.path} has ${size(p.freeBytes)} of ${size(p.totalBytes)} left`,
        why: 'Updates of the system start and of the firmware cannot be written there.',
        next: 'Leave its files alone: a technician decides what may go. On Windows install KB5089573 or later',
      }),
    },
    'disk-space/winre-partition-small': {
      name: 'The recovery partition is too small for its update',
      means:
        'An update of the Windows recovery environment (KB5034439, KB5034440, KB5034441) needs 250 MB in the recovery partition. Space on C: does not help.',
      found: 'The update ended with 0x80070643, and the recovery partition has less than 250 MB free.',
      say: (p: { freeBytes: number; totalBytes: number; kb: string }) => ({
        title: `${p.kb} failed: the recovery partition has ${size(p.freeBytes)} of ${size(p.totalBytes)} free, it needs 250 MB`,
        why: 'The update fails again each time. Windows itself works; space on C: makes no difference.',
        next: 'Ignore the update where the recovery environment is not used; otherwise a technician enlarges the partition after a backup (Microsoft KB5028997)',
      }),
    },
    'disk-space/inodes-exhausted': {
      name: 'The disk has space but no room for more files (inodes)',
      means:
        'Each file needs an entry (inode), and their number was fixed when the disk was formatted. When they are used up nothing can be created, however many gigabytes are free. Usually one folder holds a huge number of small files.',
      found: 'Free inodes of each volume: warning below 5 %, critical below 1 %.',
      say: (p: { path: string; freeFiles: number; files: number; folder: string; folderFiles: number }) => ({
        title: `${p.path} has room for ${p.freeFiles} more files of ${p.files}`,
        why: 'No file can be created there any more, although there is space.',
        next:
          p.folder === ''
            ? `Find the folder with most files: du --inodes -x ${p.path} | sort -n | tail`
            : `Look into ${p.folder}: it holds ${p.folderFiles} files`,
      }),
    },
    'disk-space/readonly-filesystem': {
      name: 'The disk was switched to read-only',
      means:
        'A disk that should be writable is mounted read-only. Linux does that by itself when it meets errors on the disk, to protect what is there.',
      found:
        '/proc/self/mountinfo shows it read-only, /etc/fstab asks for writable, and the kernel refuses to write (EROFS). macOS: the data volume is. Windows: MSFT_Disk or its partition is.',
      say: (p: { path: string; device: string }) => ({
        title: `${p.path} (${p.device}) is read-only, it should be writable`,
        why: 'Nothing can be saved or installed. The usual reason is an error on the disk.',
        next: `Copy your important files to another disk first. ${reasonFor(p.path)}`,
      }),
    },
    'disk-space/reclaimable': {
      name: 'Space can be freed safely',
      means:
        'Caches, old logs, crash reports and the bin: what may go, how much each holds, and who makes it anew.',
      found:
        'Measured on this disk when a volume is short, and told when it adds up to 1 GiB or to what is missing.',
      say: (p: { bytes: number; items: readonly ReclaimItem[] }) => ({
        title: `${size(p.bytes)} can be freed`,
        why: 'None of it is a document of yours, except for what lies in the bin.',
        next: `In order of size: ${items(p.items)}`,
      }),
    },
    'disk-space/btrfs-unallocated-low': {
      name: 'Btrfs has free space it cannot use',
      means:
        'Btrfs hands out the disk in chunks for data and for metadata. When all chunks are handed out and the metadata ones are full, writing fails although df shows free space.',
      found: 'btrfs filesystem usage: less than 1 GiB unallocated, and metadata more than 90 % used.',
      say: (p: { path: string; unallocatedBytes: number; metadataPct: number }) => ({
        title: `Btrfs on ${p.path} has ${size(p.unallocatedBytes)} unallocated, metadata is ${percentText('en', p.metadataPct)} full`,
        why: 'Writing fails with "no space left" although free space is shown.',
        next: `Delete old snapshots, then: sudo btrfs balance start -dusage=10 ${p.path}`,
      }),
    },
    'disk-space/virtual-disk-bloat': {
      name: 'A virtual disk file holds space it no longer needs',
      means:
        'The file that holds the disk of a Linux system under Windows grows, but never shrinks by itself.',
      found: 'The size of ext4.vhdx on Windows against what is used inside: more than 10 GiB apart.',
      say: (p: { path: string; bytes: number; usedBytes: number }) => ({
        title: `${p.path} takes ${size(p.bytes)} on Windows, ${size(p.usedBytes)} are used inside`,
        why: 'The difference is lost to Windows until the file is compacted.',
        next: 'In Windows: wsl --shutdown, then compact the file with diskpart (compact vdisk). Never delete it: it is the Linux system',
      }),
    },
    'disk-space/log-explosion': {
      name: 'Log files have filled the disk',
      means:
        'A program writes to its log without end. Deleting the log helps for a while; the program is the cause.',
      found: 'Files below /var/log take more than 20 % of a volume that is short, and more than 1 GiB.',
      say: (p: {
        path: string;
        bytes: number;
        totalBytes: number;
        file: string;
        fileBytes: number;
        growing: boolean;
      }) => ({
        title: `Logs take ${size(p.bytes)} of ${p.path} (${percent(p.bytes, p.totalBytes)})`,
        why:
          p.file === ''
            ? 'The disk fills up again and again until whatever writes them stops.'
            : `The largest is ${p.file} with ${size(p.fileBytes)}${p.growing ? ', and it is still being written' : ''}.`,
        next:
          p.file === ''
            ? 'See which log grows: ls -lS /var/log'
            : `Read its end to see who writes and why: tail ${p.file}. After that is put right: sudo truncate -s 0 ${p.file}`,
      }),
    },
    'disk-space/deleted-open-file': {
      name: 'Space is held by a deleted file that a program keeps open',
      means:
        'A file that was deleted keeps its space until the last program that has it open closes it. No folder shows it.',
      found:
        'Links in /proc/*/fd that end in "(deleted)": one file of more than 5 % of a volume that is short.',
      say: (p: { path: string; program: string; pid: number; file: string; bytes: number }) => ({
        title: `${p.program} (process ${p.pid}) holds ${size(p.bytes)} of ${p.path} in a deleted file`,
        why: `${p.file} was deleted, but its space is free only when ${p.program} closes it.`,
        next: `Save your work in ${p.program} and restart it; a service: sudo systemctl restart, with its name`,
      }),
    },
    'disk-space/mount-hung': {
      name: 'A network or removable disk does not answer and blocks programs',
      means:
        'The other side of a mounted share is gone. Everything that looks at the mount point waits for it: file managers, df, backups, shutting down.',
      found: 'Asked twice for its free space, it did not answer in time, while other disks did.',
      say: (p: { path: string; source: string; type: string }) => ({
        title: `${p.path} (${p.source}, ${p.type}) does not answer`,
        why: 'Every program that looks at it hangs, the file manager too.',
        next: `Check that the server is switched on and reachable. To go on without it: sudo umount -l ${p.path}`,
      }),
    },
  },
  ...steps,
} satisfies CheckMessages;

export type Messages = typeof en;

/** Where to look for why a disk is read-only. */
const reasonFor = (path: string): string => {
  if (/^[A-Z]:$/i.test(path)) {
    return 'Then check the disk (techsupport check hardware); where it is healthy, as an administrator: Get-Disk | Set-Disk -IsReadOnly $false';
  }
  return path.startsWith('/System/')
    ? 'Then start into recovery and run First Aid in Disk Utility'
    : 'Then look for the reason: sudo dmesg | grep -i -e error -e read-only';
};

/** The same computers with one fault each, and with everything that follows from it. */
import { exec } from '../../evidence/evidence.ts';
import { raspberryPiOs, ubuntu, wsl } from './linux/apt.ts';
import { space } from './linux/computer.ts';
import { alpine, arch, fedora } from './linux/distributions.ts';
import { journal, KERNEL_LOG, ring } from './linux/system.ts';
import { macos, space as macSpace } from './macos/computer.ts';
import { profiler } from './macos/profile.ts';
import { cutOff, online, unixPing, withoutNames } from './net.ts';
import { items } from './windows/batches.ts';
import { changed, WINDOWS_10, WINDOWS_11, windows } from './windows/computer.ts';
import { eventsAnd } from './windows/events.ts';
import { adapter, silentPing } from './windows/network.ts';
import { wordsOf } from './windows/words.ts';
import { but, type World } from './world.ts';

const GB = 1024 ** 3;

/** The disk is full to the last byte; apt could not unpack what it fetched. */
export const fullUbuntu = (): World => {
  const whole = ubuntu();
  return but(whole, {
    spaces: { '/': { ...space(460, 310), availableBytes: 0, freeBytes: 24e6 } },
    usage: {
      '/var/log': { bytes: 3e9, files: 900, complete: true, largest: [] },
      '/home': { bytes: 401e9, files: 90_000, complete: true, largest: [] },
    },
  });
};

/** The router answers; nothing behind it does. */
export const fedoraWithoutProvider = (): World =>
  but(fedora(), {
    net: cutOff,
    programs: { ping: unixPing((address) => /^(192\.168|fe80)/.test(address)), nmcli: 'limited\n' },
  });

/** The kernel was updated under a running system: its modules are gone, and a stick that is plugged in finds none. */
export const archAfterUpdate = (): World => {
  const whole = arch();
  const { '/lib/modules/6.19.9-arch1-1/modules.dep': _, ...files } = whole.files;
  return {
    ...whole,
    files: { ...files, '/lib/modules/6.19.10-arch1-1/modules.dep': '' },
  };
};

const DYING_DISK = [
  [3, 'ata1.00: exception Emask 0x0 SAct 0x0 SErr 0x0 action 0x0'],
  [3, 'ata1.00: failed command: READ DMA EXT'],
  [3, 'ata1.00: error: { UNC }'],
  [3, 'I/O error, dev sda, sector 91234560 op 0x0:(READ) flags 0x80700 phys_seg 1 prio class 2'],
  [3, 'I/O error, dev sda, sector 91234568 op 0x0:(READ) flags 0x80700 phys_seg 1 prio class 2'],
  [3, 'I/O error, dev sda, sector 91234576 op 0x0:(READ) flags 0x80700 phys_seg 1 prio class 2'],
  [2, 'EXT4-fs error (device sda2): ext4_find_entry:1683: inode #2: comm cron: reading directory lblock 0'],
  [2, 'EXT4-fs (sda2): Remounting filesystem read-only'],
] as const;

/** The disk gives errors, and the kernel has made its file system read-only. */
export const alpineWithDyingDisk = (): World => {
  const whole = alpine();
  return but(whole, {
    programs: { dmesg: ring([...KERNEL_LOG, ...DYING_DISK]) },
    files: {
      '/proc/self/mountinfo':
        '22 28 0:21 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw\n28 1 8:2 / / ro,relatime - ext4 /dev/sda2 ro\n',
    },
    unwritable: { '/': 'EROFS' },
  });
};

/** The card wears out, as cards do. */
export const raspberryWithBadCard = (): World =>
  but(raspberryPiOs(), {
    programs: {
      journalctl: journal([
        ...KERNEL_LOG,
        [3, 'mmc0: error -110 whilst initialising SD card'],
        [3, 'I/O error, dev mmcblk0, sector 2345678 op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 2'],
        [3, 'I/O error, dev mmcblk0, sector 2345680 op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 2'],
        [3, 'I/O error, dev mmcblk0, sector 2345682 op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 2'],
      ]),
    },
  });

/** WSL whose resolv.conf names a server that is no more: a VPN of Windows took it away. */
export const wslWithoutNames = (): World =>
  but(wsl(), { net: withoutNames, files: { '/etc/resolv.conf': 'nameserver 172.29.64.1\n' } });

export const fullMac = (): World =>
  but(macos({ chip: 'apple', version: '26.1', darwin: '25.1.0' }), {
    spaces: { '/': macSpace(0.6), '/System/Volumes/Data': macSpace(0.6) },
  });

export const macWithDyingDisk = (): World =>
  but(macos({ chip: 'intel', version: '15.7.2', darwin: '24.6.0' }), {
    programs: {
      system_profiler: profiler('15.7.2', { smart: 'Failing' }),
      'log show --last 7d': exec(
        `${[1, 2, 3].map(() => JSON.stringify({ timestamp: '2026-11-23 10:00:00.000000+0000', eventMessage: 'disk0s2: I/O error.' })).join('\n')}\n{"count":3,"finished":1}\n`,
      ),
    },
  });

/** C: is full, and updates fail with 0x80070070 for it. */
export const fullWindows10 = (): World => {
  const whole = windows({ tongue: 'en', ...WINDOWS_10 });
  return but(whole, {
    batches: changed(whole, {
      'disk.windows': { disks: [{ DeviceID: 'C:', DriveType: 3, Size: 118 * GB, FreeSpace: 0.2 * GB }] },
      'updates.windows': {
        history: {
          items: [
            { title: wordsOf('en').update, code: -2147024784, result: 4, at: '2026-11-22T09:20:00Z' },
            {
              title: '2026-10 Cumulative Update (KB5066791)',
              code: 0,
              result: 2,
              at: '2026-10-15T09:20:00Z',
            },
          ],
        },
      },
    }),
  });
};

/** The disk says itself that it fails; bad blocks and a damaged file system follow. */
export const windows11WithDyingDisk = (): World => {
  const whole = windows({ tongue: 'en', ...WINDOWS_11 });
  const bad = { log: 'System', provider: 'disk', id: 7, data: [['', '\\Device\\Harddisk0\\DR0']] as const };
  return but(whole, {
    batches: changed(whole, {
      'windows.hardware': {
        disks: items({ id: '0', name: 'WDC WD10SPZX', media: 3, bus: 11, health: 2, status: [5] }),
        volumes: items({ drive: 'C', health: 3, type: 'NTFS', kind: 3 }),
      },
      'windows.events': eventsAnd(
        'en',
        { ...bad, hoursAgo: 1 },
        { ...bad, hoursAgo: 2 },
        { ...bad, hoursAgo: 3 },
        { provider: 'Ntfs', id: 55, data: [['DriveName', 'C:']], hoursAgo: 1 },
      ),
    }),
  });
};

/** «WLAN» has lost its network; «Ethernet-Verbindung» never had one. */
export const germanWithoutWlan = (): World => {
  const whole = windows({ tongue: 'de', ...WINDOWS_11 });
  const { wifi, ethernet, bluetooth } = wordsOf('de');
  return but(whole, {
    net: cutOff,
    programs: { ping: silentPing('de') },
    batches: changed(whole, {
      'net.': {
        adapters: [
          adapter(wifi, { MediaConnectState: 2, Speed: '18446744073709551615' }),
          adapter(ethernet, {
            MediaConnectState: 2,
            NdisPhysicalMedium: 14,
            InterfaceType: 6,
            Speed: '18446744073709551615',
          }),
          adapter(bluetooth, {
            MediaConnectState: 2,
            NdisPhysicalMedium: 10,
            InterfaceType: 6,
            Speed: 3_000_000,
          }),
        ],
        addresses: [],
        routes: [],
        neighbours: [],
        resolvers: [],
        profiles: [],
      },
    }),
  });
};

/** A program for other ways out was removed and left its proxy in the settings. */
export const russianWithDeadProxy = (): World => {
  const whole = windows({ tongue: 'ru', ...WINDOWS_11 });
  return but(whole, {
    net: {
      ...online,
      tcp: (request) =>
        request.port === 10_809
          ? { attempts: Array.from({ length: request.times ?? 1 }, () => ({ outcome: 'refused', ms: 1 })) }
          : online.tcp(request),
    },
    batches: changed(whole, { 'net.': { proxy: { enabled: 1, server: '127.0.0.1:10809', script: null } } }),
  });
};

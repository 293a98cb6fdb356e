/** Archives of sos, made up: what every test changes in its own way. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { archiveOf, type Part } from '../hostile-archives.ts';

export const FILES: Readonly<Record<string, string>> = {
  'version.txt': 'sosreport: 4.8\nnetworking: unversioned\n',
  'etc/fstab': '/dev/sda1 / ext4 defaults 0 1\n',
  'etc/systemd/system/multi-user.target.wants/x\\x2dy.service': '',
  'proc/cpuinfo': 'processor\t: 0\n',
  'proc/stat': 'cpu  1 2 3 4 5 6 7 8 9 10\n',
  'proc/uptime': '1600.25 3000.00\n',
  'sos_commands/date/date_--utc': 'Thu Nov 26 10:59:42 PM UTC 2026\n',
  'sos_commands/kernel/uname_-a':
    'Linux web-7 6.1.0-18-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1 (2024-02-01) x86_64 GNU/Linux\n',
  'sos_commands/filesys/mount_-l': '/dev/sda1 on / type ext4 (rw,relatime)\n',
  'sos_commands/filesys/df_-al_-x_autofs':
    'Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/sda1 1000 990 10 99% /\nproc 0 0 0 - /proc\n',
  'sos_commands/filesys/df_-ali_-x_autofs':
    'Filesystem Inodes IUsed IFree IUse% Mounted on\n/dev/sda1 500 400 100 80% /\n',
  'sos_commands/dpkg/dpkg_-l':
    '||/ Name Version Architecture Description\n+++-====-====-====-====\nii  adduser 3.134 all words\niF  grub-pc 2.06 amd64 words\n',
  'sos_commands/apt/apt-config_dump': 'APT "";\n',
  'sos_commands/boot/ls_-lanR_.boot':
    '/boot:\ntotal 8\ndrwxr-xr-x 3 0 0 4096 Nov 26 22:00 .\ndrwxr-xr-x 9 0 0 4096 Nov 26 22:00 ..\n-rw-r--r-- 1 0 0 99 Nov 26  2025 vmlinuz 6\nlrwxrwxrwx 1 0 0 9 Nov 26 22:00 now -> vmlinuz 6\nbrw-rw---- 1 0 6 8, 0 Nov 26 22:00 disk\n\n/boot/grub:\ntotal 0\n-rw-r--r-- 1 0 0 1 Nov 26 22:00 grub.cfg\n',
  'sos_commands/networking/ip_-d_address':
    '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n    inet 127.0.0.1/8 scope host lo\n2: eth0@if5: <BROADCAST,UP> mtu 1500\n    link/ether 52:54:00:12:34:56 brd ff:ff:ff:ff:ff:ff\n    inet 192.0.2.7/24 scope global eth0\n    inet6 2001:db8::7/64 scope global\n',
};

const ROOT = 'sosreport-web-7-2026-11-26-abcdefg';

export const parts = (files: Readonly<Record<string, string>> = FILES): readonly Part[] => [
  { name: `${ROOT}/`, type: '5' },
  ...Object.entries(files).map(([name, content]) => ({ name: `${ROOT}/${name}`, content })),
];

/** With something that sos does not write. */
export const archiveWith = (...more: readonly Part[]): Buffer => archiveOf(...parts(), ...more);

export const inRoot = (name: string): string => `${ROOT}/${name}`;

export const fileOf = (content: Buffer, name = 'sosreport.tar.gz'): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'sos-')), name);
  writeFileSync(path, content);
  return path;
};

export const folderOf = (files: Readonly<Record<string, string>> = FILES): string => {
  const root = join(mkdtempSync(join(tmpdir(), 'sos-')), ROOT);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
};

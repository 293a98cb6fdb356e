/** GNOME with PipeWire, BlueZ and udisks. */

import { readFileSync } from 'node:fs';
import type { Answer } from '../../../../src/contract.ts';
import { exec, json } from '../../../evidence/evidence.ts';
import type { World } from '../world.ts';
import { process } from './system.ts';

const captured = (name: string): string =>
  readFileSync(new URL(`../../../captured/${name}`, import.meta.url), 'utf8');

const GSETTINGS: Readonly<Record<string, string>> = {
  'org.gnome.system.proxy': "org.gnome.system.proxy mode 'none'\n",
  'org.gnome.desktop.screensaver':
    'org.gnome.desktop.screensaver idle-activation-enabled true\norg.gnome.desktop.screensaver lock-delay uint32 0\norg.gnome.desktop.screensaver lock-enabled true\n',
  'org.gnome.desktop.session': 'org.gnome.desktop.session idle-delay uint32 300\n',
};

const BLUEZ = {
  type: 'a{oa{sa{sv}}}',
  data: [
    {
      '/org/bluez/hci0': {
        'org.bluez.Adapter1': {
          Address: { type: 's', data: '00:1A:7D:DA:71:13' },
          Powered: { type: 'b', data: true },
        },
      },
    },
  ],
};

const DRIVE = '/org/freedesktop/UDisks2/drives/LABDISK_1';

/** udisks reads the health of ATA disks; of NVMe from 2.10 on. */
const udisks = (face: string): Answer =>
  /NVMe/.test(face)
    ? json({
        type: 'a{sv}',
        data: [
          {
            SmartUpdated: { type: 't', data: 1_795_500_000 },
            SmartCriticalWarning: { type: 'as', data: [] },
          },
        ],
      })
    : exec('', 1, 'Call failed: No such interface “org.freedesktop.UDisks2.Drive.Ata”\n');

const busctl = (argv: readonly string[]): Answer => {
  if (argv.includes('org.bluez')) return json(BLUEZ);
  if (argv.includes('get-property')) return json({ type: 'o', data: DRIVE });
  if (argv.includes(DRIVE)) return udisks(argv.at(-1) ?? '');
  return exec('', 1, 'Call failed: No entry for microphone\n');
};

/** GNOME with PipeWire, printing, and a backup that runs. */
export const DESKTOP: Pick<World, 'programs' | 'files'> = {
  programs: {
    gsettings: (argv) => (argv[1] === 'get' ? 'false\n' : (GSETTINGS[argv[2] ?? ''] ?? '')),
    pactl: (argv) => captured(`pactl-${argv[1] === 'info' ? 'info' : 'list'}-pipewire0.3.65-debian12.txt`),
    lpstat: 'scheduler is running\nno system default destination\n',
    busctl,
    powerprofilesctl: 'balanced\n',
    lsblk: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b\n0fc63daf-8483-4772-8e79-3d69d8477de4\n\n',
  },
  files: {
    '/usr/bin/pipewire': '',
    '/run/user/1000/pulse/native': '',
    '/usr/share/wayland-sessions/gnome.desktop': '',
    '/home/anna/.local/share/backintime/takesnapshot_.log': '',
    ...process(1800, 'gnome-shell'),
  },
};

/** The journal, the kernel’s log, systemd’s units and the processes of a system that runs as it should. */
import type { Answer } from '../../../../src/contract.ts';
import { exec } from '../../../evidence/evidence.ts';

type Line = readonly [priority: number, text: string];

/** A quiet start. */
export const KERNEL_LOG: readonly Line[] = [
  [5, 'Linux version'],
  [6, 'Command line: BOOT_IMAGE=/boot/vmlinuz root=UUID=0a1b2c3d-0000-4000-8000-000000000001 ro quiet'],
  [6, 'ACPI: PM: (supports S0 S3 S4 S5)'],
  [6, 'usb 1-8: new high-speed USB device number 3 using xhci_hcd'],
  [6, 'nvme nvme0: 8/0/0 default/read/poll queues'],
  [6, 'EXT4-fs (dm-0): mounted filesystem with ordered data mode. Quota mode: none.'],
  // On many laptops with that driver, and harmless: an older version is loaded next.
  [4, 'iwlwifi 0000:02:00.0: Direct firmware load for iwlwifi-ty-a0-gf-a0-92.ucode failed with error -2'],
  [6, 'iwlwifi 0000:02:00.0: loaded firmware version 89.7207fc64.0 ty-a0-gf-a0-89.ucode op_mode iwlmvm'],
  [6, 'wlp2s0: associated'],
];

/** journalctl of somebody who may read it: the kernel's lines where they are asked for, of all else nothing. */
export const journal =
  (lines: readonly Line[]) =>
  (argv: readonly string[]): string =>
    argv.includes('-k')
      ? lines
          .map(
            ([priority, MESSAGE], at) =>
              `${JSON.stringify({ MESSAGE, PRIORITY: `${priority}`, _SOURCE_MONOTONIC_TIMESTAMP: `${(at + 1) * 200_000}` })}\n`,
          )
          .join('')
      : '';

/** `dmesg -r` */
export const ring = (lines: readonly Line[]): string =>
  lines
    .map(([priority, text], at) => `<${priority}>[${String(at + 1).padStart(5)}.200000] ${text}\n`)
    .join('');

export const REFUSED: Answer = exec('', 1, 'dmesg: read kernel buffer failed: Operation not permitted\n');

const SESSION_UNITS = new Set([
  'pipewire.service',
  'pipewire.socket',
  'pipewire-pulse.service',
  'pipewire-pulse.socket',
  'wireplumber.service',
]);

const LISTED = [
  'dbus.service',
  'cron.service',
  'NetworkManager.service',
  'graphical.target',
  'multi-user.target',
];

const list = (failed: readonly string[]): string =>
  [
    ...LISTED.map(
      (unit) => `${unit} loaded active ${unit.endsWith('target') ? 'active' : 'running'} ${unit}`,
    ),
    // Known by name only, as on every system.
    'plymouth-quit.service not-found inactive dead plymouth-quit.service',
    ...failed.map((unit) => `${unit} loaded failed failed ${unit}`),
    '',
  ].join('\n');

/** Every unit that is asked for runs, but for those named. */
export const systemctl =
  (failed: readonly string[] = []) =>
  (argv: readonly string[]): string => {
    if (argv.includes('list-units')) return list(failed);
    const units = argv.slice(argv.indexOf('--') + 1);
    return units
      .map((unit) => {
        const isThere = !argv.includes('--user') || SESSION_UNITS.has(unit);
        const state = failed.includes(unit) ? 'failed' : isThere ? 'active' : 'inactive';
        return `Id=${unit}\nLoadState=${isThere ? 'loaded' : 'not-found'}\nActiveState=${state}\nSubState=${state === 'active' ? 'running' : 'dead'}\nUnitFileState=${isThere ? 'enabled' : ''}\n`;
      })
      .join('\n');
  };

export const process = (pid: number, name: string): Readonly<Record<string, string>> => ({
  [`/proc/${pid}/stat`]: `${pid} (${name}) S 1 1 1 0 -1 4194560 12345 98765 10 20 15 30 40 50 20 0 1 0 ${1000 + pid} 170000000 3000 18446744073709551615 1 1 0 0 0 0 671173123 4096 1260 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n`,
  [`/proc/${pid}/comm`]: `${name}\n`,
});

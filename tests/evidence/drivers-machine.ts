/** A Debian machine for the rows of `drivers`. */
import { exec, file, raw } from './evidence.ts';

export const system = {
  'system.platform': raw('system', {
    platform: 'linux',
    release: '6.1.0-56-amd64',
    arch: 'x64',
    hostname: 'lab',
    bootedSecondsAgo: 3600,
  }),
  'system.clock': raw('clock', { epochMs: Date.UTC(2026, 10, 24), timeZone: 'UTC' }),
  'system.os-release': file('ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n'),
};

export const log = (...lines: readonly string[]) =>
  exec(lines.map((line, at) => `<4>[   ${at + 10}.000000] ${line}\n`).join(''));

export const pci = (ids: string, classId: string, driver?: string): Readonly<Record<string, string>> => ({
  vendor: `0x${ids.slice(0, 4)}\n`,
  device: `0x${ids.slice(5)}\n`,
  class: `0x${classId}\n`,
  modalias: `pci:v0000${ids.slice(0, 4)}d0000${ids.slice(5)}\n`,
  ...(driver !== undefined && { driver: `../../../bus/pci/drivers/${driver}` }),
});

/** Whether Windows is on a disk of this computer too. */
import { source, Unreadable, unparsable } from '../../src/contract.ts';

/** Partitions that only its setup makes: reserved, and its recovery, on UEFI and on older disks. */
const WINDOWS: readonly string[] = [
  'e3c9e316-0b5c-4db8-817d-f92df00215ae',
  'de94bba4-06d1-4d40-a16a-bfd50179d6ac',
  '0x27',
];

/** The udev database answers it: no root, and no disk is touched. */
export const windowsPartition = source({
  id: 'clock.windows-partition',
  os: ['linux'],
  request: { kind: 'exec', argv: ['lsblk', '-n', '-r', '-o', 'PARTTYPE'], timeoutMs: 5000 },
  parse: ({ stdout, stderr, exitCode }): boolean => {
    if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode}`);
    const types = stdout.split('\n').map((line) => line.trim().toLowerCase());
    const strange = types.find((type) => !/^(?:[0-9a-f-]{36}|0x[0-9a-f]{1,2})?$/.test(type));
    if (strange !== undefined) throw unparsable(strange);
    return types.some((type) => WINDOWS.includes(type));
  },
});

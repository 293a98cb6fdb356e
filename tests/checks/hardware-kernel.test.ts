/** The kernel's lines in logs that others recorded and labelled. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { signOf } from '../../checks/hardware/kernel.ts';
import { hasShared, sharedDir } from '../shared.ts';

/** Without what syslog, dmesg and the kernel's options put before a line. */
const bare = (line: string): string =>
  line
    .replace(/^.*? kernel: /, '')
    .replace(/^\s*(?:<\d+>)?\[ *[\d.]+\] */, '')
    .replace(/^\[ *[TC]\d+\] */, '')
    .trim();

const read = (...path: readonly string[]): readonly string[] =>
  readFileSync(sharedDir('corpus', ...path), 'latin1')
    .split('\n')
    .map(bare);

describe.runIf(hasShared)('logs of others', () => {
  test.each([
    ['kernel__disk_failure.yaml', 'KernelError', true],
    ['kernel__disk_failure_2.yaml', 'KernelWarning', false],
    ['kernel__disk_failure_3.yaml', 'KernelError', true],
  ])('%s of hotsos raises %s', (name, label, medium) => {
    expect(readFileSync(sharedDir('corpus/cases/hotsos', name), 'utf8')).toContain(label);
    const found = read('cases/hotsos', name).flatMap((line) => signOf(line) ?? []);
    expect(found.some((sign) => sign.kind === 'io' && sign.medium)).toBe(medium);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('lines', () => {
  test.each([
    ['nvme nvme0: I/O 123 QID 4 timeout, aborting', { kind: 'link', port: 'nvme0' }],
    [
      'nvme nvme0: controller is down; will reset: CSTS=0xffffffff, PCI_STATUS=0x10',
      { kind: 'link', port: 'nvme0' },
    ],
    [
      'nvme0n1: I/O Cmd(0x2) @ LBA 5, 8 blocks, I/O Error (sct 0x2 / sc 0x81) DNR',
      { kind: 'io', device: 'nvme0', medium: true },
    ],
    ['end_request: I/O error, dev sda, sector 5', { kind: 'io', device: 'sda', medium: false }],
    ['Buffer I/O error on dev dm-0, logical block 7, lost async page write', undefined],
    [
      'XFS (sda2): Metadata corruption detected at xfs_agi_verify+0x1/0x2',
      { kind: 'file-system', device: 'sda2', type: 'xfs' },
    ],
    ['XFS (sda2): Mounting V5 Filesystem', undefined],
    [
      'BTRFS error (device sda3 state EA): parent transid verify failed on logical 1 mirror 1',
      { kind: 'file-system', device: 'sda3', type: 'btrfs' },
    ],
    ['Aborting journal on device sda1-8.', { kind: 'file-system', device: 'sda1', type: 'ext4' }],
    ['{1}[Hardware Error]: event severity: fatal', { kind: 'machine-check', fatal: true }],
    [
      'mce: [Hardware Error]: CPU 0: Machine Check: 0 Bank 7: 8c00004000010090',
      { kind: 'machine-check', fatal: false },
    ],
    [
      'mce: [Hardware Error]: CPU 0: Machine Check: 0 Bank 5: a000000000000000',
      { kind: 'machine-check', fatal: true },
    ],
    ['mce: [Hardware Error]: TSC 0 ADDR 1ffff MISC 0', undefined],
    [
      'Memory failure: 0x1f4d: recovery action for dirty page: Recovered',
      { kind: 'memory', uncorrected: true },
    ],
    ['thermal thermal_zone0: critical temperature reached, shutting down', { kind: 'too-hot' }],
    ['ata1: SATA link up 6.0 Gbps (SStatus 133 SControl 300)', undefined],
  ])('%s', (line, expected) => {
    expect(signOf(line)).toEqual(expected);
  });
});

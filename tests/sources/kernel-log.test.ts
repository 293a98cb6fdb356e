import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '../../src/contract.ts';
import { type KernelLine, parseDmesg, parseKernelJournal } from '../../src/sources/kernel-log.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { isCount, neverHalf } from './parsers.ts';

const said = (stdout: string, exitCode = 0, stderr = '') => ({ stdout, stderr, exitCode });

const isKernelLog = (lines: readonly KernelLine[]): boolean =>
  lines.length > 0 &&
  lines.every(
    ({ seconds, level }) =>
      (seconds === null || isCount(seconds)) && (level === null || (level >= 0 && level < 8)),
  );

describe('dmesg', () => {
  test('level, time and text; the facility is no part of the level', () => {
    expect(
      parseDmesg(said('<3>[  101.000257] ata1.00: failed\n<30>[10537.691330] systemd[1]: up\n')),
    ).toEqual([
      { seconds: 101.000257, level: 3, text: 'ata1.00: failed' },
      { seconds: 10537.69133, level: 6, text: 'systemd[1]: up' },
    ]);
  });

  test('kernels without times and tools without levels are understood', () => {
    expect(parseDmesg(said('EXT4-fs error\n[    1.5] ok\n'))).toEqual([
      { seconds: null, level: null, text: 'EXT4-fs error' },
      { seconds: 1.5, level: null, text: 'ok' },
    ]);
  });

  test('a refusal is a refusal, and an emptied buffer no quiet one', () => {
    const status = (call: () => unknown): unknown => {
      try {
        return call();
      } catch (error) {
        return error instanceof Unreadable ? error.status : error;
      }
    };
    const refused = 'dmesg: read kernel buffer failed: Operation not permitted\n';
    expect(status(() => parseDmesg(said('', 1, refused)))).toBe('denied');
    expect(status(() => parseDmesg(said('', 1, 'dmesg: klogctl: Function not implemented')))).toBe('failed');
    expect(status(() => parseDmesg(said('\n')))).toBe('unparsable');
    const hint =
      'Hint: You are currently not seeing messages from other users and the system.\n' +
      "      Users in groups 'adm', 'systemd-journal' can see all messages.\n";
    expect(status(() => parseKernelJournal(said('', 0, hint)))).toBe('denied');
    expect(status(() => parseKernelJournal(said('', 1, 'No journal files were found.')))).toBe('failed');
  });

  test.runIf(hasShared)('real logs of 2010 and 2011', () => {
    const text = readFileSync(sharedDir('corpus/dmesg/fwts-oops/launchpad-521260.txt'), 'utf8');
    const lines = parseDmesg(said(text));
    expect(lines.filter(({ seconds }) => seconds !== null).length / lines.length).toBeGreaterThan(0.95);
  });

  test('any text is lines or refused', () => {
    neverHalf((text) => parseDmesg(said(text)), isKernelLog, '<4>[  12.5] ata1: link is slow\n'.repeat(3));
  });
});

describe('the kernel’s part of the journal', () => {
  test('entries, also of bytes and without a text', () => {
    const lines = [
      '{"MESSAGE":"I/O error, dev sda","PRIORITY":"3","_SOURCE_MONOTONIC_TIMESTAMP":"1500000"}',
      '{"MESSAGE":[104,105,27],"PRIORITY":"6"}',
      '{"MESSAGE":null}',
    ];
    expect(parseKernelJournal(said(lines.join('\n')))).toEqual([
      { seconds: 1.5, level: 3, text: 'I/O error, dev sda' },
      { seconds: null, level: 6, text: 'hi\u001b' },
      { seconds: null, level: null, text: '' },
    ]);
  });

  test('what is no entry is refused', () => {
    expect(() => parseKernelJournal(said('{"MESSAGE":"a","PRIORITY":"high"}'))).toThrow(Unreadable);
    expect(() => parseKernelJournal(said('-- No entries --'))).toThrow(Unreadable);
  });

  test('any text is entries or refused', () => {
    const line = '{"MESSAGE":"I/O error, dev sda","PRIORITY":"3","_SOURCE_MONOTONIC_TIMESTAMP":"1500000"}';
    neverHalf((text) => parseKernelJournal(said(text)), isKernelLog, `${line}\n${line}`);
  });
});

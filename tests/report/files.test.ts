/** Names of people's own files: the largest ones and those that were deleted while open. */
import { expect, test } from 'vitest';
import type { Raw, RecordedEntry, Recording } from '../../src/contract.ts';
import { redactor } from '../../src/report/redact/redactor.ts';

const key = new Uint8Array(32).fill(7);

const recordingOf = (...paths: readonly string[]): Recording => {
  const startedAt = '2026-11-24T03:14:40.000Z';
  const largest = paths.map((path) => ({ path, bytes: 1, modifiedAt: startedAt }));
  const raw: Raw['usage'] = { bytes: 1, files: 1, complete: true, largest };
  const entry: RecordedEntry = {
    request: { kind: 'usage', path: '/home' },
    answer: { status: 'ok', raw, ms: 1 },
    startedAt,
  };
  return { os: 'linux', entries: { 'disk.usage//home': entry, 'disk.space//mnt/vault': entry } };
};

const hidden = (recording: Recording) => {
  const one = redactor({ key });
  const { entries } = one.recording(recording);
  const answer = entries['disk.usage//home']?.answer;
  if (answer?.status !== 'ok' || !('largest' in answer.raw)) throw new Error('no usage');
  return { paths: answer.raw.largest.map(({ path }) => path), counts: one.counts() };
};

test('names that people gave are hidden; where the file lies and what it is are not', () => {
  const { paths, counts } = hidden(
    recordingOf(
      '/home/anna/Videos/Wedding of Kowalski.mp4',
      '/home/anna/.cache/Divorce 2026/letter.tar.gz',
      '/mnt/vault/Kowalski/tax.pdf',
      '/srv/Kowalski.img',
      'C:\\Users\\anna\\Documents\\Kowalski.docx',
    ),
  );
  expect(paths.join('\n')).not.toMatch(/kowalski|wedding|divorce|letter|tax|anna/i);
  expect(paths.map((path) => path.replace(/(?:name|user)-[a-z0-9]{6}/g, '?'))).toEqual([
    '/home/?/Videos/?.mp4',
    '/home/?/.cache/?/?.tar.gz',
    '/mnt/vault/?/?.pdf',
    '/srv/?.img',
    'C:\\Users\\?\\Documents\\?.docx',
  ]);
  expect(counts.file).toBeGreaterThanOrEqual(6);
});

test('names that programs gave stay', () => {
  const paths = ['/var/log/syslog.1', '/usr/lib/x86_64-linux-gnu/libLLVM-15.so.1', 'C:\\Windows\\MEMORY.DMP'];
  expect(hidden(recordingOf(...paths)).paths).toEqual(paths);
});

test('what is hidden once stays as it is when hidden again', () => {
  const first = hidden(recordingOf('/home/anna/Videos/Wedding.mp4', '/srv/a b/c.iso')).paths;
  expect(hidden(recordingOf(...first)).paths).toEqual(first);
});

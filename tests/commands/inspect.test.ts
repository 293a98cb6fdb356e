/** `inspect` as a support agent has it: the built command line on reports of other computers. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Recording } from '../../src/contract.ts';
import { bundleOf, changed, machineNamed } from '../report/made.ts';
import { emptyFolder, techsupport } from './cli.ts';

const LIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/;
const place = emptyFolder();
const debian = join(place, 'debian.tar.gz');
const russian = join(place, 'russian.tar.gz');
const old = join(place, 'old.tar.gz');
const hostile = join(place, 'hostile.tar.gz');

/** Escapes that set the title, colours and the direction of writing; a name that climbs. */
const HOSTILE = '\u001b]0;owned\u0007\u001b[31mred\u202etxt.exe ../../etc/passwd';

const withHostileReads = (recording: Recording): Recording => {
  const shown = changed('system.os-release', (text) => `${text}VARIANT="${HOSTILE}"\n`)(recording);
  const entry = shown.entries['system.os-release'];
  if (entry === undefined) throw new Error('no os-release');
  return { ...shown, entries: { ...shown.entries, [`../../x${HOSTILE}`]: entry } };
};

beforeAll(async () => {
  const healthy = machineNamed('debian-12');
  writeFileSync(debian, (await bundleOf(healthy)).bytes);
  writeFileSync(russian, (await bundleOf({ ...machineNamed('debian-12-disk'), language: 'ru' })).bytes);
  writeFileSync(old, (await bundleOf({ ...machineNamed('debian-12-disk'), version: '0.0.9' })).bytes);
  writeFileSync(hostile, (await bundleOf({ ...healthy, edit: withHostileReads })).bytes);
  return () => rmSync(place, { recursive: true, force: true });
}, 60_000);

describe('inspect', () => {
  test('tells where a report comes from, and that its evidence still says the same', async () => {
    const { status, stdout } = await techsupport(['inspect', debian]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^Report of host-\w{6}, made .* by techsupport 0\.1\.0\nOn: Debian GNU\/Linux 12 \(bookworm\), linux 6\.1\.0/,
    );
    expect(stdout).toMatch(/^Taken in \d+\.\d s: \d+ of \d+ reads brought something$/m);
    expect(stdout).toContain('Seal: nothing changed since it was written');
    expect(stdout).toContain('Said then and seen now: the same, by the rules of version 0.1.0');
  });

  test('speaks the language of the agent, whatever that of the report was', async () => {
    const [en, ru] = await Promise.all([
      techsupport(['inspect', russian]),
      techsupport(['inspect', russian, '--lang', 'ru']),
    ]);
    expect(en.stdout).toMatch(/CRITICAL .*disk/i);
    expect(en.stdout).not.toMatch(/[а-яё]/i);
    expect(ru.stdout).toContain('Печать: после записи ничего не менялось');
    expect(ru.stdout).toMatch(/КРИТИЧНО|ОПАСНО|ОШИБКА/);
  });

  test.each([['json'], ['junit'], ['nagios']])('%s: the answer alone on stdout', async (format) => {
    const { status, stdout, stderr } = await techsupport(['inspect', old, '--format', format]);
    expect(status).toBe(0);
    expect(stdout).toContain('hardware/disk-smart-failing');
    expect(stderr).toContain('made');
    if (format === 'json') expect(JSON.parse(stdout)).toMatchObject({ status: 'critical' });
  });

  test('what was changed in it by hand is named, and changes what is seen', async () => {
    const packed = gunzipSync((await bundleOf(machineNamed('debian-12-disk'))).bytes);
    // The same length, so that the archive stays one.
    const text = packed.toString('latin1').replaceAll('"code": "hardware/', '"code": "hXrdware/');
    const forged = join(place, 'forged.tar.gz');
    writeFileSync(forged, gzipSync(Buffer.from(text, 'latin1')));
    const { stdout } = await techsupport(['inspect', forged]);
    expect(stdout).toContain('Seal: BROKEN');
    expect(stdout).toContain('Changed: report.json');
    expect(stdout).toMatch(/^ {2}- CRITICAL hXrdware\/disk-smart-failing \S* ?\(said then, not seen now\)$/m);
    expect(stdout).toMatch(
      /^ {2}\+ CRITICAL hardware\/disk-smart-failing \S* ?\(seen now, not said then\)$/m,
    );
    expect(stdout).toMatch(/something inside was changed since it was\s+written/);
  });
});

describe('inspect --evidence', () => {
  test('lists all reads with how they ended', async () => {
    const { status, stdout } = await techsupport(['inspect', debian, '--evidence']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^READ +STATUS +MS +BYTES +FILE\n/);
    expect(stdout).toMatch(/^disk\.mounts +ok +\d+ +\d+ +evidence\/disk\.mounts\.txt$/m);
    expect(stdout).toMatch(/^bluetooth\.adapters +absent +\d+ +0$/m);
  });

  test.each([
    ['its id', 'system.os-release'],
    ['its file', 'evidence/system.os-release.txt'],
    ['the name of its file', 'system.os-release.txt'],
    ['how it begins', 'system.os'],
  ])('prints one by %s', async (_, name) => {
    const { status, stdout } = await techsupport(['inspect', debian, '--evidence', name]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# \/etc\/os-release\nPRETTY_NAME=/);
  });

  test('an exact name is meant, although others begin with it', async () => {
    const { status, stdout } = await techsupport(['inspect', debian, '--evidence', 'net.listeners']);
    expect(status).toBe(0);
    expect(stdout).not.toContain('net.listeners.6');
  });

  test('what is no text is told as JSON', async () => {
    const { stdout } = await techsupport(['inspect', debian, '--evidence', 'system.platform']);
    expect(JSON.parse(stdout)).toMatchObject({ platform: 'linux', arch: 'x64' });
  });

  test.each([
    ['net.http', 'Several pieces of evidence begin with net.http.', 3],
    ['nope', 'There is no evidence called nope.', 200],
    ['\u001b[31mred', 'There is no evidence called \\x1b[31mred.', 200],
  ])('%j: wrong usage, with what there is', async (name, message, atLeast) => {
    const { status, stdout, stderr } = await techsupport(['inspect', debian, '--evidence', name]);
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.split('\n').length).toBeGreaterThan(atLeast);
    expect(stderr).not.toMatch(LIVE);
  });

  test('nothing in hostile evidence or names gets to the terminal alive', async () => {
    const all = await techsupport(['inspect', hostile, '--evidence']);
    const one = await techsupport(['inspect', hostile, '--evidence', 'system.os-release']);
    const climbing = await techsupport(['inspect', hostile, '--evidence', '../../x']);
    const json = await techsupport(['inspect', hostile, '--evidence', '../../x', '--format', 'json']);
    for (const { status, stdout, stderr } of [all, one, climbing, json]) {
      expect(status).toBe(0);
      expect(stdout + stderr).not.toMatch(LIVE);
    }
    expect(one.stdout).toContain('\\x1b]0;owned\\x07');
    expect(climbing.stdout).toContain('\\u{202e}');
  });
});

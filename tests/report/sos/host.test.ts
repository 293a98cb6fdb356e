/** What an archive of sos answers to our reads, and what it does not. */
import { expect, test } from 'vitest';
import type { Answer, Request } from '../../../src/contract.ts';
import { readFolder } from '../../../src/report/sos/folder.ts';
import { sosHost } from '../../../src/report/sos/host.ts';
import { FILES, folderOf } from './made.ts';

const limits = { timeoutMs: 0, signal: new AbortController().signal };

const asked = (
  id: string,
  request: Request,
  changes: Readonly<Record<string, string>> = {},
): Promise<Answer> => sosHost(readFolder(folderOf({ ...FILES, ...changes }))).ask(id, request, limits);

const raw = async (...args: Parameters<typeof asked>): Promise<unknown> => {
  const answer = await asked(...args);
  return answer.status === 'ok' ? answer.raw : answer.status;
};

test('a file that sos copied is the same file', async () => {
  expect(await raw('disk.fstab', { kind: 'file', path: '/etc/fstab' })).toEqual({ text: FILES['etc/fstab'] });
});

test('what it does not hold nobody recorded: it is not absent', async () => {
  for (const request of [
    { kind: 'file', path: '/etc/hosts' },
    { kind: 'list', path: '/lib/modules' },
    { kind: 'stat', path: '/etc/fstab' },
    { kind: 'exec', argv: ['nft', '-j', 'list', 'ruleset'] },
    { kind: 'attributes', folder: '/sys/block', names: ['size'] },
    { kind: 'env', names: ['container'] },
    { kind: 'tcp', host: '192.0.2.1', port: 443 },
  ] satisfies readonly Request[]) {
    expect(await asked('made.up', request)).toMatchObject({
      status: 'unrecorded',
      why: 'sos did not collect it',
    });
  }
});

test('one look at counters is never taken for two', async () => {
  const look = (afterMs: number) => raw('cpu.times', { kind: 'file', path: '/proc/stat', afterMs });
  expect(await look(20)).toEqual({ text: FILES['proc/stat'] });
  expect(await look(520)).toBe('unrecorded');
});

test('a command is found by the name that sos gives its file, and ended as the manifest tells', async () => {
  const request = { kind: 'exec', argv: ['apt-config', 'dump'] } as const;
  expect(await raw('packages.apt-config', request)).toEqual({
    stdout: 'APT "";\n',
    stderr: '',
    exitCode: 0,
  });
  const commands = [{ filepath: 'sos_commands/apt/apt-config_dump', return_code: 100 }];
  const manifest = JSON.stringify({ components: { report: { plugins: { apt: { commands } } } } });
  expect(await raw('packages.apt-config', request, { 'sos_reports/manifest.json': manifest })).toMatchObject({
    exitCode: 100,
    stderr: 'APT "";\n',
  });
});

test.each(['', '{', '[]', '{"components":{"report":{"plugins":[]}}}', '{"components":{"report":null}}'])(
  'a manifest of another form tells nothing: %j',
  async (manifest) => {
    const request = { kind: 'exec', argv: ['apt-config', 'dump'] } as const;
    expect(await raw('x', request, { 'sos_reports/manifest.json': manifest })).toMatchObject({ exitCode: 0 });
  },
);

test('which computer it is, and when', async () => {
  expect(await raw('system.platform', { kind: 'system' })).toEqual({
    platform: 'linux',
    release: '6.1.0-18-amd64',
    arch: 'x64',
    hostname: 'web-7',
    bootedSecondsAgo: 1600.25,
  });
  expect(await raw('system.clock', { kind: 'clock' })).toEqual({
    epochMs: Date.parse('2026-11-26T22:59:42Z'),
    timeZone: 'UTC',
  });
});

test.each([
  [' 22:59:47 up  7:09,  0 user,  load average: 4.31', 7 * 3600 + 9 * 60],
  [' 19:23:40 up 25 min,  1 user', 25 * 60],
  [' 19:23:40 up 3 days,  2:11,  1 user', 3 * 86_400 + 2 * 3600 + 11 * 60],
  [' 19:23:40 up 1 day, 5 min,  1 user', 86_400 + 5 * 60],
])('without /proc/uptime it is what uptime says: %s', async (said, seconds) => {
  const changes = { 'proc/uptime': '', 'sos_commands/host/uptime': said };
  expect(await raw('system.platform', { kind: 'system' }, changes)).toMatchObject({
    bootedSecondsAgo: seconds,
  });
});

test('an archive older than this program says nothing of the clock: an old date is no fault there', async () => {
  const old = { 'sos_commands/date/date_--utc': 'Fri Feb 11 19:23:39 UTC 2022\n' };
  expect(await raw('system.clock', { kind: 'clock' }, old)).toBe('unrecorded');
});

test.each(['Fri Feb 11 19:23:39 CET 2027', 'Fri Feb 99 19:23:39 UTC 2027', 'нет', ''])(
  'a date that is not plain is not guessed: %j',
  async (date) => {
    const changes = { 'sos_commands/date/date_--utc': date };
    expect(await raw('system.clock', { kind: 'clock' }, changes)).toBe('unrecorded');
  },
);

test('room is that of the mount point, in bytes, and of nothing below it', async () => {
  expect(await raw('disk.space//', { kind: 'space', path: '/' })).toEqual({
    totalBytes: 1_024_000,
    freeBytes: 10_240,
    availableBytes: 10_240,
    files: 500,
    freeFiles: 100,
  });
  expect(await raw('disk.space//var', { kind: 'space', path: '/var' })).toBe('unrecorded');
});

test('room without its inodes is not told', async () => {
  const changes = { 'sos_commands/filesys/df_-ali_-x_autofs': '' };
  expect(await raw('disk.space//', { kind: 'space', path: '/' }, changes)).toBe('unrecorded');
});

test('mounts, packages and addresses come in the form of our own reads', async () => {
  expect(await raw('disk.mounts', { kind: 'file', path: '/proc/self/mountinfo' })).toEqual({
    text: '20 1 0:0 / / rw,relatime - ext4 /dev/sda1 rw\n',
  });
  expect(await raw('packages.dpkg', { kind: 'exec', argv: ['dpkg-query'] })).toMatchObject({
    stdout: 'ii  adduser no\niF  grub-pc no\n',
  });
  expect(await raw('net.addresses.runtime', { kind: 'interfaces' })).toEqual({
    addresses: [
      { interface: 'lo', address: '127.0.0.1', prefix: 8, mac: '00:00:00:00:00:00', internal: true },
      { interface: 'eth0', address: '192.0.2.7', prefix: 24, mac: '52:54:00:12:34:56', internal: false },
      { interface: 'eth0', address: '2001:db8::7', prefix: 64, mac: '52:54:00:12:34:56', internal: false },
    ],
  });
});

test('a listing gives the names of one folder: with blanks, links without their target, devices', async () => {
  const names = await raw('boot.files', { kind: 'list', path: '/boot' });
  expect(names).toEqual({ names: ['vmlinuz 6', 'now', 'disk'] });
});

test('a folder that sos takes whole is listed, whatever systemd escaped in the names', async () => {
  const path = '/etc/systemd/system/multi-user.target.wants';
  expect(await raw('security.autostart', { kind: 'list', path })).toEqual({ names: ['x\\x2dy.service'] });
});

test('the network of sos itself is that of /proc/net; of two it is not known whose', async () => {
  const request = { kind: 'file', path: '/proc/net/route' } as const;
  const one = { 'proc/7711/net/route': 'mine', 'proc/1/status': '' };
  expect(await raw('net.routes.proc', request, one)).toEqual({ text: 'mine' });
  expect(await raw('net.routes.proc', request, { ...one, 'proc/8/net/route': 'x' })).toBe('unrecorded');
  const own = { 'proc/self/status': 'sos', 'proc/self/stat': 'sos' };
  expect(await raw('processes.self', { kind: 'file', path: '/proc/self/stat' }, own)).toBe('unrecorded');
});

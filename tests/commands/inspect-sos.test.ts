/** `inspect` of what sos wrote, as a support agent has it. */
import { expect, test } from 'vitest';
import { archiveWith, FILES, fileOf, folderOf, inRoot } from '../report/sos/made.ts';
import { techsupport } from './cli.ts';

test('an archive of sos is judged by what is in it, and the rest is unknown', async () => {
  const { status, stdout, stderr } = await techsupport(['inspect', fileOf(archiveWith())]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(
    /^Not a report of techsupport: sos 4\.8 of web-7, 2026-11-26T22:59:42\.000Z\nOn: linux 6\.1\.0-18-amd64, x64\nFound in it: 1\d reads\./,
  );
  expect(stdout).toContain('NOT REDACTED');
  expect(stdout).toContain('(disk-space/');
  expect(stdout).toContain('net.adapters: not in this report: sos did not collect it');
  expect(stdout).not.toContain('Sound: does not apply');
  expect(stdout).not.toMatch(/^✔/m);
});

test('the folder says the same, in Russian too, and its evidence is shown', async () => {
  const folder = folderOf();
  const [packed, unpacked] = await Promise.all([
    techsupport(['inspect', fileOf(archiveWith()), '--lang', 'ru']),
    techsupport(['inspect', folder, '--lang', 'ru']),
  ]);
  expect(unpacked.stdout).toBe(packed.stdout);
  expect(unpacked.stdout).toMatch(/^Это не отчёт techsupport: sos 4\.8, компьютер web-7/);
  const one = await techsupport(['inspect', folder, '--evidence', 'disk.fstab']);
  expect(one.stdout).toContain('# /etc/fstab\n/dev/sda1 / ext4');
  const all = await techsupport(['inspect', folder, '--evidence']);
  expect(all.stdout).not.toContain('unrecorded');
});

test('several are grouped, two are compared', async () => {
  const other = folderOf({ ...FILES, 'sos_commands/filesys/df_-al_-x_autofs': '' });
  const both = [fileOf(archiveWith()), other];
  const many = await techsupport(['inspect', ...both]);
  expect(many.stdout).toContain('2 reports opened');
  const { stdout, status } = await techsupport(['compare', ...both]);
  expect(status).toBe(3);
  expect(stdout).toMatch(/^A {2}web-7, .*, sos 4\.8 \(/);
  expect(stdout).toContain('seen in A; B did not look (disk.space//)');
});

test('control characters of a hostile archive do not reach the terminal', async () => {
  const folder = folderOf({
    ...FILES,
    'version.txt': 'sosreport: \u001b[2J\n',
    'sos_commands/kernel/uname_-a': 'Linux \u001b]0;owned\u0007 6.1\u202e #1 x86_64\n',
  });
  const { stdout } = await techsupport(['inspect', folder]);
  expect(stdout).toContain('sos (unknown version) of ');
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
});

test('one that was made to do harm is refused in words, with the status of wrong usage', async () => {
  const path = fileOf(archiveWith({ name: inRoot('../../etc/x') }));
  const { status, stdout, stderr } = await techsupport(['inspect', path]);
  expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
  expect(stderr).toContain('This archive of sos is not read: a name in it leads elsewhere.');
  expect((await techsupport(['inspect', path, '--lang', 'ru'])).stderr).toContain('Архив sos не читается');
});

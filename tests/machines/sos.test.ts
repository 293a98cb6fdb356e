/** Somebody else's whole machine: a healthy server in a cloud, as a support report (sos) tells of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import { examine } from '../../src/examine.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { online } from './compose/net.ts';
import { hostOf, type World } from './compose/world.ts';

const root = sharedDir('corpus/machines/hotsos-kubernetes');
const text = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
const command = (path: string): string => text(`sos_commands/${path}`);

/** `/dev/vda1 on / type ext4 (rw,relatime)`, as /proc/self/mountinfo has it. */
const mountinfo = (): string =>
  command('filesys/mount_-l')
    .split('\n')
    .flatMap((line, at) => {
      const [, device, path, type, options] = /^(\S+) on (\S+) type (\S+) \(([^)]+)\)/.exec(line) ?? [];
      return device === undefined ? [] : [`${at + 20} 1 0:${at} / ${path} ${options} - ${type} ${device} rw`];
    })
    .join('\n');

/** `/dev/vda1 20134592 8146928 11971280 41% /`: by mount point, in bytes. */
const spaces = (): World['spaces'] =>
  Object.fromEntries(
    command('filesys/df_-al_-x_autofs')
      .split('\n')
      .flatMap((line) => {
        const [, total, used, available, path] =
          /^\S+\s+(\d+)\s+(\d+)\s+(\d+)\s+\d+%\s+(\S+)$/.exec(line) ?? [];
        if (path === undefined || path.startsWith('/snap')) return [];
        const room = { totalBytes: Number(total) * 1024, availableBytes: Number(available) * 1024 };
        const freeBytes = room.totalBytes - Number(used) * 1024;
        return [[path, { ...room, freeBytes, files: 2_000_000, freeFiles: 1_500_000 }]];
      }),
  );

const packages = (): string =>
  command('dpkg/dpkg_-l')
    .split('\n')
    .flatMap((line) => {
      const [, state, name] = /^([a-z]{2}[ R]?)\s+(\S+)/.exec(line) ?? [];
      return name === undefined ? [] : [`${state?.padEnd(3)} ${name} no\n`];
    })
    .join('');

const files = (): World['files'] => {
  const below = ['etc', 'proc', 'sys'].filter((folder) => existsSync(`${root}/${folder}`));
  const found = below.flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = `${entry.parentPath}/${entry.name}`;
        return [path.slice(root.length), readFileSync(path, 'utf8')];
      }),
  );
  return { ...Object.fromEntries(found), '/proc/self/mountinfo': mountinfo() };
};

const world = (): World => ({
  os: 'linux',
  programs: {
    dmesg: command('kernel/dmesg'),
    'dpkg-query': (argv) => (argv.join(' ').includes('Provides') ? '' : packages()),
    systemctl: (argv) => (argv.includes('list-units') ? command('systemd/systemctl_list-units') : ''),
  },
  files: files(),
  user: { uid: 0, name: 'root', home: '/root', elevated: true },
  system: {
    platform: 'linux',
    release: '5.4.0-99-generic',
    arch: 'x64',
    hostname: 'juju-110cc2-k8stest-4',
    bootedSecondsAgo: 1600,
  },
  clock: { epochMs: Date.parse('2022-02-11T19:23:39Z'), timeZone: 'UTC' },
  spaces: spaces(),
  net: online,
});

test.runIf(hasShared)('a healthy server of somebody else has nothing wrong', async () => {
  const checks = await Promise.all(checkIds.map(loadCheck));
  const { report, result } = await examine({ checks, host: hostOf(world()), language: 'en', version: '0' });
  expect(result.outcomes.flatMap(({ crash }) => crash ?? [])).toEqual([]);
  const loud = report.checks.flatMap(({ findings }) =>
    findings.flatMap(({ code, severity, title }) => (severity === 'info' ? [] : [`${code}: ${title}`])),
  );
  expect(loud).toEqual([]);
  const misread = [...result.readings.values()].flatMap((one) =>
    one.status === 'unparsable' ? [`${one.from}: ${one.why}`] : [],
  );
  expect(misread).toEqual([]);
  // What it tells is really read: the disk it lives on, its packages, what its kernel said.
  const read = [...result.readings.values()].flatMap(({ status, from }) => (status === 'ok' ? [from] : []));
  expect(read).toEqual(
    expect.arrayContaining(['disk.mounts', 'disk.space//', 'packages.dpkg', 'kernel.log', 'disk.fstab']),
  );
});

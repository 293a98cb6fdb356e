import { describe, expect, test } from 'vitest';
import { parseOsRelease } from '../../src/sources/os-release.ts';
import { placeOf, placeReads } from '../../src/sources/system.ts';
import { factsOf, missing, ok } from '../facts.ts';
import { neverHalf } from './parsers.ts';

const system = (release: string) =>
  ok({ platform: 'linux', release, arch: 'x64', hostname: 'pc', bootedSecondsAgo: 100 });

describe('where it runs', () => {
  test('a computer carries no mark', () => {
    expect(
      placeOf(factsOf(placeReads, { platform: system('6.1.0-9-amd64'), initCgroup: ok('0::/\n') })),
    ).toBe('computer');
  });

  test.each([
    ['a Docker mark', { dockerMark: ok(true) }],
    ['a Podman mark', { podmanMark: ok(true) }],
    ['a manager under systemd', { containerManager: ok('systemd-nspawn') }],
    ['the variable', { containerVariable: ok('oci') }],
    ['a cgroup of Kubernetes', { initCgroup: ok('11:memory:/kubepods/burstable/pod1/abc\n') }],
    ['a cgroup of Docker', { initCgroup: ok('1:name=systemd:/docker/0123abc\n') }],
  ])('%s makes it a container', (_, reads) => {
    expect(placeOf(factsOf(placeReads, { platform: system('6.1.0'), ...reads }))).toBe('container');
  });

  test('the kernel of WSL is known by its name, whatever other marks say', () => {
    const reads = { platform: system('5.15.153.1-microsoft-standard-WSL2'), containerManager: ok('wsl') };
    expect(placeOf(factsOf(placeReads, reads))).toBe('wsl');
  });

  test('marks that could not be read are no marks', () => {
    expect(placeOf(factsOf(placeReads, { platform: system('6.1.0'), initCgroup: missing('denied') }))).toBe(
      'computer',
    );
  });
});

describe('/etc/os-release', () => {
  test('quoted and bare values are read alike', () => {
    expect(parseOsRelease('ID=debian\nVERSION_ID="12"\nPRETTY_NAME=\'Debian 12\'\n')).toMatchObject({
      id: 'debian',
      version: '12',
      name: 'Debian 12',
      like: [],
    });
  });

  test('a line that is no assignment is quoted', () => {
    expect(() => parseOsRelease('ID=debian\nrm -rf /\n')).toThrow('rm -rf /');
  });

  test('random and damaged text gives a system with a name or none', () => {
    neverHalf(
      parseOsRelease,
      ({ id, name }) => id !== undefined && name !== undefined,
      'NAME="Debian"\nID=debian\nVERSION_ID="12"\n',
    );
  });
});

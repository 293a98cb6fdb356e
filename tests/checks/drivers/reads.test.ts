/** What is read for `drivers` alone: understood as a whole, or not at all. */
import { describe, expect, test } from 'vitest';
import { dkmsLimits, dkmsModule, dkmsModules } from '../../../checks/drivers/reads/dkms.ts';
import {
  framebuffers,
  graphicsCards,
  moduleVersion,
  nvidiaLibrary,
  nvidiaLoaded,
} from '../../../checks/drivers/reads/graphics.ts';
import {
  graphicsReports,
  parseExtensions,
  parseSystemExtensions,
} from '../../../checks/drivers/reads/macos.ts';
import { modprobeRules, modulesFor } from '../../../checks/drivers/reads/modprobe.ts';
import {
  parseFirmwareOffers,
  parseWindowsOffers,
  ubuntuDrivers,
} from '../../../checks/drivers/reads/offers.ts';
import {
  kernelTaint,
  pciName,
  secureBoot,
  startedNetworkCards,
} from '../../../checks/drivers/reads/system.ts';
import { windowsAgain } from '../../../checks/drivers/reads/windows.ts';
import type { Os, Raw, Source } from '../../../src/contract.ts';
import { commandLine } from '../../../src/sources/command-line.ts';
import { neverHalf } from '../../sources/parsers.ts';

const parse = <T>(source: Source<T>, raw: Raw[keyof Raw], os: Os = 'linux'): T => {
  const way = source.on[os];
  if (way === undefined) throw new Error(`${source.id} is not read on ${os}`);
  return way.parse(raw, way.request);
};

const file = (text: string) => ({ text });
const exec = (stdout: string, exitCode = 0, stderr = '') => ({ stdout, stderr, exitCode });

describe('graphics', () => {
  test('cards and not their sockets', () => {
    const entries = {
      card0: { 'device/driver': { text: '../../../bus/pci/drivers/i915' } },
      'card0-eDP-1': {},
      card1: {},
      renderD128: { 'device/driver': { text: '../../../bus/pci/drivers/i915' } },
      version: {},
    };
    expect(parse(graphicsCards, { entries })).toEqual([
      { name: 'card0', driver: 'i915' },
      { name: 'card1', driver: null },
    ]);
  });

  test('/proc/fb', () => {
    expect(parse(framebuffers, file('0 EFI VGA\n1 i915drmfb\n'))).toEqual(['EFI VGA', 'i915drmfb']);
    expect(parse(framebuffers, file(''))).toEqual([]);
  });

  test.each([
    [
      'NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.54.03  Tue Jun  6 22:20:39 UTC 2023\nGCC version:  gcc 12\n',
      '535.54.03',
    ],
    [
      'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  550.54.14  Release Build  (dvs-builder@U16)\n',
      '550.54.14',
    ],
  ])('%s', (text, version) => {
    expect(parse(nvidiaLoaded, file(text))).toBe(version);
  });

  test('NVIDIA’s versions are whole or none', () => {
    expect(() => parse(nvidiaLoaded, file('NVRM version: something new'))).toThrow('something new');
    expect(parse(moduleVersion('nvidia'), exec('535.54.03\n'))).toBe('535.54.03');
    expect(() =>
      parse(moduleVersion('nvidia'), exec('', 1, 'modinfo: ERROR: Module nvidia not found.')),
    ).toThrow('not found');
    expect(parse(nvidiaLibrary('nvidia-smi'), exec('535.54.03\n'))).toEqual({
      mismatch: false,
      version: '535.54.03',
    });
    expect(() => parse(nvidiaLibrary('nvidia-smi'), exec('No devices were found\n', 6))).toThrow(
      'No devices were found',
    );
  });
});

describe('modules', () => {
  test('DKMS’ folder: versions, and kernels by its links', () => {
    expect(parse(dkmsModules, { names: ['dkms_dbversion', 'mok.key', 'mok.pub', 'nvidia'] })).toEqual([
      'nvidia',
    ]);
    expect(
      parse(dkmsModule('nvidia'), {
        names: ['535.54.03', 'kernel-6.1.0-9-amd64-x86_64', 'original_module'],
      }),
    ).toEqual({ versions: ['535.54.03'], kernels: ['6.1.0-9-amd64-x86_64'] });
    expect(parse(dkmsLimits('a/1'), file('# BUILD_EXCLUSIVE_KERNEL="x"\n')).limited).toBe(false);
    expect(parse(dkmsLimits('a/1'), file('BUILD_EXCLUSIVE_CONFIG="CONFIG_PCI"\n')).limited).toBe(true);
  });

  test('which module knows a device', () => {
    expect(parse(modulesFor('x'), exec('snd-hda-intel\nsnd_sof_pci\nsnd_hda_intel\n'))).toEqual([
      'snd_hda_intel',
      'snd_sof_pci',
    ]);
    const none = 'modprobe: FATAL: Module pci:x not found in directory /lib/modules/6.1.0\n';
    expect(parse(modulesFor('x'), exec('', 1, none))).toEqual([]);
    expect(() => parse(modulesFor('x'), exec('', 1, 'modprobe: ERROR: could not open'))).toThrow(
      'could not open',
    );
    // busybox: nothing can be said, and nothing is broken.
    expect(() => parse(modulesFor('x'), exec('', 1, 'modprobe: unrecognized option: R'))).toThrow(
      expect.objectContaining({ status: 'unsupported' }),
    );
  });

  test('what switches a module off', () => {
    const text =
      '# blacklist no\nblacklist snd-pcsp # loud\n  install uas /usr/bin/true\ninstall x /bin/false\ninstall y /sbin/modprobe z\noptions iwlwifi power_save=1\nalias a b\n';
    expect(parse(modprobeRules('/etc/modprobe.d/x.conf'), file(text)).map(({ module }) => module)).toEqual([
      'snd_pcsp',
      'uas',
      'x',
    ]);
  });
});

describe('the system', () => {
  test('its mark, its start, Secure Boot', () => {
    expect(parse(kernelTaint, file('12416\n'))).toBe(12_416);
    expect(() => parse(kernelTaint, file('-1\n'))).toThrow('-1');
    expect(parse(commandLine, file('root=/dev/sda1 quiet\n'))).toEqual(['root=/dev/sda1', 'quiet']);
    expect(parse(secureBoot, file('\u0006\u0000\u0000\u0000\u0001'))).toBe(true);
    expect(parse(secureBoot, file('\u0006\u0000\u0000\u0000\u0000'))).toBe(false);
    expect(() => parse(secureBoot, file(''))).toThrow();
  });

  test('names of udev', () => {
    const text =
      'I:3100228\nE:ID_VENDOR_FROM_DATABASE=Intel Corporation\nE:ID_MODEL_FROM_DATABASE=82574L\nV:1\n';
    expect(parse(pciName('0000:00:0c.0'), file(text))).toEqual({
      vendor: 'Intel Corporation',
      model: '82574L',
    });
    expect(parse(pciName('0000:00:0c.0'), file('I:1\n'))).toEqual({ vendor: '', model: '' });
  });

  test('network cards that are switched on', () => {
    const entries = {
      eth0: { flags: { text: '0x1003\n' }, device: { text: '../../../0000:00:1f.6' } },
      eth1: { flags: { text: '0x1002\n' }, device: { text: '../../../0000:00:0c.0' } },
      lo: { flags: { text: '0x9\n' } },
    };
    expect(parse(startedNetworkCards, { entries })).toEqual(['0000:00:1f.6']);
  });
});

describe('offers', () => {
  test('fwupd', () => {
    const answer = JSON.stringify({
      Devices: [{ Name: 'UEFI', Version: '1', Releases: [{ Version: '2' }] }, {}],
    });
    expect(parseFirmwareOffers(answer, '', 0)).toEqual([{ device: 'UEFI', version: '1', newer: '2' }]);
    expect(parseFirmwareOffers('{"Devices":[]}', '', 0)).toEqual([]);
    expect(parseFirmwareOffers('', 'No updates available for remaining devices', 2)).toEqual([]);
    expect(parseFirmwareOffers('{"Error":{"Message":"No updatable devices"}}', '', 2)).toEqual([]);
    expect(() => parseFirmwareOffers('{"Error":{"Message":"daemon failed"}}', '', 1)).toThrow(
      'daemon failed',
    );
    expect(() => parseFirmwareOffers('', 'Failed to connect to daemon', 1)).toThrow('Failed to connect');
    neverHalf(
      (text) => parseFirmwareOffers(text, '', 0),
      (offers) => offers.every(({ newer }) => newer !== ''),
      answer,
    );
  });

  test('Ubuntu', () => {
    expect(parse(ubuntuDrivers, exec('nvidia-driver-550, (kernel modules provided by x)\n'))).toEqual([
      'nvidia-driver-550',
    ]);
    expect(parse(ubuntuDrivers, exec(''))).toEqual([]);
  });

  test('Windows Update: none offered, none seen', () => {
    expect(parseWindowsOffers('{"offers":[]}')).toEqual([]);
    expect(() => parseWindowsOffers('{"error":-2145107924}')).toThrow('0x8024402C');
    expect(() => parseWindowsOffers('{}')).toThrow();
    neverHalf(
      parseWindowsOffers,
      (offers) => offers.every(({ newer }) => newer !== ''),
      '{"offers":[{"title":"Intel - Net","model":"AX211"}]}',
    );
  });

  test('a second look at Windows’ devices', () => {
    const again = windowsAgain('problems');
    expect([...parse(again, exec('{"problems":[{"id":"PCI\\\\X","code":43}]}'), 'win32')]).toEqual([
      ['PCI\\X', 43],
    ]);
    expect(() => parse(again, exec('{}'), 'win32')).toThrow();
  });
});

describe('macOS', () => {
  const EXTENSIONS =
    '2 extension(s)\n--- com.apple.system_extension.driver_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n*\t*\tG43BCU2T37\torg.pqrs.Driver (1.8.0/1.8.0)\torg.pqrs.Driver\t[activated enabled]\n\t*\t2MP849R8J5\tcom.prolific.cdc (1.0/1)\tProlific\t[activated waiting for user]\n';

  test('system extensions', () => {
    expect(parseSystemExtensions(EXTENSIONS).map(({ name, state }) => [name, state])).toEqual([
      ['org.pqrs.Driver', 'activated enabled'],
      ['Prolific', 'activated waiting for user'],
    ]);
    expect(parseSystemExtensions('0 extension(s)\n')).toEqual([]);
    expect(() => parseSystemExtensions('')).toThrow();
    neverHalf(parseSystemExtensions, (all) => all.every(({ bundle }) => bundle !== ''), EXTENSIONS);
  });

  const KEXTS = `Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>
    1  143 0                  0          0          com.apple.kpi.bsd (24.6.0) 7D4C6B3A-1111-2222-3333-444455556666 <>
  153    0 0xffffff7fa4c5f000 0x5000     0x5000     com.vendor.driver (1.0.0) 0A1B2C3D-1111-2222-3333-444455556666 <8 6>
`;

  test('extensions in the kernel', () => {
    expect(parseExtensions(KEXTS).map(({ bundle }) => bundle)).toEqual([
      'com.apple.kpi.bsd',
      'com.vendor.driver',
    ]);
    // Some parts of Apple's are always there.
    expect(() => parseExtensions('')).toThrow();
    neverHalf(parseExtensions, (all) => all.every(({ bundle }) => bundle !== ''), KEXTS);
  });

  test('reports of graphics that were started anew', () => {
    const names = ['Kernel_2026-11-20-103410_mac.gpuRestart', 'Safari-2026-11-20-103410.ips'];
    expect(parse(graphicsReports, { names }, 'darwin')).toEqual(['2026-11-20']);
  });
});

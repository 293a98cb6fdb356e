/** What the kernel's log says of drivers, on logs of real machines and on the lines of its source. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  firmwareLosses,
  gpuResets,
  loadFailures,
  lostInterrupts,
  lostWindows,
  probeFailures,
  signatureRefusals,
} from '../../../checks/drivers/log.ts';
import { parseDmesg } from '../../../src/sources/kernel-log.ts';
import { hasShared, sharedDir } from '../../shared.ts';
import { lines } from './machine.ts';

const corpus = (path: string) =>
  parseDmesg({ stdout: readFileSync(sharedDir('corpus/dmesg', path), 'utf8'), stderr: '', exitCode: 0 });

describe.runIf(hasShared)('logs of the corpus', () => {
  test('graphics cards that nouveau gave up, and no other device that anyone misses', () => {
    expect(probeFailures(corpus('fwts-oops/launchpad-627495.txt')).map(({ driver }) => driver)).toEqual([
      'nouveau',
      'nouveau',
      'nouveau',
    ]);
    expect(probeFailures(corpus('fwts-oops/launchpad-560249.txt'))).toEqual([
      { device: '0000:00:18.2', driver: 'amd64_edac', error: -22 },
    ]);
  });

  // Logs with a crash each, and no trouble with a driver's parts.
  test.each([
    'launchpad-521260',
    'launchpad-560249',
    'launchpad-601311',
    'launchpad-611470',
    'launchpad-627495',
    'launchpad-662299',
    'launchpad-798795',
  ])('%s: nothing that is not there', (name) => {
    const log = corpus(`fwts-oops/${name}.txt`);
    const seen = [firmwareLosses, loadFailures, signatureRefusals, lostInterrupts, gpuResets];
    expect(seen.flatMap((look) => [...look(log)])).toEqual([]);
  });
});

describe('firmware', () => {
  test('Debian’s words and the kernel’s own are one attempt', () => {
    expect(
      firmwareLosses(
        lines(
          'e100 0000:00:0c.0: firmware: failed to load e100/d102e_ucode.bin (-2)',
          'e100 0000:00:0c.0: Direct firmware load for e100/d102e_ucode.bin failed with error -2',
        ),
      ),
    ).toEqual([{ device: '0000:00:0c.0', driver: 'e100', files: ['e100/d102e_ucode.bin'], gaveUp: false }]);
  });

  test('two devices are two', () => {
    const failed = (slot: string) => `x ${slot}: Direct firmware load for a.bin failed with error -2`;
    const log = lines(
      failed('0000:01:00.0'),
      failed('0000:02:00.0'),
      'x 0000:01:00.0: Found device firmware: a-old.bin',
    );
    expect(firmwareLosses(log).map(({ device }) => device)).toEqual(['0000:02:00.0']);
  });

  test.each([
    'regulatory.db',
    'rtl_nic/rtl8168h-2.fw',
    'i915/adlp_dmc.bin',
    'ath10k/pre-cal-pci-0000:03:00.0.bin',
    'brcm/brcmfmac43455-sdio.clm_blob',
    'renesas_usb_fw.mem',
  ])('%s: devices do without', (file) => {
    expect(
      firmwareLosses(lines(`x 0000:01:00.0: Direct firmware load for ${file} failed with error -2`)),
    ).toEqual([]);
  });
});

describe('modules', () => {
  test('a version that differs says more than the symbols that are then unknown', () => {
    expect(
      loadFailures(
        lines(
          'vboxdrv: disagrees about version of symbol module_layout',
          'vboxdrv: Unknown symbol module_layout (err -22)',
        ),
      ),
    ).toEqual([{ module: 'vboxdrv', reason: 'symbol-version', detail: 'module_layout' }]);
  });

  test('refusals of different kernels', () => {
    expect(
      signatureRefusals(
        lines(
          'module: Loading of unsigned module is rejected',
          'Loading of module with unavailable key is rejected',
          'Lockdown: modprobe: unsigned module loading is restricted; see man kernel_lockdown.7',
          'Lockdown: swapper/0: hibernation is restricted; see man kernel_lockdown.7',
        ),
      ),
    ).toHaveLength(3);
  });
});

describe('resources', () => {
  test('an interrupt with those that share it', () => {
    expect(
      lostInterrupts(
        lines(
          'irq 16: nobody cared (try booting with the "irqpoll" option)',
          'Call Trace:',
          'handlers:',
          '[<00000000b0b5b6b7>] i801_isr [i2c_i801]',
          '[<00000000b0b5b6b8>] 0x0 usb_hcd_irq',
          'Disabling IRQ #16',
        ),
      ),
    ).toEqual([{ irq: 16, handlers: ['i801_isr [i2c_i801]', 'usb_hcd_irq'] }]);
  });

  test('the window of a card, and not its ROM', () => {
    expect(
      lostWindows(
        lines(
          'pci 0000:03:00.0: BAR 0: failed to assign [mem size 0x01000000]',
          'pci 0000:04:00.0: BAR 6: failed to assign [mem size 0x00080000 pref]',
          "pci 0000:05:00.0: can't claim BAR 2 [mem 0xfe000000-0xfe003fff]: address conflict",
        ),
      ),
    ).toEqual(['0000:03:00.0', '0000:05:00.0']);
  });
});

describe('graphics', () => {
  test.each([
    ['NVRM: Xid (PCI:0000:01:00): 79, pid=1, GPU has fallen off the bus.', 'nvidia'],
    ['amdgpu 0000:03:00.0: amdgpu: GPU reset begin!', 'amdgpu'],
    ['[drm:amdgpu_job_timedout [amdgpu]] *ERROR* ring gfx timeout, signaled seq=1', 'amdgpu'],
    ['i915 0000:00:02.0: [drm] GPU HANG: ecode 12:1:8ed9fff3, in game [1234]', 'i915'],
    ['[drm] GPU HANG: ecode 9:0:0x85dffffb, in Xorg [812], reason: hang', 'i915'],
    ['radeon 0000:01:00.0: GPU lockup (current fence id 0x01)', 'radeon'],
  ])('%s', (text, driver) => {
    expect(gpuResets(lines(text)).map((reset) => reset.driver)).toEqual([driver]);
  });

  test('what programs do wrong is none of the driver’s', () => {
    expect(gpuResets(lines('NVRM: Xid (PCI:0000:01:00): 43, pid=1, name=game, Ch 00000020'))).toEqual([]);
  });
});

test('no line, however long or strange, takes time', () => {
  const looks = [
    firmwareLosses,
    probeFailures,
    loadFailures,
    signatureRefusals,
    lostInterrupts,
    lostWindows,
    gpuResets,
  ];
  const word = fc.constantFrom('amdgpu', 'ring', 'timeout', ' ', '0000:01:00.0', 'BAR 0', ':', 'a', '-2');
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 400 }), { maxLength: 20 }), (texts) => {
      for (const look of looks) look(lines(...texts.map((words) => words.join(''))));
    }),
    { numRuns: 40 },
  );
  const long = lines('amdgpu'.repeat(20_000), 'x '.repeat(50_000), `${'1-'.repeat(30_000)}1:1.0`);
  for (const look of looks) expect(look(long)).toEqual([]);
});

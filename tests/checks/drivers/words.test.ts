/** What a person reads: the machine's own values in both languages, and never a cure in a title. */
import { describe, expect, test } from 'vitest';
import { drivers } from '../../../checks/drivers/index.ts';
import { dkmsModule } from '../../../checks/drivers/reads/dkms.ts';
import { moduleVersion } from '../../../checks/drivers/reads/graphics.ts';
import { pciName } from '../../../checks/drivers/reads/system.ts';
import type { AnyFinding, Language } from '../../../src/contract.ts';
import { followed, missing, ok } from '../../facts.ts';
import { found, lines, linux, pci, windows, windowsDevice } from './machine.ts';

const say = (finding: AnyFinding | undefined, language: Language) => {
  if (finding === undefined) throw new Error('nothing was found');
  const words = drivers.messages[language].findings[finding.code];
  if (words === undefined) throw new Error(`no words for ${finding.code}`);
  // The params were made by the check whose words these are.
  return words.say(finding.params as never);
};

const card = pci('8086:15f3', '020000');
const name = followed(pciName(card.slot), { vendor: 'Intel', model: 'I225-V' });

const cases: readonly (readonly [
  code: string,
  finding: () => AnyFinding | undefined,
  en: string,
  ru: string,
])[] = [
  [
    'drivers/device-no-driver',
    () => found(linux({ pciDevices: ok([card]) }, [name]))[0],
    'Intel I225-V (8086:15f3) has no driver',
    'Intel I225-V (8086:15f3): нет драйвера',
  ],
  [
    'drivers/device-start-failed',
    () =>
      found(
        linux({
          pciDevices: ok([card]),
          kernelLog: ok(lines('igc 0000:00:1f.6: probe with driver igc failed with error -5')),
        }),
      )[0],
    'Network card at 0000:00:1f.6 (8086:15f3) does not start: igc ended with error -5',
    'Сетевая карта (0000:00:1f.6) (8086:15f3): не запускается, igc завершился с ошибкой -5',
  ],
  [
    'drivers/device-load-failed',
    () => found(linux({ kernelLog: ok(lines('wl: Unknown symbol cfg80211_scan_done (err -2)')) }))[0],
    'The module wl cannot be loaded: this kernel has no cfg80211_scan_done',
    'Модуль wl не загружается: в этом ядре нет cfg80211_scan_done',
  ],
  [
    'drivers/device-disabled',
    () => found(windows([windowsDevice({ errorCode: 22 })]))[0],
    'Ethernet Controller I225-V (8086:15f3) is switched off, code 22',
    'Ethernet Controller I225-V (8086:15f3): отключено, код 22',
  ],
  [
    'drivers/resource-conflict',
    () =>
      found(
        linux({ kernelLog: ok(lines('irq 18: nobody cared (try booting with the "irqpoll" option)')) }),
      )[0],
    'The kernel switched off interrupt 18: nobody answered it',
    'Ядро отключило прерывание 18: на него никто не ответил',
  ],
  [
    'drivers/registry-damaged',
    () => found(windows([windowsDevice({ errorCode: 19 })]))[0],
    'Windows cannot use its entry for Ethernet Controller I225-V (8086:15f3), code 19',
    'Ethernet Controller I225-V (8086:15f3): запись в реестре не годится, код 19',
  ],
  [
    'drivers/signature-blocked',
    () => found(windows([windowsDevice({ errorCode: 52 })]))[0],
    'Windows refuses the driver of Ethernet Controller I225-V (8086:15f3), code 52',
    'Ethernet Controller I225-V (8086:15f3): Windows не принимает драйвер, код 52',
  ],
  [
    'drivers/firmware-missing',
    () =>
      found(
        linux(
          {
            pciDevices: ok([card]),
            kernelLog: ok(lines('igc 0000:00:1f.6: Direct firmware load for igc/a.bin failed with error -2')),
          },
          [name],
        ),
      )[0],
    'Intel I225-V (8086:15f3) lacks its firmware igc/a.bin',
    'Intel I225-V (8086:15f3): нет прошивки igc/a.bin',
  ],
  [
    'drivers/gpu-fallback',
    () => found(windows([windowsDevice({ class: 'Display', name: 'GPU', service: 'BasicDisplay' })]))[0],
    'GPU (8086:15f3) runs on the basic driver BasicDisplay',
    'GPU (8086:15f3): работает на базовом драйвере BasicDisplay',
  ],
  [
    'drivers/gpu-library-mismatch',
    () =>
      found(linux({ nvidiaLoaded: ok('535.54.03') }, [followed(moduleVersion('nvidia'), '550.90.07')]))[0],
    'NVIDIA: 535.54.03 runs, 550.90.07 is installed',
    'NVIDIA: работает 535.54.03, установлена 550.90.07',
  ],
  [
    'drivers/dkms-missing',
    () =>
      found(
        linux({ dkmsModules: ok(['wl']) }, [followed(dkmsModule('wl'), { versions: ['6.30'], kernels: [] })]),
      )[0],
    'wl 6.30 is not built for the kernel 6.1.0-56-amd64',
    'wl 6.30 не собран для ядра 6.1.0-56-amd64',
  ],
  [
    'drivers/gpu-resets',
    () =>
      found(
        linux({
          kernelLog: ok(
            lines(
              'NVRM: Xid (PCI:0000:01:00): 79, pid=1, off',
              'NVRM: Xid (PCI:0000:01:00): 119, pid=1, gsp',
            ),
          ),
        }),
      )[0],
    'The graphics stopped and recovered 2 times in 7 days, Xid 79, 119',
    'Графика: 2\u00a0сбоя с восстановлением за 7\u00a0дней, Xid 79, 119',
  ],
  [
    'drivers/update-available',
    () =>
      found(
        linux({ firmwareOffers: ok([{ device: 'System Firmware', version: '2.90', newer: '2.91' }]) }),
      )[0],
    'Newer firmware: System Firmware 2.90 > 2.91',
    'Новая прошивка: System Firmware 2.90 > 2.91',
  ],
  [
    'drivers/kernel-tainted',
    () => found(linux({ kernelTaint: ok(128) }))[0],
    'The kernel carries the mark 128: D, a crash inside the kernel',
    'Отметка ядра 128: D, сбой внутри ядра',
  ],
];

describe.each(cases)('%s', (code, finding, en, ru) => {
  test('says what was seen, in both languages', () => {
    expect(finding()?.code).toBe(code);
    expect([say(finding(), 'en').title, say(finding(), 'ru').title]).toEqual([en, ru]);
  });

  test('has no full stop after a title, and sentences for the rest', () => {
    for (const language of ['en', 'ru'] as const) {
      const { title, why, next } = say(finding(), language);
      expect(title).not.toMatch(/[.!]$/);
      expect(why).toMatch(/\.$/);
      expect(next).not.toBe('');
    }
  });
});

test('the same count in Russian: 1, 2, 5, 11, 21', () => {
  const hangs = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      seconds: at * 60,
      level: 3,
      text: 'NVRM: Xid (PCI:0000:01:00): 79, pid=1, off',
    }));
  const titles = [1, 2, 5, 11, 21].map(
    (count) => say(found(linux({ kernelLog: ok(hangs(count)) }))[0], 'ru').title,
  );
  expect(titles.map((title) => /\d+\u00a0сбо\S+/.exec(title)?.[0])).toEqual([
    '1\u00a0сбой',
    '2\u00a0сбоя',
    '5\u00a0сбоев',
    '11\u00a0сбоев',
    '21\u00a0сбой',
  ]);
});

test('each problem code has something to do, in both languages', () => {
  for (let errorCode = 1; errorCode <= 57; errorCode++) {
    const [finding] = found(windows([windowsDevice({ errorCode })]));
    if (finding === undefined) continue;
    for (const language of ['en', 'ru'] as const) {
      const { title, next } = say(finding, language);
      expect(title).toContain(String(errorCode));
      expect(next.length).toBeGreaterThan(10);
    }
  }
});

test('the computer’s own maker comes first, and an address that nobody knows is not made up', () => {
  const laptop = ok({
    maker: 'Dell Inc.',
    model: 'Latitude 7350',
    boardMaker: null,
    chassis: [10],
    firmware: 'uefi' as const,
    appleSilicon: false,
    hypervisor: false,
    build: null,
  });
  const [known] = found(linux({ pciDevices: ok([card]), hardware: laptop }));
  expect(say(known, 'en').next).toContain(
    'the support page of Dell Inc. Latitude 7350, otherwise Intel: https://',
  );
  const [unknown] = found(linux({ pciDevices: ok([pci('abcd:0001', '020000')]), clock: missing() }));
  expect(say(unknown, 'en').next).toMatch(/the support page of the maker$/);
});

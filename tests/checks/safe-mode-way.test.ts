/** The way into safe mode, for computers of many kinds: which advice, in which words, resting on what. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_OF, FIRMWARE_KEYS } from '../../checks/safe-mode/data/firmware-keys.ts';
import { safeMode } from '../../checks/safe-mode/index.ts';
import { way as en } from '../../checks/safe-mode/messages.en/way.ts';
import { way as ru } from '../../checks/safe-mode/messages.ru/way.ts';
import { keysOf, type Situation, wayOf } from '../../checks/safe-mode/way.ts';
import { situationOf } from '../../checks/safe-mode/way-facts.ts';
import { parseGrubSettings, parseLoaderInfo, wayReads } from '../../checks/safe-mode/way-reads.ts';
import type { AnyAdvice, Host } from '../../src/contract.ts';
import { examine } from '../../src/examine.ts';
import { replay } from '../../src/host/replay.ts';
import { redactor } from '../../src/report/redact/redactor.ts';
import { parseDmi, parseMacHardware, parseWindowsMachine } from '../../src/sources/machine/hardware.ts';
import { parseMountinfo } from '../../src/sources/mounts.ts';
import { factsOf, missing, ok } from '../facts.ts';
import { machines } from '../machines/index.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { neverHalf } from '../sources/parsers.ts';

type Named = Parameters<typeof factsOf<typeof wayReads>>[1];

const DAY_MS = 86_400_000;
const clockAt = (daysAfter: number) =>
  ok({ epochMs: Date.parse(AS_OF) + daysAfter * DAY_MS, timeZone: 'UTC' });

const on = (platform: string, release = '6.8.0-48-generic', arch = 'x64'): Named => ({
  platform: ok({ platform, release, arch, hostname: 'pc', bootedSecondsAgo: 100 }),
  clock: clockAt(1),
});

const dmi = (texts: Readonly<Record<string, string>>) =>
  ok(
    parseDmi({
      entries: { id: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text }])) },
    }),
  );

const windows = (system: object, build: string, firmware: number, chassis: number): Named => ({
  ...on('win32', '10.0'),
  hardware: ok(
    parseWindowsMachine(JSON.stringify({ system, board: {}, chassis: [chassis], firmware, build })),
  ),
});

const mac = (model: string, isApple: boolean): Named => ({
  ...on('darwin', '24.1.0', isApple ? 'arm64' : 'x64'),
  hardware: ok(
    parseMacHardware(
      `hw.model: ${model}\n${isApple ? 'hw.optional.arm64: 1\n' : ''}kern.hv_vmm_present: 0\n`,
    ),
  ),
});

const linux = (texts: Readonly<Record<string, string>>, more: Named = {}): Named => ({
  ...on('linux'),
  hardware: dmi(texts),
  mounts: ok(parseMountinfo('21 1 8:2 / / rw - ext4 /dev/sda2 rw\n')),
  mappings: ok([]),
  commandLine: ok(['BOOT_IMAGE=/boot/vmlinuz-6.8.0-48-generic', 'root=UUID=1', 'ro']),
  bootFiles: ok(['grub', 'vmlinuz-6.8.0-48-generic']),
  grubSettings: ok({ hasRecovery: true }),
  efiMark: ok(true),
  ...more,
});

const LUKS: Named = {
  mounts: ok(parseMountinfo('21 1 253:1 / / rw - ext4 /dev/mapper/vg-root rw\n')),
  mappings: ok([
    { device: 'dm-0', name: 'cryptdata', uuid: 'CRYPT-LUKS2-0123' },
    { device: 'dm-1', name: 'vg-root', uuid: 'LVM-0123' },
  ]),
};

const adviceOf = (named: Named) => wayOf(situationOf(factsOf(wayReads, named)));

const told = (advice: readonly AnyAdvice[], language: 'en' | 'ru' = 'en'): string =>
  advice
    .flatMap(({ id, params }) => {
      const entry = { en, ru }[language][id as keyof typeof en];
      // Params and words belong to the same id: both come from it.
      const { title, steps } = entry.say(params as never);
      return [`# ${title}`, ...steps];
    })
    .join('\n');

const bitLockerIs = (state: number | null) => ok({ drive: 'C:', state });

/** A computer, what has to be told there, and what would be wrong there. */
const COMPUTERS: readonly (readonly [string, Named, readonly string[], readonly string[]])[] = [
  [
    'a ThinkPad with Windows 11, UEFI and BitLocker',
    {
      ...windows(
        { Manufacturer: 'LENOVO', Model: '20XW004EGE', SystemFamily: 'ThinkPad X1 Carbon Gen 9' },
        '26100',
        2,
        10,
      ),
      bitLocker: bitLockerIs(1),
    },
    [
      '# First the recovery key of the disk (BitLocker)\nHave the 48 digits',
      'Settings > System > Recovery',
      'Press 4 or F4 for safe mode, 5 or F5',
      '# Firmware setup and boot menu of LENOVO ThinkPad X1 Carbon Gen 9 (20XW004EGE)',
      'shutdown /r /fw /t 0',
      'Setup: switch the computer on and press Enter, then F1, or keep pressing F1.',
      'switch it on and keep pressing F12.',
    ],
    ['Not sure', 'Update & Security', 'GRUB', 'virtual'],
  ],
  [
    'a Dell with Windows 10 and BIOS',
    {
      ...windows({ Manufacturer: 'Dell Inc.', Model: 'Precision 5530' }, '17134', 1, 10),
      bitLocker: bitLockerIs(2),
    },
    [
      'Settings > Update & Security > Recovery',
      'Setup: switch the computer on and keep pressing F2.',
      'stick (switch on and keep pressing F12)',
    ],
    ['recovery key of the disk', 'shutdown /r /fw', 'Settings > System', 'Not sure'],
  ],
  [
    'a Lenovo with Windows 7',
    { ...windows({ Manufacturer: 'LENOVO', Model: '11111AA' }, '7601', 1, 10), bitLocker: bitLockerIs(2) },
    ['keep pressing F8', 'Repair Your Computer', 'Not sure: the maker is not known here'],
    ['Hold Shift and click'],
  ],
  [
    'a desktop with an ASUS board and GRUB',
    linux({
      sys_vendor: 'System manufacturer',
      product_name: 'System Product Name',
      board_vendor: 'ASUSTeK COMPUTER INC.',
      chassis_type: '3',
    }),
    [
      'press Esc once: the menu of GRUB',
      '(recovery mode).',
      'systemctl reboot --firmware-setup',
      'of ASUSTeK COMPUTER INC.',
      'Setup: switch the computer on and keep pressing Del or F2.',
      'keep pressing F8',
    ],
    ['hold Shift', 'if there is one', 'Not sure', 'password of the disk'],
  ],
  [
    'an ASUS laptop without recovery lines in GRUB, started by BIOS',
    linux(
      { sys_vendor: 'ASUSTeK COMPUTER INC.', product_name: 'X541UA', chassis_type: '10' },
      { efiMark: missing('absent'), grubSettings: ok({ hasRecovery: false }) },
    ),
    ['Hold Shift from the first picture on', 'Press e on the first line', 'keep pressing Esc'],
    ['recovery mode)', 'F8', '--firmware-setup'],
  ],
  [
    'an HP desktop',
    linux({ sys_vendor: 'HP', product_name: 'HP EliteDesk 800 G4 DM 65W', chassis_type: '3' }),
    ['press Esc, then F10', 'press Esc, then F9'],
    ['Not sure'],
  ],
  [
    'an Acer laptop',
    linux({ sys_vendor: 'Acer', product_name: 'Aspire A515-54', chassis_type: '10' }),
    ['keep pressing F12', 'set F12 Boot Menu to Enabled'],
    ['Not sure'],
  ],
  [
    'an MSI board',
    linux({ sys_vendor: 'Micro-Star International Co., Ltd.', product_name: 'MS-7C91', chassis_type: '3' }),
    ['keep pressing Del', 'keep pressing F11'],
    ['Not sure'],
  ],
  [
    'a Gigabyte board, with a table that is too old',
    linux(
      { sys_vendor: 'Gigabyte Technology Co., Ltd.', product_name: 'B550 AORUS ELITE', chassis_type: '3' },
      { clock: clockAt(181) },
    ),
    [`Not sure: these keys are of ${AS_OF}.`, 'keep pressing F12, but that is not sure'],
    ['the maker is not known'],
  ],
  [
    'a clock in 1970',
    linux({ sys_vendor: 'Gigabyte Technology Co., Ltd.' }, { clock: ok({ epochMs: 5000, timeZone: 'UTC' }) }),
    ['Not sure: these keys are of'],
    [],
  ],
  [
    'a laptop with systemd-boot and LUKS',
    linux(
      { sys_vendor: 'Framework', product_name: 'Laptop 13 (AMD Ryzen 7040Series)', chassis_type: '10' },
      {
        ...LUKS,
        loaderInfo: ok('systemd-boot 257.4-1-arch'),
        commandLine: ok(['initrd=\\initramfs-linux.img', 'rd.luks.name=1']),
        bootFiles: missing('denied'),
        grubSettings: missing('absent'),
      },
    ),
    [
      '# First the password of the disk (LUKS)',
      'Hold the space bar',
      'a unified kernel with Secure Boot',
      'systemd.unit=rescue.target',
    ],
    ['GRUB', 'Ctrl+X'],
  ],
  [
    'a left-over GRUB that did not start it',
    linux({ sys_vendor: 'Dell Inc.' }, { commandLine: ok(['initrd=\\x', 'ro']) }),
    ['What starts it could not be told'],
    ['menu of GRUB'],
  ],
  [
    'a MacBook with Apple silicon and FileVault',
    { ...mac('MacBookPro18,3', true), fileVault: ok(true) },
    ['(FileVault)', 'Loading startup options', 'Continue in Safe Mode', 'choose Options > Continue'],
    ['Command+R', 'Firmware setup', 'could not be read'],
  ],
  [
    'an iMac with Intel',
    { ...mac('iMac19,1', false), fileVault: ok(false) },
    ['hold Shift at once', 'hold Command+R'],
    ['FileVault)', 'Loading startup options', 'Firmware setup'],
  ],
  [
    'a Raspberry Pi 4',
    {
      ...on('linux', '6.6.51+rpt-rpi-v8', 'arm64'),
      boardName: ok('Raspberry Pi 4 Model B Rev 1.4'),
      mounts: ok(parseMountinfo('21 1 179:2 / / rw - ext4 /dev/mmcblk0p2 rw\n')),
    },
    ['cmdline.txt', 'Raspberry Pi Imager', 'Take the added words out'],
    ['GRUB', 'Firmware setup', 'keep pressing', 'encrypted'],
  ],
  [
    'another board that U-Boot starts',
    {
      ...on('linux', '6.6.0', 'arm64'),
      boardName: ok('Pine64 RockPro64 v2.1'),
      bootFiles: ok(['extlinux', 'Image']),
      mappings: ok([]),
    },
    ['extlinux.conf', 'another card'],
    ['GRUB', 'Firmware setup', 'virtual machine', 'keep pressing'],
  ],
  [
    'a guest of KVM',
    linux({ sys_vendor: 'QEMU', product_name: 'Standard PC (Q35 + ICH9, 2009)', chassis_type: '1' }),
    [
      '# This is a virtual machine (kvm): keys are for its own window',
      'Take a snapshot first',
      'press Esc at the first picture',
      'make its image the first drive of the virtual machine',
    ],
    ['Firmware setup', 'keep pressing', 'serial console'],
  ],
  [
    'a rented machine, by SSH',
    linux({ sys_vendor: 'Amazon EC2', product_name: 't3.micro' }, { session: ok('ssh') }),
    ['serial console', 'Your connection to it ends there'],
    ['own window, not'],
  ],
  [
    'a virtual Mac',
    {
      ...mac('VirtualMac2,1', true),
      fileVault: ok(false),
    },
    ['start it in recovery from the program'],
    ['Select the volume'],
  ],
  [
    'a Surface',
    {
      ...windows({ Manufacturer: 'Microsoft Corporation', Model: 'Surface Pro 9' }, '22631', 2, 9),
      bitLocker: missing('failed'),
    },
    [
      '# First the recovery key of the disk, if it is encrypted\nWhether it is encrypted could not be read.',
      'hold Volume up + Power',
      'hold Volume down + Power',
    ],
    ['Not sure'],
  ],
];

describe('on this computer', () => {
  test.each(COMPUTERS)('%s', (_, named, contains, lacks) => {
    const advice = adviceOf(named);
    const text = told(advice);
    for (const part of contains) expect(text).toContain(part);
    for (const part of lacks) expect(text).not.toContain(part);
    expect(text).not.toMatch(/undefined|null|\[object|NaN/);
    // The same in Russian: the keys and commands are the same, and nothing is left out.
    const russian = told(advice, 'ru');
    expect(russian.split('\n')).toHaveLength(text.split('\n').length);
    expect(keysIn(russian)).toEqual(keysIn(text));
    expect(russian).not.toMatch(/undefined|null|\[object|NaN/);
  });

  test('the key of the disk stands before everything that may ask for it, the way back at the end', () => {
    for (const [, named] of COMPUTERS) {
      const ids = adviceOf(named).map(({ id }) => id);
      expect(ids.indexOf('safe-mode/recovery-key')).toBeLessThanOrEqual(0);
      expect(ids.at(-1)).toBe('safe-mode/leave');
    }
  });

  test('WSL and a container have none of their own', () => {
    const wsl = adviceOf(on('linux', '5.15.153.1-microsoft-standard-WSL2'));
    expect(wsl.map(({ id }) => id)).toEqual(['safe-mode/elsewhere']);
    expect(told(wsl)).toContain('wsl --shutdown');
    const container = adviceOf({ ...linux({ sys_vendor: 'Dell Inc.' }), dockerMark: ok(true) });
    expect(container.map(({ id }) => id)).toEqual(['safe-mode/elsewhere']);
    expect(told(container)).toContain('docker restart');
    expect(told(container, 'ru')).toContain('docker restart');
  });

  test('of a kind that nobody knows gets none', () => {
    expect(
      adviceOf({
        platform: ok({
          platform: 'freebsd',
          release: '14',
          arch: 'x64',
          hostname: 'pc',
          bootedSecondsAgo: 1,
        }),
      }),
    ).toEqual([]);
    expect(adviceOf({})).toEqual([]);
  });
});

/** Commands, keys and addresses, which no language translates. */
const keysIn = (text: string): readonly string[] =>
  (
    text.match(
      /\bF\d{1,2}\b|\b(?:Esc|Del|Shift|Ctrl|Command|Option|Enter)\b|[a-z-]+\.(?:unit|setenv|target|txt|conf)\b|--[a-z-]+|aka\.ms\/\w+/g,
    ) ?? []
  ).sort();

describe('whether the disk is encrypted', () => {
  const lock = (named: Named) => situationOf(factsOf(wayReads, named)).lock;
  const windowsPc = windows({ Manufacturer: 'HP' }, '22631', 2, 10);

  test.each([
    [1, 'bitlocker'],
    [2, 'none'],
    [3, 'bitlocker'],
    [5, 'bitlocker'],
    [6, 'bitlocker'],
    [null, 'unknown'],
  ] as const)('Windows says %s', (state, found) => {
    expect(lock({ ...windowsPc, bitLocker: bitLockerIs(state) })).toBe(found);
  });

  test('where it cannot be read the key is looked for first, and the advice names the read that failed', () => {
    const denied = { ...windowsPc, bitLocker: missing('denied') };
    expect(lock(denied)).toBe('unknown');
    const [first] = adviceOf(denied);
    expect(first).toMatchObject({
      id: 'safe-mode/recovery-key',
      params: { lock: 'unknown', on: 'windows' },
      evidence: ['machine.bitlocker'],
    });
    expect(lock({ ...mac('Mac14,2', true), fileVault: missing('unparsable') })).toBe('unknown');
  });

  test('Linux: by what the root volume lies on', () => {
    const pc = linux({ sys_vendor: 'Dell Inc.' });
    const root = (source: string, type = 'ext4') => ({
      mounts: ok(parseMountinfo(`21 1 8:2 / / rw - ${type} ${source} rw\n`)),
    });
    expect(lock(pc)).toBe('none');
    expect(lock({ ...pc, ...LUKS })).toBe('luks');
    // A backup disk that is unlocked has no part in the start.
    expect(lock({ ...pc, ...LUKS, ...root('/dev/nvme0n1p2') })).toBe('none');
    expect(lock({ ...pc, ...root('/dev/mapper/vg-root') })).toBe('none');
    expect(lock({ ...pc, ...root('rpool/ROOT/ubuntu', 'zfs') })).toBe('unknown');
    expect(lock({ ...pc, ...root('/dev/dm-0'), mappings: missing('denied') })).toBe('unknown');
    expect(lock({ ...pc, mounts: missing('failed') })).toBe('none');
  });
});

describe('the table of keys', () => {
  const keysFor = (
    maker: string | null,
    model: string | null,
    laptop: boolean | null,
    boardMaker: string | null = null,
  ) => {
    const keys = keysOf({ maker, model, boardMaker, laptop } as Situation);
    const short = (list: (typeof FIRMWARE_KEYS)[number]['menu']) =>
      list.map((press) => press.keys.join(' ')).join(', ');
    return keys === undefined ? undefined : [short(keys.setup), short(keys.menu)];
  };

  test.each([
    ['LENOVO', 'ThinkPad T420 (4177Q2U)', true, 'Enter F1, F1', 'F12'],
    ['LENOVO', 'ThinkCentre M720q (10T7)', false, 'F1', 'F12'],
    ['LENOVO', 'IdeaPad 5 15ALC05 (82LN)', true, 'F2 Fn+F2, Novo', 'F12, Novo'],
    ['ASUSTeK COMPUTER INC.', 'ZenBook UX434', true, 'F2', 'Esc'],
    ['Hewlett-Packard', 'HP ENVY 15 Notebook PC', true, 'Esc F10', 'Esc F9'],
    ['HPE', 'ProLiant DL380 Gen10', false, 'F9', 'F11'],
    ['Dell Inc.', 'PowerEdge R640', false, 'F2', 'F11'],
    ['Dell Inc.', 'Latitude 5580', true, 'F2', 'F12'],
    ['Alienware', 'Alienware m15 R4', true, 'F2', 'F12'],
    ['SAMSUNG ELECTRONICS CO., LTD.', '950XDB', true, 'F2', 'Esc F10'],
    ['HUAWEI', 'BOHK-WAX9X', true, 'F2', 'F12'],
    ['FUJITSU', 'LIFEBOOK U757', true, 'F2', 'F12'],
    ['ASRock', 'B450M Pro4', false, 'F2 Del', 'F11'],
    ['Supermicro', 'X11SSL-F', false, 'Del', 'F11'],
  ])('%s %s', (maker, model, laptop, setup, menu) => {
    expect(keysFor(maker, model, laptop)).toEqual([setup, menu]);
  });

  test('a name that only begins alike is nobody', () => {
    expect(keysFor('HPC Systems', 'X', false)).toBeUndefined();
    expect(keysFor('Microsoft Corporation', 'Virtual Machine', false)).toBeUndefined();
    expect(keysFor(null, null, null)).toBeUndefined();
    // Lenovo sells both kinds: without its family nothing is known.
    expect(keysFor('LENOVO', '20XW', true)).toBeUndefined();
  });

  test('every line of it can be reached', () => {
    const rows = FIRMWARE_KEYS.map(({ maker, model, laptop }) => `${maker} ${model} ${laptop}`);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test.skipIf(!hasShared)('real computers get the keys of their makers, or the usual ones', () => {
    const folder = sharedDir('corpus/dmidecode/glpi');
    const found = Object.fromEntries(
      readdirSync(folder).flatMap((name) => {
        const text = readFileSync(`${folder}/${name}`, 'latin1');
        const of = (section: string, field: string) =>
          new RegExp(`^\\s*${section}\\b[^]*?^\\s*${field}:[ \\t]*(.*?)\\s*$`, 'm').exec(text)?.[1] ?? '';
        const hardware = dmi({
          sys_vendor: of('System Information', 'Manufacturer'),
          product_name: of('System Information', 'Product Name'),
          board_vendor: of('Base Board Information', 'Manufacturer'),
          chassis_type: /Notebook|Portable|Laptop/.test(of('Chassis Information', 'Type')) ? '10' : '3',
        });
        const { maker, model, boardMaker, laptop } = situationOf(
          factsOf(wayReads, { ...on('linux'), hardware }),
        );
        const keys = keysFor(maker, model, laptop, boardMaker);
        return keys === undefined ? [] : [[name, keys.join(' | ')]];
      }),
    );
    expect(found).toMatchObject({
      'linux-1': 'Del F2 | F8',
      'linux-2.6': 'F2 | F12',
      'windows-xp': 'F2 | F12',
      'dell-fx160': 'F2 | F12',
      'dell-r640-1': 'F2 | F11',
      'freebsd-8.1': 'Esc F10 | Esc F9',
      'hp-dl180': 'F9 | F11',
      'rhel-3.4': 'F1 | F12',
    });
    expect(found).not.toHaveProperty('openbsd-3.7');
  });
});

describe('what it is read from', () => {
  test('the variable of the boot loader: attributes, then UTF-16', () => {
    const variable = (name: string) => `\u0006\0\0\0${[...name].map((one) => `${one}\0`).join('')}\0\0`;
    expect(parseLoaderInfo(variable('systemd-boot 257.4-1-arch'))).toBe('systemd-boot 257.4-1-arch');
    expect(parseLoaderInfo(variable('GRUB 2.12'))).toBe('GRUB 2.12');
    expect(() => parseLoaderInfo('')).toThrow();
    expect(() => parseLoaderInfo(variable('\u001b[31mx'))).toThrow();
    neverHalf(parseLoaderInfo, (name) => /^[\x20-\x7e]+$/.test(name), variable('GRUB 2.12'));
  });

  test('the last setting of GRUB counts, and a comment is none', () => {
    expect(parseGrubSettings('GRUB_TIMEOUT=0\n#GRUB_DISABLE_RECOVERY="true"\n').hasRecovery).toBe(true);
    expect(parseGrubSettings('GRUB_DISABLE_RECOVERY="true"\n').hasRecovery).toBe(false);
    expect(parseGrubSettings("export GRUB_DISABLE_RECOVERY='true' # x\n").hasRecovery).toBe(false);
    expect(parseGrubSettings('GRUB_DISABLE_RECOVERY=true\nGRUB_DISABLE_RECOVERY=false\n').hasRecovery).toBe(
      true,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseGrubSettings(text).hasRecovery).toBe('boolean');
      }),
    );
  });
});

describe('a whole computer', () => {
  const asked = (host: Host) => examine({ checks: [safeMode], host, language: 'en', version: '1' });

  test.each([
    ['ubuntu-24.04', 'safe-mode/enter', 'menu of GRUB'],
    ['raspberry-pi', 'safe-mode/enter', 'cmdline.txt'],
    ['windows-11', 'safe-mode/enter', 'Settings > System > Recovery'],
    ['windows-11', 'safe-mode/recovery-key', 'Have the 48 digits'],
    ['windows-10', 'safe-mode/enter', 'Update & Security'],
    ['macos', 'safe-mode/enter', 'Loading startup options'],
    ['wsl', 'safe-mode/elsewhere', 'wsl --shutdown'],
  ])('%s gets its way, and from its redacted report the same one', async (name, id, part) => {
    const machine = machines.find((one) => one.name === name || one.name.startsWith(name));
    if (machine === undefined) throw new Error(`no machine ${name}`);
    const { report, recording } = await asked(machine.host());
    const advice = report.checks[0]?.advice ?? [];
    expect(advice.find((one) => one.id === id)?.steps.join('\n')).toContain(part);
    const hidden = redactor({ key: Buffer.alloc(32, 7) }).recording(recording);
    const again = await asked(replay(hidden));
    expect(again.report.checks[0]?.advice).toEqual(advice);
  });
});

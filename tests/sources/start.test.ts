/** Units, the journal, Windows' events, and which computer this is. */
import { describe, expect, test } from 'vitest';
import { bootMarks, parseJournal } from '../../src/sources/journal.ts';
import { parseDmi, parseMacHardware, parseWindowsMachine } from '../../src/sources/machine/hardware.ts';
import { machineOf, machineReads } from '../../src/sources/machine.ts';
import { parseUnitDetail, parseUnits, units } from '../../src/sources/systemd.ts';
import { eventsOf, parseWindowsEvents } from '../../src/sources/windows-events.ts';
import { factsOf, missing, ok } from '../facts.ts';
import { neverHalf } from './parsers.ts';

const run = (stdout: string, stderr = '', exitCode = 0) => ({ stdout, stderr, exitCode });

/** systemd 252, Debian 12. */
const UNITS = `cron.service                    loaded    active     running      Regular background program processing daemon
lab-backup.service              loaded    failed     failed       Nightly backup
lab-sync.service                loaded    activating auto-restart Lab sync daemon
plymouth-start.service          not-found inactive   dead         plymouth-start.service
-.mount                         loaded    active     mounted      Root Mount
systemd-fsck@dev-disk-by\\x2duuid-0B5A.service loaded inactive dead
`;

describe('units of systemd', () => {
  test('are read by their columns', () => {
    expect(
      parseUnits(UNITS).map(({ name, load, active, sub }) => [name, load, active, sub].join(' ')),
    ).toEqual([
      'cron.service loaded active running',
      'lab-backup.service loaded failed failed',
      'lab-sync.service loaded activating auto-restart',
      'plymouth-start.service not-found inactive dead',
      '-.mount loaded active mounted',
      'systemd-fsck@dev-disk-by\\x2duuid-0B5A.service loaded inactive dead',
    ]);
  });

  test('an older version marks the failed ones and adds a legend', () => {
    const text = `UNIT LOAD ACTIVE SUB DESCRIPTION
● kdump.service loaded failed failed Crash recovery kernel arming
  sshd.service  loaded active running OpenSSH server daemon

LOAD   = Reflects whether the unit definition was properly loaded.
2 loaded units listed.
`;
    expect(parseUnits(text).map(({ name }) => name)).toEqual(['kdump.service', 'sshd.service']);
  });

  test('another process 1 is no fault, and an empty list is none either', () => {
    const parse = units.on.linux?.parse;
    const request = units.on.linux?.request;
    if (parse === undefined || request === undefined) throw new Error('no way to read units');
    const notBooted = "System has not been booted with systemd as init system (PID 1). Can't operate.\n";
    expect(() => parse(run('', notBooted, 1), request)).toThrow(/does not run here/);
    expect(() => parse(run('', 'Failed to connect to bus: Host is down\n', 1), request)).toThrow(
      /Host is down/,
    );
    expect(() => parse(run(''), request)).toThrow(/no units/);
  });

  test('text that is something else is refused', () => {
    neverHalf(
      parseUnits,
      (list) => list.every(({ name, active }) => name.includes('.') && active !== ''),
      UNITS,
    );
    expect(() => parseUnits('Failed to list units\n')).toThrow();
  });

  test('the details of a service', () => {
    const text =
      'Result=exit-code\nNRestarts=7\nExecMainStatus=2\nLoadState=loaded\nActiveState=activating\nSubState=auto-restart\nUnitFileState=enabled\n';
    expect(parseUnitDetail(text)).toEqual({
      load: 'loaded',
      active: 'activating',
      sub: 'auto-restart',
      enabled: 'enabled',
      result: 'exit-code',
      restarts: 7,
      exitStatus: 2,
    });
    expect(() => parseUnitDetail('')).toThrow();
    expect(() =>
      parseUnitDetail('LoadState=loaded\nActiveState=active\nSubState=running\nNRestarts=many\n'),
    ).toThrow();
    neverHalf(parseUnitDetail, ({ restarts }) => restarts === null || restarts >= 0, text);
  });
});

const LINE =
  '{"_BOOT_ID":"b47334a715754597b82a1f23389aeff9","__REALTIME_TIMESTAMP":"1795495665284846","PRIORITY":"3","SYSLOG_IDENTIFIER":"sh","MESSAGE":"connection refused"}';

describe('the journal', () => {
  test('gives lines with their level, oldest first', () => {
    const older = LINE.replace('1795495665284846', '1795495665000000').replace(
      'connection refused',
      'before',
    );
    expect(parseJournal(run(`${LINE}\n${older}\n`)).map(({ text, level }) => `${level} ${text}`)).toEqual([
      '3 before',
      '3 connection refused',
    ]);
  });

  test('bytes that are no text are shown as they came', () => {
    const [line] = parseJournal(run(LINE.replace('"connection refused"', '[79,111,112,115]')));
    expect(line?.text).toBe('Oops');
  });

  test('a journal that is closed to this user is not an empty one', () => {
    const hint = 'Hint: You are currently not seeing messages from other users and the system.\n';
    expect(() => parseJournal(run('', hint))).toThrow(/closed to this user/);
    expect(() =>
      parseJournal(run('', 'No journal files were opened due to insufficient permissions.\n', 1)),
    ).toThrow(/closed/);
    expect(() => parseJournal(run('', 'No journal files were found.\n'))).toThrow(/No journal files/);
    expect(parseJournal(run('-- No entries --\n'))).toEqual([]);
  });

  test('garbled lines are refused', () => {
    neverHalf(
      (text) => parseJournal(run(text)),
      (lines) => lines.every(({ epochMs }) => epochMs > 0),
      LINE,
    );
  });

  test('the marks of a start are known by their number', () => {
    const way = bootMarks.on.linux;
    const line = LINE.replace(
      '"PRIORITY":"3"',
      '"MESSAGE_ID":"b07a249cd024414a82dd00cd181378ff","USERSPACE_USEC":"8500000"',
    );
    expect(way?.parse(run(line), way.request)).toMatchObject([{ event: 'started-up', userspaceMs: 8500 }]);
  });
});

const EVENTS = JSON.stringify({
  logs: [
    { log: 'System', state: 'ok' },
    { log: 'System', state: 'cut' },
    { log: 'Application', state: 'ok' },
  ],
  events: [
    {
      log: 'System',
      provider: 'Microsoft-Windows-Kernel-Power',
      id: 41,
      at: '2026-11-20T08:00:00.1234567Z',
      data: [
        { n: 'BugcheckCode', v: '159' },
        { n: 'PowerButtonTimestamp', v: '0' },
      ],
    },
  ],
});

describe("Windows' events", () => {
  test('carry their fields by name', () => {
    const all = parseWindowsEvents(EVENTS);
    expect(all.logs).toEqual({ System: 'cut', Application: 'ok' });
    expect(eventsOf(all, 'microsoft-windows-kernel-power', 41)[0]?.fields).toEqual({
      BugcheckCode: '159',
      PowerButtonTimestamp: '0',
    });
    expect(eventsOf(all, 'disk', 41)).toEqual([]);
  });

  test('a System log that could not be read is no empty one', () => {
    expect(() => parseWindowsEvents('{"logs":[{"log":"System","state":"denied"}],"events":[]}')).toThrow();
    expect(() => parseWindowsEvents('{"logs":[],"events":[]}')).toThrow();
    neverHalf(parseWindowsEvents, ({ events }) => events.every(({ id }) => typeof id === 'number'), EVENTS);
  });
});

const linux = ok({ platform: 'linux', release: '6.1.0', arch: 'x64', hostname: 'pc', bootedSecondsAgo: 9 });
const dmi = (texts: Readonly<Record<string, string>>) =>
  parseDmi({
    entries: { id: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text }])) },
  });

describe('the machine', () => {
  test('a laptop by its chassis, with UEFI', () => {
    const hardware = dmi({
      sys_vendor: 'LENOVO\n',
      product_name: '20XW\n',
      product_version: 'ThinkPad X1\n',
      chassis_type: '10\n',
    });
    expect(
      machineOf(factsOf(machineReads, { platform: linux, hardware: ok(hardware), efiMark: ok(true) })),
    ).toMatchObject({
      maker: 'LENOVO',
      model: 'ThinkPad X1 (20XW)',
      laptop: true,
      firmware: 'uefi',
      virtual: null,
      remote: null,
    });
  });

  test('without the UEFI folder a PC was started by BIOS, and a denied look says nothing', () => {
    expect(machineOf(factsOf(machineReads, { platform: linux })).firmware).toBe('bios');
    expect(
      machineOf(factsOf(machineReads, { platform: linux, efiMark: missing('denied') })).firmware,
    ).toBeNull();
  });

  test('fillers are no makers', () => {
    expect(dmi({ sys_vendor: 'To Be Filled By O.E.M.\n', board_vendor: 'ASRock\n' })).toMatchObject({
      maker: null,
      boardMaker: 'ASRock',
    });
  });

  test.each([
    ['QEMU', 'Standard PC (i440FX + PIIX, 1996)', 'kvm'],
    ['innotek GmbH', 'VirtualBox', 'virtualbox'],
    ['Microsoft Corporation', 'Virtual Machine', 'hyper-v'],
    ['Microsoft Corporation', 'Surface Pro 9', null],
    ['VMware, Inc.', 'VMware20,1', 'vmware'],
    ['Dell Inc.', 'XPS 13', null],
  ])('%s %s is %s', (maker, model, virtual) => {
    const hardware = ok(dmi({ sys_vendor: maker, product_name: model }));
    expect(machineOf(factsOf(machineReads, { platform: linux, hardware })).virtual).toBe(virtual);
  });

  test("a hypervisor's flag counts where nobody is named: Windows' protection sets it too", () => {
    const processor = ok({ hypervisor: true });
    expect(machineOf(factsOf(machineReads, { platform: linux, processor })).virtual).toBe('virtual');
    const hardware = ok(dmi({ sys_vendor: 'Dell Inc.' }));
    expect(machineOf(factsOf(machineReads, { platform: linux, hardware, processor })).virtual).toBeNull();
  });

  test('a Raspberry Pi, a Mac, a Windows laptop', () => {
    expect(
      machineOf(factsOf(machineReads, { boardName: ok('Raspberry Pi 5 Model B Rev 1.0') })),
    ).toMatchObject({
      raspberryPi: true,
      firmware: null,
    });
    const mac = parseMacHardware('hw.model: MacBookPro18,3\nhw.optional.arm64: 1\nkern.hv_vmm_present: 0\n');
    expect(machineOf(factsOf(machineReads, { hardware: ok(mac) }))).toMatchObject({
      appleSilicon: true,
      laptop: true,
      virtual: null,
    });
    const windows = parseWindowsMachine(
      '{"system":{"Manufacturer":"HP","Model":"EliteBook","HypervisorPresent":true},"board":{"Manufacturer":"HP"},"chassis":[10],"firmware":2,"build":"22631"}',
    );
    expect(machineOf(factsOf(machineReads, { hardware: ok(windows), session: ok('rdp') }))).toMatchObject({
      firmware: 'uefi',
      laptop: true,
      virtual: null,
      remote: 'rdp',
    });
  });

  test("Lenovo's families are named on Windows too", () => {
    const lenovo = (family: string) =>
      parseWindowsMachine(
        JSON.stringify({ system: { Manufacturer: 'LENOVO', Model: '20XW', SystemFamily: family } }),
      ).model;
    expect(lenovo('ThinkPad X1 Carbon Gen 9')).toBe('ThinkPad X1 Carbon Gen 9 (20XW)');
    expect(lenovo('To be filled by O.E.M.')).toBe('20XW');
  });

  test('text that is something else is refused', () => {
    expect(() => parseWindowsMachine('{}')).toThrow();
    expect(() => parseMacHardware('')).toThrow();
    neverHalf(parseMacHardware, ({ model }) => model !== '', 'hw.model: Mac14,2\nhw.optional.arm64: 1\n');
    neverHalf(
      parseWindowsMachine,
      ({ chassis }) => chassis.every(Number.isInteger),
      '{"system":{},"chassis":[3]}',
    );
  });
});

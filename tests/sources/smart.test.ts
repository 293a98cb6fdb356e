import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { signsOf } from '../../checks/hardware/drives.ts';
import { settings } from '../../checks/hardware/settings.ts';
import { Unreadable } from '../../src/contract.ts';
import type { SmartAnswer } from '../../src/sources/smart.ts';
import { parseSmartJson } from '../../src/sources/smart-json.ts';
import { parseSmartText } from '../../src/sources/smart-text.ts';
import { parseNvmeLog, parseScan, targetName } from '../../src/sources/smartctl.ts';
import { healthOf as read, verdictOf } from '../agreement/tools/smart.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { neverHalf } from './parsers.ts';

const corpus = (...path: readonly string[]): string => readFileSync(sharedDir('corpus', ...path), 'utf8');

const statusOf = (call: () => unknown): string => {
  try {
    call();
    return 'read';
  } catch (error) {
    return error instanceof Unreadable ? error.status : `threw ${error}`;
  }
};

// made-up, in the two forms of smartctl(8)
const LONG = `smartctl 6.6 2017-11-05 r4594
Device Model:     LABDISK 500
SMART overall-health self-assessment test result: PASSED
ID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE
  1 Raw_Read_Error_Rate     0x000f   117   099   006    Pre-fail  Always       -       200674827
  5 Reallocated_Sector_Ct   0x0033   001   001   036    Pre-fail  Always   FAILING_NOW 1432
184 End-to-End_Error        0x0032   099   001   099    Old_age   Always   In_the_past 3
188 Command_Timeout         0x0032   100   099   000    Old_age   Always       -       4295032839
194 Temperature_Celsius     0x0022   028   045   000    Old_age   Always       -       28 (0 12 0 0 0)

`;
const BRIEF = `smartctl 7.2 2020-12-30 r5155
SMART overall-health self-assessment test result: PASSED
ID# ATTRIBUTE_NAME          FLAGS    VALUE WORST THRESH FAIL RAW_VALUE
  5 Reallocated_Sector_Ct   PO--CK   004   004   005    NOW  0
188 Command_Timeout         -O--CK   100   033   000    -    0 0 1829
197 Current_Pending_Sector  -O---K   001   001   ---    -    10264
`;

describe('smartctl’s text', () => {
  test('both tables give the same rows', () => {
    expect(
      read(parseSmartText(LONG, '/dev/sda')).attributes.map(({ id, failed, raw, prefail }) => [
        id,
        failed,
        raw,
        prefail,
      ]),
    ).toEqual([
      [1, null, 200_674_827, true],
      [5, 'now', 1432, true],
      [184, 'past', 3, false],
      [188, null, 7, false],
      [194, null, 28, false],
    ]);
    expect(
      read(parseSmartText(BRIEF, '/dev/sda')).attributes.map(({ id, failed, raw, threshold }) => [
        id,
        failed,
        raw,
        threshold,
      ]),
    ).toEqual([
      [5, 'now', 0, 5],
      [188, null, 1829, 0],
      [197, null, 10_264, null],
    ]);
  });

  test('PASSED with an attribute at its limit is not healthy, a raw read error rate of millions is', () => {
    expect(verdictOf(read(parseSmartText(BRIEF.replace('10264', '0'), 'x')))).toBe('warning');
    const healthy = LONG.replace('FAILING_NOW 1432', '          - 0').replace(
      'In_the_past 3',
      '          - 0',
    );
    expect(verdictOf(read(parseSmartText(healthy, 'x')))).toBe('healthy');
  });

  test('commands that timed out say nothing alone, and something beside another sign', () => {
    const alone = BRIEF.replace('NOW  0', '-    0').replace('10264', '0');
    expect(verdictOf(read(parseSmartText(alone, 'x')))).toBe('healthy');
    const beside = signsOf(read(parseSmartText(BRIEF, 'x')), settings).map(({ sign }) => sign);
    expect(beside).toContain('timeouts');
  });

  test('a failed self-test counts until a full one ends well', () => {
    const failed = `${BRIEF}\n# 1  Short offline       Completed without error       00%       20         -\n# 2  Extended offline    Completed: read failure       90%        10         12345\n`;
    expect(read(parseSmartText(failed, 'x')).failedSelfTests).toBe(1);
    const healed = failed.replace('# 1  Short offline   ', '# 1  Extended offline');
    expect(read(parseSmartText(healed, 'x')).failedSelfTests).toBe(0);
  });

  test('why there is nothing to see', () => {
    const said = (line: string): string => statusOf(() => parseSmartText(`smartctl 6.5\n\n${line}\n`, 'x'));
    expect(said('Smartctl open device: /dev/sda failed: Permission denied')).toBe('denied');
    expect(
      said(
        '/dev/sdb: Unknown USB bridge [0x152d:0x0583 (0x209)]\nPlease specify device type with the -d option.',
      ),
    ).toBe('unsupported');
    expect(said('Device does not support SMART')).toBe('unsupported');
    expect(said('=======> UNRECOGNIZED OPTION: j')).toBe('unparsable');
    expect(parseSmartText('smartctl 7.2\nDevice is in STANDBY mode, exit(2)\n', '/dev/sda')).toEqual({
      state: 'asleep',
      device: '/dev/sda',
    });
  });

  test('any text is a health or refused', () => {
    const plausible = (answer: SmartAnswer): boolean =>
      answer.state === 'asleep' ||
      answer.health.attributes.every(({ id, raw }) => id < 1000 && (raw === null || raw >= 0));
    neverHalf((text) => parseSmartText(text, 'x'), plausible, LONG);
    neverHalf((text) => parseSmartText(text, 'x'), plausible, BRIEF);
  });
});

describe('smartctl’s JSON', () => {
  test('a sleeping disk, and why there is nothing to see', () => {
    const said = (string: string, status = 2) =>
      JSON.stringify({ smartctl: { exit_status: status, messages: [{ string }] } });
    expect(parseSmartJson(said('Device is in STANDBY (OS) mode, exit(2)'), 'x')).toEqual({
      state: 'asleep',
      device: 'x',
    });
    expect(
      statusOf(() => parseSmartJson(said('Smartctl open device: /dev/sda failed: Permission denied'), 'x')),
    ).toBe('denied');
    expect(statusOf(() => parseSmartJson(said('/dev/sdb: Unknown USB bridge [0x0bda:0x9210]', 1), 'x'))).toBe(
      'unparsable',
    );
    expect(statusOf(() => parseSmartJson('{}', 'x'))).toBe('unparsable');
    expect(statusOf(() => parseSmartJson('[]', 'x'))).toBe('unparsable');
  });

  test('any text is a health or refused', () => {
    neverHalf(
      (text) => parseSmartJson(text, 'x'),
      (answer) => answer.state === 'asleep' || answer.health.device === 'x',
    );
  });

  describe.runIf(hasShared)('of other projects', () => {
    const verdict = (folder: string, name: string): string => {
      try {
        return verdictOf(read(parseSmartJson(corpus('smartctl-json', folder, name), '/dev/sda')));
      } catch (error) {
        return error instanceof Unreadable ? error.status : `threw ${error}`;
      }
    };
    const all = (folder: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        readdirSync(sharedDir('corpus/smartctl-json', folder)).map((name) => [name, verdict(folder, name)]),
      );

    test('61 of smartctl_exporter: three have signs, none is unreadable', () => {
      const verdicts = all('smartctl_exporter');
      expect(Object.keys(verdicts)).toHaveLength(61);
      expect(Object.entries(verdicts).filter(([, one]) => one !== 'healthy')).toEqual([
        // 187 Reported_Uncorrect 1; 536 uncorrected errors and 260 grown defects; one replaced block.
        ['MB0500EBNCR_14.json', 'warning'],
        ['SEAGATE_ST373453LC_26.json', 'warning'],
        ['sat-Intel_S3520_Series_SSDs-INTEL_SSDSC2BB016T7-sdc.json', 'warning'],
      ]);
    });

    test('19 of scrutiny: what holds a health is healthy, the rest is no report', () => {
      const verdicts = all('scrutiny');
      expect(Object.keys(verdicts)).toHaveLength(19);
      expect(Object.entries(verdicts).filter(([, one]) => one !== 'healthy')).toEqual([
        // Could not be opened; only `-i`, without a health; a controller that tells none; `--scan`.
        ['smart-fail.json', 'failed'],
        ['smart-raid.json', 'unsupported'],
        ['smartctl_info_nvme.json', 'unsupported'],
        ['smartctl_info_sata_smart_support_bool.json', 'unsupported'],
        ['smartctl_info_sata_smart_support_object.json', 'unsupported'],
        ['smartctl_scan_megaraid.json', 'unsupported'],
        ['smartctl_scan_nvme.json', 'unsupported'],
        ['smartctl_scan_simple.json', 'unsupported'],
      ]);
    });
  });
});

describe('which disks there are', () => {
  test('disks, also behind a controller', () => {
    const targets = parseScan(
      '/dev/sda -d scsi # /dev/sda, SCSI device\n/dev/bus/0 -d megaraid,5 # /dev/bus/0 [megaraid_disk_05], SCSI device\n',
    );
    expect(targets.map(targetName)).toEqual(['/dev/sda', '/dev/bus/0 megaraid,5']);
    expect(parseScan('# scan found nothing\n')).toEqual([]);
    expect(() => parseScan('smartctl: command failed')).toThrow(Unreadable);
  });
});

describe('nvme-cli', () => {
  test('its own names of the fields, and the warning as an object', () => {
    const log = {
      critical_warning: { value: 4 },
      avail_spare: 100,
      spare_thresh: 10,
      percent_used: 12,
      media_errors: '3',
    };
    expect(read(parseNvmeLog(JSON.stringify(log), '', 0, '/dev/nvme0'))).toMatchObject({
      usedPct: 12,
      nvme: { criticalWarning: 4, sparePct: 100, mediaErrors: 3 },
    });
    expect(statusOf(() => parseNvmeLog('', '/dev/nvme0: Permission denied', 1, 'x'))).toBe('denied');
    expect(statusOf(() => parseNvmeLog('{}', '', 0, 'x'))).toBe('unparsable');
  });
});

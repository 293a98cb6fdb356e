/** A report made on a broken computer, opened on this one: the same findings, and nothing of that computer in it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openBundle } from '../../src/report/bundle/open.ts';
import { canRunLab, lab, root } from './lab.ts';

const FAULTS: Readonly<Record<string, string>> = {
  'isp-down': 'connectivity/internet-unreachable',
  'dns-dead': 'connectivity/dns-unreachable',
  'captive-302': 'connectivity/captive-portal',
  'static-wrong-subnet': 'connectivity/wrong-subnet',
  'hosts-override': 'connectivity/hosts-override',
  'vpn-leftover': 'connectivity/vpn-blocking',
  'root-full': 'disk-space/system-volume-full',
  'boot-full': 'disk-space/boot-partition-full',
  'mount-hung': 'disk-space/mount-hung',
  'dpkg-locked': 'updates/package-manager-locked',
};

/** What belongs to the lab's computer and network. Its public addresses are those of documentation, and nobody's. */
const PRIVATE =
  /192\.168\.(77|1)\.\d|52:54:00:77|\blabpc\b|\blabuser\b|Lab User|example\.test|lab\.test|home\.test/i;

describe.skipIf(!canRunLab)('a report from the fault lab', () => {
  const folder = mkdtempSync(join(tmpdir(), 'techsupport-lab-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.entries(FAULTS))(
    'of %s concludes the same elsewhere and holds nothing personal',
    { timeout: 90_000 },
    (fault, code) => {
      const made = lab(['--rw', folder], fault, ...['report', '--output', join(folder, `${fault}.tar.gz`)]);
      expect(made.status, made.stderr).toBe(0);
      const file = join(folder, `${fault}.tar.gz`);
      const bundle = openBundle(file);
      expect(bundle.seal).toBe('intact');

      const inspected = spawnSync(
        process.execPath,
        ['dist/techsupport.cjs', 'inspect', file, '--format', 'json', '--lang', 'ru'],
        { cwd: root, encoding: 'utf8' },
      );
      const codes = (report: {
        checks: readonly { findings: readonly { code: string; severity: string }[] }[];
      }) =>
        report.checks.flatMap(({ findings }) => findings.map((one) => `${one.code} ${one.severity}`)).sort();
      expect(codes(JSON.parse(inspected.stdout))).toEqual(codes(bundle.report ?? { checks: [] }));
      expect(codes(JSON.parse(inspected.stdout)).join(' ')).toContain(code);
      expect(made.stderr).toContain('the checks conclude the same');

      const leaks = [...bundle.files].flatMap(([name, content]) => {
        const found = PRIVATE.exec(`${name}\n${content.toString('utf8')}`);
        return found === null ? [] : [`${name}: ${found[0]}`];
      });
      expect(leaks).toEqual([]);
    },
  );

  test('has a name without the computer in it', () => {
    expect(readdirSync(folder).filter((name) => PRIVATE.test(name))).toEqual([]);
    expect(readFileSync(join(folder, 'isp-down.tar.gz')).length).toBeLessThan(1_000_000);
  });
});

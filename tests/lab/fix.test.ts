/** Broken in the lab, repaired from inside it, seen to be repaired, and broken again by taking the repair back. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { sharedDir } from '../shared.ts';
import { canRunLab, root } from './lab.ts';

/** Fault, finding, fix (none: unattended), and whether there is a way back. */
const REPAIRED: readonly (readonly [string, string, string | null, boolean])[] = [
  ['net-adapter-disabled', 'connectivity/adapter-disabled', 'enable-adapter', true],
  ['hosts-override', 'connectivity/hosts-override', 'comment-hosts-line', true],
  ['vpn-leftover', 'connectivity/vpn-blocking', 'lift-tunnel-routes', true],
  ['sources-malformed', 'updates/repository-invalid', 'switch-source-off', true],
  ['source-unknown-type', 'updates/repository-invalid', 'switch-source-off', true],
  ['apt-proxy-dead', 'updates/proxy-unreachable', 'comment-apt-proxy', true],
  ['apt-proxy-timeout', 'updates/proxy-unreachable', 'comment-apt-proxy', true],
  ['root-readonly', 'disk-space/readonly-filesystem', 'remount-writable', true],
  ['var-readonly', 'disk-space/readonly-filesystem', 'remount-writable', true],
  ['key-readable', 'security/private-files-exposed', null, true],
  ['mount-hung', 'disk-space/mount-hung', 'detach-hung-mount', false],
  ['deleted-open-file', 'disk-space/deleted-open-file', 'close-holder', false],
  ['dpkg-half-configured', 'updates/package-db-interrupted', 'finish-dpkg', false],
  ['log-explosion', 'disk-space/log-explosion', 'empty-log', false],
];

describe.skipIf(!canRunLab)('a fault of the lab', () => {
  test.each(REPAIRED)('%s: %s is ended by %s', { timeout: 300_000 }, (fault, finding, fix, hasWayBack) => {
    const argv = [process.execPath, 'dist/techsupport.cjs', '--lang', 'en'];
    const plan = {
      argv: [...argv, '--config', 'tests/lab/techsupport.config.yaml'],
      ...{ finding, fix, undo: hasWayBack },
    };
    const { stdout, stderr } = spawnSync(
      'bash',
      [
        ...[sharedDir('lab', 'lab.sh'), 'run', '--quiet', '--timeout', '280', fault, '--'],
        ...['python3', 'tests/lab/fix.py', JSON.stringify(plan)],
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, LAB_FAULTS: `${root}/tests/lab/faults` } },
    );
    const ran = JSON.parse(stdout === '' ? `{"stderr":${JSON.stringify(stderr)}}` : stdout);
    expect(ran.before, JSON.stringify(ran)).toContain(finding);
    expect(ran.fix.output).toContain('It helped: this is no longer found');
    expect(ran.fix.status).toBe(0);
    expect(ran.after).not.toContain(finding);
    if (!hasWayBack) return;
    expect(ran.undo.output).toContain('this is found again');
    expect(ran.back).toContain(finding);
  });
});

/** Somebody else's whole machine: a healthy server in a cloud, as a support report (sos) tells of it. */
import { expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import { examine } from '../../src/examine.ts';
import { readFolder } from '../../src/report/sos/folder.ts';
import { sosHost } from '../../src/report/sos/host.ts';
import { hasShared, sharedDir } from '../shared.ts';

test.runIf(hasShared)('a healthy server of somebody else has nothing wrong', async () => {
  const checks = await Promise.all(checkIds.map(loadCheck));
  const host = sosHost(readFolder(sharedDir('corpus/machines/hotsos-kubernetes')));
  const { report, result } = await examine({ checks, host, language: 'en', version: '0' });
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
    expect.arrayContaining([
      ...['disk.mounts', 'disk.space//', 'packages.dpkg', 'kernel.log', 'disk.fstab'],
      ...['net.addresses.runtime', 'system.platform', 'systemd.units'],
    ]),
  );
  // What sos does not hold is neither green nor a trouble.
  const green = report.checks.flatMap(({ id, status }) => (status === 'ok' ? [id] : []));
  expect(green).toEqual(['disk-space']);
});

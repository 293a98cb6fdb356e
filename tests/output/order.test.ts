/** In which order the findings are told. */
import { expect, test } from 'vitest';
import { branches } from '../../src/output/order.ts';
import { checkOf, finding, reportOf } from './sample.ts';

test('what is critical only beside another finding comes after it, whichever check is first', () => {
  const backup = finding('security/no-backup', { severity: 'critical', raisedBy: ['hardware/disk'] });
  const report = reportOf([
    checkOf('security', { findings: [backup, finding('security/firewall-off')] }),
    checkOf('hardware', { findings: [finding('hardware/disk', { severity: 'critical' })] }),
  ]);
  expect(branches(report).map((branch) => branch.finding.code)).toEqual([
    'hardware/disk',
    'security/no-backup',
    'security/firewall-off',
  ]);
});

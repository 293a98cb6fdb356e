/**
 * Plans that a person agrees to. Nothing here writes to a disk that may be failing.
 * Without steps: a hand does it, or the command holds this machine's own names and stands in the finding's words.
 */
import type { Fix } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

const FAILING = [
  'hardware/disk-smart-failing',
  'hardware/disk-smart-predictive',
  'hardware/nvme-critical-warning',
  'hardware/ssd-worn',
  'hardware/disk-io-errors',
  'hardware/raid-degraded',
] as const;

const byHand = (id: string, codes: readonly string[]): Fix => ({
  id,
  for: codes,
  os: EVERYWHERE,
  steps: [],
  needs: 'person',
  risk: 'example',
});

export const fixes: readonly Fix[] = [
  byHand('copy-files', [...FAILING, 'hardware/filesystem-errors']),
  byHand('replace-disk', FAILING),
  byHand('reseat-cable', ['hardware/disk-link-resets', 'hardware/disk-io-errors']),
  {
    id: 'scan-volume',
    for: ['hardware/filesystem-errors'],
    os: ['win32'],
    steps: [['chkdsk', 'C:', '/scan']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'verify-volume',
    for: ['hardware/filesystem-errors'],
    os: ['darwin'],
    steps: [['diskutil', 'verifyVolume', '/']],
    needs: 'user',
    risk: 'likely',
  },
  byHand('repair-file-system', ['hardware/filesystem-errors']),
  byHand('long-self-test', ['hardware/disk-smart-predictive', 'hardware/disk-io-errors']),
  byHand('cool-down', [
    'hardware/overheating',
    'hardware/thermal-throttling',
    'hardware/nvme-critical-warning',
  ]),
  byHand('original-charger', ['hardware/battery-not-charging', 'hardware/thermal-throttling']),
  byHand('undo-overclock', ['hardware/memory-errors', 'hardware/machine-check']),
  byHand('reseat-memory', ['hardware/memory-errors']),
  byHand('test-memory', ['hardware/memory-errors', 'hardware/machine-check']),
  byHand('replace-battery', ['hardware/battery-worn']),
  byHand('other-socket', ['hardware/power-supply-suspect', 'hardware/battery-not-charging']),
  byHand('update-firmware', ['hardware/machine-check', 'hardware/nvme-critical-warning']),
];

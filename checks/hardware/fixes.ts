/**
 * Plans that a person agrees to. Nothing here writes to a disk that may be failing.
 * Without steps: a hand does it.
 */
import type { Chance, Effort, Fix, Os } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

const FAILING = [
  'hardware/disk-smart-failing',
  'hardware/disk-smart-predictive',
  'hardware/nvme-critical-warning',
  'hardware/ssd-worn',
  'hardware/disk-io-errors',
  'hardware/raid-degraded',
] as const;

const FILES = ['hardware/filesystem-errors'] as const;
const HEAT = ['hardware/overheating', 'hardware/thermal-throttling'] as const;
const CHARGE = 'hardware/battery-not-charging';
const SUPPLY = 'hardware/power-supply-suspect';
const WORN = 'hardware/battery-worn';
const MEMORY = 'hardware/memory-errors';
const BOARD = 'hardware/machine-check';
const LOAD = 'performance/runaway-process';
/** What was seen of it, where nothing tells the cause. */
const GONE = 'safe-mode/unexpected-shutdown';

const byHand = (id: string, codes: readonly string[], cost: Effort, chance: Chance): Fix => ({
  id,
  for: codes,
  os: EVERYWHERE,
  steps: [],
  needs: 'person',
  risk: 'example',
  cost,
  chance,
});

const looking = (
  id: string,
  os: Os,
  codes: readonly string[],
  step: readonly string[],
  cost: Effort,
): Fix => ({
  id,
  for: codes,
  os: [os],
  steps: [step],
  needs: cost.admin === true ? 'root' : 'user',
  risk: 'likely',
  cost,
  chance: 'seldom',
  touches: ['disk'],
});

const CASE = { opening: 'case' } as const;

export const fixes: readonly Fix[] = [
  byHand('copy-files', [...FAILING, ...FILES, 'security/no-backup'], { seconds: 1800 }, 'seldom'),
  byHand('replace-disk', FAILING, { seconds: 7200, risk: 'some', ...CASE }, 'surely'),
  byHand(
    'reseat-cable',
    ['hardware/disk-link-resets', 'hardware/disk-io-errors'],
    { seconds: 300, ...CASE },
    'mostly',
  ),
  looking('scan-volume', 'win32', FILES, ['chkdsk.exe', 'C:', '/scan'], { seconds: 600, admin: true }),
  looking('verify-volume', 'darwin', FILES, ['diskutil', 'verifyVolume', '/'], { seconds: 600 }),
  looking(
    'long-self-test',
    'linux',
    ['hardware/disk-smart-predictive'],
    ['smartctl', '--test=long', '{disk}'],
    { seconds: 30, admin: true },
  ),
  byHand('repair-file-system', FILES, { seconds: 1200, risk: 'some', opening: 'restart' }, 'mostly'),
  byHand('cool-down', [...HEAT, 'hardware/nvme-critical-warning'], { seconds: 60 }, 'half'),
  byHand('clean-dust', HEAT, { seconds: 900, risk: 'some', ...CASE }, 'mostly'),
  byHand('original-charger', [CHARGE, WORN, 'hardware/thermal-throttling'], { seconds: 120 }, 'half'),
  byHand('reset-battery', [CHARGE], { seconds: 60, opening: 'restart' }, 'half'),
  byHand('undo-overclock', [MEMORY, BOARD], { seconds: 300, opening: 'restart' }, 'half'),
  byHand('reseat-memory', [MEMORY], { seconds: 600, risk: 'some', ...CASE }, 'half'),
  byHand('test-memory', [MEMORY, BOARD], { seconds: 300, opening: 'restart' }, 'seldom'),
  byHand('replace-battery', [WORN], { seconds: 2400, away: true }, 'surely'),
  byHand('other-socket', [SUPPLY, CHARGE, GONE], { seconds: 60 }, 'half'),
  byHand('seat-power', [SUPPLY, GONE], { seconds: 300, ...CASE }, 'half'),
  byHand(
    'update-firmware',
    [BOARD, 'hardware/nvme-critical-warning', 'hardware/thermal-throttling'],
    { seconds: 900, risk: 'high', admin: true, opening: 'restart' },
    'seldom',
  ),
  byHand('end-hungry-program', [LOAD], { seconds: 90 }, 'mostly'),
  byHand('wait-for-maintenance', ['performance/background-maintenance'], { seconds: 900 }, 'mostly'),
  byHand('switch-on-device', ['peripherals/not-detected'], { seconds: 60 }, 'mostly'),
  byHand('device-other-port', ['peripherals/not-detected'], { seconds: 60 }, 'half'),
];

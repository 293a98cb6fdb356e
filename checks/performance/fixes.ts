/**
 * Plans that a person agrees to. Without steps: a hand does it, or the command holds this machine's own numbers and
 * names and stands in the finding's words. A program is asked to end, never killed: work may be lost with it.
 */
import type { Chance, Effort, Fix, Touch } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

interface Figures {
  readonly cost: Effort;
  readonly chance: Chance;
  readonly touches?: readonly Touch[];
  /** Only where nothing can be lost by it. */
  readonly risk?: Fix['risk'];
}

const byHand = (id: string, figures: Figures, ...codes: readonly string[]): Fix => ({
  id,
  for: codes,
  os: EVERYWHERE,
  steps: [],
  needs: 'person',
  risk: 'example',
  ...figures,
});

const SWAP = '/swapfile.techsupport';
const SAVER = 'performance/power-saver';
const BALANCED = { cost: { seconds: 20 }, chance: 'mostly' } as const;

export const fixes: readonly Fix[] = [
  byHand(
    'wait',
    { cost: { seconds: 1800 }, chance: 'mostly', risk: 'safe' },
    'performance/background-maintenance',
    'performance/cpu-saturated',
    'performance/disk-saturated',
  ),
  byHand(
    'close-programs',
    { cost: { seconds: 90 }, chance: 'half' },
    'performance/memory-pressure',
    'performance/out-of-memory',
    'performance/low-ram',
    'performance/disk-saturated',
    'performance/runaway-process',
  ),
  byHand(
    'end-program',
    { cost: { seconds: 60 }, chance: 'mostly', touches: ['session'] },
    'performance/runaway-process',
    'performance/cpu-saturated',
  ),
  {
    id: 'stop-program',
    for: ['performance/runaway-process'],
    os: ['linux', 'darwin'],
    steps: [['kill', '{pid}']],
    needs: 'user',
    risk: 'likely',
    cost: { seconds: 15, risk: 'some' },
    chance: 'mostly',
    touches: ['session'],
  },
  {
    id: 'stop-program-windows',
    for: ['performance/runaway-process'],
    os: ['win32'],
    // Without /F: it is asked to close, and may ask whether to save.
    steps: [['taskkill', '/PID', '{pid}']],
    needs: 'user',
    risk: 'likely',
    cost: { seconds: 15, risk: 'some' },
    chance: 'half',
    touches: ['session'],
  },
  byHand(
    'update-program',
    { cost: { seconds: 600, risk: 'some' }, chance: 'seldom', touches: ['download'] },
    'performance/runaway-process',
    'performance/out-of-memory',
  ),
  byHand(
    'look-for-malware',
    { cost: { seconds: 1800 }, chance: 'seldom' },
    'performance/runaway-process',
    'performance/cpu-saturated',
  ),
  {
    id: 'add-swap',
    for: ['performance/out-of-memory', 'performance/memory-pressure'],
    os: ['linux'],
    // Gone with the next start: until then it shows whether more swap is what is missing.
    steps: [
      ['fallocate', '-l', '4G', SWAP],
      ['chmod', '600', SWAP],
      ['mkswap', SWAP],
      ['swapon', SWAP],
    ],
    needs: 'root',
    risk: 'likely',
    undo: [
      ['swapoff', SWAP],
      ['rm', SWAP],
    ],
    cost: { seconds: 30, admin: true },
    chance: 'half',
    touches: ['disk'],
  },
  byHand(
    'enlarge-swap',
    { cost: { seconds: 300, admin: true }, chance: 'half' },
    'performance/out-of-memory',
  ),
  {
    id: 'balanced-linux',
    for: [SAVER],
    os: ['linux'],
    steps: [['powerprofilesctl', 'set', 'balanced']],
    needs: 'user',
    risk: 'likely',
    undo: [['powerprofilesctl', 'set', 'power-saver']],
    ...BALANCED,
  },
  {
    id: 'balanced-windows',
    for: [SAVER],
    os: ['win32'],
    steps: [['powercfg', '/setactive', '381b4222-f694-41f0-9685-ff5bb260df2e']],
    needs: 'user',
    risk: 'likely',
    undo: [['powercfg', '/setactive', 'a1841308-3541-4fab-bc81-f71556f20b4a']],
    ...BALANCED,
  },
  {
    id: 'balanced-macos',
    for: [SAVER],
    os: ['darwin'],
    steps: [['pmset', '-c', 'lowpowermode', '0']],
    needs: 'root',
    risk: 'likely',
    undo: [['pmset', '-c', 'lowpowermode', '1']],
    ...BALANCED,
    cost: { seconds: 20, admin: true },
  },
  byHand(
    'switch-off-startup',
    { cost: { seconds: 300, opening: 'restart' }, chance: 'half' },
    'performance/startup-load',
  ),
  byHand(
    'restart-computer',
    { cost: { seconds: 30, opening: 'restart' }, chance: 'half', touches: ['session'] },
    'performance/long-uptime',
    'performance/memory-pressure',
    'performance/runaway-process',
    'performance/disk-saturated',
  ),
  byHand(
    'clear-vents',
    { cost: { seconds: 300 }, chance: 'half', risk: 'safe' },
    'hardware/overheating',
    'hardware/thermal-throttling',
  ),
  byHand(
    'undo-update',
    { cost: { seconds: 600, risk: 'some', admin: true, opening: 'restart' }, chance: 'half' },
    'drivers/gpu-resets',
    'hardware/machine-check',
  ),
  byHand(
    'check-cables',
    { cost: { seconds: 300, opening: 'case' }, chance: 'half', touches: ['session'] },
    'hardware/disk-link-resets',
    'hardware/disk-io-errors',
  ),
  byHand(
    'test-memory',
    { cost: { seconds: 3600, opening: 'restart' }, chance: 'seldom', touches: ['session'] },
    'hardware/memory-errors',
  ),
  byHand(
    'add-memory',
    { cost: { seconds: 7200, away: true, opening: 'case' }, chance: 'surely' },
    'performance/low-ram',
    'performance/memory-pressure',
    'performance/out-of-memory',
  ),
  byHand(
    'reseat-modules',
    { cost: { seconds: 600, risk: 'some', opening: 'case' }, chance: 'half', touches: ['session'] },
    'performance/low-ram',
    'hardware/memory-errors',
  ),
  byHand(
    'move-to-ssd',
    {
      cost: { seconds: 14_400, away: true, risk: 'some', opening: 'case' },
      chance: 'surely',
      touches: ['disk'],
    },
    'performance/system-on-hdd',
    'performance/disk-saturated',
  ),
];

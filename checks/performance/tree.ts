/** «It is slow or hangs»: disks first, for nothing may be tried on a failing one; then what is measured; then habits. */
import type { Tree, TreeNode, TreeView } from '../../src/contract.ts';

const FAILING = [
  'hardware/disk-smart-failing',
  'hardware/nvme-critical-warning',
  'hardware/disk-io-errors',
  'hardware/disk-smart-predictive',
] as const;
const FULL = ['disk-space/system-volume-full', 'disk-space/volume-full'] as const;
const MEMORY = ['performance/memory-pressure', 'performance/out-of-memory'] as const;
const BUSY = ['performance/runaway-process', 'performance/cpu-saturated'] as const;
const HEAT = ['hardware/overheating', 'hardware/thermal-throttling'] as const;
const CHORE = 'performance/background-maintenance';
const UPTIME = 'performance/long-uptime';

const anyOpen =
  (...codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

/** Does it, looks again; what is left is the cause. */
const against = (codes: readonly string[], fixes: readonly string[], otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: (view) => !anyOpen(...codes)(view),
  to: 'SLOW.SOLVED',
  otherwise,
});

const cause = (...codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ open, firstOpen }) => firstOpen(codes) ?? codes.find(open),
  outcome: 'cause',
});

export const tree: Tree = {
  start: 'SLOW.0',
  nodes: {
    'SLOW.0': {
      kind: 'measure',
      branches: [
        { when: anyOpen(...FAILING), to: 'SLOW.DISK' },
        { when: anyOpen(...FULL), to: 'SLOW.FULL' },
        { when: anyOpen(CHORE), to: 'SLOW.WAIT' },
      ],
      otherwise: 'SLOW.1',
    },
    'SLOW.DISK': cause(...FAILING),
    'SLOW.FULL': cause(...FULL),
    'SLOW.WAIT': against([CHORE], ['wait'], 'SLOW.1'),
    'SLOW.1': {
      kind: 'ask',
      question: 'slow-what',
      to: { everything: 'SLOW.2', program: 'SLOW.PROGRAM', internet: 'SLOW.NET', start: 'SLOW.START' },
    },
    'SLOW.2': {
      kind: 'measure',
      branches: [
        { when: anyOpen(...MEMORY), to: 'SLOW.MEMORY' },
        { when: anyOpen(...BUSY), to: 'SLOW.BUSY' },
        { when: anyOpen('performance/disk-saturated'), to: 'SLOW.QUEUE' },
        { when: anyOpen(...HEAT), to: 'SLOW.HEAT' },
        { when: anyOpen('performance/power-saver'), to: 'SLOW.POWER' },
        { when: anyOpen('performance/low-ram'), to: 'SLOW.RAM' },
        { when: anyOpen('performance/system-on-hdd'), to: 'SLOW.HDD' },
        { when: anyOpen('performance/startup-load'), to: 'SLOW.MANY' },
        { when: anyOpen(UPTIME), to: 'SLOW.RESTART.ASK' },
      ],
      otherwise: 'SLOW.UNEXPLAINED',
    },
    'SLOW.MEMORY': against(
      MEMORY,
      ['close-programs', 'update-program', 'enlarge-swap', 'add-memory'],
      'SLOW.MEMORY.CAUSE',
    ),
    'SLOW.MEMORY.CAUSE': cause(...MEMORY),
    'SLOW.BUSY': against(BUSY, ['end-program', 'update-program', 'look-for-malware'], 'SLOW.BUSY.CAUSE'),
    'SLOW.BUSY.CAUSE': cause(...BUSY),
    'SLOW.QUEUE': against(['performance/disk-saturated'], ['wait', 'close-programs'], 'SLOW.QUEUE.CAUSE'),
    'SLOW.QUEUE.CAUSE': cause('performance/disk-saturated'),
    'SLOW.HEAT': cause(...HEAT),
    'SLOW.POWER': against(
      ['performance/power-saver'],
      ['balanced-linux', 'balanced-windows', 'balanced-macos'],
      'SLOW.POWER.CAUSE',
    ),
    'SLOW.POWER.CAUSE': cause('performance/power-saver'),
    'SLOW.RAM': cause('performance/low-ram'),
    'SLOW.HDD': cause('performance/system-on-hdd'),
    'SLOW.MANY': against(['performance/startup-load'], ['switch-off-startup'], 'SLOW.MANY.CAUSE'),
    'SLOW.MANY.CAUSE': cause('performance/startup-load'),
    'SLOW.RESTART.ASK': {
      kind: 'ask',
      question: 'unsaved',
      to: { saved: 'SLOW.RESTART', 'not-now': 'SLOW.UPTIME' },
    },
    'SLOW.RESTART': against([UPTIME], ['restart-computer'], 'SLOW.UPTIME'),
    'SLOW.UPTIME': cause(UPTIME),
    'SLOW.PROGRAM': {
      kind: 'measure',
      branches: [
        { when: anyOpen('performance/runaway-process'), to: 'SLOW.BUSY' },
        { when: anyOpen(...MEMORY), to: 'SLOW.MEMORY' },
      ],
      otherwise: 'SLOW.ONE',
    },
    'SLOW.ONE': { kind: 'conclude', outcome: 'unexplained' },
    'SLOW.NET': { kind: 'conclude', outcome: 'unexplained' },
    'SLOW.START': {
      kind: 'measure',
      branches: [
        { when: anyOpen('performance/system-on-hdd'), to: 'SLOW.HDD' },
        { when: anyOpen('performance/startup-load'), to: 'SLOW.MANY' },
      ],
      otherwise: 'SLOW.BOOT',
    },
    'SLOW.BOOT': { kind: 'conclude', outcome: 'unexplained' },
    'SLOW.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'SLOW.UNEXPLAINED': { kind: 'ask', question: 'still', to: { yes: 'SLOW.REPORT', no: 'SLOW.FINE' } },
    'SLOW.REPORT': { kind: 'conclude', outcome: 'unexplained' },
    'SLOW.FINE': { kind: 'conclude', outcome: 'fine' },
  },
};

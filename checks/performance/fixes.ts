/**
 * Plans that a person agrees to. Without steps: a hand does it, or the command holds this machine's own numbers and
 * names and stands in the finding's words. Nothing here ends a program by itself: work may be lost with it.
 */
import type { Fix } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

const byHand = (id: string, ...codes: readonly string[]): Fix => ({
  id,
  for: codes,
  os: EVERYWHERE,
  steps: [],
  needs: 'person',
  risk: 'example',
});

export const fixes: readonly Fix[] = [
  byHand(
    'wait',
    'performance/background-maintenance',
    'performance/cpu-saturated',
    'performance/disk-saturated',
  ),
  byHand(
    'close-programs',
    'performance/memory-pressure',
    'performance/out-of-memory',
    'performance/low-ram',
    'performance/disk-saturated',
  ),
  byHand('end-program', 'performance/runaway-process', 'performance/cpu-saturated'),
  byHand('update-program', 'performance/runaway-process', 'performance/out-of-memory'),
  byHand('look-for-malware', 'performance/runaway-process', 'performance/cpu-saturated'),
  byHand('enlarge-swap', 'performance/out-of-memory'),
  {
    id: 'balanced-linux',
    for: ['performance/power-saver'],
    os: ['linux'],
    steps: [['powerprofilesctl', 'set', 'balanced']],
    needs: 'user',
    risk: 'likely',
    undo: [['powerprofilesctl', 'set', 'power-saver']],
  },
  {
    id: 'balanced-windows',
    for: ['performance/power-saver'],
    os: ['win32'],
    steps: [['powercfg', '/setactive', '381b4222-f694-41f0-9685-ff5bb260df2e']],
    needs: 'user',
    risk: 'likely',
    undo: [['powercfg', '/setactive', 'a1841308-3541-4fab-bc81-f71556f20b4a']],
  },
  {
    id: 'balanced-macos',
    for: ['performance/power-saver'],
    os: ['darwin'],
    steps: [['pmset', '-c', 'lowpowermode', '0']],
    needs: 'root',
    risk: 'likely',
    undo: [['pmset', '-c', 'lowpowermode', '1']],
  },
  byHand('switch-off-startup', 'performance/startup-load'),
  byHand('restart-computer', 'performance/long-uptime', 'performance/memory-pressure'),
  byHand('add-memory', 'performance/low-ram', 'performance/memory-pressure', 'performance/out-of-memory'),
  byHand('reseat-modules', 'performance/low-ram'),
  byHand('move-to-ssd', 'performance/system-on-hdd', 'performance/disk-saturated'),
];

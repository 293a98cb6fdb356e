/** What sets the clock right. */
import type { Fix } from '../../src/contract.ts';

const SKEW = ['clock/skew'];

export const fixes: readonly Fix[] = [
  {
    id: 'sync-clock-linux',
    for: SKEW,
    os: ['linux'],
    steps: [['timedatectl', 'set-ntp', 'true']],
    needs: 'root',
    risk: 'safe',
    undo: [['timedatectl', 'set-ntp', 'false']],
  },
  {
    id: 'sync-clock-windows',
    for: SKEW,
    os: ['win32'],
    steps: [['w32tm', '/resync']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'sync-clock-macos',
    for: SKEW,
    os: ['darwin'],
    steps: [['sntp', '-sS', 'time.apple.com']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'set-clock-by-hand',
    for: SKEW,
    os: ['linux', 'darwin', 'win32', 'other'],
    steps: [],
    needs: 'person',
    risk: 'likely',
  },
];

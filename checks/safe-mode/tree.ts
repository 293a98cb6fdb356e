/**
 * "It does not start properly": on the computer itself what was measured leads; on another one the words
 * on its screen do. Nothing here touches boot files: that is the end of the tree, for somebody with a copy.
 */
import type { Tree } from '../../src/contract.ts';
import { down } from './tree/down.ts';
import { inside } from './tree/inside.ts';
import { anyOpen, ask, EMERGENCY, end, NEXT, STUCK } from './tree/nodes.ts';
import { running } from './tree/running.ts';

/** Who has this has the trouble on this computer. */
const ITS_OWN = [...EMERGENCY, ...NEXT, ...STUCK, 'safe-mode/restart-loop'];

export const tree: Tree = {
  start: 'BOOT.0',
  adviceFits: ({ answer }) => answer('running') !== 'elsewhere',
  nodes: {
    'BOOT.0': ask('running', { here: 'BOOT.P', elsewhere: 'BOOT.1' }, 'BOOT.P', {
      known: (view) => (anyOpen(ITS_OWN)(view) ? 'here' : undefined),
    }),
    ...running,
    ...down,
    ...inside,
    'BOOT.SOLVED': end('solved'),
    'BOOT.FINE': { kind: 'conclude', outcome: 'fine' },
    'BOOT.UNKNOWN': end(),
  },
};

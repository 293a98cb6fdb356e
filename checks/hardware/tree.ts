/** "Something is broken": what a person is led through. The disks come first: nothing may be tried on a failing one. */
import { isOpen, type Tree } from '../../src/contract.ts';
import { complaints } from './tree/complaints.ts';
import { disks } from './tree/disks.ts';
import { parts } from './tree/parts.ts';
import { anyOpen, DISK, PARTS } from './tree/shared.ts';

export const tree: Tree = {
  start: 'HW.0',
  // Most computers have no sensor for these, and silence proves nothing.
  unseen: ['hardware/power-supply-suspect', 'hardware/memory-errors', 'hardware/overheating'],
  nodes: {
    'HW.0': {
      kind: 'measure',
      branches: [
        { when: anyOpen(DISK), to: 'HW.1' },
        { when: isOpen('hardware/disk-link-resets'), to: 'HW.3' },
        { when: anyOpen(PARTS), to: 'HW.31' },
      ],
      otherwise: 'HW.2',
    },
    'HW.2': {
      kind: 'ask',
      question: 'trouble',
      to: {
        disk: 'HW.0.DISK',
        device: 'HW.20',
        battery: 'HW.30.BATTERY',
        off: 'HW.30.OFF',
        heat: 'HW.30.HEAT',
        other: 'HW.30',
      },
      unsure: 'HW.30',
    },
    ...disks,
    ...parts,
    ...complaints,
    'HW.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'HW.UNEXPLAINED': { kind: 'conclude', outcome: 'unexplained' },
  },
};

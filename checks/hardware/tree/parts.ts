/** Heat, memory, processor, power: the least first (HW.31, HW.32). */
import { cause, type TreeNode } from '../../../src/contract.ts';
import { against, anyOpen, felt, first, HEAT, PARTS } from './shared.ts';

const MEMORY = ['hardware/memory-errors'] as const;
const BOARD = ['hardware/machine-check'] as const;
const SUPPLY = ['hardware/power-supply-suspect'] as const;
const CHARGE = ['hardware/battery-not-charging'] as const;

export const parts: Readonly<Record<string, TreeNode>> = {
  'HW.31': {
    kind: 'choose',
    among: [
      'HW.31.VENTS',
      'HW.31.CHARGER',
      'HW.31.SOCKET',
      'HW.31.RESET',
      'HW.31.OVERCLOCK',
      'HW.31.FIRMWARE',
      'HW.31.DUST',
      'HW.31.MEMORY',
      'HW.31.CABLE',
      'HW.31.BATTERY',
    ],
    otherwise: 'HW.32',
  },
  'HW.31.VENTS': against(HEAT, ['cool-down']),
  'HW.31.CHARGER': against([...CHARGE, 'hardware/thermal-throttling'], ['original-charger']),
  'HW.31.SOCKET': against([...SUPPLY, ...CHARGE], ['other-socket']),
  'HW.31.RESET': against(CHARGE, ['reset-battery']),
  'HW.31.OVERCLOCK': against([...MEMORY, ...BOARD], ['undo-overclock']),
  'HW.31.FIRMWARE': against([...BOARD, 'hardware/thermal-throttling'], ['update-firmware']),
  'HW.31.DUST': against(HEAT, ['clean-dust']),
  'HW.31.MEMORY': against(MEMORY, ['reseat-memory', 'test-memory']),
  'HW.31.CABLE': against(SUPPLY, ['seat-power']),
  'HW.31.BATTERY': against(['hardware/battery-worn'], ['replace-battery']),
  'HW.31.LOOK': {
    kind: 'measure',
    branches: [{ when: anyOpen(PARTS), to: 'HW.31' }],
    otherwise: 'HW.SOLVED',
  },
  'HW.32': first(PARTS),
  // What no sensor told: the same steps, and the person tells whether they helped.
  'HW.31.COOL': {
    kind: 'choose',
    among: ['HW.31.COOL.VENTS', 'HW.31.COOL.DUST'],
    otherwise: 'HW.32.COOLING',
  },
  'HW.31.COOL.VENTS': felt(['cool-down'], 'HW.31.COOL', 'HW.32.COOLED'),
  'HW.31.COOL.DUST': felt(['clean-dust'], 'HW.31.COOL', 'HW.32.COOLED'),
  'HW.32.COOLED': cause('hardware/overheating'),
  'HW.32.COOLING': cause('hardware/overheating'),
};

/** No picture on a screen, while this program runs: on another one, or over the network. */
import { cause, isOpen, type TreeNode, type TreeView } from '../../../src/contract.ts';
import { anyOpen, felt } from './shared.ts';

const SCREEN = 'peripherals/display-not-detected';

const GRAPHICS = ['drivers/gpu-fallback', 'drivers/gpu-resets', 'drivers/device-start-failed'] as const;

/** The firmware had a picture, the system's own driver has none. */
const isLostLater = ({ answer, open }: TreeView): boolean =>
  !open(SCREEN) && ['logo', 'text', 'spinner'].includes(answer('boot-stage') ?? '');

export const screen: Readonly<Record<string, TreeNode>> = {
  'HW.20.SCREEN': {
    kind: 'measure',
    branches: [{ when: anyOpen(GRAPHICS), to: 'HW.23' }],
    otherwise: 'HW.SCREEN.INPUT',
  },
  'HW.SCREEN.INPUT': {
    kind: 'ask',
    question: 'monitor-input',
    to: { yes: 'HW.SCREEN', wrong: 'HW.SCREEN.RIGHT', unsure: 'HW.SCREEN.RIGHT' },
    points: { wrong: [SCREEN] },
    cost: { seconds: 30 },
  },
  'HW.SCREEN.RIGHT': felt(['right-input'], 'HW.SCREEN', 'HW.SCREEN.WAS'),
  'HW.SCREEN.WAS': cause(SCREEN),
  'HW.SCREEN': {
    kind: 'choose',
    among: ['HW.SCREEN.DETECT', 'HW.SCREEN.CABLE', 'HW.SCREEN.STAGE'],
    otherwise: 'HW.SCREEN.END',
  },
  'HW.SCREEN.DETECT': felt(['extend-screens', 'detect-screens'], 'HW.SCREEN'),
  'HW.SCREEN.CABLE': felt(['other-cable'], 'HW.SCREEN', 'HW.SCREEN.WAS'),
  'HW.SCREEN.STAGE': {
    kind: 'ask',
    question: 'boot-stage',
    to: {
      'no-lights': 'HW.SCREEN.POWER',
      black: 'HW.SCREEN',
      logo: 'HW.SCREEN',
      text: 'HW.SCREEN',
      spinner: 'HW.SCREEN',
      login: 'HW.SCREEN',
      desktop: 'HW.SCREEN',
    },
    unsure: 'HW.SCREEN',
    points: {
      black: [SCREEN],
      logo: ['drivers/gpu-fallback', 'drivers/device-start-failed'],
      text: ['drivers/gpu-fallback', 'drivers/device-start-failed'],
      spinner: ['drivers/gpu-fallback', 'drivers/device-start-failed'],
      desktop: ['drivers/gpu-resets', SCREEN],
    },
    cost: { seconds: 120 },
  },
  'HW.SCREEN.POWER': { kind: 'conclude', outcome: 'unexplained' },
  'HW.SCREEN.END': {
    kind: 'measure',
    branches: [
      { when: isLostLater, to: 'HW.SCREEN.DRIVER' },
      { when: isOpen(SCREEN), to: 'HW.SCREEN.CAUSE' },
    ],
    otherwise: 'HW.SCREEN.NOT',
  },
  'HW.SCREEN.DRIVER': cause('drivers/gpu-fallback'),
  'HW.SCREEN.CAUSE': cause(SCREEN),
  'HW.SCREEN.NOT': cause(SCREEN),
};

/** "They cannot see or hear me." */
import { cause, isOpen, type TreeNode } from '../../../src/contract.ts';
import { anyOpen, ELECTRIC, felt, first } from './shared.ts';

const BLOCKED = 'peripherals/camera-blocked';
const MICROPHONE = ['audio/mic-blocked', 'audio/mic-muted'] as const;

const CAMERA_DRIVER = [
  'drivers/device-no-driver',
  'drivers/device-disabled',
  'drivers/device-start-failed',
] as const;

export const camera: Readonly<Record<string, TreeNode>> = {
  'HW.20.CAM': {
    kind: 'measure',
    branches: [
      { when: isOpen(BLOCKED), to: 'HW.23.CAM' },
      { when: anyOpen(MICROPHONE), to: 'HW.23.MIC' },
      { when: anyOpen(ELECTRIC), to: 'HW.22' },
      { when: anyOpen(CAMERA_DRIVER), to: 'HW.23' },
    ],
    otherwise: 'HW.CAM.MIC',
  },
  'HW.23.CAM': {
    kind: 'do',
    fixes: ['allow-camera', 'let-camera-go'],
    solved: ({ open }) => !open(BLOCKED),
    to: 'HW.24.WORKS',
    otherwise: 'HW.CAM.CAUSE',
  },
  'HW.CAM.CAUSE': cause(BLOCKED),
  'HW.23.MIC': {
    kind: 'do',
    fixes: ['free-microphone'],
    solved: (view) => !anyOpen(MICROPHONE)(view),
    to: 'HW.24.WORKS',
    otherwise: 'HW.MIC.CAUSE',
  },
  'HW.MIC.CAUSE': first(MICROPHONE),
  'HW.CAM.MIC': {
    kind: 'ask',
    question: 'mic-level',
    to: { yes: 'HW.CAM.SHUTTER', no: 'HW.MIC.KEY' },
    unsure: 'HW.CAM.SHUTTER',
    points: { no: [...MICROPHONE], yes: [BLOCKED, 'peripherals/usb-bandwidth'] },
    cost: { seconds: 30 },
  },
  'HW.MIC.KEY': felt(['free-microphone'], 'HW.MIC.BLOCKED', 'HW.MIC.WAS'),
  'HW.MIC.WAS': cause('audio/mic-muted'),
  'HW.MIC.BLOCKED': cause('audio/mic-blocked'),
  'HW.CAM.SHUTTER': {
    kind: 'ask',
    question: 'cam-shutter',
    to: { open: 'HW.CAM', closed: 'HW.CAM.OPEN', none: 'HW.CAM' },
    unsure: 'HW.CAM',
    points: { closed: [BLOCKED] },
  },
  'HW.CAM.OPEN': felt(['open-shutter'], 'HW.CAM', 'HW.CAM.SHUT'),
  'HW.CAM.SHUT': cause(BLOCKED),
  'HW.CAM': {
    kind: 'choose',
    among: ['HW.CAM.APP', 'HW.CAM.CHOICE', 'HW.CAM.ALLOW'],
    otherwise: 'HW.CAM.KIND',
  },
  'HW.CAM.APP': {
    kind: 'ask',
    question: 'app',
    to: { one: 'HW.CAM', several: 'HW.CAM' },
    unsure: 'HW.CAM',
    points: { one: [BLOCKED], several: ['peripherals/not-detected', 'peripherals/usb-bandwidth'] },
  },
  'HW.CAM.CHOICE': felt(['choose-in-program'], 'HW.CAM'),
  'HW.CAM.ALLOW': felt(['allow-in-settings'], 'HW.CAM', 'HW.CAM.SHUT'),
  'HW.CAM.KIND': {
    kind: 'ask',
    question: 'built-in',
    to: { cable: 'HW.21', 'built-in': 'HW.CAM.NONE' },
    unsure: 'HW.21',
    points: { cable: ['peripherals/not-detected'] },
  },
  'HW.CAM.NONE': { kind: 'conclude', outcome: 'unexplained' },
};

/** «There is no sound»: what was measured first, then what only ears can tell. */
import { against, cause, isOpen, type Tree, type TreeNode } from '../../src/contract.ts';

/** What is left is the cause. */
const tried = against('SOUND.SOLVED');

const DRIVERS = ['drivers/device-disabled', 'drivers/device-no-driver', 'drivers/firmware-missing'];
const PAIRING = 'peripherals/bluetooth-pairing';

/** Something whose effect only the person hears. */
const tryOut = (fixes: readonly string[], to: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: () => false,
  asks: 'still',
  to,
  otherwise: 'SOUND.1',
});

const was = (finding: string): TreeNode => ({ kind: 'conclude', finding, outcome: 'solved' });

/** What was measured. */
const seen: Readonly<Record<string, TreeNode>> = {
  'SOUND.0': {
    kind: 'measure',
    branches: [
      { when: isOpen('audio/service-down'), to: 'SOUND.SERVICE' },
      {
        when: ({ open, firstOpen }) => open('audio/no-output-device') && firstOpen(DRIVERS) !== undefined,
        to: 'SOUND.DRIVER',
      },
      { when: isOpen('audio/no-output-device'), to: 'SOUND.DEVICE' },
      { when: isOpen('audio/muted'), to: 'SOUND.MUTED' },
      { when: isOpen('audio/bluetooth-call-profile'), to: 'SOUND.CALL' },
      { when: isOpen('audio/wrong-output'), to: 'SOUND.SWITCH' },
    ],
    otherwise: 'SOUND.1',
  },
  'SOUND.SERVICE': tried(
    'audio/service-down',
    ['restart-pipewire', 'restart-pulseaudio', 'start-sound-windows', 'restart-sound-macos'],
    'SOUND.SERVICE.CAUSE',
  ),
  'SOUND.SERVICE.CAUSE': cause('audio/service-down'),
  'SOUND.DRIVER': {
    kind: 'conclude',
    finding: ({ firstOpen }) => firstOpen(DRIVERS),
    outcome: 'cause',
  },
  'SOUND.DEVICE': tried(
    'audio/no-output-device',
    ['restart-pipewire', 'restart-sound-macos', 'enable-output', 'attach-output', 'install-sof'],
    'SOUND.DEVICE.CAUSE',
  ),
  'SOUND.DEVICE.CAUSE': cause('audio/no-output-device'),
  'SOUND.MUTED': tried(
    'audio/muted',
    ['unmute-linux', 'unmute-macos', 'unmute-windows'],
    'SOUND.MUTED.CAUSE',
  ),
  'SOUND.MUTED.CAUSE': cause('audio/muted'),
  'SOUND.CALL': tried('audio/bluetooth-call-profile', ['leave-call-mode'], 'SOUND.CALL.CAUSE'),
  'SOUND.CALL.CAUSE': cause('audio/bluetooth-call-profile'),
  // The default may be right for the system and wrong for the person: where it was changed, ears decide.
  'SOUND.SWITCH': {
    kind: 'do',
    fixes: ['choose-output'],
    solved: () => false,
    asks: 'still',
    to: 'SOUND.WRONG.WAS',
    otherwise: 'SOUND.SWITCHED',
  },
  'SOUND.SWITCHED': {
    kind: 'measure',
    branches: [{ when: isOpen('audio/wrong-output'), to: 'SOUND.WRONG.CAUSE' }],
    otherwise: 'SOUND.1',
  },
  'SOUND.WRONG.CAUSE': cause('audio/wrong-output'),
};

/** What only the person hears. */
const heard: Readonly<Record<string, TreeNode>> = {
  'SOUND.1': {
    kind: 'choose',
    among: ['SOUND.1W', 'SOUND.2', 'SOUND.WRONG', 'SOUND.KEYS', 'SOUND.1X', 'SOUND.JACK', 'SOUND.AGAIN'],
    otherwise: 'SOUND.4',
  },
  'SOUND.1W': {
    kind: 'ask',
    question: 'output-wish',
    to: { speakers: 'SOUND.1', headphones: 'SOUND.1', monitor: 'SOUND.1', bluetooth: 'SOUND.1B' },
    unsure: 'SOUND.1',
    points: {
      speakers: ['audio/muted', 'audio/service-down', ...DRIVERS],
      headphones: ['audio/no-output-device', 'audio/wrong-output', 'audio/muted'],
      monitor: ['audio/wrong-output'],
      bluetooth: [PAIRING, 'audio/wrong-output'],
    },
  },
  'SOUND.1B': {
    kind: 'measure',
    branches: [{ when: isOpen(PAIRING), to: 'SOUND.PAIRING' }],
    otherwise: 'SOUND.1',
  },
  'SOUND.PAIRING': cause(PAIRING),
  'SOUND.2': {
    kind: 'ask',
    question: 'hear',
    to: { yes: 'SOUND.3', no: 'SOUND.1', other: 'SOUND.WRONG' },
    unsure: 'SOUND.1',
    points: {
      no: ['audio/muted', 'audio/no-output-device', 'audio/service-down', ...DRIVERS],
      other: ['audio/wrong-output'],
    },
    cost: { seconds: 20 },
  },
  'SOUND.WRONG': tryOut(['choose-output'], 'SOUND.WRONG.WAS'),
  'SOUND.WRONG.WAS': was('audio/wrong-output'),
  'SOUND.KEYS': tryOut(['turn-up-by-hand'], 'SOUND.KEYS.WAS'),
  'SOUND.KEYS.WAS': was('audio/muted'),
  'SOUND.JACK': tryOut(['attach-output'], 'SOUND.JACK.WAS'),
  'SOUND.JACK.WAS': was('audio/no-output-device'),
  'SOUND.AGAIN': tryOut(
    ['restart-pipewire', 'restart-sound-macos', 'start-sound-windows'],
    'SOUND.AGAIN.WAS',
  ),
  'SOUND.AGAIN.WAS': was('audio/service-down'),
  'SOUND.1X': {
    kind: 'ask',
    question: 'changed',
    known: ({ changed = [] }) =>
      changed.some((kind) => kind === 'driver' || kind === 'kernel' || kind === 'system')
        ? 'update'
        : changed.includes('device')
          ? 'device'
          : undefined,
    to: {
      update: 'SOUND.1',
      program: 'SOUND.1',
      device: 'SOUND.1',
      moved: 'SOUND.1',
      power: 'SOUND.1',
      nothing: 'SOUND.1',
    },
    unsure: 'SOUND.1',
    points: {
      update: [...DRIVERS, 'audio/service-down'],
      program: ['audio/wrong-output'],
      device: ['audio/wrong-output', PAIRING],
      moved: ['audio/no-output-device'],
    },
  },
  // A driver that fails may be that of something else: it is told where nothing else was the reason.
  'SOUND.4': {
    kind: 'measure',
    branches: [
      { when: ({ firstOpen }) => firstOpen(DRIVERS) !== undefined, to: 'SOUND.DRIVER' },
      { when: isOpen(PAIRING), to: 'SOUND.PAIRING' },
      { when: ({ looked }) => !looked, to: 'SOUND.UNKNOWN' },
    ],
    otherwise: 'SOUND.KEY',
  },
  'SOUND.KEY': { kind: 'conclude', outcome: 'unexplained' },
  'SOUND.SOLVED': { kind: 'conclude', outcome: 'solved' },
  'SOUND.FINE': { kind: 'conclude', outcome: 'fine' },
  'SOUND.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
};

/** What plays may still not listen. */
const microphone: Readonly<Record<string, TreeNode>> = {
  'SOUND.3': {
    kind: 'measure',
    branches: [
      { when: isOpen('audio/mic-blocked'), to: 'SOUND.ALLOW' },
      { when: isOpen('audio/mic-muted'), to: 'SOUND.MIC' },
    ],
    otherwise: 'SOUND.3M',
  },
  'SOUND.ALLOW': tried('audio/mic-blocked', ['allow-microphone'], 'SOUND.ALLOW.CAUSE'),
  'SOUND.ALLOW.CAUSE': cause('audio/mic-blocked'),
  'SOUND.MIC': tried(
    'audio/mic-muted',
    ['unmute-microphone-linux', 'unmute-microphone-macos', 'unmute-microphone-windows', 'choose-microphone'],
    'SOUND.MIC.CAUSE',
  ),
  'SOUND.MIC.CAUSE': cause('audio/mic-muted'),
  'SOUND.3M': {
    kind: 'ask',
    question: 'mic-level',
    to: { yes: 'SOUND.FINE', no: 'SOUND.MIC.KEY', unneeded: 'SOUND.FINE' },
    unsure: 'SOUND.FINE',
    cost: { seconds: 20 },
  },
  'SOUND.MIC.KEY': cause('audio/mic-muted'),
};

export const tree: Tree = { start: 'SOUND.0', nodes: { ...seen, ...heard, ...microphone } };

/** «There is no sound»: what was measured first, then what only ears can tell. */
import { against, cause, isOpen, type Tree } from '../../src/contract.ts';

/** What is left is the cause. */
const tried = against('SOUND.SOLVED');

export const tree: Tree = {
  start: 'SOUND.0',
  nodes: {
    'SOUND.0': {
      kind: 'measure',
      branches: [
        { when: isOpen('audio/service-down'), to: 'SOUND.SERVICE' },
        { when: isOpen('audio/no-output-device'), to: 'SOUND.DEVICE' },
        { when: isOpen('audio/muted'), to: 'SOUND.MUTED' },
        { when: isOpen('audio/bluetooth-call-profile'), to: 'SOUND.CALL' },
        { when: isOpen('audio/mic-blocked'), to: 'SOUND.ALLOW' },
        { when: isOpen('audio/mic-muted'), to: 'SOUND.MIC' },
        { when: ({ looked }) => !looked, to: 'SOUND.UNKNOWN' },
      ],
      otherwise: 'SOUND.1',
    },
    'SOUND.SERVICE': tried(
      'audio/service-down',
      ['restart-pipewire', 'restart-pulseaudio', 'start-sound-windows', 'restart-sound-macos'],
      'SOUND.SERVICE.CAUSE',
    ),
    'SOUND.SERVICE.CAUSE': cause('audio/service-down'),
    'SOUND.DEVICE': tried(
      'audio/no-output-device',
      ['attach-output', 'restart-pipewire', 'restart-sound-macos'],
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
    'SOUND.ALLOW': tried('audio/mic-blocked', ['allow-microphone'], 'SOUND.ALLOW.CAUSE'),
    'SOUND.ALLOW.CAUSE': cause('audio/mic-blocked'),
    'SOUND.MIC': tried(
      'audio/mic-muted',
      ['unmute-microphone-linux', 'unmute-microphone-macos', 'unmute-microphone-windows'],
      'SOUND.MIC.CAUSE',
    ),
    'SOUND.MIC.CAUSE': cause('audio/mic-muted'),
    // Where several things can play, the default may be right for the system and wrong for the person.
    'SOUND.1': {
      kind: 'ask',
      question: 'output-wish',
      to: { speakers: 'SOUND.2', headphones: 'SOUND.2', monitor: 'SOUND.2', bluetooth: 'SOUND.2' },
    },
    'SOUND.2': {
      kind: 'ask',
      question: 'hear',
      to: { yes: 'SOUND.3', no: 'SOUND.KEY', other: 'SOUND.WRONG' },
    },
    'SOUND.WRONG': {
      kind: 'do',
      fixes: ['choose-output'],
      // Only the person hears whether it helped.
      solved: () => false,
      to: 'SOUND.AGAIN',
      otherwise: 'SOUND.AGAIN',
    },
    'SOUND.AGAIN': {
      kind: 'ask',
      question: 'hear-now',
      to: { yes: 'SOUND.SOLVED', no: 'SOUND.WRONG.CAUSE' },
    },
    'SOUND.WRONG.CAUSE': cause('audio/wrong-output'),
    'SOUND.3': {
      kind: 'ask',
      question: 'mic-level',
      to: { yes: 'SOUND.FINE', no: 'SOUND.MIC.KEY', unneeded: 'SOUND.FINE' },
    },
    'SOUND.KEY': { kind: 'conclude', outcome: 'unexplained' },
    'SOUND.MIC.KEY': cause('audio/mic-muted'),
    'SOUND.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'SOUND.FINE': { kind: 'conclude', outcome: 'fine' },
    'SOUND.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};

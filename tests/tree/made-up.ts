/** Small trees for tests of the engine: made-up. */
import type { Tree } from '../../src/contract.ts';
import type { Measurement } from '../../src/tree/state.ts';

export const seen = (...codes: readonly string[]): Measurement => ({
  looked: true,
  findings: codes.map((code) => ({ code, severity: 'critical', isConsequence: false })),
});

/** A lamp: measure, then ask, then change the bulb and look again. */
export const lamp: Tree = {
  start: 'LOOK',
  nodes: {
    LOOK: {
      kind: 'measure',
      branches: [{ when: ({ open }) => open('lamp/dark'), to: 'PLUG' }],
      otherwise: 'FINE',
    },
    PLUG: {
      kind: 'ask',
      question: 'plugged',
      known: ({ open }) => (open('lamp/unplugged') ? 'no' : undefined),
      to: { yes: 'BULB', no: 'CAUSE' },
      unsure: 'BULB',
    },
    BULB: {
      kind: 'do',
      fixes: ['new-bulb'],
      solved: ({ open }) => !open('lamp/dark'),
      to: 'LIT',
      otherwise: 'BULB.AGAIN',
    },
    'BULB.AGAIN': {
      kind: 'do',
      fixes: ['new-bulb'],
      solved: ({ open }) => !open('lamp/dark'),
      to: 'LIT',
      otherwise: 'BULB',
    },
    CAUSE: { kind: 'conclude', finding: 'lamp/unplugged', outcome: 'cause' },
    LIT: { kind: 'conclude', outcome: 'solved' },
    FINE: { kind: 'conclude', outcome: 'fine' },
  },
};

const words = {
  name: 'Lamp',
  complaint: 'It is dark',
  fine: 'It is light',
  findings: {
    'lamp/dark': {
      name: 'lamp is dark',
      means: '',
      found: '',
      say: () => ({ title: '', why: '', next: '' }),
    },
    'lamp/unplugged': { name: '', means: '', found: '', say: () => ({ title: '', why: '', next: '' }) },
  },
  fixes: { 'new-bulb': { title: 'Change the bulb' } },
  questions: { plugged: { text: 'Is it plugged in?', answers: { yes: 'Yes', no: 'No' } } },
  nodes: { LOOK: 'l', BULB: 'b', 'BULB.AGAIN': 'b', CAUSE: 'c', LIT: 'l', FINE: 'f' },
};

export const lampCheck = {
  id: 'lamp',
  fixes: [
    { id: 'new-bulb', for: ['lamp/dark'], os: ['linux'], steps: [], needs: 'person', risk: 'safe' },
  ] as const,
  messages: { en: words, ru: words },
};

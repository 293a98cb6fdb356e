/** «The time is wrong»: what servers say first, then the phone of the person, who alone sees both. */
import { against, cause, isOpen, type Tree } from '../../src/contract.ts';

/** What is left is the cause. */
const tried = against('TIME.V');

const BY_SERVER = ['sync-clock-linux', 'sync-clock-windows', 'sync-clock-macos'];

export const tree: Tree = {
  start: 'TIME.0',
  nodes: {
    'TIME.0': {
      kind: 'measure',
      branches: [
        { when: isOpen('clock/cmos-battery'), to: 'TIME.BATTERY.SET' },
        { when: isOpen('clock/sync-off'), to: 'TIME.SYNC' },
        {
          when: ({ open }) => open('clock/rtc-local-time') && open('clock/skew'),
          to: 'TIME.CHIP',
        },
        { when: isOpen('clock/skew'), to: 'TIME.SET' },
        { when: isOpen('clock/timezone-wrong'), to: 'TIME.ZONE' },
      ],
      otherwise: 'TIME.1',
    },
    // Two causes may be there at once: a clock that nothing keeps right, and the wrong zone.
    'TIME.V': {
      kind: 'measure',
      branches: [
        { when: isOpen('clock/skew'), to: 'TIME.SET' },
        { when: isOpen('clock/timezone-wrong'), to: 'TIME.ZONE' },
      ],
      otherwise: 'TIME.SOLVED',
    },
    'TIME.SET': tried('clock/skew', [...BY_SERVER, 'set-clock-by-hand'], 'TIME.2'),
    'TIME.SYNC': tried(
      'clock/sync-off',
      [
        'sync-clock-linux',
        'enable-time-windows',
        'enable-time-macos',
        'other-server-windows',
        'choose-time-server',
      ],
      'TIME.SYNC.CAUSE',
    ),
    'TIME.SYNC.CAUSE': cause('clock/sync-off'),
    'TIME.CHIP': tried(
      'clock/rtc-local-time',
      ['keep-chip-in-utc', 'keep-chip-in-utc-windows'],
      'TIME.CHIP.CAUSE',
    ),
    'TIME.CHIP.CAUSE': cause('clock/rtc-local-time'),
    'TIME.ZONE': tried('clock/timezone-wrong', ['set-time-zone', 'update-zone-data'], 'TIME.ZONE.CAUSE'),
    'TIME.ZONE.CAUSE': cause('clock/timezone-wrong'),
    // It is set first in any case: until the battery is changed it holds while there is power.
    'TIME.BATTERY.SET': {
      kind: 'do',
      fixes: [...BY_SERVER, 'set-clock-by-hand'],
      solved: ({ open }) => !open('clock/skew'),
      to: 'TIME.2',
      otherwise: 'TIME.2',
    },
    'TIME.BATTERY': cause('clock/cmos-battery'),
    // Nothing is wrong by the servers, or none was heard: only the person has a second clock.
    'TIME.1': {
      kind: 'ask',
      question: 'phone-time',
      to: { same: 'TIME.3', hours: 'TIME.1H', minutes: 'TIME.PERSON.SET', date: 'TIME.PERSON.SET' },
      unsure: 'TIME.3',
      cost: { seconds: 15 },
      points: {
        hours: ['clock/timezone-wrong', 'clock/rtc-local-time'],
        minutes: ['clock/skew', 'clock/sync-off'],
        date: ['clock/skew', 'clock/cmos-battery'],
      },
    },
    'TIME.1H': {
      kind: 'measure',
      branches: [{ when: isOpen('clock/rtc-local-time'), to: 'TIME.CHIP' }],
      otherwise: 'TIME.PERSON.ZONE',
    },
    'TIME.3': {
      kind: 'ask',
      question: 'unplugged',
      to: { yes: 'TIME.BATTERY', no: 'TIME.5', unsure: 'TIME.5' },
      points: { yes: ['clock/cmos-battery'] },
    },
    // The servers judge the clock, not where the person is.
    'TIME.PERSON.ZONE': {
      kind: 'do',
      fixes: ['set-time-zone', 'update-zone-data'],
      solved: () => false,
      asks: 'still',
      to: 'TIME.PERSON.ZONED',
      otherwise: 'TIME.PERSON.ZONE.CAUSE',
    },
    'TIME.PERSON.ZONED': { kind: 'conclude', finding: 'clock/timezone-wrong', outcome: 'solved' },
    'TIME.PERSON.ZONE.CAUSE': cause('clock/timezone-wrong'),
    'TIME.PERSON.SET': {
      kind: 'do',
      fixes: ['set-clock-by-hand'],
      solved: () => false,
      asks: 'still',
      to: 'TIME.2',
      otherwise: 'TIME.2',
    },
    'TIME.2': {
      kind: 'ask',
      question: 'unplugged',
      known: ({ open }) => (open('clock/cmos-battery') ? 'yes' : undefined),
      to: { yes: 'TIME.BATTERY', no: 'TIME.SKEW.CAUSE', unsure: 'TIME.SKEW.CAUSE' },
      points: { yes: ['clock/cmos-battery'], no: ['clock/skew'] },
    },
    'TIME.5': {
      kind: 'measure',
      branches: [
        { when: isOpen('clock/rtc-local-time'), to: 'TIME.CHIP' },
        { when: ({ answer }) => answer('phone-time') === 'same', to: 'TIME.FINE' },
      ],
      otherwise: 'TIME.UNKNOWN',
    },
    'TIME.SKEW.CAUSE': cause('clock/skew'),
    'TIME.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'TIME.FINE': { kind: 'conclude', outcome: 'fine' },
    'TIME.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};

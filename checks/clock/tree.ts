/** «The time is wrong»: what servers say first, then the phone of the person, who alone sees both. */
import { against, cause, isOpen, type Tree } from '../../src/contract.ts';

/** What is left is the cause. */
const tried = against('TIME.SOLVED');

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
    'TIME.SET': tried(
      'clock/skew',
      ['sync-clock-linux', 'sync-clock-windows', 'sync-clock-macos', 'set-clock-by-hand'],
      'TIME.2',
    ),
    'TIME.SYNC': tried(
      'clock/sync-off',
      ['sync-clock-linux', 'enable-time-windows', 'enable-time-macos', 'choose-time-server'],
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
      fixes: ['sync-clock-linux', 'sync-clock-windows', 'set-clock-by-hand'],
      solved: () => false,
      to: 'TIME.2',
      otherwise: 'TIME.2',
    },
    'TIME.BATTERY': cause('clock/cmos-battery'),
    // Nothing is wrong by the servers, or none was heard: only the person has a second clock.
    'TIME.1': {
      kind: 'ask',
      question: 'phone-time',
      to: { same: 'TIME.3', hours: 'TIME.PERSON.ZONE', minutes: 'TIME.PERSON.SET', date: 'TIME.PERSON.SET' },
    },
    'TIME.PERSON.ZONE': cause('clock/timezone-wrong'),
    'TIME.PERSON.SET': {
      kind: 'do',
      fixes: ['set-clock-by-hand'],
      solved: () => false,
      to: 'TIME.2',
      otherwise: 'TIME.2',
    },
    'TIME.2': {
      kind: 'ask',
      question: 'unplugged',
      to: { yes: 'TIME.BATTERY', no: 'TIME.SKEW.CAUSE', unsure: 'TIME.4' },
    },
    'TIME.3': {
      kind: 'ask',
      question: 'unplugged',
      to: { yes: 'TIME.BATTERY', no: 'TIME.FINE', unsure: 'TIME.FINE' },
    },
    'TIME.4': {
      kind: 'measure',
      branches: [{ when: isOpen('clock/cmos-battery'), to: 'TIME.BATTERY' }],
      otherwise: 'TIME.SKEW.CAUSE',
    },
    'TIME.SKEW.CAUSE': cause('clock/skew'),
    'TIME.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'TIME.FINE': { kind: 'conclude', outcome: 'fine' },
  },
};

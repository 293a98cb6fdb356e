/** Each complaint's own way in (HW.30): measured, then asked what only a person sees. */
import { cause, isOpen, type TreeNode } from '../../../src/contract.ts';
import { anyOpen, felt, HEAT, PARTS } from './shared.ts';

const LOAD = 'performance/runaway-process';
const MAINTENANCE = 'performance/background-maintenance';
const SAVER = 'performance/power-saver';
const CHARGE = 'hardware/battery-not-charging';
const WORN = 'hardware/battery-worn';
const SUPPLY = 'hardware/power-supply-suspect';
const STOP = 'safe-mode/bugcheck';
const GONE = 'safe-mode/unexpected-shutdown';
const DEVICES = ['peripherals/usb-enumeration-failed', 'peripherals/usb-overcurrent'] as const;

export const complaints: Readonly<Record<string, TreeNode>> = {
  'HW.30': {
    kind: 'measure',
    branches: [{ when: anyOpen(PARTS), to: 'HW.31' }],
    otherwise: 'HW.30.FAN',
  },
  'HW.30.FAN': {
    kind: 'ask',
    question: 'fan',
    to: { warm: 'HW.30.NOISES', silent: 'HW.31.COOL', loud: 'HW.31.COOL' },
    unsure: 'HW.30.NOISES',
    points: { silent: ['hardware/overheating'], loud: ['hardware/overheating'] },
    cost: { seconds: 20 },
  },
  'HW.30.NOISES': {
    kind: 'ask',
    question: 'noises',
    to: { none: 'HW.OFF.POWER', clicking: 'HW.1.OFF.HEARD', beeps: 'HW.30.BEEPS' },
    unsure: 'HW.OFF.POWER',
    points: { clicking: ['hardware/disk-smart-predictive'], beeps: ['hardware/memory-errors'] },
  },
  'HW.30.BEEPS': felt(['reseat-memory', 'test-memory'], 'HW.32.BEEPS', 'HW.32.BEEPS'),
  'HW.32.BEEPS': cause('hardware/memory-errors'),

  'HW.30.BATTERY': {
    kind: 'measure',
    branches: [
      { when: anyOpen([CHARGE, WORN]), to: 'HW.31' },
      { when: isOpen(LOAD), to: 'HW.32.LOAD' },
      { when: anyOpen(HEAT), to: 'HW.31' },
      { when: isOpen(SAVER), to: 'HW.32.SAVER' },
    ],
    otherwise: 'HW.BATTERY.POWER',
  },
  'HW.BATTERY.POWER': {
    kind: 'ask',
    question: 'power',
    to: { yes: 'HW.BATTERY', no: 'HW.BATTERY.CHANGED', desktop: 'HW.UNEXPLAINED' },
    unsure: 'HW.BATTERY',
    points: { yes: [CHARGE], no: [WORN, LOAD] },
  },
  'HW.BATTERY': {
    kind: 'choose',
    among: ['HW.BATTERY.CHARGER', 'HW.BATTERY.SOCKET', 'HW.BATTERY.RESET'],
    otherwise: 'HW.BATTERY.NOT',
  },
  'HW.BATTERY.CHARGER': felt(['original-charger'], 'HW.BATTERY', 'HW.BATTERY.WAS'),
  'HW.BATTERY.SOCKET': felt(['other-socket'], 'HW.BATTERY', 'HW.BATTERY.WAS'),
  'HW.BATTERY.RESET': felt(['reset-battery'], 'HW.BATTERY', 'HW.BATTERY.WAS'),
  'HW.BATTERY.WAS': cause(CHARGE),
  'HW.BATTERY.NOT': cause(CHARGE),
  'HW.BATTERY.CHANGED': {
    kind: 'ask',
    question: 'changed',
    to: {
      update: 'HW.BATTERY.LOAD',
      program: 'HW.BATTERY.LOAD',
      device: 'HW.BATTERY.LOAD',
      moved: 'HW.BATTERY.WORN',
      'power-cut': 'HW.BATTERY.WORN',
      nothing: 'HW.BATTERY.WORN',
    },
    unsure: 'HW.BATTERY.WORN',
    points: { program: [LOAD], update: [LOAD, SAVER], nothing: [WORN] },
  },
  'HW.BATTERY.LOAD': felt(['end-hungry-program'], 'HW.BATTERY.WORN', 'HW.32.LOAD.TOLD'),
  'HW.BATTERY.WORN': { kind: 'conclude', outcome: 'unexplained' },

  'HW.30.OFF': {
    kind: 'measure',
    branches: [
      { when: anyOpen(HEAT), to: 'HW.31' },
      { when: anyOpen(['hardware/machine-check', 'hardware/memory-errors']), to: 'HW.31' },
      { when: isOpen(STOP), to: 'HW.32.STOP' },
      { when: isOpen(WORN), to: 'HW.31' },
      { when: isOpen(SUPPLY), to: 'HW.31' },
    ],
    otherwise: 'HW.OFF.FAN',
  },
  'HW.OFF.FAN': {
    kind: 'ask',
    question: 'fan',
    to: { warm: 'HW.OFF.POWER', silent: 'HW.31.COOL', loud: 'HW.31.COOL' },
    unsure: 'HW.OFF.POWER',
    points: { silent: ['hardware/overheating'], loud: ['hardware/overheating'], warm: [SUPPLY] },
    cost: { seconds: 20 },
  },
  'HW.OFF.POWER': {
    kind: 'ask',
    question: 'power',
    to: { yes: 'HW.OFF', no: 'HW.OFF.BATTERY', desktop: 'HW.OFF' },
    unsure: 'HW.OFF',
    points: { no: [WORN], desktop: [SUPPLY] },
  },
  'HW.OFF.BATTERY': felt(['original-charger'], 'HW.OFF', 'HW.OFF.WORN'),
  'HW.OFF.WORN': cause(WORN),
  'HW.OFF': {
    kind: 'choose',
    among: ['HW.OFF.CHANGED', 'HW.OFF.SOCKET', 'HW.OFF.OVERCLOCK', 'HW.OFF.CABLE', 'HW.OFF.MEMORY'],
    otherwise: 'HW.OFF.END',
  },
  'HW.OFF.CHANGED': {
    kind: 'ask',
    question: 'changed',
    to: {
      update: 'HW.OFF',
      program: 'HW.OFF',
      device: 'HW.OFF',
      moved: 'HW.OFF',
      'power-cut': 'HW.OFF',
      nothing: 'HW.OFF',
    },
    unsure: 'HW.OFF',
    points: {
      update: [STOP],
      program: [STOP],
      device: [SUPPLY],
      moved: ['hardware/machine-check', SUPPLY],
      'power-cut': [SUPPLY],
    },
  },
  'HW.OFF.SOCKET': felt(['other-socket'], 'HW.OFF', 'HW.OFF.SUPPLY'),
  'HW.OFF.OVERCLOCK': felt(['undo-overclock'], 'HW.OFF', 'HW.OFF.BOARD'),
  'HW.OFF.CABLE': felt(['seat-power'], 'HW.OFF', 'HW.OFF.SUPPLY'),
  'HW.OFF.MEMORY': felt(['reseat-memory', 'test-memory'], 'HW.OFF', 'HW.32.BEEPS'),
  'HW.OFF.SUPPLY': cause(SUPPLY),
  'HW.OFF.BOARD': cause('hardware/machine-check'),
  'HW.OFF.END': {
    kind: 'measure',
    branches: [{ when: isOpen(GONE), to: 'HW.32.GONE' }],
    otherwise: 'HW.OFF.SUSPECT',
  },
  'HW.32.GONE': cause(GONE),
  'HW.OFF.SUSPECT': cause(SUPPLY),

  'HW.30.HEAT': {
    kind: 'measure',
    branches: [
      { when: isOpen(LOAD), to: 'HW.32.LOAD' },
      { when: anyOpen(HEAT), to: 'HW.31' },
      { when: isOpen(MAINTENANCE), to: 'HW.32.WAIT' },
    ],
    otherwise: 'HW.HEAT.FAN',
  },
  'HW.HEAT.FAN': {
    kind: 'ask',
    question: 'fan',
    to: { warm: 'HW.HEAT.SINCE', silent: 'HW.31.COOL', loud: 'HW.HEAT.SINCE' },
    unsure: 'HW.HEAT.SINCE',
    points: { silent: ['hardware/overheating'], loud: ['hardware/overheating', LOAD] },
    cost: { seconds: 20 },
  },
  'HW.HEAT.SINCE': {
    kind: 'ask',
    question: 'since',
    to: { today: 'HW.HEAT.WAIT', days: 'HW.HEAT.LOAD', weeks: 'HW.31.COOL' },
    unsure: 'HW.31.COOL',
    points: { today: [MAINTENANCE, LOAD], days: [LOAD], weeks: ['hardware/overheating'] },
  },
  'HW.HEAT.WAIT': felt(['wait-for-maintenance'], 'HW.HEAT.LOAD', 'HW.32.WAITED'),
  'HW.HEAT.LOAD': felt(['end-hungry-program'], 'HW.31.COOL', 'HW.32.LOAD.TOLD'),
  'HW.32.WAITED': cause(MAINTENANCE),
  'HW.32.LOAD': cause(LOAD),
  'HW.32.LOAD.TOLD': cause(LOAD),
  'HW.32.WAIT': cause(MAINTENANCE),
  'HW.32.SAVER': cause(SAVER),
  'HW.32.STOP': cause(STOP),

  // A device on a cable: the short way; the module for devices knows more of them.
  'HW.20': {
    kind: 'measure',
    branches: [{ when: anyOpen(DEVICES), to: 'HW.22' }],
    otherwise: 'HW.21',
  },
  'HW.21': {
    kind: 'ask',
    question: 'device-power',
    to: { yes: 'HW.22', no: 'HW.21.ON', 'no-lights': 'HW.22' },
    unsure: 'HW.22',
  },
  'HW.21.ON': felt(['switch-on-device'], 'HW.22'),
  'HW.22': felt(['device-other-port'], 'HW.22.ELSEWHERE', 'HW.22.PORT'),
  'HW.22.PORT': cause('peripherals/not-detected'),
  'HW.22.ELSEWHERE': {
    kind: 'ask',
    question: 'other-computer',
    to: { yes: 'HW.23', no: 'HW.22.DEAD', cannot: 'HW.23' },
    unsure: 'HW.23',
    cost: { seconds: 180, away: true },
  },
  'HW.22.DEAD': cause('peripherals/not-detected'),
  'HW.23': { kind: 'conclude', outcome: 'unexplained' },
};

import { describe, expect, test } from 'vitest';
import { tree } from '../../checks/peripherals/tree.ts';
import type { Measurement, WalkState } from '../../src/tree/state.ts';
import { advance, start } from '../../src/tree/walk.ts';

const looked = (seen: readonly string[], ...open: readonly string[]): Measurement => ({
  looked: true,
  seen,
  findings: open.map((code) => ({ code, severity: 'critical', isConsequence: false })),
});

/** Measurements and answers in their order; what was done is done before each measurement but the first. */
const walk = (...told: readonly (Measurement | readonly [question: string, answer: string])[]): WalkState =>
  told.reduce<WalkState>((state, one) => {
    if ('seen' in one) {
      const ready = state.wanted.kind === 'do' ? advance({ tree }, state, { kind: 'done' }) : state;
      return advance({ tree }, ready, { kind: 'measured', measurement: one });
    }
    const [question, answer] = one as readonly [string, string];
    return advance({ tree }, state, { kind: 'answered', question, answer });
  }, start({ tree }));

const MOUSE = 'usb 1-2 0627:0001';
const STICK = 'usb 1-3 0781:5567';

describe('plug it in now', () => {
  const begun = [looked([MOUSE]), ['device-kind', 'usb'], ['device-power', 'yes'], looked([MOUSE])] as const;

  test('what appears is seen, and asked whether it works', () => {
    const seen = walk(...begun, looked([MOUSE, STICK]));
    expect(seen).toMatchObject({ at: 'DEV.WORKS', wanted: { kind: 'ask', question: 'works' } });
    expect(advance({ tree }, seen, { kind: 'answered', question: 'works', answer: 'yes' }).wanted).toEqual({
      kind: 'concluded',
      outcome: 'solved',
    });
  });

  test('nothing in two ports is the finding that no single look can make', () => {
    const { at, wanted } = walk(...begun, looked([MOUSE]), ['other-computer', 'yes'], looked([MOUSE]));
    expect([at, wanted]).toEqual([
      'DEV.NOT.SEEN',
      { kind: 'concluded', outcome: 'cause', finding: 'peripherals/not-detected' },
    ]);
  });

  test('in another port it appears: then it was the port', () => {
    const { at } = walk(...begun, looked([MOUSE]), ['other-computer', 'cannot'], looked([MOUSE, STICK]));
    expect(at).toBe('DEV.WORKS');
  });

  test('what fails elsewhere too is broken', () => {
    expect(walk(...begun, looked([MOUSE]), ['other-computer', 'no']).wanted).toMatchObject({
      finding: 'peripherals/not-detected',
    });
  });

  test('an error of the port leads to the port', () => {
    const failed = looked([MOUSE], 'peripherals/usb-enumeration-failed');
    const { at, wanted } = walk(...begun, failed, failed, ['other-computer', 'no']);
    expect([at, wanted]).toMatchObject(['DEV.BROKEN', { finding: 'peripherals/usb-enumeration-failed' }]);
  });

  test('a disk that appears and stays closed is that', () => {
    const closed = looked([MOUSE, STICK], 'peripherals/storage-not-mounted');
    expect(walk(...begun, closed).wanted).toMatchObject({ finding: 'peripherals/storage-not-mounted' });
  });

  test('one that was plugged in all the time appears after it was unplugged', () => {
    const { at } = walk(
      looked([MOUSE]),
      ['device-kind', 'usb'],
      ['device-power', 'no-lights'],
      looked([]),
      looked([MOUSE]),
    );
    expect(at).toBe('DEV.WORKS');
  });
});

describe('what needs no plugging in', () => {
  test('an electrical fault is known before anybody is asked', () => {
    expect(walk(looked([], 'peripherals/usb-flapping'))).toMatchObject({
      at: 'DEV.ELECTRIC',
      wanted: { kind: 'do', fixes: ['other-port'] },
    });
  });

  test.each([
    ['bluetooth', 'peripherals/bluetooth-off', 'DEV.BT.ON'],
    ['camera', 'peripherals/camera-blocked', 'DEV.CAM.CAUSE'],
    ['screen', 'peripherals/display-not-detected', 'DEV.SCREEN.CAUSE'],
    ['input', 'peripherals/input-missing', 'DEV.INPUT.CAUSE'],
    ['disk', 'peripherals/storage-not-mounted', 'DEV.DISK.CAUSE'],
  ])('%s: %s leads to %s', (kind, code, at) => {
    expect(walk(looked([], code), ['device-kind', kind]).at).toBe(at);
  });

  test('a headset that comes when it is paired again', () => {
    const { wanted } = walk(
      looked([]),
      ['device-kind', 'bluetooth'],
      ['bt-pairing', 'yes'],
      looked(['bluetooth 4C:87:5D:01:02:03']),
    );
    expect(wanted).toEqual({ kind: 'concluded', outcome: 'solved' });
  });
});

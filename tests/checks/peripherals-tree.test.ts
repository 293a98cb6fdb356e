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
    expect(seen).toMatchObject({ at: 'HW.24.WORKS', wanted: { kind: 'ask', question: 'works' } });
    expect(advance({ tree }, seen, { kind: 'answered', question: 'works', answer: 'yes' }).wanted).toEqual({
      kind: 'concluded',
      outcome: 'solved',
    });
  });

  const TWICE = [looked([MOUSE]), looked([MOUSE]), looked([MOUSE])] as const;

  test.each([
    ['yes', 'HW.21.HERE'],
    ['no', 'HW.21.DEAD'],
    ['cannot', 'HW.21.NOT.SEEN'],
  ])('nothing in two ports is the finding that no single look can make; elsewhere: %s', (answer, end) => {
    const { at, wanted } = walk(...begun, ...TWICE, ['other-computer', answer]);
    expect([at, wanted]).toEqual([
      end,
      { kind: 'concluded', outcome: 'cause', finding: 'peripherals/not-detected' },
    ]);
  });

  test('in another port it appears: then it was the port', () => {
    const { at } = walk(...begun, looked([MOUSE]), looked([MOUSE]), looked([MOUSE, STICK]));
    expect(at).toBe('HW.24.WORKS');
  });

  test('an error of the port leads to the port, and what fails elsewhere too is broken', () => {
    const failed = looked([MOUSE], 'peripherals/usb-enumeration-failed');
    const { at, wanted } = walk(
      ...begun,
      failed,
      failed,
      failed,
      ['still', 'yes'],
      failed,
      ['still', 'yes'],
      ['other-computer', 'no'],
    );
    expect([at, wanted]).toMatchObject(['HW.22.BROKEN', { finding: 'peripherals/usb-enumeration-failed' }]);
  });

  test('a disk that appears and stays closed is opened, and never formatted while it is needed', () => {
    const closed = looked([MOUSE, STICK], 'peripherals/storage-not-mounted');
    const asked = walk(...begun, closed, closed);
    expect(asked).toMatchObject({ at: 'HW.23.DATA', wanted: { question: 'data-on-disk' } });
    const kept = advance({ tree }, asked, { kind: 'unsure', question: 'data-on-disk' });
    expect([kept.at, kept.wanted]).toMatchObject([
      'HW.23.KEEP',
      { finding: 'peripherals/storage-not-mounted' },
    ]);
  });

  test('one that was plugged in all the time appears after it was unplugged', () => {
    const { at } = walk(
      looked([MOUSE]),
      ['device-kind', 'usb'],
      ['device-power', 'no-lights'],
      looked([]),
      looked([MOUSE]),
    );
    expect(at).toBe('HW.24.WORKS');
  });
});

describe('what needs no plugging in', () => {
  test('an electrical fault is known before anybody is asked', () => {
    expect(walk(looked([], 'peripherals/usb-flapping'))).toMatchObject({
      at: 'HW.22.PORT',
      wanted: { kind: 'do', fixes: ['other-port'] },
    });
  });

  test.each([
    ['bluetooth', 'peripherals/bluetooth-off', 'HW.23.BT'],
    ['camera', 'peripherals/camera-blocked', 'HW.23.CAM'],
    ['input', 'peripherals/input-missing', 'HW.23.INPUT'],
    ['disk', 'peripherals/storage-not-mounted', 'HW.23.DISK'],
    ['screen', 'drivers/gpu-fallback', 'HW.23'],
    ['screen', 'peripherals/display-not-detected', 'HW.SCREEN.INPUT'],
  ])('%s: %s leads to %s', (kind, code, at) => {
    expect(walk(looked([], code), ['device-kind', kind]).at).toBe(at);
  });

  test('who does not know what it is is led as if it were on a cable', () => {
    const begun = walk(looked([]));
    expect(advance({ tree }, begun, { kind: 'unsure', question: 'device-kind' }).at).toBe('HW.21');
  });

  test('a headset that comes when it is connected again', () => {
    const { wanted } = walk(
      looked([]),
      ['device-kind', 'bluetooth'],
      ['device-power', 'yes'],
      ['bt-pairing', 'yes'],
      looked(['bluetooth 4C:87:5D:01:02:03']),
    );
    expect(wanted).toEqual({ kind: 'concluded', outcome: 'solved' });
  });
});

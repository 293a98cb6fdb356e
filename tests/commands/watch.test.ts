import { describe, expect, test } from 'vitest';
import {
  begin,
  type Look,
  step,
  verdictOf,
  type WatchEvent,
  type WatchState,
} from '../../src/commands/watch/follow.ts';
import { eventLine, inventoryLines, describe as inWords } from '../../src/commands/watch/text.ts';
import { watchWords } from '../../src/language/watch.ts';
import { type Peripheral, peripheralReads, peripheralsIn } from '../../src/sources/peripherals.ts';
import type { UsbEvent } from '../../src/sources/usb/log.ts';
import type { UsbDevice } from '../../src/sources/usb.ts';
import { factsOf, ok } from '../facts.ts';

const mouse: Peripheral = {
  id: 'usb 1-2 0627:0001',
  bus: 'usb',
  name: 'QEMU USB Mouse',
  place: '1-2',
  drivers: ['usbhid'],
  speedMbps: 480,
  trouble: null,
  connectedMs: null,
};
const stick: Peripheral = {
  ...mouse,
  id: 'usb 1-3 0781:5567',
  name: 'Cruzer',
  place: '1-3',
  drivers: ['usb-storage'],
};

const told = (events: readonly WatchEvent[]): readonly string[] =>
  events.map((event) => `${event.kind} ${event.kind === 'error' ? event.port : event.item.name}`);

/** What is told at each look, and where things stand at the end. */
const follow = (first: readonly Peripheral[], ...looks: readonly Partial<Look>[]) => {
  let state: WatchState = begin(first);
  const lines = looks.map((look, at) => {
    const next = step(state, { seconds: at + 1, items: first, said: [], ...look });
    state = next.state;
    return told(next.events);
  });
  return { lines, state };
};

describe('two looks', () => {
  test('what came and what went', () => {
    const { lines, state } = follow(
      [mouse],
      { items: [mouse, stick] },
      { items: [stick] },
      { items: [stick] },
    );
    expect(lines).toEqual([['appeared Cruzer'], ['gone QEMU USB Mouse'], []]);
    expect(state.counts).toEqual({ appeared: 1, gone: 1, errors: 0, troubles: 0 });
  });

  test('another thing at the same port is another thing', () => {
    const other = { ...stick, id: 'usb 1-2 0781:5567', place: '1-2' };
    expect(follow([mouse], { items: [other] }).lines).toEqual([['gone QEMU USB Mouse', 'appeared Cruzer']]);
  });

  test('a driver that comes later is told, one that goes first is not', () => {
    const early = { ...stick, drivers: [] };
    expect(
      follow([], { items: [early] }, { items: [stick] }, { items: [early] }, { items: [] }).lines,
    ).toEqual([['appeared Cruzer'], ['changed Cruzer'], [], ['gone Cruzer']]);
  });

  test('no driver is trouble when it stays so, and is told once', () => {
    const idle: Peripheral = { ...stick, drivers: [], trouble: 'no-driver' };
    const at = (seconds: number) => ({ seconds, items: [idle] });
    const { lines, state } = follow([], at(1), at(2.4), at(2.5), at(3));
    expect(lines).toEqual([['appeared Cruzer'], [], ['trouble Cruzer'], []]);
    expect(state.counts.troubles).toBe(1);
    // What was there before has had its time.
    expect(follow([idle], at(5), at(9)).lines).toEqual([[], []]);
  });

  test('what came while the command was starting came for it', () => {
    const young = { ...stick, connectedMs: 900 };
    const state = begin([mouse, young], 3000);
    expect(told(step(state, { seconds: 0, items: [mouse, young], said: [] }).events)).toEqual([
      'appeared Cruzer',
    ]);
    expect(begin([{ ...stick, connectedMs: 3000 }], 3000).items).toHaveLength(1);
  });

  test('what a port says of itself is told, that something came by the kernel is not told twice', () => {
    const event = (kind: UsbEvent['kind']): UsbEvent => ({
      kind,
      port: '1-4',
      seconds: 9,
      error: -71,
      text: kind,
    });
    const said = (['attached', 'not-answering', 'failed', 'detached'] as const).map(event);
    expect(follow([], { said }).lines).toEqual([['error 1-4', 'error 1-4']]);
  });
});

test('the verdict: nothing new says nothing, a port that gives up is critical', () => {
  const none = { appeared: 0, gone: 0, errors: 0, troubles: 0 };
  expect(verdictOf(none, false)).toBe('unknown');
  expect(verdictOf({ ...none, appeared: 1 }, false)).toBe('ok');
  expect(verdictOf({ ...none, appeared: 1, troubles: 1 }, false)).toBe('warning');
  expect(verdictOf({ ...none, errors: 1 }, false)).toBe('warning');
  expect(verdictOf({ ...none, errors: 1 }, true)).toBe('critical');
});

describe.each(['en', 'ru'] as const)('in words (%s)', (language) => {
  const words = watchWords(language);

  test('names, ports, speed and driver on one line; hubs indent what hangs on them', () => {
    const lines = inventoryLines([mouse, { ...stick, place: '1-3.1' }], words);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^ {2}1-2: QEMU USB Mouse, 480.+usbhid$/);
    expect(lines[2]).toMatch(/^ {4}1-3\.1: Cruzer/);
  });

  test('a name is text, whatever it says', () => {
    const evil = { ...mouse, name: 'Mouse\u001b]0;owned\u0007\n+0.1 s gone' };
    const line = eventLine({ kind: 'appeared', seconds: 1.25, item: evil }, words);
    expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
    const error = { kind: 'error', seconds: 1, what: 'failed', port: '1-4', text: 'x\u001b[2J' } as const;
    expect(eventLine(error, words)).not.toContain('\u001b');
  });

  test('each trouble, and what to do when nothing came', () => {
    for (const trouble of ['kept-out', 'not-configured', 'problem-code', 'no-edid'] as const) {
      expect(inWords({ ...mouse, trouble }, words)).toContain(words.troubles[trouble]);
    }
    const none = { appeared: 0, gone: 0, errors: 0, troubles: 0 };
    expect(words.summary(none, 15).join('\n')).toContain('peripherals/not-detected');
    expect(words.summary({ ...none, appeared: 1, errors: 2, troubles: 1 }, 15)).toHaveLength(3);
  });
});

test('what is there, of every bus; root hubs are the computer itself', () => {
  const usb: UsbDevice = {
    port: '1-2',
    vendorId: '0627',
    productId: '0001',
    name: 'QEMU USB Mouse',
    serial: null,
    speedMbps: 480,
    classId: '00',
    interfaces: [],
    authorized: true,
    configured: true,
    maxPowerMa: 100,
  };
  const items = peripheralsIn(
    factsOf(peripheralReads, {
      usbDevices: ok([usb, { ...usb, port: 'usb1' }, { ...usb, port: '1-4', authorized: false }]),
      connectors: ok([
        {
          name: 'HDMI-A-1',
          card: 'card0',
          status: 'connected' as const,
          hasEdid: true,
          bestMode: '1920x1080',
        },
        { name: 'DP-1', card: 'card0', status: 'disconnected' as const, hasEdid: false, bestMode: null },
      ]),
      cameras: ok([{ node: 'video0', name: 'Webcam' }]),
      inputDevices: ok([
        { id: 'input1', name: 'Power Button', kind: 'other' as const, inhibited: false },
        { id: 'input2', name: 'Mouse', kind: 'pointer' as const, inhibited: false },
      ]),
      bluetoothAdapters: ok(['hci0']),
    }),
  );
  expect(items.map(({ id, trouble }) => [id, trouble])).toEqual([
    ['bluetooth hci0', null],
    ['camera video0', null],
    ['input input2 Mouse', null],
    ['screen card0-HDMI-A-1', null],
    ['usb 1-2 0627:0001', null],
    ['usb 1-4 0627:0001', 'kept-out'],
  ]);
});

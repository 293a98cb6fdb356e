/** Keyboards, mice, touchpads and screens to touch, as the kernel's input layer knows them. */
import type { Raw } from '../contract.ts';
import { source, unparsable } from '../contract.ts';

export interface InputDevice {
  /** `input5` */
  readonly id: string;
  readonly name: string;
  readonly kind: 'keyboard' | 'pointer' | 'touchscreen' | 'other';
  /** Switched off by a key, a folded screen or a program (Linux 5.11). */
  readonly inhibited: boolean;
}

export const inputDevices = source({
  id: 'input.devices',
  os: ['linux'],
  request: {
    kind: 'attributes',
    folder: '/sys/class/input',
    names: ['name', 'inhibited', 'properties', 'capabilities/key', 'capabilities/rel', 'capabilities/abs'],
  },
  parse: ({ entries }): readonly InputDevice[] => parseInput(entries),
});

type Entries = Raw['attributes']['entries'];

export const parseInput = (entries: Entries): readonly InputDevice[] =>
  Object.entries(entries).flatMap(([id, found]) => {
    const text = (key: string): string => {
      const value = found[key];
      return value !== undefined && 'text' in value ? value.text.trim() : '';
    };
    // event5, mouse1 and js0 are ways to read an input5.
    if (!/^input\d+$/.test(id) || text('capabilities/key') === '') return [];
    const has = (name: string, bit: number): boolean => hasBit(text(name), bit);
    const isTouch = has('capabilities/key', BTN_TOUCH) && has('capabilities/abs', 0);
    const isMouse = has('capabilities/rel', 0) && has('capabilities/key', BTN_LEFT);
    const kind =
      isTouch && has('properties', PROP_DIRECT)
        ? 'touchscreen'
        : isMouse || isTouch || (has('capabilities/abs', 0) && has('capabilities/key', BTN_LEFT))
          ? 'pointer'
          : LETTERS.every((bit) => has('capabilities/key', bit))
            ? 'keyboard'
            : 'other';
    return [{ id, name: text('name'), kind, inhibited: text('inhibited') === '1' }];
  });

/** linux/input-event-codes.h: KEY_Q to KEY_P; a power button is no keyboard. */
const LETTERS = [16, 17, 18, 19, 20, 21, 22, 23, 24, 25];
const BTN_LEFT = 0x110;
const BTN_TOUCH = 0x14a;
const PROP_DIRECT = 1;
const WORD_BITS = 64;

/** `120013 0 e080ffdf01cfffff`: words of 64 bits, the lowest last. A kernel of 32 bits has other words: they fit no letter run by accident only. */
const hasBit = (words: string, bit: number): boolean => {
  const list = words.split(/\s+/).filter((word) => word !== '');
  for (const word of list) if (!/^[0-9a-f]{1,16}$/.test(word)) throw unparsable(words);
  const word = list.at(-1 - Math.floor(bit / WORD_BITS));
  return word !== undefined && ((BigInt(`0x${word}`) >> BigInt(bit % WORD_BITS)) & 1n) === 1n;
};

/** A text as people paste it: values of every kind in the outputs of programs, and lines that must stay. */
import { type Control, controls } from './controls.ts';
import { HARDWARE } from './hardware.ts';
import { KEYS } from './keys.ts';
import type { Item, Kind } from './kind.ts';
import { NAMES } from './names.ts';
import { NETWORK } from './network.ts';
import { PASSWORDS } from './passwords.ts';
import { PEOPLE } from './people.ts';
import { type Chance, chance } from './random.ts';
import { TOKENS } from './tokens.ts';

export interface Corpus {
  readonly items: readonly Item[];
  readonly controls: readonly Control[];
  readonly text: string;
}

export const KINDS: readonly Kind[] = [
  ...NETWORK,
  ...NAMES,
  ...PEOPLE,
  ...HARDWARE,
  ...PASSWORDS,
  ...TOKENS,
  ...KEYS,
];

/** Each format of a kind is used, and so often that a kind has this many values at least. */
const AT_LEAST = 15;
const CONTROL_TIMES = 4;

export const corpus = (seed: number): Corpus => {
  const random = chance(seed);
  const used = new Set<string>();
  const items = KINDS.flatMap((kind) => {
    const count = Math.max(AT_LEAST, kind.formats.length);
    return Array.from({ length: count }, (_, at): Item => {
      const value = fresh(kind, random, used);
      const format = kind.formats[at % kind.formats.length];
      return { area: kind.area, kind: kind.name, value, text: format?.(value, random) ?? '' };
    });
  });
  const kept = controls(random, CONTROL_TIMES);
  const text = shuffled(
    [...items, ...kept].map((one) => one.text),
    random,
  ).join('\n\n');
  return { items, controls: kept, text };
};

const fresh = ({ value }: Kind, random: Chance, used: Set<string>): string => {
  for (;;) {
    const found = value(random);
    if (used.has(found)) continue;
    used.add(found);
    return found;
  }
};

const shuffled = <T>(list: readonly T[], random: Chance): readonly T[] =>
  list
    .map((entry) => ({ entry, place: random.int(0, 2 ** 30) }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);

/** Facts and why they cannot be compared, in words. */

import type { Area, Fact } from '../../compare/fact.ts';
import type { CompareWords } from '../../language/compare.en.ts';
import { oneLine } from '../../output/untrusted.ts';

/** Areas whose values are ours and not the machine's. */
const OURS: ReadonlySet<Area> = new Set([
  ...(['rights', 'mount', 'adapter', 'link', 'ipv4', 'ipv6', 'gateway', 'dns', 'card'] as const),
]);

export const sayName = (area: Area, key: string, words: CompareWords): string =>
  [words.areas[area], key]
    .map(oneLine)
    .filter((part) => part !== '')
    .join(' ');

export const sayValue = (
  area: Area,
  { value, room }: Pick<Fact, 'value' | 'room'>,
  words: CompareWords,
): string => {
  if (room !== undefined)
    return words.room(words.gigabytes(room.freeBytes), words.gigabytes(room.totalBytes));
  const text = oneLine(value ?? '');
  if (!OURS.has(area)) return text;
  return text
    .split(', ')
    .map((part) => (Object.hasOwn(words.values, part) ? (words.values[part] ?? part) : part))
    .join(', ');
};

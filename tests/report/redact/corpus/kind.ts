/** What a kind of value looks like, and the outputs of programs that it stands in. */
import type { Chance } from './random.ts';

export type Area = 'network' | 'identity' | 'hardware' | 'secret';

export type Format = (value: string, chance: Chance) => string;

export interface Kind {
  readonly area: Area;
  readonly name: string;
  readonly value: (chance: Chance) => string;
  readonly formats: readonly Format[];
}

export interface Item {
  readonly area: Area;
  readonly kind: string;
  /** What must not be left. Stands in `text` and nowhere else in the corpus. */
  readonly value: string;
  readonly text: string;
}

export const kind = (
  area: Area,
  name: string,
  value: (chance: Chance) => string,
  formats: readonly Format[],
): Kind => ({ area, name, value, formats });

/** The time and program at the beginning of a syslog line, of a computer whose name does not count. */
export const syslog = (chance: Chance, program: string): string => {
  const two = (from: number, to: number) => String(chance.int(from, to)).padStart(2, '0');
  return `Mar ${two(10, 28)} ${two(0, 23)}:${two(0, 59)}:${two(0, 59)} workbench ${program}[${chance.int(400, 9999)}]: `;
};

/** How much of a corpus a redactor hides, and how much of what must stay it leaves alone. */
import type { Control } from './controls.ts';
import type { Corpus } from './corpus.ts';
import type { Item } from './kind.ts';

export interface Row {
  readonly name: string;
  readonly area: string;
  readonly right: number;
  readonly all: number;
}

export interface Score {
  readonly kinds: readonly Row[];
  readonly groups: readonly Row[];
  readonly left: readonly Item[];
  readonly lost: readonly Control[];
  /** 0 to 1. */
  readonly recall: number;
  readonly kept: number;
}

export const score = ({ items, controls, text }: Corpus, redact: (text: string) => string): Score => {
  const out = redact(text);
  const lines = new Set(out.split('\n'));
  const left = items.filter(({ value }) => out.includes(value));
  const lost = controls.filter((control) => !lines.has(control.text));
  return {
    left,
    lost,
    recall: 1 - left.length / items.length,
    kept: 1 - lost.length / controls.length,
    kinds: rows(
      items.map(({ area, kind }) => ({ area, name: kind })),
      left.map(({ kind }) => kind),
    ),
    groups: rows(
      controls.map(({ group }) => ({ area: 'stays', name: group })),
      lost.map(({ group }) => group),
    ),
  };
};

const rows = (
  all: readonly { readonly area: string; readonly name: string }[],
  wrong: readonly string[],
): readonly Row[] =>
  [...new Map(all.map((one) => [one.name, one])).values()].map(({ area, name }) => {
    const count = all.filter((one) => one.name === name).length;
    return { area, name, all: count, right: count - wrong.filter((one) => one === name).length };
  });

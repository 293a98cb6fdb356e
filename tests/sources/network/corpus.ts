/** Captured outputs by tool, and how a parser did on each of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { Unreadable } from '../../../src/contract.ts';
import { hasShared, sharedDir } from '../../shared.ts';

export interface Sample {
  /** Below the corpus: `ping/jc-pi/ping-ip-O-D.out`. */
  readonly name: string;
  readonly text: string;
  /** What another project reads out of it, where that stands beside it. */
  readonly expected: unknown;
}

/** All captured files of a tool whose path fits, in their order. */
export const samples = (tool: string, fits: RegExp): readonly Sample[] => {
  if (!hasShared) return [];
  const folder = sharedDir('corpus', tool);
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .filter((name) => fits.test(name))
    .sort()
    .map((name) => ({
      name: `${tool}/${name}`,
      text: readFileSync(`${folder}/${name}`, 'utf8'),
      expected: expectation(`${folder}/${name}`),
    }));
};

const expectation = (path: string): unknown => {
  const beside = [path.replace(/\.out$/, '.json'), `${path}.json`, path.replace(/\.raw$/, '.yml')];
  for (const other of beside) {
    if (other === path || !existsSync(other)) continue;
    // YAML holds JSON.
    return parse(readFileSync(other, 'utf8'));
  }
  return undefined;
};

export type Tried<T> =
  | { readonly status: 'read'; readonly value: T }
  | { readonly status: 'refused'; readonly why: string };

/** Only a refusal in the parser's own words counts as one; anything else thrown is our bug. */
export const attempt = <T>(parse: () => T): Tried<T> => {
  try {
    return { status: 'read', value: parse() };
  } catch (cause) {
    if (cause instanceof Unreadable) return { status: 'refused', why: cause.message };
    throw cause;
  }
};

/** Every number in it is one, and no text that should hold something is empty. */
export const flawsIn = (value: unknown, path = ''): readonly string[] => {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== 'object' || value === null) return value === undefined ? [`${path}: undefined`] : [];
  return Object.entries(value).flatMap(([key, entry]) => flawsIn(entry, `${path}.${key}`));
};

/** A text that is one of these with something cut out and something else put in, or any text at all. */
export const mutated = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ maxLength: 200 }),
    fc
      .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 80 }), fc.string({ maxLength: 20 }))
      .map(([text, at, cut, put]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + put + text.slice(start + cut);
      }),
  );

/** Whatever comes: a value without flaws, or a refusal in our own words. Anything else throws. */
export const survives = (texts: readonly string[], parse: (text: string) => unknown): void => {
  fc.assert(
    fc.property(mutated(texts), (text) => {
      const tried = attempt(() => parse(text));
      if (tried.status === 'read') expect(flawsIn(tried.value)).toEqual([]);
      else expect(tried.why.length).toBeLessThanOrEqual(201);
    }),
    { numRuns: 400 },
  );
};

/** How many of these are read and how many refused, and the line quoted for each of the refused. */
export const tally = (all: readonly Sample[], parse: (text: string) => unknown) => {
  const tried = all.map(({ name, text }) => ({ name, ...attempt(() => parse(text)) }));
  return {
    read: tried.filter(({ status }) => status === 'read').map(({ name }) => name),
    refused: Object.fromEntries(
      tried.flatMap((one) => (one.status === 'refused' ? [[one.name, one.why]] : [])),
    ),
  };
};

/** What holds for every parser: any text gives a value of the right shape, or `Unreadable`. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { Unreadable } from '../../src/contract.ts';

/** Runs a parser on random text and on real text with random damage; `holds` looks at what it returned. */
export const neverHalf = <T>(parse: (text: string) => T, holds: (value: T) => boolean, sample = ''): void => {
  const damaged = fc
    .tuple(fc.nat(Math.max(0, sample.length - 1)), fc.nat(40), fc.string({ maxLength: 12 }))
    .map(([at, cut, put]) => sample.slice(0, at) + put + sample.slice(at + cut));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), damaged), (text) => {
      try {
        return holds(parse(text));
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
        return true;
      }
    }),
    { numRuns: 300 },
  );
};

export const isCount = (value: number): boolean => Number.isFinite(value) && value >= 0;

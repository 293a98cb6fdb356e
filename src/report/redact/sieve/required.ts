/**
 * What a regular expression cannot match without: a set of literals, folded, of which every match contains at least
 * one. Read off the expression itself, so that no rule has to say it and none can say it wrong.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { folded } from './fold.ts';

type Literals = readonly string[];

/** More alternatives than this are no help. */
const MAX_LITERALS = 400;
/** Nor is it to write out a sequence in more ways. */
const MAX_WAYS = 36;
/** What is longer is there no less often. */
const MAX_LENGTH = 24;
const EMPTY: Literals = [''];

/** Undefined where there is no such set. */
export const requiredBy = (pattern: RegExp): Literals | undefined => {
  const { pattern: parsed } = new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(String(pattern));
  return anyOf(parsed.alternatives, EMPTY);
};

/** `before`: in which ways the text right before them ends. */
const anyOf = (alternatives: readonly AST.Alternative[], before: Literals): Literals | undefined => {
  const sets = alternatives.map((alternative) => inSequence(alternative, before));
  const known = sets.filter((set) => set !== undefined);
  if (known.length < sets.length) return undefined;
  const union = [...new Set(known.flat())];
  return union.length > MAX_LITERALS ? undefined : union;
};

/** Of everything that has to be there, what is least likely to be there by chance. */
const inSequence = ({ elements }: AST.Alternative, before: Literals): Literals | undefined => {
  const candidates: Literals[] = [];
  const last = elements.reduce((run, element) => afterElement(element, run, candidates), before);
  candidates.push(last);
  return candidates
    .filter((literals) => literals.every((literal) => literal !== ''))
    .map((literals) => ({ literals, chance: chance(literals) }))
    .sort((a, b) => a.chance - b.chance)[0]?.literals;
};

/** `run`: the ways in which what was read so far may end. Gives those behind this element, and adds what it tells. */
const afterElement = (element: AST.Element, run: Literals, candidates: Literals[]): Literals => {
  const tell = (literals: Literals | undefined): void => {
    if (literals !== undefined) candidates.push(literals);
  };
  const ways = waysOf(element);
  if (ways !== undefined) {
    const longer = joined(run, ways);
    if (longer === undefined || ways.length > 1) tell(run);
    return longer ?? ways;
  }
  if (element.type === 'Assertion') {
    // What is looked for ahead or behind stands in the text too, only not in the match.
    if ('alternatives' in element && !element.negate)
      tell(anyOf(element.alternatives, element.kind === 'lookahead' ? run : EMPTY));
    return run;
  }
  if (element.type === 'CapturingGroup' || element.type === 'Group') {
    const [only, ...others] = element.alternatives;
    if (only !== undefined && others.length === 0)
      return only.elements.reduce((end, inner) => afterElement(inner, end, candidates), run);
    tell(run);
    tell(anyOf(element.alternatives, run));
    return EMPTY;
  }
  if (element.type === 'Quantifier' && element.min > 0) {
    const once = waysOf(element.element);
    if (once !== undefined) {
      const least = repeated(once, element.min);
      tell(run);
      tell(joined(run, least));
      return least;
    }
    const end = afterElement(element.element, run, candidates);
    // Behind the first time others may follow.
    tell(end);
    return EMPTY;
  }
  tell(run);
  return EMPTY;
};

/** All that an element can match, where that is little. */
const waysOf = (element: AST.Element): Literals | undefined => {
  switch (element.type) {
    case 'Character':
      return [folded(String.fromCodePoint(element.value))];
    case 'CharacterClass':
      return few(signsOf(element));
    case 'CharacterSet':
      return element.kind === 'digit' && !element.negate ? ['0'] : undefined;
    case 'CapturingGroup':
    case 'Group':
      return few(union(element.alternatives.map((alternative) => sequenceWays(alternative))));
    case 'Quantifier': {
      const once = waysOf(element.element);
      if (once === undefined) return undefined;
      if (element.min === element.max) return exactly(once, element.min);
      return element.max === 1 ? few(['', ...once]) : undefined;
    }
    default:
      return undefined;
  }
};

const sequenceWays = ({ elements }: AST.Alternative): Literals | undefined => {
  let ways: Literals | undefined = EMPTY;
  for (const element of elements) {
    const more = waysOf(element);
    ways = ways === undefined || more === undefined ? undefined : joined(ways, more, true);
  }
  return ways;
};

const signsOf = ({ negate, elements }: AST.CharacterClass): Literals | undefined =>
  negate
    ? undefined
    : union(
        elements.map((one) => {
          if (one.type === 'Character') return [folded(String.fromCodePoint(one.value))];
          if (one.type === 'CharacterSet') return one.kind === 'digit' && !one.negate ? ['0'] : undefined;
          if (one.type !== 'CharacterClassRange' || one.max.value - one.min.value > MAX_WAYS)
            return undefined;
          return Array.from({ length: one.max.value - one.min.value + 1 }, (_, at) =>
            folded(String.fromCodePoint(one.min.value + at)),
          );
        }),
      );

const union = (sets: readonly (Literals | undefined)[]): Literals | undefined =>
  sets.some((set) => set === undefined) ? undefined : [...new Set(sets.flatMap((set) => set ?? []))];

const few = (literals: Literals | undefined): Literals | undefined =>
  literals === undefined || literals.length > MAX_WAYS ? undefined : literals;

/** Undefined where these were too many, or longer than is of use, unless nothing may be missing. */
const joined = (first: Literals, then: Literals, isWhole = false): Literals | undefined => {
  if (first.length * then.length > MAX_WAYS) return undefined;
  const all = first.flatMap((start) => then.map((end) => start + end));
  return isWhole || all.every(({ length }) => length <= MAX_LENGTH) ? [...new Set(all)] : undefined;
};

const exactly = (once: Literals, times: number): Literals | undefined => {
  let all: Literals | undefined = times > MAX_LENGTH ? undefined : EMPTY;
  for (let time = 0; time < times; time++) all = all === undefined ? undefined : joined(all, once, true);
  return all;
};

/** So many times, or as many of them as can be written out. */
const repeated = (once: Literals, times: number): Literals => {
  let all = EMPTY;
  for (let time = 0; time < times; time++) {
    const more = joined(all, once);
    if (more === undefined) break;
    all = more;
  }
  return all;
};

/** How often one of them stands at a place by chance, roughly; of many there must be a use. */
const chance = (literals: Literals): number =>
  (1 + literals.length / 20) *
  literals.reduce(
    (sum, literal) => sum + [...literal].reduce((product, sign) => product * signChance(sign), 1),
    0,
  );

const signChance = (sign: string): number => {
  if (sign === '0') return 0.2;
  if (sign === ' ') return 0.15;
  if (sign !== sign.toUpperCase()) return 0.04;
  return '.:-/=\n'.includes(sign) ? 0.05 : 0.01;
};

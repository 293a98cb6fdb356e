/**
 * What a regular expression cannot match without: a set of literals, in lower case, of which every match contains
 * at least one. Read off the expression itself, so that no rule has to say it and none can say it wrong.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp';

type Literals = readonly string[];

/** More alternatives than this are no help. */
const MAX_LITERALS = 120;

/** Undefined where there is no such set. */
export const requiredBy = (pattern: RegExp): Literals | undefined => {
  const { pattern: parsed } = new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(String(pattern));
  return anyOf(parsed.alternatives);
};

const anyOf = (alternatives: readonly AST.Alternative[]): Literals | undefined => {
  const sets = alternatives.map(inSequence);
  const known = sets.filter((set) => set !== undefined);
  if (known.length < sets.length) return undefined;
  const union = [...new Set(known.flat())];
  return union.length > MAX_LITERALS ? undefined : union;
};

/** Of everything that has to be there, what is least likely to be there by chance. */
const inSequence = ({ elements }: AST.Alternative): Literals | undefined => {
  const candidates: Literals[] = [];
  let run = '';
  for (const element of elements) {
    const literal = literalOf(element);
    if (literal !== undefined) {
      run += literal;
      continue;
    }
    if (run !== '') candidates.push([run]);
    run = '';
    const inner = required(element);
    if (inner !== undefined) candidates.push(inner);
  }
  if (run !== '') candidates.push([run]);
  return candidates.sort((a, b) => rarity(b) - rarity(a))[0];
};

const rarity = (literals: Literals): number =>
  Math.min(...literals.map(({ length }) => length)) - literals.length / 1000;

/** A single character, whatever its case. */
const literalOf = (element: AST.Element): string | undefined =>
  element.type === 'Character' ? String.fromCodePoint(element.value).toLowerCase() : undefined;

const required = (element: AST.Element): Literals | undefined => {
  switch (element.type) {
    case 'CapturingGroup':
    case 'Group':
      return anyOf(element.alternatives);
    case 'Assertion':
      // What is looked for ahead or behind stands in the text too, only not in the match.
      return 'alternatives' in element && !element.negate ? anyOf(element.alternatives) : undefined;
    case 'Quantifier':
      return element.min === 0 ? undefined : (single(element.element) ?? required(element.element));
    case 'CharacterClass':
      return oneOf(element);
    default:
      return undefined;
  }
};

const single = (element: AST.Element): Literals | undefined => {
  const literal = literalOf(element);
  return literal === undefined ? undefined : [literal];
};

const MAX_CLASS = 6;

/** A class of few characters, such as `[=:]`. */
const oneOf = ({ negate, elements }: AST.CharacterClass): Literals | undefined => {
  if (negate || elements.length > MAX_CLASS) return undefined;
  const literals = elements.map((one) =>
    one.type === 'Character' ? String.fromCodePoint(one.value).toLowerCase() : undefined,
  );
  return literals.every((one) => one !== undefined) ? [...new Set(literals)] : undefined;
};

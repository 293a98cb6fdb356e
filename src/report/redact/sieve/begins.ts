/** With what a line has to begin for a regular expression to match there: one that starts with `^`. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Whether a character may stand there; undefined where anything may, or the match may begin elsewhere. */
export type Begins = (unit: number) => boolean;

const ASCII = 128;

export const beginsOf = (pattern: RegExp): Begins | undefined => {
  const { pattern: parsed } = new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(String(pattern));
  const first = parsed.alternatives.map((alternative) => afterStart(flat(alternative)));
  if (first.some((one) => one === undefined)) return undefined;
  const sign = new RegExp(`^(?:${first.join('|')})$`, pattern.flags.replace(/[gm]/g, ''));
  const table = Uint8Array.from({ length: ASCII }, (_, unit) =>
    sign.test(String.fromCharCode(unit)) ? 1 : 0,
  );
  return (unit) => unit >= ASCII || table[unit] === 1;
};

/** Groups of one alternative say no more than what is in them. */
const flat = ({ elements }: AST.Alternative): readonly AST.Element[] =>
  elements.flatMap((element) => {
    const isGroup = element.type === 'Group' || element.type === 'CapturingGroup';
    const [only, ...others] = isGroup ? element.alternatives : [];
    return only !== undefined && others.length === 0 ? flat(only) : [element];
  });

const afterStart = ([start, ...rest]: readonly AST.Element[]): string | undefined =>
  start?.type === 'Assertion' && start.kind === 'start' ? firstOf(rest) : undefined;

/** The first character of what these match, as the source of an expression. */
const firstOf = ([element, ...rest]: readonly AST.Element[]): string | undefined => {
  if (element === undefined) return undefined;
  switch (element.type) {
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      return element.raw;
    case 'Assertion':
      return firstOf(rest);
    case 'Group':
    case 'CapturingGroup': {
      const all = element.alternatives.map(({ elements }) => firstOf([...elements, ...rest]));
      return all.some((one) => one === undefined) ? undefined : all.join('|');
    }
    case 'Quantifier': {
      const own = firstOf([element.element, ...rest]);
      const beyond = element.min === 0 ? firstOf(rest) : '';
      if (own === undefined || beyond === undefined) return undefined;
      return beyond === '' ? own : `${own}|${beyond}`;
    }
    default:
      return undefined;
  }
};

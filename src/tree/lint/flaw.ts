/** A mistake in a tree: where it is, and what it is. The words are made when somebody reads. */
import type { Language } from '../../contract.ts';
import type { FlawWords } from '../../language/tree-flaws.en.ts';
import { flawWords } from '../../language/tree-flaws.ts';
import { oneLine } from '../../output/untrusted.ts';

export type Rule = keyof FlawWords;

/** Where it is: keys of the tree, from the outside in. Empty for the tree as a whole. */
export type Place = readonly (string | number)[];

export type Flaw = {
  readonly [R in Rule]: {
    readonly rule: R;
    /** The module, or the id of a tree of one's own. */
    readonly tree: string;
    /** A node, or a complaint; absent for the tree as a whole. */
    readonly node?: string;
    readonly key: Place;
    readonly params: Parameters<FlawWords[R]>[0];
  };
}[Rule];

/** What a rule finds; in which tree is added later. */
export type Found = Flaw extends infer F ? (F extends Flaw ? Omit<F, 'tree'> : never) : never;

/** `connectivity, NET.1, to.yes: there is no node NET.99`. */
export const flawLine = (flaw: Flaw, language: Language): string => {
  const { tree, node, key } = flaw;
  const where = [tree, ...(node === undefined ? [] : [node]), ...(key.length === 0 ? [] : [keyText(key)])];
  return oneLine(`${where.join(', ')}: ${flawText(flaw, language)}`);
};

/** The same without its place. */
export const flawText = ({ rule, params }: Flaw, language: Language): string => {
  // Each rule stands with the params of its own words.
  const say = flawWords(language)[rule] as (params: Flaw['params']) => string;
  return say(params);
};

/** `branches[0].to`. */
const keyText = (key: Place): string =>
  key.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );

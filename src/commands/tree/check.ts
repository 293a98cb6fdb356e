/** `tree --check`: what is wrong with the trees, a line a mistake. */
import type { AnyCheck, Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { treeWords } from '../../language/tree.ts';
import { flawLine } from '../../tree/lint/flaw.ts';
import { flawsIn, sharedSymptoms } from '../../tree/lint.ts';
import { chosenTree, type Trees } from './named.ts';

export interface Looked {
  readonly status: number;
  readonly text: string;
}

/** All trees where none is named. `mistakes`: what reading one's own has shown already. */
export const looked = async (
  checks: readonly AnyCheck[],
  trees: Trees,
  mistakes: readonly string[],
  name: string,
  language: Language,
): Promise<Looked> => {
  const words = treeWords(language);
  if (name !== '' && mistakes.length > 0 && !(await isThere(name, trees))) return told(mistakes, language);
  const named = name === '' ? undefined : (await chosenTree(name, trees)).check;
  const isOwn = trees.own.some(({ check }) => check === named);
  const wanted = isOwn
    ? []
    : named === undefined
      ? trees.built
      : trees.built.filter(({ id }) => id === named.id);
  const codes = checks.flatMap(({ messages }) => Object.keys(messages.en.findings));
  const flaws = [
    ...wanted.flatMap((check) => flawsIn(check.tree, check, codes)),
    ...sharedSymptoms(trees.built).filter((flaw) => wanted.some(({ id }) => id === flaw.tree)),
  ];
  const lines = [
    ...flaws.map((flaw) => flawLine(flaw, language)),
    // Where a tree of the modules is named, nobody asks about others.
    ...(named === undefined || isOwn ? mistakes : []),
  ];
  if (lines.length > 0) return told(lines, language);
  const number = named === undefined ? trees.built.length + trees.own.length : 1;
  return { status: EXIT.ok, text: `${words.clean(number)}\n` };
};

const told = (lines: readonly string[], language: Language): Looked => ({
  status: EXIT.warning,
  text: `${[...lines, '', treeWords(language).mistakes(lines.length)].join('\n')}\n`,
});

/** A tree of one's own that has mistakes is not there, and may be the one that is meant. */
const isThere = (name: string, trees: Trees): Promise<boolean> =>
  chosenTree(name, trees).then(
    () => true,
    () => false,
  );

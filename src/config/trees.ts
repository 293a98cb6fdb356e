/** Decision trees of one's own: read, held against what exists, compiled, and looked through by the linter. */
import type { AnyCheck, Language } from '../contract.ts';
import { UserError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import { oneLine } from '../output/untrusted.ts';
import { type Flaw, flawText } from '../tree/lint/flaw.ts';
import { flawsIn } from '../tree/lint.ts';
import type { Config } from './load.ts';
import { compile, type OwnTree } from './trees/compile.ts';
import { type Mistake, mistake, type Place, placeText } from './trees/mistake.ts';
import { namesOf } from './trees/names.ts';
import { parseTree } from './trees/parse.ts';
import { type Sourced, sourcesOf } from './trees/source.ts';

export type { OwnTree } from './trees/compile.ts';

export interface OwnTrees {
  readonly trees: readonly OwnTree[];
  /** One a line: file, line, key, what is wrong. */
  readonly mistakes: (language: Language) => readonly string[];
}

/** `checks`: all modules. Trees with a mistake are left out. */
export const readTrees = (
  { file, trees = [] }: Pick<Config, 'file' | 'trees'>,
  checks: readonly AnyCheck[],
): OwnTrees => {
  if (file === undefined || trees.length === 0) return { trees: [], mistakes: () => [] };
  const taken = new Map(
    checks.flatMap(({ id, symptoms = [] }) => symptoms.map((symptom) => [symptom.id, id] as const)),
  );
  const good: OwnTree[] = [];
  const said: ((language: Language) => string)[] = [];
  for (const source of sourcesOf(file, trees)) {
    const { tree, mistakes } = treeIn(source, checks, taken);
    said.push(...mistakes.map((one) => lineFor(source, one)));
    if (tree === undefined) continue;
    taken.set(tree.id, source.file);
    good.push(tree);
  }
  return { trees: good, mistakes: (language) => said.map((say) => say(language)) };
};

/** The same, where a mistake is the end. */
export const treesFrom = (
  config: Pick<Config, 'file' | 'trees'>,
  checks: readonly AnyCheck[],
): readonly OwnTree[] => {
  const { trees, mistakes } = readTrees(config, checks);
  const [en, ru] = [mistakes('en'), mistakes('ru')];
  if (en.length === 0) return trees;
  throw new UserError(
    'E_TREES',
    told('A decision tree in the configuration has a mistake', en),
    'techsupport tree --check names all of them; docs/own-trees.md tells how a tree is written.',
    {
      exitCode: EXIT.config,
      ru: {
        message: told('В дереве решений из настроек ошибка', ru),
        hint: 'Все ошибки назовёт techsupport tree --check; как пишется дерево, рассказывает docs/own-trees.md.',
      },
    },
  );
};

const MAX_LINES = 8;

const told = (message: string, lines: readonly string[]): string =>
  [`${message}:`, ...lines.slice(0, MAX_LINES).map((line) => `  ${line}`)].join('\n');

const treeIn = (
  source: Sourced,
  checks: readonly AnyCheck[],
  taken: ReadonlyMap<string, string>,
): { readonly tree?: OwnTree; readonly mistakes: readonly Mistake[] } => {
  if ('why' in source) return { mistakes: [mistake([], source.why, source.why)] };
  const parsed = parseTree(source.value);
  if (parsed.tree === undefined) return { mistakes: parsed.mistakes };
  const { id } = parsed.tree;
  const owner = taken.get(id);
  if (owner !== undefined) {
    const flaw = {
      rule: 'twice',
      tree: id,
      node: id,
      key: [],
      params: { symptom: id, tree: owner },
    } as const;
    return { mistakes: [fromFlaw(flaw, id)] };
  }
  const named = namesOf(parsed.tree, checks);
  const tree = compile(parsed.tree, named);
  if (named.mistakes.length > 0 || tree === undefined) return { mistakes: named.mistakes };
  const codes = checks.flatMap(({ messages }) => Object.keys(messages.en.findings));
  // Figures of fixes are not theirs to write: without them their order holds.
  const flaws = flawsIn(tree.check.tree, tree.check, codes).filter(({ rule }) => rule !== 'noFigures');
  return flaws.length > 0 ? { mistakes: flaws.map((flaw) => fromFlaw(flaw, id)) } : { tree, mistakes: [] };
};

/** The linter speaks of trees as they are walked; what stands in the file has names of its own. */
const fromFlaw = (flaw: Flaw, id: string): Mistake => ({
  place: placeOf(flaw, id),
  say: (language) => flawText(flaw, language),
});

const placeOf = ({ node, key: [first, ...rest] }: Flaw, id: string): Place => {
  const own = first === undefined ? [] : [KEYS[first] ?? first, ...rest];
  if (node === undefined || node === id) return own.length === 0 ? ['id'] : own;
  return ['nodes', node, ...own];
};

const KEYS: Readonly<Record<string, string>> = {
  entry: 'start',
  with: 'modules',
  branches: 'measure',
  question: 'ask',
  fixes: 'do',
  among: 'choose',
};

const lineFor =
  (source: Sourced, { place, say }: Mistake) =>
  (language: Language): string => {
    const line = 'why' in source ? source.line : source.lineOf(place);
    const where = [source.file, ...(line === undefined ? [] : [line])].join(':');
    const key = placeText(place);
    return oneLine(`${where}: ${key === '' ? '' : `${key}: `}${say(language)}`);
  };

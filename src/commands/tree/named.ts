/** Which tree is meant: by a complaint, a module, or a word of either. */
import type { AnyCheck } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { treeWords } from '../../language/tree.ts';
import { oneLine } from '../../output/untrusted.ts';
import { findSymptoms } from '../../symptoms/all.ts';
import type { TreeCheck } from '../diagnose/case.ts';

/** A tree, and where a drawing of it begins. */
export interface Drawable {
  readonly check: TreeCheck;
  readonly symptom?: string;
}

export const drawables = (checks: readonly AnyCheck[]): readonly TreeCheck[] => checks.filter(hasTree);

const hasTree = (check: AnyCheck): check is TreeCheck => check.tree !== undefined;

export const chosenTree = async (name: string, trees: readonly TreeCheck[]): Promise<Drawable> => {
  const exact = name.trim().toLowerCase();
  const check = trees.find(({ id }) => id === exact);
  if (check !== undefined) return { check };
  const ownerOf = (symptom: string) =>
    trees.find(({ symptoms = [] }) => symptoms.some(({ id }) => id === symptom));
  const meant = ownerOf(exact) === undefined ? (await findSymptoms(name)).candidates[0]?.id : exact;
  const owner = meant === undefined ? undefined : ownerOf(meant);
  if (meant === undefined || owner === undefined) throw noTree(name, trees);
  return { check: owner, symptom: meant };
};

const noTree = (name: string, trees: readonly TreeCheck[]): UserError => {
  const say = (language: 'en' | 'ru') => {
    const words = treeWords(language);
    return {
      message: words.noTree(oneLine(name)),
      hint: words.treesAre(trees.map(({ id }) => id).join(', ')),
    };
  };
  const { message, hint } = say('en');
  return new UserError('E_TREE', message, hint, { exitCode: EXIT.usage, ru: say('ru') });
};

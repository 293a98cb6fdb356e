/** Which tree is meant: by a complaint, a module, or a word of either. */
import type { AnyCheck } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { treeWords } from '../../language/tree.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { TreeCheck } from '../diagnose/case.ts';
import { findSymptoms } from '../../symptoms/all.ts';

/** A tree, and where a drawing of it begins. */
export interface Drawable {
  readonly check: TreeCheck;
  readonly symptom?: string;
}

export const drawables = (checks: readonly AnyCheck[]): readonly TreeCheck[] => checks.filter(hasTree);

const hasTree = (check: AnyCheck): check is TreeCheck => check.tree !== undefined;

export const chosenTree = (name: string, trees: readonly TreeCheck[]): Drawable => {
  const symptom = name.trim().toLowerCase();
  const owner = trees.find(({ symptoms = [] }) => symptoms.some(({ id }) => id === symptom));
  if (owner !== undefined) return { check: owner, symptom };
  const id = moduleFor(name);
  const check = trees.find((one) => one.id === id);
  if (check === undefined) throw noTree(name, trees);
  return { check };
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

/** What a diagnosis is about: a complaint or a module, the check whose tree is walked, and all that is measured with it. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { Config } from '../../config/load.ts';
import type { AnyCheck, Os, Symptom, Tree } from '../../contract.ts';
import { complaintsOf } from '../../symptoms/all.ts';
import type { Course } from '../../tree/walk.ts';

export type TreeCheck = AnyCheck & { readonly tree: Tree };

export interface Case {
  /** Of the complaint; of the module where none was named. */
  readonly id: string;
  /** The check whose tree is walked. */
  readonly check: TreeCheck;
  /** Everything that is measured: causes cross modules. */
  readonly checks: readonly AnyCheck[];
  readonly symptom?: Symptom;
}

export const courseOf = ({ check, symptom }: Case, os: Os): Course => ({
  tree: check.tree,
  ...(symptom !== undefined && {
    entry: symptom.entry,
    odds: { fixes: check.fixes, os, suspects: symptom.suspects },
  }),
});

/** Everything that can be diagnosed here: each complaint, those of the configuration's own trees, each module. */
export const allCases = async (config: Pick<Config, 'file' | 'trees'>): Promise<readonly Case[]> => {
  const all = await Promise.all(checkIds.map(loadCheck));
  const own =
    (config.trees ?? []).length === 0 ? [] : (await import('../../config/trees.ts')).treesFrom(config, all);
  const withTree = all.filter(hasTree);
  return [
    ...complaintsOf(all).flatMap(({ symptom, check }) =>
      hasTree(check)
        ? [{ id: symptom.id, check, checks: measuredWith(check, symptom.with, all), symptom }]
        : [],
    ),
    ...own,
    // A module on its own is measured with all that any of its complaints is.
    ...withTree.map((check) => ({
      id: check.id,
      check,
      checks: measuredWith(check, check.symptoms?.flatMap((one) => one.with) ?? [], all),
    })),
  ];
};

const measuredWith = (
  check: AnyCheck,
  others: readonly string[],
  all: readonly AnyCheck[],
): readonly AnyCheck[] => [check, ...all.filter((one) => one !== check && others.includes(one.id))];

const hasTree = (check: AnyCheck): check is TreeCheck => check.tree !== undefined;

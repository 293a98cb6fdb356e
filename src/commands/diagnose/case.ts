/** What a diagnosis is about: a complaint or a module, the check whose tree is walked, and all that is measured with it. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { AnyCheck, Os, Symptom, Tree } from '../../contract.ts';
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

/** By the id of a complaint or of a module. */
export const caseOf = async (id: string): Promise<Case | undefined> => {
  const all = await Promise.all(checkIds.map(loadCheck));
  const check = all.find(
    (one) => one.id === id || one.symptoms?.some((symptom) => symptom.id === id) === true,
  );
  if (check === undefined || !hasTree(check)) return undefined;
  const symptom = check.symptoms?.find((one) => one.id === id);
  // A module on its own is measured with all that any of its complaints is.
  const wanted = new Set(symptom === undefined ? check.symptoms?.flatMap((one) => one.with) : symptom.with);
  const others = all.filter((one) => one !== check && wanted.has(one.id));
  return { id, check, checks: [check, ...others], ...(symptom !== undefined && { symptom }) };
};

const hasTree = (check: AnyCheck): check is TreeCheck => check.tree !== undefined;

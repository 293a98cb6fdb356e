/** Which tree is meant: by a complaint, a module, or a word of either. */
import type { OwnTree } from '../../config/trees.ts';
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

export interface Trees {
  /** Of the modules. */
  readonly built: readonly TreeCheck[];
  readonly own: readonly OwnTree[];
}

export const hasTree = (check: AnyCheck): check is TreeCheck => check.tree !== undefined;

export const chosenTree = async (name: string, trees: Trees): Promise<Drawable> => {
  const wanted = name.trim().toLowerCase();
  return named(wanted, trees) ?? (await meant(name, trees.built)) ?? refuse(name, trees);
};

const named = (wanted: string, { built, own }: Trees): Drawable | undefined => {
  const written = own.find(({ id }) => id === wanted);
  if (written !== undefined) return { check: written.check, symptom: written.id };
  const check = built.find(({ id }) => id === wanted);
  return check === undefined ? of(wanted, built) : { check };
};

const of = (symptom: string, built: readonly TreeCheck[]): Drawable | undefined => {
  const check = built.find(({ symptoms = [] }) => symptoms.some(({ id }) => id === symptom));
  return check && { check, symptom };
};

/** The complaint that a text is about; the module, where all that it may be about are of one. */
const meant = async (text: string, built: readonly TreeCheck[]): Promise<Drawable | undefined> => {
  const { sure, candidates } = await findSymptoms(text);
  if (sure !== undefined) return of(sure, built);
  const [first, ...others] = candidates.flatMap(({ id }) => of(id, built) ?? []);
  const isOneModule = others.length > 0 && others.every(({ check }) => check === first?.check);
  return first !== undefined && isOneModule ? { check: first.check } : first;
};

const refuse = (name: string, { built, own }: Trees): never => {
  const list = [...built, ...own].map(({ id }) => id).join(', ');
  const say = (language: 'en' | 'ru') => {
    const words = treeWords(language);
    return { message: words.noTree(oneLine(name)), hint: words.treesAre(list) };
  };
  const { message, hint } = say('en');
  throw new UserError('E_TREE', message, hint, { exitCode: EXIT.usage, ru: say('ru') });
};

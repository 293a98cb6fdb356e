/** Finds the mistakes of a tree before a person meets them. */
import type { AnyCheck, Language, Tree } from '../contract.ts';
import { causes } from './lint/causes.ts';
import { type Flaw, flawLine } from './lint/flaw.ts';
import type { Linted, TreeRule } from './lint/linted.ts';
import { names } from './lint/names.ts';
import { questions } from './lint/questions.ts';
import { ways } from './lint/ways.ts';
import { words } from './lint/words.ts';

type LintedCheck = Pick<AnyCheck, 'id' | 'fixes' | 'messages' | 'symptoms'>;

const RULES: readonly TreeRule[] = [ways, words, names, questions, causes];

/** `findings`: codes of all modules. */
export const flawsIn = (
  tree: Tree,
  { id, fixes, messages, symptoms = [] }: LintedCheck,
  findings: readonly string[] = [],
): readonly Flaw[] => {
  const codes = new Set([...Object.keys(messages.en.findings), ...findings]);
  const linted: Linted = { id, tree, symptoms, fixes, messages, codes };
  return RULES.flatMap((rule) => rule(linted)).map((found): Flaw => ({ ...found, tree: id }));
};

/** Complaints that two trees have. */
export const sharedSymptoms = (checks: readonly Pick<AnyCheck, 'id' | 'symptoms'>[]): readonly Flaw[] => {
  const owners = new Map<string, string>();
  return checks.flatMap(({ id, symptoms = [] }) =>
    symptoms.flatMap((symptom): readonly Flaw[] => {
      const owner = owners.get(symptom.id);
      owners.set(symptom.id, owner ?? id);
      return owner === undefined
        ? []
        : [
            {
              rule: 'twice',
              tree: id,
              node: symptom.id,
              key: [],
              params: { symptom: symptom.id, tree: owner },
            },
          ];
    }),
  );
};

/** What is wrong with the tree, each in one line with tree, node and key. */
export const lint = (
  tree: Tree,
  check: LintedCheck,
  findings: readonly string[] = [],
  language: Language = 'en',
): readonly string[] => flawsIn(tree, check, findings).map((flaw) => flawLine(flaw, language));

/** Answers given beforehand, in a file. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Tree } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import type { DiagnoseWords } from '../../language/diagnose.en.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { oneLine } from '../../output/untrusted.ts';
import { UNSURE } from '../../tree/walk.ts';

/** By question id; for something to do by the id of its node: `done` or `cannot`. */
export type Answers = Readonly<Record<string, string>>;

export const DO_ANSWERS: readonly string[] = ['done', 'cannot'];
/** To whether the trouble is still there. */
const STILL_ANSWERS: readonly string[] = ['yes', 'no', UNSURE];

/** A file for answers of any size of conversation; anything larger is another file. */
const MAX_BYTES = 256 * 1024;

export const readAnswers = (file: string, tree: Tree): Answers => {
  const allowed = answersOf(tree);
  const content = entriesIn(file);
  for (const [question, answer] of content) {
    const known = allowed.get(question);
    if (known === undefined) throw mistake(file, (words) => words.unknownQuestion(question));
    if (typeof answer !== 'string' || !known.includes(answer)) {
      throw mistake(file, (words) => words.unknownAnswer(question, String(answer), known.join(', ')));
    }
  }
  return Object.fromEntries(content.map(([question, answer]) => [question, String(answer)]));
};

const answersOf = ({ nodes }: Tree): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(nodes).flatMap(([id, node]): readonly (readonly [string, readonly string[]])[] => {
      if (node.kind === 'ask') return [[node.question, [...new Set([...Object.keys(node.to), UNSURE])]]];
      if (node.kind !== 'do') return [];
      return [[id, DO_ANSWERS], ...(node.asks === undefined ? [] : [[node.asks, STILL_ANSWERS] as const])];
    }),
  );

const entriesIn = (file: string): readonly (readonly [string, unknown])[] => {
  let content: unknown;
  try {
    const text = readFileSync(file, 'utf8');
    if (text.length > MAX_BYTES) throw new Error('E2BIG');
    content = parse(text, { maxAliasCount: 0 });
  } catch (cause) {
    // The first line names the place; the rest of a YAML error draws it.
    const [why = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    throw mistake(file, () => why, cause);
  }
  if (content === null) return [];
  if (typeof content !== 'object' || Array.isArray(content))
    throw mistake(file, ({ noMapping }) => noMapping);
  return Object.entries(content);
};

const mistake = (file: string, why: (words: DiagnoseWords) => string, cause?: unknown): UserError => {
  const say = (language: 'en' | 'ru') => {
    const words = diagnoseWords(language);
    return { message: words.badAnswers(oneLine(file), oneLine(why(words))), hint: words.badAnswersHint };
  };
  const { message, hint } = say('en');
  return new UserError('E_ANSWERS', message, hint, { exitCode: EXIT.usage, ru: say('ru'), cause });
};

/** Keeps the course of a diagnosis on the disk after each step, and takes up one that was left. */
import { z } from 'zod';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { forTerminal } from '../../output/untrusted.ts';
import type { WalkState } from '../../tree/state.ts';
import type { Saved } from '../../tree/walk.ts';
import { lastJournal, saveJournal } from '../journal.ts';
import type { Case } from './case.ts';
import type { Partner } from './partner.ts';
import { type Tried, triedIn } from './told.ts';

export interface Keeper {
  readonly keep: (state: WalkState) => Promise<void>;
  /** What the person said of the outcome at the end. */
  readonly close: (state: WalkState, tried: readonly Tried[]) => Promise<void>;
}

/** Says once where it could not be kept, and why. */
export const keeper = (found: Case, partner: Partner, language: Language, startedAt: Date): Keeper => {
  const told = new Set<string>();
  const save = async (state: WalkState, more: readonly Tried[]): Promise<void> => {
    const why = write(found, state, language, startedAt, more);
    if (why === undefined || told.has(why)) return;
    told.add(why);
    await partner.tell({ kind: 'note', text: forTerminal(diagnoseWords(language).notSaved(why)) });
  };
  return { keep: (state) => save(state, []), close: save };
};

const write = (
  { id, check, checks }: Case,
  state: WalkState,
  language: Language,
  startedAt: Date,
  more: readonly Tried[],
): string | undefined => {
  const { wanted, at, journal, answers, idleRounds, events } = state;
  const saved = saveJournal({
    version: 1,
    startedAt: startedAt.toISOString(),
    savedAt: new Date().toISOString(),
    complaint: id,
    language,
    conclusion:
      wanted.kind === 'concluded'
        ? {
            outcome: wanted.outcome,
            node: at,
            ...(wanted.finding !== undefined && { finding: wanted.finding }),
          }
        : { outcome: 'unfinished', node: at },
    tried: [...triedIn(journal, check, checks, language), ...more],
    path: journal.map((step) => ({ ...step })),
    left: { answers, idleRounds, events },
  });
  return 'why' in saved ? saved.why : undefined;
};

const texts = z.array(z.string());

const step = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('measured'),
    node: z.string(),
    open: texts,
    blind: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('looked'), node: z.string(), to: z.string() }),
  z.object({
    kind: z.literal('asked'),
    node: z.string(),
    question: z.string(),
    answer: z.string(),
    by: z.enum(['person', 'measurement', 'earlier']),
    because: texts.optional(),
  }),
  z.object({
    kind: z.literal('did'),
    node: z.string(),
    fixes: texts,
    effect: z.enum(['solved', 'changed', 'same', 'cannot']),
    ran: z.string().optional(),
  }),
]);

/** The last one, where it did not come to an end. */
export const leftOne = (): { readonly complaint: string; readonly saved: Saved } => {
  const journal = lastJournal();
  const path = z.array(step).safeParse(journal?.path);
  if (journal?.left === undefined || journal.conclusion.outcome !== 'unfinished' || !path.success) {
    throw nothingToResume();
  }
  const { complaint, conclusion, left } = journal;
  const steps = path.data.map(({ ...one }) => one);
  // Made by `write` above, and held against the same shapes.
  return { complaint, saved: { ...left, at: conclusion.node, journal: steps as Saved['journal'] } };
};

const nothingToResume = (): UserError => {
  const say = (language: Language) => {
    const words = diagnoseWords(language);
    return { message: words.nothingToResume, hint: words.nothingToResumeHint };
  };
  const { message, hint } = say('en');
  return new UserError('E_RESUME', message, hint, { exitCode: EXIT.usage, ru: say('ru') });
};

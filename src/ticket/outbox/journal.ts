/** What was done with a ticket, step by step: written before and after each, read back after a crash. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Failure } from '../desk.ts';
import { appendDurably, readTail } from './files.ts';

const MAX_TAIL_BYTES = 256 * 1024;
const at = z.iso.datetime();
const text = z.string().max(2_000);

const failure = z.object({
  // A code of a newer version is still a failure: its words fall back to the detail.
  code: z.string().max(100),
  certainty: z.enum(['not-received', 'unclear']),
  again: z.enum(['soon', 'later', 'person']),
  detail: text,
  httpStatus: z.number().int().optional(),
  retryAfterMs: z.number().nonnegative().optional(),
});

const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('created'), at }),
  z.object({ step: z.literal('looking'), at, target: text }),
  z.object({ step: z.literal('absent'), at }),
  z.object({ step: z.literal('sending'), at, attempt: z.number().int().positive(), target: text }),
  // `attempt` is there when it is the end of one; a failure before anything was sent ends no attempt.
  z.object({
    step: z.literal('failed'),
    at,
    attempt: z.number().int().positive().optional(),
    failure,
    nextTryAt: at.optional(),
  }),
  z.object({
    step: z.literal('sent'),
    at,
    target: text,
    id: text,
    url: text.optional(),
    existing: z.boolean(),
  }),
]);

export type Step = z.infer<typeof step>;
export type Undated<S> = S extends { at: string } ? Omit<S, 'at'> : never;

export interface History {
  readonly attempts: number;
  /** The desk may have it: an attempt ended without a clear "no". `target` is '' when that is not known. */
  readonly doubt?: { readonly target: string };
  readonly failure?: Failure & { readonly at: string };
  /** A hint, never a gate: clocks may be wrong. */
  readonly nextTryAt?: string;
  readonly sent?: {
    readonly id: string;
    readonly url?: string;
    readonly at: string;
    readonly target: string;
  };
}

export const journalPath = (folder: string): string => join(folder, 'journal.jsonl');

export const stepLine = (what: Undated<Step>, nowMs: number): string =>
  JSON.stringify({ at: new Date(nowMs).toISOString(), ...what });

export const writeStep = (folder: string, what: Undated<Step>, nowMs: number): Promise<void> =>
  appendDurably(journalPath(folder), stepLine(what, nowMs));

/** A missing journal, and a line that is cut or not understood, mean that anything may have happened. */
export const readHistory = async (folder: string): Promise<History> => {
  const tail = await readTail(journalPath(folder), MAX_TAIL_BYTES).catch(() => '?');
  return historyOf(tail);
};

export const historyOf = (journal: string): History => {
  const steps = journal
    .split('\n')
    .filter((line) => line !== '')
    .map(parseStep);
  const { past, open, ...history } = steps.reduce<Fold>(after, {
    attempts: 0,
    // Its beginning is missing, and with it whatever was there.
    ...(steps[0]?.step !== 'created' && { past: { target: '' } }),
  });
  const doubt = past ?? open;
  return { ...history, ...(doubt && { doubt }) };
};

const parseStep = (line: string): Step | undefined => {
  try {
    return step.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

interface Fold extends Omit<History, 'doubt'> {
  /** An attempt that ended in doubt. A later clear "no" is about that later attempt only. */
  readonly past?: { readonly target: string };
  /** An attempt whose end is not known yet. */
  readonly open?: { readonly target: string };
}

const after = (so: Fold, entry: Step | undefined): Fold => {
  const { past, open, ...rest } = so;
  const inDoubt = (target: string): Fold => ({ ...rest, past: past ?? open ?? { target } });
  if (entry === undefined) return inDoubt('');
  switch (entry.step) {
    case 'created':
    case 'looking':
      return so;
    case 'absent':
      return rest;
    case 'sending': {
      const earlier = past ?? open;
      const attempts = Math.max(so.attempts, entry.attempt);
      return { ...rest, attempts, ...(earlier && { past: earlier }), open: { target: entry.target } };
    }
    case 'failed': {
      const isClear = entry.attempt !== undefined && entry.failure.certainty === 'not-received';
      const still = isClear ? { ...rest, ...(past && { past }) } : open || past ? inDoubt('') : rest;
      const { nextTryAt: _, ...others } = still;
      return {
        ...others,
        // Written by us from a Failure; a code of a newer version is met where words are chosen.
        failure: { ...(entry.failure as Failure), at: entry.at },
        ...(entry.nextTryAt !== undefined && { nextTryAt: entry.nextTryAt }),
      };
    }
    case 'sent': {
      const { at, target, id, url } = entry;
      return { ...so, sent: { at, target, id, ...(url !== undefined && { url }) } };
    }
  }
};

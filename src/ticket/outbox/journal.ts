/** What was done with a ticket, step by step: written before and after each, read back after a crash. */
import { join } from 'node:path';
import { z } from 'zod';
import { appendDurably } from '../../durable-files.ts';

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

const action = z.number().int().positive();
const STATES = ['new', 'open', 'waiting', 'solved', 'closed', 'unknown'] as const;

export const step = z.discriminatedUnion('step', [
  // `desk`: the one that it was made for, by its name in the configuration.
  z.object({ step: z.literal('created'), at, desk: text.optional() }),
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
  // What comes after the desk has it. `keyKept`: whether the key stands on it, so that it can be found again.
  z.object({ step: z.literal('confirmed'), at, keyKept: z.boolean() }),
  z.object({ step: z.literal('duplicate'), at, id: text, of: text }),
  z.object({ step: z.literal('attaching'), at }),
  z.object({ step: z.literal('attached'), at }),
  z.object({ step: z.literal('unattached'), at, failure }),
  // What the person asked for later on; what exactly is in `actions/N.json`.
  z.object({ step: z.literal('asked'), at, action, kind: z.string().max(50) }),
  z.object({ step: z.literal('doing'), at, action }),
  z.object({ step: z.literal('did'), at, action }),
  z.object({ step: z.literal('undone'), at, action, failure, nextTryAt: at.optional() }),
  // How it stood at the desk when we looked, written when that changed.
  z.object({
    step: z.literal('seen'),
    at,
    state: z.enum(STATES),
    label: text,
    respondedAt: at.optional(),
    solvedAt: at.optional(),
    messages: z.number().int().nonnegative(),
  }),
]);

export type Step = z.infer<typeof step>;
export type Undated<S> = S extends { at: string } ? Omit<S, 'at'> : never;

export const journalPath = (folder: string): string => join(folder, 'journal.jsonl');

export const stepLine = (what: Undated<Step>, nowMs: number): string =>
  JSON.stringify({ at: new Date(nowMs).toISOString(), ...what });

export const writeStep = (folder: string, what: Undated<Step>, nowMs: number): Promise<void> =>
  appendDurably(journalPath(folder), stepLine(what, nowMs));

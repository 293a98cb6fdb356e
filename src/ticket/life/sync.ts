/** How filed tickets stand at their desk: asked, compared with what was known, and kept. */
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readSmall } from '../../durable-files.ts';
import { ownTag } from '../../owner.ts';
import type { Desk, DeskOptions, DeskTicket, Failed, Looked, Message } from '../desk.ts';
import type { Seen } from '../outbox/history.ts';
import { writeStep } from '../outbox/journal.ts';
import type { Entry } from '../outbox/list.ts';

const FILE = 'conversation.json';
const MAX_BYTES = 8 * 1024 * 1024;

export interface Synced {
  readonly entry: Entry;
  readonly ticket: DeskTicket;
  /** Absent where the desk shows none. */
  readonly messages?: readonly Message[];
  /** How many of them are new since the last look. */
  readonly fresh: number;
}

export const sync = async (
  entry: Entry,
  desk: Desk,
  nowMs: number,
  options: DeskOptions,
): Promise<Looked<Synced>> => {
  const { sent } = entry;
  if (sent === undefined || desk.read === undefined) return CANNOT;
  const seen = await desk.read(sent.id, options);
  if (seen.status === 'failed') return seen;
  const talk = await desk.conversation?.(sent.id, options);
  if (talk?.status === 'failed') return talk;
  const before = entry.seen.at(-1);
  const now = standing(seen.value, talk?.value ?? [], before, nowMs);
  if (before === undefined || differs(before, now)) {
    const { at: _, ...step } = now;
    // Looking brings nothing about: a full disk only forgets that we looked.
    await writeStep(entry.folder, { step: 'seen', ...step }, nowMs).catch(() => {});
    await keep(entry, talk?.value ?? []).catch(() => {});
  }
  return {
    status: 'ok',
    value: {
      entry,
      ticket: seen.value,
      ...(talk !== undefined && { messages: talk.value }),
      fresh: Math.max(0, now.messages - (before?.messages ?? 0)),
    },
  };
};

const standing = (
  { state, label, solvedAt }: DeskTicket,
  messages: readonly Message[],
  before: Seen | undefined,
  nowMs: number,
): Seen => {
  const at = new Date(nowMs).toISOString();
  const isSolved = state === 'solved' || state === 'closed';
  const answer = messages.find(({ from, internal }) => from === 'desk' && !internal);
  const respondedAt = before?.respondedAt ?? (answer === undefined ? undefined : (answer.at ?? at));
  // Of a desk that does not tell when: when we saw it first.
  const since = before?.state === state ? before.solvedAt : undefined;
  const solved = isSolved ? (solvedAt ?? since ?? at) : undefined;
  return {
    at,
    state,
    label,
    messages: messages.length,
    ...(respondedAt !== undefined && { respondedAt }),
    ...(solved !== undefined && { solvedAt: solved }),
  };
};

const differs = (a: Seen, b: Seen): boolean =>
  a.state !== b.state ||
  a.label !== b.label ||
  a.messages !== b.messages ||
  a.respondedAt !== b.respondedAt ||
  a.solvedAt !== b.solvedAt;

const attachment = z.object({ name: z.string(), bytes: z.number().optional() });

const kept = z.array(
  z.object({
    at: z.string().optional(),
    author: z.string(),
    from: z.enum(['us', 'desk', 'unknown']),
    text: z.string(),
    internal: z.boolean(),
    attachments: z.array(attachment),
  }),
);

/** For who is offline. */
const keep = async (entry: Entry, messages: readonly Message[]): Promise<void> => {
  const path = join(entry.folder, FILE);
  const draft = `${path}.${await ownTag()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify(messages));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
};

/** As it was at the last look; empty where there was none. */
export const keptConversation = async (entry: Entry): Promise<readonly Message[]> => {
  try {
    const read = kept.safeParse(JSON.parse(await readSmall(join(entry.folder, FILE), MAX_BYTES)));
    // zod says `undefined` where ours says "absent".
    return read.success ? (read.data as readonly Message[]) : [];
  } catch {
    return [];
  }
};

const CANNOT: Failed = {
  status: 'failed',
  failure: { code: 'cannot', certainty: 'not-received', again: 'person', detail: 'read' },
};

/**
 * What is done to this computer, on the disk before and after each step: one file for each fix, a line of JSON for
 * each event. What a crash or a kill leaves is seen the next time, and can be taken back.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { appendDurably, messageOf, syncFolder, writeDurably } from '../durable-files.ts';
import { isOwnFolder, makeOwnFolder } from '../folders.ts';
import { ownTag } from '../owner.ts';
import { ownStateFolders } from '../state.ts';

const FOLDER = 'fixes';
const SUFFIX = '.jsonl';

const argv = z.array(z.string());

const planned = z.object({
  kind: z.literal('planned'),
  version: z.literal(1),
  at: z.iso.datetime(),
  /** Which process runs it: src/owner.ts. */
  owner: z.string(),
  fix: z.string(),
  module: z.string(),
  /** In the language it was run in. */
  title: z.string(),
  target: z.object({ code: z.string(), subject: z.string().optional() }),
  needs: z.enum(['user', 'root', 'person']),
  risk: z.enum(['safe', 'likely', 'example']),
  touches: z.array(z.string()),
  steps: z.array(argv),
  undo: z.array(argv),
});

const effect = z.enum(['gone', 'changed', 'same', 'unknown']);

const event = z.discriminatedUnion('kind', [
  planned,
  z.object({ kind: z.literal('begun'), at: z.iso.datetime(), step: z.number().int() }),
  z.object({
    kind: z.literal('ended'),
    at: z.iso.datetime(),
    step: z.number().int(),
    ok: z.boolean(),
    told: z.string(),
  }),
  z.object({ kind: z.literal('verified'), at: z.iso.datetime(), effect }),
  z.object({ kind: z.literal('undo-begun'), at: z.iso.datetime(), owner: z.string() }),
  z.object({ kind: z.literal('undo-step'), at: z.iso.datetime(), argv, ok: z.boolean(), told: z.string() }),
  z.object({ kind: z.literal('undone'), at: z.iso.datetime(), effect: z.string() }),
  /** A person said that it may stay as it is. */
  z.object({ kind: z.literal('kept'), at: z.iso.datetime() }),
  /** Something that only hands take back, such as a paused protection; later runs remind of it. */
  z.object({ kind: z.literal('remind'), at: z.iso.datetime(), about: z.string() }),
  z.object({ kind: z.literal('reminded'), at: z.iso.datetime(), by: z.enum(['machine', 'person']) }),
]);

export type JournalEvent = z.infer<typeof event>;
export type Planned = z.infer<typeof planned>;
type Undated<E> = E extends unknown ? Omit<E, 'at'> : never;
export type NewEvent = Undated<Exclude<JournalEvent, Planned>>;

export interface Journal {
  readonly id: string;
  /** On the disk when it returns. Throws where the disk does not take it: then nothing more may be run. */
  write(one: NewEvent): Promise<void>;
}

export interface Kept {
  readonly id: string;
  readonly path: string;
  readonly planned: Planned;
  readonly events: readonly JournalEvent[];
}

export type NewPlan = Omit<Planned, 'kind' | 'version' | 'at' | 'owner'>;

/** In the first folder that takes it; why not, where none does. */
export const openJournal = async (
  plan: NewPlan,
  folders: readonly string[] = ownStateFolders(),
): Promise<Journal | { readonly why: string }> => {
  const head: Planned = { kind: 'planned', version: 1, at: now(), owner: await ownTag(), ...plan };
  const id = `${head.at.replace(/[-:]|\.\d+/g, '')}-${randomBytes(3).toString('hex')}`;
  let why = 'there is no folder of your own';
  for (const state of folders) {
    const folder = join(state, FOLDER);
    const path = join(folder, id + SUFFIX);
    try {
      makeOwnFolder(state);
      makeOwnFolder(folder);
      await writeDurably(path, `${JSON.stringify(head)}\n`);
      await syncFolder(folder);
      return { id, write: (one) => append(path, one) };
    } catch (cause) {
      why = messageOf(cause);
    }
  }
  return { why };
};

export const continueJournal = ({ id, path }: Kept): Journal => ({ id, write: (one) => append(path, one) });

const append = (path: string, one: NewEvent): Promise<void> =>
  appendDurably(path, JSON.stringify({ ...one, at: now() }));

const now = (): string => new Date().toISOString();

const MAX_BYTES = 1024 * 1024;
/** What nobody looks at any more. */
const MOST_KEPT = 200;

/** Everything that is known here, the newest first. Files that are no journal of ours are passed over. */
export const journals = (folders: readonly string[] = ownStateFolders()): readonly Kept[] =>
  folders
    .map((state) => join(state, FOLDER))
    .filter((folder) => isOwnFolder(folder))
    .flatMap((folder) =>
      namesIn(folder)
        .filter((name) => name.endsWith(SUFFIX))
        .sort()
        .slice(-MOST_KEPT)
        .flatMap((name) => readOne(join(folder, name), name.slice(0, -SUFFIX.length))),
    )
    .sort((a, b) => (a.id < b.id ? 1 : -1));

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const readOne = (path: string, id: string): readonly Kept[] => {
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size > MAX_BYTES) return [];
    // A line that a crash cut off is no event: the one before it is the last that is known.
    const events = readFileSync(path, 'utf8').split('\n').flatMap(eventIn);
    const [first] = events;
    return first?.kind === 'planned' ? [{ id, path, planned: first, events }] : [];
  } catch {
    return [];
  }
};

const eventIn = (line: string): readonly JournalEvent[] => {
  try {
    const read = event.safeParse(JSON.parse(line));
    return read.success ? [read.data] : [];
  } catch {
    return [];
  }
};

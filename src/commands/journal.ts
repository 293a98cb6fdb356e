/** The course of the last diagnosis, on the disk: a ticket carries it, so that nobody asks again. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isOwnFolder, makeOwnFolder } from '../folders.ts';
import { ownStateFolders } from '../state.ts';

const FILE = 'last-diagnosis.json';

const outcome = z.enum(['cause', 'solved', 'unexplained', 'fine', 'unfinished']);

const journal = z.object({
  version: z.literal(1),
  /** ISO 8601. */
  startedAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
  /** The complaint, or the module whose tree was walked. */
  complaint: z.string(),
  language: z.enum(['en', 'ru']),
  conclusion: z.object({ outcome, node: z.string(), finding: z.string().optional() }),
  /** What was asked and tried and what came of it, in the words of that language. */
  tried: z.array(z.object({ step: z.string(), result: z.string() })),
  /** The same as ids: question, node, answer, finding. */
  path: z.array(z.record(z.string(), z.unknown())),
  /** What is needed beside the path to go on with it. */
  left: z
    .object({ answers: z.record(z.string(), z.string()), idleRounds: z.number(), events: z.number() })
    .optional(),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Journal = DeepReadonly<z.infer<typeof journal>>;

/** Into the first folder that takes it: whole or not at all, for its owner alone. Why not, where none does. */
export const saveJournal = (
  content: Journal,
  folders: readonly string[] = ownStateFolders(),
): { readonly path: string } | { readonly why: string } => {
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  let why = '';
  for (const folder of folders) {
    try {
      makeOwnFolder(folder);
      return { path: writeInto(folder, text) };
    } catch (cause) {
      why = cause instanceof Error ? cause.message : String(cause);
    }
  }
  return { why };
};

const writeInto = (folder: string, text: string): string => {
  const path = join(folder, FILE);
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = openSync(draft, 'wx', 0o600);
    try {
      // Unlike writeSync it goes on where the disk took a part.
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
    return path;
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
};

/** The newest one; nothing where there is none, or none that is understood. */
export const lastJournal = (folders: readonly string[] = ownStateFolders()): Journal | undefined =>
  folders
    .filter(isOwnFolder)
    .flatMap((folder) => {
      try {
        const read = journal.safeParse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
        return read.success ? [read.data] : [];
      } catch {
        return [];
      }
    })
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))[0];

const RECENT_MS = 24 * 60 * 60_000;

/** An old diagnosis was about something else. A clock that was put right in between costs what was tried. */
export const recentJournal = (nowMs: number): Journal | undefined => {
  const journal = lastJournal();
  return journal !== undefined && Math.abs(nowMs - Date.parse(journal.savedAt)) < RECENT_MS
    ? journal
    : undefined;
};

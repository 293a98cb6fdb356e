/** Findings proved on raw answers: the whole check runs on what a machine said, parsers included. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer, Host, Os, Raw, Recording, Settings } from '../../src/contract.ts';
import { hasShared, sharedDir } from '../shared.ts';

/** Where a row's answers come from; docs/coverage.md says it for each. */
export type Origin =
  /** A machine of ours was recorded: tests/machines/. */
  | 'recorded'
  /** Output taken from a real machine, kept in tests/captured/. */
  | 'captured'
  /** Output of somebody else's machine, read from ../shared/corpus. */
  | 'corpus'
  /** Seen in the fault lab, or in the lab of virtual machines. */
  | 'lab'
  | 'vmlab'
  /** Written by hand after the documentation that `what` names. */
  | 'composed';

export type EvidenceOs = Exclude<Os, 'other'>;

export interface Evidence {
  readonly code: string;
  readonly os: EvidenceOs;
  readonly from: Origin;
  /** Which file, machine or page of documentation. */
  readonly what: string;
  /** What the machine answers, by the id of the read. */
  readonly answers: Readonly<Record<string, Given>>;
  /** A recording in tests/machines/ that answers everything else; without it the rest is unrecorded. */
  readonly on?: string;
  readonly settings?: Settings;
  /** A trap: it looks like the finding, and the finding must not come. */
  readonly quiet?: true;
}

/** Why a finding has no row on a system. */
export type Missing = Readonly<Record<string, Partial<Readonly<Record<EvidenceOs, string>>>>>;

/** An answer, or how to get it from a file that may not be here. */
export type Given = Answer | (() => Answer);

const answered = (raw: Raw[keyof Raw]): Answer => ({ status: 'ok', raw, ms: 1 });

export const exec = (stdout: string, exitCode: number | null = 0, stderr = ''): Answer =>
  answered({ stdout, stderr, exitCode });
/** What a program that writes JSON wrote. */
export const json = (value: unknown): Answer => exec(JSON.stringify(value));
export const file = (text: string): Answer => answered({ text });
export const list = (...names: readonly string[]): Answer => answered({ names });
/** The answer to any other kind of request, as src/contract/raw.ts has it. */
export const raw = <K extends keyof Raw>(_kind: K, value: Raw[K]): Answer => answered(value);
/** Text files by subfolder: `{ BAT0: { energy_now: '1000\n' } }`. */
export const attributes = (entries: Readonly<Record<string, Readonly<Record<string, string>>>>): Answer =>
  answered({
    entries: Object.fromEntries(
      Object.entries(entries).map(([folder, texts]) => [
        folder,
        Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text }])),
      ]),
    ),
  });
export const none = (status: Exclude<Answer['status'], 'ok'> = 'absent', why = 'ENOENT'): Answer => ({
  status,
  why,
  ms: 1,
});

/** A file of ../shared/corpus as a program's output, or as a file. */
export const corpus =
  (path: string, as: (text: string) => Answer = exec): Given =>
  () =>
    as(readFileSync(sharedDir('corpus', path), 'utf8'));
/** A file of tests/captured. */
export const captured =
  (path: string, as: (text: string) => Answer = exec): Given =>
  () =>
    as(readFileSync(new URL(`../captured/${path}`, import.meta.url), 'utf8'));

export const machine = (name: string): Recording =>
  // Our own file, written by tests/machines/record.ts.
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../machines/${name}.json`, import.meta.url)), 'utf8'),
  ) as Recording;

/** Rows from the corpus need it. */
export const canRun = ({ from }: Evidence): boolean => from !== 'corpus' || hasShared;

/** A machine that says what the row says, and of everything else what its base says. */
export const hostOf = ({ os, on, answers }: Evidence, withAnswers: boolean): Host => {
  const base = on === undefined ? undefined : machine(on).entries;
  return {
    os,
    ask: async (id) => {
      const given = withAnswers && Object.hasOwn(answers, id) ? answers[id] : undefined;
      if (given !== undefined) return typeof given === 'function' ? given() : given;
      return base?.[id]?.answer ?? none('unrecorded', 'not part of this row');
    },
  };
};

/** What became of a ticket, read off its journal. */

import { readTail } from '../../durable-files.ts';
import type { Failure, TicketState } from '../desk.ts';
import { journalPath, type Step, step } from './journal.ts';

const MAX_TAIL_BYTES = 256 * 1024;

export interface History {
  /** The name of the desk that it was made for; undefined: the first one of the configuration. */
  readonly desk?: string;
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
  readonly keyKept?: boolean;
  /** Tickets of ours that lost to one with the same key. */
  readonly duplicates: readonly string[];
  /** 'attaching': it was begun, and its end is not known. */
  readonly reported?: 'attaching' | 'attached' | 'unattached';
  /** Why the report is not there. */
  readonly unattached?: Failure;
  /** By number, in their order. */
  readonly actions: ReadonlyMap<number, ActionState>;
  /** All looks at the desk that brought something new, the last one last. */
  readonly seen: readonly Seen[];
  /** What an action of ours made of it since the last look. */
  readonly turned?: { readonly state: 'solved' | 'open'; readonly at: string };
}

export interface ActionState {
  readonly kind: string;
  readonly askedAt: string;
  /** 'doubt': it may have been done. 'refused': a person must act. */
  readonly status: 'waiting' | 'doubt' | 'done' | 'refused';
  readonly doneAt?: string;
  readonly failure?: Failure;
}

export interface Seen {
  readonly at: string;
  readonly state: TicketState;
  /** The desk's own word. */
  readonly label: string;
  /** When the desk first answered. */
  readonly respondedAt?: string | undefined;
  readonly solvedAt?: string | undefined;
  readonly messages: number;
}

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
    duplicates: [],
    actions: new Map(),
    seen: [],
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
      return entry.desk === undefined ? so : { ...so, desk: entry.desk };
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
      return { ...rest, sent: { at, target, id, ...(url !== undefined && { url }) } };
    }
    default:
      return later(so, entry);
  }
};

type Later = Extract<
  Step,
  {
    step:
      | 'confirmed'
      | 'duplicate'
      | 'attaching'
      | 'attached'
      | 'unattached'
      | 'asked'
      | 'doing'
      | 'did'
      | 'undone'
      | 'seen';
  }
>;

/** After the desk has it. */
const later = (so: Fold, entry: Later): Fold => {
  switch (entry.step) {
    case 'confirmed':
      return { ...so, keyKept: entry.keyKept };
    case 'duplicate':
      return { ...so, duplicates: [...so.duplicates, entry.id] };
    case 'attaching':
    case 'attached':
      return { ...so, reported: entry.step };
    case 'unattached':
      // Written by us from a Failure, as above.
      return { ...so, reported: 'unattached', unattached: entry.failure as Failure };
    case 'asked':
      return withAction(so, entry.action, { kind: entry.kind, askedAt: entry.at, status: 'waiting' });
    case 'doing':
      return withAction(so, entry.action, { status: 'doubt' });
    case 'did':
      return turn(withAction(so, entry.action, { status: 'done', doneAt: entry.at }), entry.action, entry.at);
    case 'undone': {
      const failure = entry.failure as Failure;
      const isOpen = failure.certainty === 'unclear' && failure.again !== 'person';
      const status = isOpen ? 'doubt' : failure.again === 'person' ? 'refused' : 'waiting';
      return withAction(so, entry.action, { status, failure });
    }
    case 'seen': {
      const { step: _, ...seen } = entry;
      const { turned: __, ...rest } = so;
      return { ...rest, seen: [...so.seen, seen] };
    }
  }
};

const TURNS: Readonly<Record<string, 'solved' | 'open'>> = { close: 'solved', reopen: 'open' };

const turn = (so: Fold, action: number, at: string): Fold => {
  const state = TURNS[so.actions.get(action)?.kind ?? ''];
  return state === undefined ? so : { ...so, turned: { state, at } };
};

const withAction = (so: Fold, number: number, change: Partial<ActionState>): Fold => {
  const before = so.actions.get(number) ?? { kind: '', askedAt: '', status: 'waiting' as const };
  return { ...so, actions: new Map(so.actions).set(number, { ...before, ...change }) };
};

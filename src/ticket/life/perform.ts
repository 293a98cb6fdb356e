/** Does at the desk what was asked for: each thing once, and proved by a look afterwards. */
import { bodyWords } from '../../language/ticket-body.ts';
import type { Attachment, Desk, DeskOptions, Done, Failed, Failure, Looked, TicketState } from '../desk.ts';
import type { Entry } from '../outbox/list.ts';
import { markOf, withMark } from '../send/marks.ts';
import type { Action } from './action.ts';
import { openFile } from './ask.ts';

export interface Task {
  readonly entry: Entry;
  /** The desk's number of the ticket. */
  readonly id: string;
  readonly number: number;
  readonly action: Action;
  readonly desk: Desk;
  /** It was begun before, and may be done. */
  readonly doubt: boolean;
  readonly options: DeskOptions;
}

export const perform = (task: Task): Promise<Done> => {
  const { action, desk } = task;
  switch (action.kind) {
    case 'comment':
      return say(task, action.text);
    case 'attach':
      return attach(task, action);
    case 'escalate':
      return escalate(task, action);
    case 'close':
      return close(task, action);
    case 'reopen':
      return turn(task, desk.reopen, OPEN, [words(task).reopened, action.text]);
    case 'rate':
      return rate(task, action);
  }
};

const DONE: Done = { status: 'done' };
const SOLVED: readonly TicketState[] = ['solved', 'closed'];
const OPEN: readonly TicketState[] = ['new', 'open', 'waiting'];

const words = ({ entry }: Task) => bodyWords(entry.ticket.language);

/** A note in words. In doubt it is looked for first, by its mark. */
const say = async (task: Task, text: string, internal = false): Promise<Done> => {
  const { desk, id, options } = task;
  if (desk.comment === undefined) return cannot('comment');
  const note = noteOf(task, text, internal);
  if (task.doubt && desk.conversation !== undefined) {
    const said = await desk.conversation(id, options);
    if (said.status === 'failed') return said;
    if (said.value.some((message) => message.text.includes(note.mark))) return DONE;
  }
  return desk.comment(id, note, options);
};

const noteOf = ({ entry, number }: Task, text: string, internal: boolean) => {
  const mark = markOf(entry.ticket.key, number);
  return { text: withMark(text, mark), mark, internal };
};

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

const attach = async (
  { desk, id, entry, number, options }: Task,
  { name, sha256, bytes }: Extract<Action, { kind: 'attach' }>,
): Promise<Done> => {
  if (desk.attach === undefined) return cannot('attach');
  const isThere = ({ value }: { readonly value: readonly Attachment[] }): boolean =>
    value.some((one) => one.name === name && (one.bytes ?? bytes) === bytes);
  const look = async (): Promise<Looked<readonly Attachment[]> | undefined> =>
    desk.attachments?.(id, options);
  const before = await look();
  if (before?.status === 'failed') return before;
  if (before !== undefined && isThere(before)) return DONE;
  const file = { name, sha256, bytes, open: () => openFile(entry, number) };
  const done = await desk.attach(id, file, options);
  if (done.status === 'failed') return done;
  const after = await look();
  if (after?.status === 'failed') return after;
  return after === undefined || isThere(after) ? DONE : failed('attachment-dropped', name);
};

const escalate = async (
  task: Task,
  { level, text }: Extract<Action, { kind: 'escalate' }>,
): Promise<Done> => {
  const { desk, id, options } = task;
  const told = lines(words(task).escalated(level), text);
  const said = await say(task, told);
  if (said.status === 'failed') return said;
  return desk.escalate?.(id, { level, note: noteOf(task, told, false) }, options) ?? DONE;
};

const close = (task: Task, { solved, text }: Extract<Action, { kind: 'close' }>): Promise<Done> =>
  turn(task, task.desk.close, SOLVED, [solved ? words(task).solved : words(task).notSolved, text]);

/** Says why, then changes the state, then looks whether it has changed: a desk's yes proves nothing. */
const turn = async (
  task: Task,
  change: Desk['close'],
  wanted: readonly TicketState[],
  why: readonly string[],
): Promise<Done> => {
  const { desk, id, options } = task;
  if (change === undefined) return cannot('change the state');
  const said = await say(task, lines(...why));
  if (said.status === 'failed' && said.failure.code !== 'cannot') return said;
  const done = await change(id, options);
  if (done.status === 'failed' || desk.read === undefined) return done;
  const seen = await desk.read(id, options);
  if (seen.status === 'failed') return seen;
  return wanted.includes(seen.value.state) ? DONE : failed('not-changed', seen.value.label);
};

const rate = async (task: Task, { stars, text }: Extract<Action, { kind: 'rate' }>): Promise<Done> => {
  const { desk, id, options } = task;
  const told = lines(words(task).rated(stars), text);
  return desk.rate?.(id, { stars, note: noteOf(task, told, false) }, options) ?? say(task, told);
};

const cannot = (what: string): Failed => failed('cannot', what);

const failed = (code: Failure['code'], detail: string): Failed => ({
  status: 'failed',
  failure: { code, certainty: 'not-received', again: 'person', detail },
});

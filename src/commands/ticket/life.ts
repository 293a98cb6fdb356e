/** `ticket comment | attach | escalate | close | reopen | rate`: asks for what is missing, then does it. */
import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { bodyWords } from '../../language/ticket-body.ts';
import type { LifeWords } from '../../language/ticket-life.en.ts';
import { lifeWords } from '../../language/ticket-life.ts';
import type { Wish } from '../../ticket/life/ask.ts';
import type { Entry } from '../../ticket/outbox.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { lastJournal } from '../journal.ts';
import { type Setup, setUp } from '../setup.ts';
import { isPromptable } from '../terminal.ts';
import { agrees, ask, write } from './ask.ts';
import { doAll } from './do.ts';
import { ticketNamed } from './ref.ts';

interface Asked {
  readonly entry: Entry;
  readonly setup: Setup;
  readonly signal: AbortSignal;
}

/** `wishes`: what is to be done; nothing where the person left. */
const life = async (
  ref: string,
  context: Context,
  wishes: (asked: Asked) => Promise<readonly Wish[] | undefined>,
): Promise<number> => {
  const setup = await setUp(context);
  const interrupt = watchInterrupts();
  const entry = await ticketNamed(ref);
  const what = await wishes({ entry, setup, signal: interrupt.signal });
  if (what === undefined) return interrupt.status() ?? EXIT.interrupted;
  const status = await doAll(entry, what, setup, interrupt.signal);
  return interrupt.status() ?? status;
};

export interface TextOptions {
  readonly edit?: true;
}

export const comment = (
  ref: string,
  text: string | undefined,
  { edit }: TextOptions,
  context: Context,
): Promise<number> =>
  life(ref, context, async ({ setup, signal }) => {
    const words = lifeWords(setup.language);
    const said =
      edit === true && isPromptable(process)
        ? await write(words.askComment, signal)
        : await given(text, words.askComment, 'TEXT', signal);
    return said === undefined ? undefined : [{ kind: 'comment', text: said }];
  });

export const attach = (ref: string, file: string, context: Context): Promise<number> =>
  life(ref, context, async () => [{ kind: 'attach', path: resolve(file) }]);

export interface EscalateOptions {
  readonly reason?: string;
  readonly level?: number;
}

export const escalate = (ref: string, options: EscalateOptions, context: Context): Promise<number> =>
  life(ref, context, async ({ entry, setup, signal }) => {
    const words = lifeWords(setup.language);
    const reason = await given(options.reason, words.askReason, '--reason', signal);
    if (reason === undefined) return undefined;
    const raised = [...entry.actions.values()].filter(({ kind }) => kind === 'escalate').length;
    const level = options.level ?? Math.min(9, entry.ticket.level + raised + 1);
    return [{ kind: 'escalate', level, text: [reason, ...triedSince(entry)].join('\n\n') }];
  });

/** What came after the ticket: what came before stands in it. */
const triedSince = ({ ticket }: Entry): readonly string[] => {
  const journal = lastJournal();
  if (journal === undefined || journal.savedAt <= ticket.createdAt || journal.tried.length === 0) return [];
  const { triedSince: heading } = bodyWords(ticket.language);
  return [[`${heading}:`, ...journal.tried.map(({ step, result }) => `- ${step}: ${result}`)].join('\n')];
};

export interface CloseOptions {
  /** Commander's own: --solved and --no-solved. */
  readonly solved?: boolean;
  readonly rating?: number;
  readonly words?: string;
}

export const close = (ref: string, options: CloseOptions, context: Context): Promise<number> =>
  life(ref, context, async ({ setup, signal }) => {
    const words = lifeWords(setup.language);
    const solved = options.solved ?? (await isSolved(words, signal));
    if (solved === undefined) return undefined;
    const rating = options.rating ?? (await askedRating(words, signal));
    if (rating === 'left') return undefined;
    const text =
      options.words ??
      (rating !== undefined && isPromptable(process) ? await ask(words.askWords, signal) : '');
    if (text === undefined) return undefined;
    return [
      // Before it is closed: some desks take nothing afterwards.
      ...(rating === undefined ? [] : [{ kind: 'rate', stars: rating, text } as const]),
      { kind: 'close', solved, text: rating === undefined ? text : '' },
    ];
  });

const isSolved = async (words: LifeWords, signal: AbortSignal): Promise<boolean | undefined> => {
  const answer = await agrees(words.askSolved, signal);
  if (answer === 'nobody') throw needed('--solved / --no-solved');
  return answer === 'left' ? undefined : answer === 'yes';
};

const askedRating = async (words: LifeWords, signal: AbortSignal): Promise<number | undefined | 'left'> => {
  if (!isPromptable(process)) return undefined;
  for (;;) {
    const answer = await ask(words.askRating, signal);
    if (answer === undefined) return 'left';
    if (answer.trim() === '') return undefined;
    if (/^[1-5]$/.test(answer.trim())) return Number(answer);
  }
};

export const reopen = (ref: string, text: string | undefined, context: Context): Promise<number> =>
  life(ref, context, async ({ setup, signal }) => {
    const said = await given(text, lifeWords(setup.language).askComment, 'TEXT', signal);
    return said === undefined ? undefined : [{ kind: 'reopen', text: said }];
  });

export const rate = (
  ref: string,
  stars: number,
  text: string | undefined,
  context: Context,
): Promise<number> =>
  life(ref, context, async ({ setup, signal }) => {
    const mayAsk = text === undefined && isPromptable(process);
    const said = mayAsk ? await ask(lifeWords(setup.language).askWords, signal) : (text ?? '');
    return said === undefined ? undefined : [{ kind: 'rate', stars, text: said }];
  });

/** What was given, or asked for; refused where it can be neither. */
const given = async (
  text: string | undefined,
  question: string,
  name: string,
  signal: AbortSignal,
): Promise<string | undefined> => {
  if (text !== undefined && text.trim() !== '') return text;
  if (!isPromptable(process)) throw needed(name);
  const answer = await ask(question, signal);
  return answer === undefined || answer.trim() === '' ? undefined : answer;
};

const needed = (what: string): UserError => {
  const [en, ru] = [lifeWords('en'), lifeWords('ru')];
  return new UserError('E_NEEDED', en.needed(what), en.neededHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.needed(what), hint: ru.neededHint },
  });
};

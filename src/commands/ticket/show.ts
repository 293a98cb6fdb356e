/** `ticket show | status | sync`: how tickets stand at their desk, and what was said there. */
import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { ticketWords } from '../../language/ticket.ts';
import { bodyWords } from '../../language/ticket-body.ts';
import { lifeWords } from '../../language/ticket-life.ts';
import { forJson, forTerminal, oneLine } from '../../output/untrusted.ts';
import { outboxRoots } from '../../state.ts';
import type { Failed, Message } from '../../ticket/desk.ts';
import { keptConversation, type Synced, sync as syncOne } from '../../ticket/life/sync.ts';
import { type Entry, isIntact, listTickets } from '../../ticket/outbox.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { print } from '../print.ts';
import { type Setup, setUp } from '../setup.ts';
import { type Standing, shownJson, standingOf } from './as-json.ts';
import { deskOf } from './desk.ts';
import { ticketNamed } from './ref.ts';
import type { FormatOptions } from './register-life.ts';
import { answerRequest } from './request.ts';
import { tellTrouble } from './tell.ts';

export const show = async (ref: string, { format }: FormatOptions, context: Context): Promise<number> => {
  const setup = await setUp(context);
  const interrupt = watchInterrupts();
  const entry = await ticketNamed(ref);
  const looked = await look(entry, setup, interrupt.signal);
  const messages =
    looked !== undefined && 'ticket' in looked ? (looked.messages ?? []) : await keptConversation(entry);
  if (format === 'json') {
    // A program agrees to nothing: a request of support stands among the messages.
    await print(`${forJson(shownJson(entry, standingNow(entry, looked), messages, isLive(looked)), 2)}\n`);
    return interrupt.status() ?? statusOf(entry, looked);
  }
  const lines = [
    ...headOf(entry, looked, setup.language),
    ...messages.flatMap((message) => told(message, setup.language)),
  ];
  await print(`${lines.join('\n')}\n`);
  if (looked !== undefined && 'failure' in looked) {
    await tellTrouble(looked.failure.code, entry.sent?.target ?? '', looked.failure.detail, setup.language);
  }
  const answered = await answerRequest(entry, messages, setup, interrupt.signal);
  return interrupt.status() ?? answered ?? statusOf(entry, looked);
};

export const status = async (ref: string, context: Context): Promise<number> => {
  const setup = await setUp(context);
  const interrupt = watchInterrupts();
  const entry = await ticketNamed(ref);
  const looked = await look(entry, setup, interrupt.signal);
  const [line = ''] = headOf(entry, looked, setup.language);
  await print(`${line}\n`);
  if (looked !== undefined && 'failure' in looked) {
    await tellTrouble(looked.failure.code, entry.sent?.target ?? '', looked.failure.detail, setup.language);
  }
  return interrupt.status() ?? statusOf(entry, looked);
};

export const sync = async (context: Context): Promise<number> => {
  const setup = await setUp(context);
  const interrupt = watchInterrupts();
  const words = lifeWords(setup.language);
  const filed = (await listTickets(outboxRoots())).filter(isIntact).filter(({ sent }) => sent !== undefined);
  if (filed.length === 0) await print(`${words.nothingFiled}\n`);
  let worst: number = EXIT.ok;
  for (const entry of filed.filter((one) => !isOver(one))) {
    if (interrupt.signal.aborted) break;
    const looked = await look(entry, setup, interrupt.signal);
    const [line = ''] = headOf(entry, looked, setup.language);
    const fresh = looked !== undefined && 'fresh' in looked && looked.fresh > 0;
    await print(
      `${line}${fresh ? `; ${words.fresh(looked.fresh)}` : ''}  ${oneLine(entry.ticket.subject)}\n`,
    );
    if (looked !== undefined && 'failure' in looked) {
      await tellTrouble(looked.failure.code, entry.sent?.target ?? '', looked.failure.detail, setup.language);
    }
    worst = Math.max(worst, statusOf(entry, looked));
  }
  return interrupt.status() ?? worst;
};

/** Closed for good at the last look: nobody asks for ever after it. */
const isOver = ({ seen }: Entry): boolean => seen.at(-1)?.state === 'closed';

/** 0 the desk has it, 1 it waits here or could not be asked about. */
const statusOf = ({ sent }: Entry, looked: Looked): number =>
  sent !== undefined && looked !== undefined && 'ticket' in looked ? EXIT.ok : EXIT.warning;

type Looked = Synced | Failed | undefined;

const isLive = (looked: Looked): looked is Synced => looked !== undefined && 'ticket' in looked;

const standingNow = (entry: Entry, looked: Looked): Standing | undefined =>
  isLive(looked)
    ? { state: looked.ticket.state, label: looked.ticket.label, at: new Date().toISOString() }
    : standingOf(entry);

/** Nothing where there is nobody to ask. */
const look = async (entry: Entry, { config }: Setup, signal: AbortSignal): Promise<Looked> => {
  if (entry.sent === undefined) return undefined;
  const configured = await deskOf(entry, config);
  // The secret is that desk's: it does not go to another one.
  if (configured === undefined || configured.desk.target !== entry.sent.target) return undefined;
  const synced = await syncOne(entry, configured.desk, Date.now(), { signal });
  return synced.status === 'ok' ? synced.value : synced;
};

const headOf = (entry: Entry, looked: Looked, language: Language): readonly string[] => {
  const [words, general, body] = [lifeWords(language), ticketWords(language), bodyWords(language)];
  const { ticket, sent, seen, attempts } = entry;
  const live = looked !== undefined && 'ticket' in looked ? looked.ticket : undefined;
  const last = live ?? seen.at(-1);
  const first =
    sent === undefined
      ? `${general.states[entry.status]}, ${general.attempts(attempts)}`
      : words.stands(
          oneLine(sent.id),
          last === undefined ? general.states.sent : words.states[last.state],
          oneLine(last?.label ?? ''),
        );
  return [
    first,
    oneLine(ticket.subject),
    ...(sent?.url === undefined ? [] : [oneLine(sent.url)]),
    `${body.priority}: ${body.priorities[ticket.priority]}; ${body.key}: ${ticket.key}`,
    ...(live === undefined && sent !== undefined && seen.length > 0
      ? [words.asOf(seen.at(-1)?.at ?? '')]
      : []),
  ];
};

const told = (
  { at, author, from, text, internal, attachments }: Message,
  language: Language,
): readonly string[] => {
  const words = lifeWords(language);
  const who = from === 'us' ? words.us : oneLine(author);
  return [
    '',
    `── ${[at ?? '', who, internal ? words.internal : '']
      .filter((part) => part !== '')
      .map(oneLine)
      .join(' · ')}`,
    ...forTerminal(text.trimEnd())
      .split('\n')
      .map((line) => `   ${line}`),
    ...attachments.map(
      ({ name, bytes }) => `   [${oneLine(name)}${bytes === undefined ? '' : `, ${bytes} B`}]`,
    ),
  ];
};

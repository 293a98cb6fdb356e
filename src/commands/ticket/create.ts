/** `ticket create`: shows what would go where, asks, puts it on the disk, and only then sends it. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { reportWords } from '../../language/report.ts';
import { ticketWords } from '../../language/ticket.ts';
import { branches } from '../../output/order.ts';
import { forTerminal, oneLine } from '../../output/untrusted.ts';
import { openBundle } from '../../report/bundle/open.ts';
import { lastReport, outboxRoots } from '../../state.ts';
import { describeRequest } from '../../ticket/desks/webhook.ts';
import { type Draft, makeTicket } from '../../ticket/model.ts';
import { createTicket } from '../../ticket/outbox.ts';
import { sendTickets } from '../../ticket/send.ts';
import { verdictOf } from '../../ticket/verdict.ts';
import { VERSION } from '../../version.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { print, printError } from '../print.ts';
import { summary, take, write } from '../report/act.ts';
import { type Setup, setUp } from '../setup.ts';
import { isPromptable } from '../terminal.ts';
import type { CreateOptions } from '../ticket.ts';
import { configuredDesk } from './desk.ts';
import { progressIn, tellSent, tellTrouble } from './tell.ts';

export const create = async (options: CreateOptions, context: Context): Promise<number> => {
  const setup = await setUp(context);
  const { language, config } = setup;
  const words = ticketWords(language);
  const interrupt = watchInterrupts();
  const bundlePath = await reportFor(options, setup, interrupt.signal);
  if (interrupt.signal.aborted) return interrupt.status() ?? EXIT.interrupted;
  const configured = configuredDesk(config);
  if (configured === undefined) {
    if (bundlePath !== undefined) await print(`${words.noDesk(oneLine(bundlePath))}\n`);
    await tellTrouble('no-desk', '', '', language);
    return EXIT.warning;
  }
  const { desk, settings } = configured;
  const draft = await draftOf(bundlePath, options, language);
  if (draft === undefined) return EXIT.interrupted;
  const key = randomUUID();
  const nowMs = Date.now();
  const described = describeRequest(settings, makeTicket(draft, nowMs, key), VERSION);
  await printError(
    [
      words.preview(desk.target),
      ...Object.entries(described.headers).map(([name, value]) => `${name}: ${value}`),
      JSON.stringify(described.ticket, undefined, 2),
      ...(bundlePath === undefined
        ? []
        : [words.bundle(bundlePath, reportWords(language).size(sizeOf(bundlePath)))]),
    ]
      .map(forTerminal)
      .join('\n'),
  );
  const agreed = options.yes === true || (await agrees(words.sure));
  if (agreed === undefined) throw nobodyThere();
  if (!agreed) {
    await print(`${words.declined}\n`);
    return EXIT.ok;
  }
  const created = await createTicket({
    roots: outboxRoots(),
    draft,
    nowMs,
    key,
    ...(bundlePath !== undefined && { bundlePath }),
  });
  if (created.status !== 'created') {
    const detail =
      created.status === 'no-outbox'
        ? created.tried.map(({ root, reason }) => `${root} (${reason})`).join(', ')
        : created.why;
    await tellTrouble(created.status, desk.target, detail, language);
    return EXIT.critical;
  }
  await printError(words.kept(key, oneLine(created.folder)));
  const sent = await sendTickets(outboxRoots(), desk, {
    keys: [key],
    signal: interrupt.signal,
    onEvent: progressIn(language, desk.target),
  });
  const status = await tellSent(sent, desk.target, language);
  return interrupt.status() ?? status;
};

/** The one that was named, the last one, or a new one. */
const reportFor = async (
  options: CreateOptions,
  setup: Setup,
  signal: AbortSignal,
): Promise<string | undefined> => {
  if (options.report !== undefined) return resolve(options.report);
  const last = lastReport();
  if (last !== undefined && existsSync(last)) return last;
  const { bundle } = await take([], undefined, setup, signal);
  if (signal.aborted) return undefined;
  const words = reportWords(setup.language);
  await printError(summary(bundle, words).join('\n'));
  return write(bundle, {}, words);
};

const sizeOf = (path: string): number =>
  [...openBundle(path).files.values()].reduce((sum, { length }) => sum + length, 0);

/** What is known already is not asked; nothing where the person left. */
const draftOf = async (
  bundlePath: string | undefined,
  options: CreateOptions,
  language: Language,
): Promise<Draft | undefined> => {
  const words = ticketWords(language);
  const report = bundlePath === undefined ? undefined : openBundle(bundlePath).report;
  const [worst] = report === undefined ? [] : branches(report);
  const subject = options.subject ?? worst?.finding.title ?? words.noSubject;
  const description =
    options.description ??
    (options.yes !== true && isPromptable(process) ? await asked(words.askDescription) : '');
  if (description === undefined) return undefined;
  return {
    subject,
    description,
    complaint: '',
    language,
    verdict: report === undefined ? { status: 'unknown', rootCauses: [] } : verdictOf(report),
    tried: [],
    toolVersion: VERSION,
  };
};

const asked = async (message: string): Promise<string | undefined> => {
  const { input } = await import('@inquirer/prompts');
  return input({ message }, { output: process.stderr }).catch(unlessLeft);
};

/** Nothing where nobody can be asked. */
const agrees = async (message: string): Promise<boolean | undefined> => {
  if (!isPromptable(process)) return undefined;
  const { confirm } = await import('@inquirer/prompts');
  return (await confirm({ message, default: false }, { output: process.stderr }).catch(unlessLeft)) ?? false;
};

/** Ctrl+C at a question is an answer. */
const unlessLeft = (cause: unknown): undefined => {
  if (cause instanceof Error && cause.name === 'ExitPromptError') return undefined;
  throw cause;
};

const nobodyThere = (): UserError => {
  const [en, ru] = [ticketWords('en'), ticketWords('ru')];
  return new UserError('E_TICKET_CONSENT', en.notAsked, en.notAskedHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.notAsked, hint: ru.notAskedHint },
  });
};

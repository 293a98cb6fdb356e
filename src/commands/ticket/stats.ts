/** `ticket stats`: figures of the tickets of this computer, or of a desk's own queue. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { statsWords } from '../../language/ticket-stats.ts';
import { sheetText } from '../../output/sheet.ts';
import { forJson, oneLine } from '../../output/untrusted.ts';
import { sheetPage } from '../../report/sheet.tsx';
import { outboxRoots } from '../../state.ts';
import { isIntact, listTickets } from '../../ticket/outbox.ts';
import { type Stats, statsOf } from '../../ticket/stats/figures.ts';
import { recordOf, recordOfDesk, type TicketRecord } from '../../ticket/stats/record.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { print } from '../print.ts';
import { type Setup, setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import { configuredDesk, noSuchDesk } from './desk.ts';
import type { StatsFormat, StatsOptions } from './register-stats.ts';
import { type Heading, sheetOf } from './stats/sheet.ts';
import { tableOf } from './stats/table.ts';
import { tellTrouble } from './tell.ts';

/** Enough for a year of a busy desk, and an end to every wait. */
const MAX_TICKETS = 1_000;
/** What desks give in one answer: whole answers alone may have been cut. */
const PAGE = 100;

export const stats = async (options: StatsOptions, context: Context): Promise<number> => {
  const setup = await setUp(context);
  const interrupt = watchInterrupts();
  const found =
    options.queue === undefined
      ? await ownRecords(options, setup)
      : await queueRecords(options.queue, options, setup, interrupt.signal);
  if (found === undefined) return interrupt.status() ?? EXIT.warning;
  const { since, format = 'text' } = options;
  const words = statsWords(setup.language);
  const from = since?.toISOString();
  const records = found.records.filter(({ begunAt }) => from === undefined || begunAt >= from);
  const heading = {
    title: from === undefined ? found.title : `${found.title}, ${words.since(from)}`,
    notes: found.notes,
  };
  await print(written(statsOf(records), heading, format, { ...setup, from }));
  return interrupt.status() ?? EXIT.ok;
};

interface FoundRecords extends Heading {
  readonly records: readonly TicketRecord[];
}

const ownRecords = async ({ desk }: StatsOptions, { config, language }: Setup): Promise<FoundRecords> => {
  const words = statsWords(language);
  const known = Object.keys(config.desks ?? {});
  const [first = ''] = known;
  const listed = await listTickets(outboxRoots());
  const entries = listed.filter(isIntact);
  const all = await Promise.all(entries.map((entry) => recordOf(entry, first)));
  const isKnown = desk === undefined || known.includes(desk) || all.some((one) => one.desk === desk);
  if (!isKnown) throw noSuchDesk(desk, known);
  const damaged = listed.length - entries.length;
  return {
    title: desk === undefined ? words.titleOwn : `${words.titleOwn}: ${oneLine(desk)}`,
    notes: damaged === 0 ? [] : [words.damaged(damaged)],
    records: all.filter((one) => desk === undefined || one.desk === desk),
  };
};

/** Nothing where the desk could not be asked; that is told. */
const queueRecords = async (
  queue: string,
  { desk: named, since = new Date(0) }: StatsOptions,
  { config, language }: Setup,
  signal: AbortSignal,
): Promise<FoundRecords | undefined> => {
  const words = statsWords(language);
  const configured = await configuredDesk(config, named);
  if (configured === undefined) throw trouble((said) => [said.noDesk, said.noDeskHint]);
  const { desk, name } = configured;
  if (desk.queue === undefined) throw trouble((said) => [said.noQueue(name), said.noQueueHint]);
  const wish = { since, limit: MAX_TICKETS, ...(queue !== '' && { name: queue }) };
  const seen = await desk.queue(wish, { signal });
  if (seen.status === 'failed') {
    await tellTrouble(seen.failure.code, desk.target, seen.failure.detail, language);
    return undefined;
  }
  const { length } = seen.value;
  const isWhole = length === 0 || length % PAGE !== 0;
  return {
    title: words.titleQueue(name, oneLine(queue)),
    notes: [words.queueKnows, ...(isWhole ? [] : [words.more(length)])],
    records: seen.value.flatMap((ticket) => recordOfDesk(ticket, name) ?? []),
  };
};

type Words = ReturnType<typeof statsWords>;

const trouble = (say: (words: Words) => readonly [string, string]): UserError => {
  const [message, hint] = say(statsWords('en'));
  const [ruMessage, ruHint] = say(statsWords('ru'));
  return new UserError('E_QUEUE', message, hint, {
    exitCode: EXIT.usage,
    ru: { message: ruMessage, hint: ruHint },
  });
};

const written = (
  figures: Stats,
  heading: Heading,
  format: StatsFormat,
  { language, from }: Setup & { readonly from: string | undefined },
): string => {
  switch (format) {
    case 'text':
      return `${sheetText(sheetOf(figures, heading, language), screenOf(process.stdout, process.env))}\n`;
    case 'html':
      return sheetPage(sheetOf(figures, heading, language));
    case 'csv':
      return tableOf(figures);
    case 'json':
      return `${forJson({ schemaVersion: 1, title: heading.title, ...(from !== undefined && { since: from }), notes: heading.notes, ...figures }, 2)}\n`;
  }
};

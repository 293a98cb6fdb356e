/** `ticket list`: what is filed, what waits, and why. */

import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { ticketWords } from '../../language/ticket.ts';
import { lifeWords } from '../../language/ticket-life.ts';
import { forJson, oneLine } from '../../output/untrusted.ts';
import { outboxRoots } from '../../state.ts';
import { type Damaged, type Entry, isIntact, listTickets } from '../../ticket/outbox.ts';
import { sayTrouble } from '../../ticket/words.ts';
import type { Context } from '../context.ts';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import { damagedJson, jsonOf, openWishes, type Standing, standingOf, TICKETS_VERSION } from './as-json.ts';
import type { FormatOptions } from './register-life.ts';

export const list = async ({ format }: FormatOptions, context: Context): Promise<number> => {
  const { language } = await setUp(context);
  const entries = await listTickets(outboxRoots());
  if (format === 'json') {
    const tickets = entries.map((entry) => (isIntact(entry) ? jsonOf(entry) : damagedJson(entry)));
    await print(`${forJson({ schemaVersion: TICKETS_VERSION, tickets }, 2)}\n`);
    return EXIT.ok;
  }
  const lines = entries.flatMap((entry) =>
    isIntact(entry) ? intact(entry, language) : damaged(entry, language),
  );
  await print(`${lines.length === 0 ? ticketWords(language).none : lines.join('\n')}\n`);
  return EXIT.ok;
};

const intact = (entry: Entry, language: Language): readonly string[] => {
  const words = ticketWords(language);
  const { ticket, sent, failure, attempts, status } = entry;
  const number = sent === undefined ? '' : ` ${oneLine(sent.id)}`;
  const target = sent?.target ?? '';
  const standing = standingOf(entry);
  return [
    `${words.states[status]}${number}  ${oneLine(ticket.subject)}`,
    ...(standing === undefined ? [] : [`  ${atDesk(standing, language)}`]),
    `  ${ticket.key}  ${ticket.createdAt}  ${words.attempts(attempts)}`,
    ...(sent?.url === undefined ? [] : [`  ${oneLine(sent.url)}`]),
    ...(status === 'sent' || failure === undefined
      ? []
      : [`  ${oneLine(sayTrouble(language, failure.code, { target, detail: failure.detail }).title)}`]),
    ...openWishes(entry).map((wish) => `  ${notYet(wish, language)}`),
  ];
};

const atDesk = ({ state, label, at }: Standing, language: Language): string => {
  const words = lifeWords(language);
  const said = wordOf(words.states, state);
  return oneLine(words.atDesk(label === '' ? said : `${said} (${label})`, at));
};

const notYet = ({ kind, status }: { kind: string; status: string }, language: Language): string => {
  const words = lifeWords(language);
  return oneLine(words.notYet(wordOf(words.kinds, kind), wordOf(words.statuses, status)));
};

/** What a newer version wrote has no words. */
const wordOf = (words: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(words, name) ? (words[name] ?? name) : name;

const damaged = ({ folder, why }: Damaged, language: Language): readonly string[] => [
  `${ticketWords(language).states.damaged}  ${oneLine(folder)}`,
  `  ${oneLine(why)}`,
];

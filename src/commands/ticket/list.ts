/** `ticket list`: what is filed, what waits, and why. */

import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { ticketWords } from '../../language/ticket.ts';
import { oneLine } from '../../output/untrusted.ts';
import { outboxRoots } from '../../state.ts';
import { type Damaged, type Entry, isIntact, listTickets } from '../../ticket/outbox.ts';
import { sayTrouble } from '../../ticket/words.ts';
import type { Context } from '../context.ts';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';

export const list = async (context: Context): Promise<number> => {
  const { language } = await setUp(context);
  const entries = await listTickets(outboxRoots());
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
  return [
    `${words.states[status]}${number}  ${oneLine(ticket.subject)}`,
    `  ${ticket.key}  ${ticket.createdAt}  ${words.attempts(attempts)}`,
    ...(sent?.url === undefined ? [] : [`  ${oneLine(sent.url)}`]),
    ...(status === 'sent' || failure === undefined
      ? []
      : [`  ${oneLine(sayTrouble(language, failure.code, { target, detail: failure.detail }).title)}`]),
  ];
};

const damaged = ({ folder, why }: Damaged, language: Language): readonly string[] => [
  `${ticketWords(language).states.damaged}  ${oneLine(folder)}`,
  `  ${oneLine(why)}`,
];

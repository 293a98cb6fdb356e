/** Open tickets of this person about the same: to be added to, rather than filed once more. */

import { ticketWords } from '../../language/ticket.ts';
import { lifeWords } from '../../language/ticket-life.ts';
import { oneLine } from '../../output/untrusted.ts';
import { outboxRoots } from '../../state.ts';
import type { Ticket } from '../../ticket/model.ts';
import { type Entry, isIntact, listTickets } from '../../ticket/outbox.ts';
import { fingerprintOf } from '../../ticket/proposal.ts';
import { printError } from '../print.ts';
import type { Setup } from '../setup.ts';
import { isPromptable } from '../terminal.ts';
import { unlessLeft } from './ask.ts';

/** The youngest first. Two without any cause are not about the same. */
export const similarTo = async (verdict: Ticket['verdict']): Promise<readonly Entry[]> => {
  const fingerprint = fingerprintOf(verdict);
  if (fingerprint === '') return [];
  return (await listTickets(outboxRoots()))
    .filter(isIntact)
    .filter((entry) => entry.ticket.fingerprint === fingerprint && !isOver(entry))
    .reverse();
};

const isOver = ({ seen }: Entry): boolean => ['solved', 'closed'].includes(seen.at(-1)?.state ?? '');

/** Shown always, asked about where somebody can answer. 'left': the person went away. */
export const addToSimilar = async (
  verdict: Ticket['verdict'],
  { language }: Setup,
  mayAsk: boolean,
  signal: AbortSignal,
): Promise<Entry | 'new' | 'left'> => {
  const [first, ...others] = await similarTo(verdict);
  if (first === undefined) return 'new';
  const words = lifeWords(language);
  await printError(words.similar);
  for (const entry of [first, ...others].slice(0, 5)) {
    await printError(`  ${nameOf(entry, language)}  ${oneLine(entry.ticket.subject)}`);
  }
  if (!mayAsk || !isPromptable(process)) return 'new';
  const { select } = await import('@inquirer/prompts');
  const question = {
    message: words.addOrNew,
    choices: [
      { value: 'add', name: `${words.addTo}: ${nameOf(first, language)}` },
      { value: 'new', name: words.fileNew },
    ],
  };
  const chosen = await select(question, { output: process.stderr, signal }).catch(unlessLeft);
  return chosen === undefined ? 'left' : chosen === 'add' ? first : 'new';
};

const nameOf = ({ sent, ticket, status }: Entry, language: Setup['language']): string =>
  sent === undefined ? `${ticketWords(language).states[status]} ${ticket.key.slice(0, 8)}` : oneLine(sent.id);

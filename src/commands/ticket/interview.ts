/** Questions about what no computer can know: only those that nothing answers yet. */
import type { Config } from '../../config/load.ts';
import type { TicketWords } from '../../language/ticket.en.ts';
import { IMPACTS, type Impact } from '../../ticket/priorities.ts';
import type { CreateOptions } from '../ticket.ts';
import { ask, unlessLeft, write } from './ask.ts';

export interface Answers {
  readonly subject: string;
  readonly description: string;
  readonly impact: Impact | undefined;
  readonly since: string;
  readonly email: string;
}

/** `about`: the subject that is suggested. Nothing where the person left. */
export const interview = async (
  about: string,
  options: CreateOptions,
  contact: Config['contact'],
  words: TicketWords,
  signal: AbortSignal,
): Promise<Answers | undefined> => {
  const subject = options.subject ?? (await ask(words.askSubject, signal, { default: about }));
  if (subject === undefined) return undefined;
  const description = options.description ?? (await describe(options, words, signal));
  if (description === undefined) return undefined;
  const impact = options.affected ?? (await askedImpact(words, signal));
  if (impact === undefined) return undefined;
  const since = options.since ?? (await ask(words.askSince, signal));
  if (since === undefined) return undefined;
  const email = options.contactEmail ?? contact?.email ?? (await ask(words.askEmail, signal));
  return email === undefined ? undefined : { subject, description, impact, since, email };
};

/** What follows where nobody can be asked. */
export const withoutInterview = (
  about: string,
  options: CreateOptions,
  contact: Config['contact'],
): Answers => ({
  subject: options.subject ?? about,
  description: options.description ?? '',
  impact: options.affected,
  since: options.since ?? '',
  email: options.contactEmail ?? contact?.email ?? '',
});

const describe = (
  { edit }: CreateOptions,
  words: TicketWords,
  signal: AbortSignal,
): Promise<string | undefined> =>
  edit === true ? write(words.askDescription, signal) : ask(words.askDescription, signal);

const askedImpact = async (words: TicketWords, signal: AbortSignal): Promise<Impact | undefined> => {
  const { select } = await import('@inquirer/prompts');
  const choices = IMPACTS.map((value) => ({ value, name: words.impacts[value] }));
  const question = { message: words.askAffected, choices };
  return select<Impact>(question, { output: process.stderr, signal }).catch(unlessLeft);
};

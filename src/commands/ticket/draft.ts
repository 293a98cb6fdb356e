/** What a ticket says: from the report, from the last diagnosis, and from the person. */
import { ticketWords } from '../../language/ticket.ts';
import { branches } from '../../output/order.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Report } from '../../report/model.ts';
import type { Draft } from '../../ticket/model.ts';
import { verdictOf } from '../../ticket/verdict.ts';
import { VERSION } from '../../version.ts';
import { recentJournal } from '../journal.ts';
import type { Setup } from '../setup.ts';
import { isPromptable } from '../terminal.ts';
import type { CreateOptions } from '../ticket.ts';
import { interview, withoutInterview } from './interview.ts';

/** What is known already is not asked; nothing where the person left. */
export const draftOf = async (
  report: Report | undefined,
  options: CreateOptions,
  { language, config }: Setup,
  signal: AbortSignal,
): Promise<Draft | undefined> => {
  const words = ticketWords(language);
  const [worst] = report === undefined ? [] : branches(report);
  // The title may come from a stranger's report, and is shown as the answer that is suggested.
  const about = oneLine(worst?.finding.title ?? words.noSubject);
  const mayAsk = options.yes !== true && isPromptable(process);
  const answers = mayAsk
    ? await interview(about, options, config.contact, words, signal)
    : withoutInterview(about, options, config.contact);
  if (answers === undefined) return undefined;
  const { subject, description, impact, since, email } = answers;
  const journal = recentJournal(Date.now());
  return {
    subject,
    description,
    complaint: journal?.complaint ?? '',
    // The titles in it are words of the report.
    language: report?.language ?? language,
    verdict: report === undefined ? { status: 'unknown', rootCauses: [] } : verdictOf(report),
    tried: journal?.tried ?? [],
    toolVersion: VERSION,
    since,
    ...(impact !== undefined && { impact }),
    ...(options.priority !== undefined && { priority: options.priority }),
    ...(options.category !== undefined && { category: options.category }),
    contact: { ...NOBODY, ...config.contact, ...contactIn(options), email },
  };
};

/** All of it that somebody wrote, or that is told in words. */
export const wordsOf = ({ subject, description, complaint, since, tried, verdict }: Draft) => ({
  subject,
  description,
  complaint,
  since: since ?? '',
  tried: tried.map(({ step, result }) => `${step}: ${result}`).join('\n'),
  verdict: verdict.rootCauses.map(({ title }) => title).join('\n'),
});

const NOBODY = { name: '', email: '', phone: '' } as const;

const contactIn = ({ contactName, contactPhone }: CreateOptions) => ({
  ...(contactName !== undefined && { name: contactName }),
  ...(contactPhone !== undefined && { phone: contactPhone }),
});

/** Words of the core, in English: the language that defines which words there are. */
import type { Reason } from '../contract.ts';

const remedies: Readonly<Record<Reason, (what: string) => string>> = {
  absent: (what) => `Install or provide ${what}, then run again.`,
  denied: () => 'Run again as administrator (sudo) to let this be read.',
  timeout: () => 'Run again when the computer is less busy, or with a longer --timeout.',
  failed: (what) => `Try ${what} by hand: its own message tells more.`,
  unsupported: () => 'This system offers no way to read it.',
  unparsable: () => 'Send a report: the answer was in a form this version does not know.',
  unrecorded: () => 'Make a new report with techsupport on that computer.',
  unanswered: () => 'Run diagnose at a terminal to answer the question.',
  interrupted: () => 'Run again and let it finish.',
  'left-out': () => 'Run with --all to wait for it.',
};

const reasons: Readonly<Record<Reason, string>> = {
  absent: 'not found',
  denied: 'no permission',
  timeout: 'no answer in time',
  failed: 'failed',
  unsupported: 'not available on this system',
  unparsable: 'answer not understood',
  unrecorded: 'not in this report',
  unanswered: 'question not answered',
  interrupted: 'interrupted',
  'left-out': 'left out of a quick look',
};

export const en = { reasons, remedies };

export type CoreWords = typeof en;

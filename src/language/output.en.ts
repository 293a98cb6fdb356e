/** Words of the terminal output, in English. */
import type { Severity } from '../contract.ts';

const plural = new Intl.PluralRules('en');

const severities: Readonly<Record<Severity, string>> = {
  critical: 'CRITICAL',
  warning: 'WARNING',
  info: 'NOTE',
};

/** Why a check has nothing to say on this machine, by what it calls that. */
const REASONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    wsl: 'Windows Subsystem for Linux',
    isolated: 'kept apart from other networks',
    'rescue-mode': 'rescue mode',
    'no-sound': 'there is no sound device and no sound service',
    'no-print-system': 'there is no print system',
    'no-package-manager': 'no package manager that is known here',
  }),
);

export const en = {
  wrong: 'What is wrong',
  fine: 'What is fine',
  untold: 'What could not be told',
  remarks: 'Worth knowing',
  severities,
  nothingWrong: 'Nothing wrong was found.',
  nothingSeen: 'No trouble was seen, but not everything could be looked at.',
  interrupted: 'Interrupted. This is what is known so far.',
  why: 'Why',
  next: 'Do',
  tried: 'What was asked and tried',
  described: 'What happened, in the words of a person',
  seenIn: 'Seen in',
  explains: 'It explains',
  remedy: 'To look',
  details: 'Measured',
  guidance: 'How to do it on this computer',
  notHere: (reason: string) => `does not apply here (${REASONS.get(reason) ?? reason})`,
  took: (seconds: string) => `${seconds} s`,
  leftOut: (count: number) =>
    `A quick look: ${count} slower ${plural.select(count) === 'one' ? 'read was' : 'reads were'} left out. Everything: techsupport check --all`,
  more: (code: string) => `More about a finding: techsupport explain ${code}`,
  spoken: (code: string) => `For support on the telephone: ${code}`,
  moreFindings: (count: number) =>
    plural.select(count) === 'one' ? `and ${count} more finding` : `and ${count} more findings`,
  working: (name: string, reads: number) =>
    `${name}: ${reads} ${plural.select(reads) === 'one' ? 'answer' : 'answers'}`,
};

export type OutputWords = typeof en;

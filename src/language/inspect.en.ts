/** Words of `inspect` of one report, in English. */
import { count } from './counted.ts';

const reads = (number: number): string => count('en', number, { one: 'read', other: 'reads' });

export const en = {
  evidence:
    'print what one read brought, by its id, its file or the beginning of either; list all where no name is given',
  html: 'write the page into FILE: to read in a browser, to print, to pass on',
  statuses:
    'Exit status: 0 opened, whatever is wrong with that computer; 3 of several not all could be opened; 64 none could, or there is no such evidence',
  ranOn: (system: string, os: string, release: string, arch: string) =>
    `On: ${[system, `${os} ${release}`.trim(), arch].filter(Boolean).join(', ')}`,
  ranIn: (seconds: string, answered: number, asked: number) =>
    `Taken in ${seconds} s: ${answered} of ${reads(asked)} brought something`,
  tried: (step: string, result: string) => `Asked or tried: ${step}: ${result}`,
  described: (text: string) => `In the words of the person: ${text}`,
  interrupted: 'Interrupted: it was ended before everything was asked',
  cut: (number: number) =>
    `Shortened: ${count('en', number, { one: 'answer was', other: 'answers were' })} too long to be kept whole`,
  noReports: 'There is no report in this folder.',
  noReportsHint: 'Name the folder in which the reports lie: techsupport-….tar.gz.',
  notRedacted: 'NOT REDACTED: personal data stand in it. Keep it as such.',
  sameAsThen: (version: string) => `Said then and seen now: the same, by the rules of version ${version}`,
  thenAndNow: (then: string, now: string) => `Said then by version ${then}, and seen now by version ${now}:`,
  notThen: 'Said then: unknown, its report.json is missing or does not fit this version',
  thenOnly: 'said then, not seen now',
  nowOnly: 'seen now, not said then',
  whyOther: {
    version: 'The rules are others: between the two versions they were changed.',
    broken: 'Both are of the same version: something inside was changed since it was written.',
    interrupted: 'Both are of the same version: the run was interrupted, and saw more or less than it kept.',
    unknown: 'Both are of the same version: what was seen then is not all in the evidence.',
  },
  noSuchEvidence: (name: string) => `There is no evidence called ${name}.`,
  noSuchEvidenceHint: 'These are there: see the list above.',
  severalEvidence: (name: string) => `Several pieces of evidence begin with ${name}.`,
  severalEvidenceHint: 'Give one of those above in full.',
  oneOnly: 'This is shown of one report at a time.',
  oneOnlyHint: 'Name one report; several are told as text or json.',
  notWhole: 'Of the pasted report not all arrived: it cannot be compared.',
  notWholeHint: 'techsupport inspect tells what did. Ask for it again, or for the file.',
  several: 'There are several reports in it.',
  severalHint: 'Put each into a file of its own.',
  noEvidence: 'There is no evidence in it.',
  columns: { source: 'READ', status: 'STATUS', ms: 'MS', bytes: 'BYTES', file: 'FILE' },
};

export type InspectWords = typeof en;

/** Words of what goes into a report, and of agreeing to it, in English. */
import { count } from './counted.ts';

const megabytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

export const en = {
  redact: 'how much is hidden: standard, strict (also public names and addresses that many know), none',
  yesIncludePersonalData: 'with --redact none: a yes for where nobody can be asked',
  hideNothing:
    'Nothing will be hidden: addresses, names, serial numbers and any password that programs printed stand in the report as they are, for everyone who gets the file. Make it so?',
  notAgreed: 'Nobody agreed to a report in which nothing is hidden, so none was made.',
  notAgreedHint: 'Leave --redact none out, or say yes at a terminal or with --yes-include-personal-data.',
  since: 'of the logs only what is newer: 2026-01-31, 2026-01-31T14:00, or 36h, 7d ago',
  logs: "also the end of the system's own logs",
  maxSize: 'the file takes no more: 5MB, 500kB; the least important is left out first',
  exclude: 'leave out a read: evidence/NAME.txt or its id (may be repeated)',
  excludeFinding: 'leave out a finding and what it rests on (may be repeated)',
  encryptTo: 'only the owner of this key can open the file: age1… (may be repeated)',
  identity: 'the secret key that opens an encrypted report (otherwise TECHSUPPORT_IDENTITY)',
  encrypted: (keys: string) => `Encrypted, so that only the owners of these keys can open it: ${keys}`,
  badSince: 'must be a date (2026-01-31), a date and time (2026-01-31T14:00) or how long ago (36h, 7d)',
  notYet: (now: string) => `that time has not come: by the clock of this computer it is ${now}`,
  badSize: 'must be a size such as 5MB or 500kB',
  estimate: (reads: number, seconds: number, bytes: number) =>
    `About ${count('en', reads, { one: 'read', other: 'reads' })} and what follows from them, up to ${seconds} s; a file of about ${megabytes(bytes)}`,
  cut: (when: string) => `Logs: nothing older than ${when} is inside, and the findings know nothing older`,
  leftOutExcluded: (ids: string) => `Left out, as you wished: ${ids}`,
  leftOutReads: (ids: string) => `Left out for the size: ${ids}`,
  leftOutTexts: (many: number) =>
    `For the size, ${count('en', many, { one: 'text stands', other: 'texts stand' })} in recording.json alone`,
  unread: (ids: string) => `Without what was left out or hidden, these can no longer be judged: ${ids}`,
  strange: (names: string) => `There is nothing in the report to leave out under this name: ${names}`,
  strangeHint: 'techsupport report --preview shows the names. Nothing was written.',
  preview: 'show everything that would be in it, then ask; without a terminal print it and write no file',
  shownOnly: 'Shown only: nobody is there to agree, so no file was written.',
  notWritten: 'Nothing was written.',
  whatNow: 'What is to be done with this report?',
  choices: {
    write: 'write it',
    exclude: 'leave something out',
    look: 'look at all of it again',
    leave: 'do not write it',
    describe: 'write or change the description in your editor (VISUAL, EDITOR)',
  },
  inYourWords: 'What happened? Save it in your editor and close it.',
  describe: 'what happened, in your words; at --preview also in your editor',
  tooLong: (limit: number) => `It is longer than ${limit} characters.`,
  whatLeaves: 'What is to be left out? (space marks, enter ends)',
  holds: (reads: number, findings: number) =>
    `${count('en', reads, { one: 'read', other: 'reads' })}, ${count('en', findings, { one: 'finding', other: 'findings' })}`,
  andMore: (many: number) => `and ${many} more`,
};

export type BundleWords = typeof en;

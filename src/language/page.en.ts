/** Words of the page, in English. */
import type { Kind } from '../contract.ts';
import { count, type Forms } from './counted.ts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' });

/** What was asked, in a word or two. */
const kinds: Readonly<Record<Kind, string>> = {
  exec: 'program',
  file: 'file',
  list: 'folder',
  attributes: 'files of a folder',
  space: 'free space',
  usage: 'space used',
  stat: 'file properties',
  writable: 'whether it may be written',
  'deleted-files': 'deleted files still open',
  holders: 'programs that hold it open',
  lookup: 'name, as the system finds it',
  resolve: 'name, of one server',
  tcp: 'connection',
  tls: 'secure connection',
  http: 'web page',
  interfaces: 'network interfaces',
  inventory: 'inventory',
  clock: 'clock',
  user: 'user',
  system: 'system',
  env: 'environment',
};

const cases: Forms = { one: 'place found', other: 'places found' };

export const en = {
  title: (host: string) => (host === '' ? 'Report of a computer' : `Report of ${host}`),
  skip: 'Skip to the verdict',
  statuses: { critical: 'Critical', warning: 'Warning', unknown: 'Unknown', ok: 'Fine', skipped: 'Not here' },
  nothingWrong: 'Nothing wrong was found',
  nothingSeen: 'No trouble was seen, but not everything could be looked at',
  nextStep: 'Do this next',
  nothingToDo:
    'Nothing needs to be done. Where something still does not work, techsupport diagnose asks for what it cannot measure.',
  moreCauses: (more: number) =>
    count('en', more, { one: 'more cause is told below', other: 'more causes are told below' }),
  contents: 'On this page',
  search: 'Search findings and evidence',
  searchHint: 'Esc clears',
  cases,
  noCase: 'Nothing found',
  rootCause: 'Root cause',
  measured: 'Measured',
  disks: 'Disks',
  latency: 'How fast the network answers',
  load: 'Memory and processor',
  names: {
    gateway: 'Router',
    internet: 'Internet',
    dns: 'Name servers',
    memory: 'Memory',
    'memory-waiting': 'Waiting for memory',
    'processor-busy': 'Processor',
  } as Readonly<Record<string, string>>, // others are told by their own name
  used: (share: string) => `${share} used`,
  free: (free: string, total: string) => `${free} free of ${total}`,
  limits: {
    warning: (value: string) => `warning at ${value}`,
    critical: (value: string) => `critical at ${value}`,
  },
  timeline: 'How the look went',
  timelineIs: (reads: number, seconds: string) =>
    `${count('en', reads, { one: 'read', other: 'reads' })} in ${seconds}: each bar is one read, from its start to its answer`,
  answered: 'answered',
  unanswered: 'no answer',
  slowest: 'What took longest',
  read: 'Read',
  start: 'Start',
  took: 'Took',
  outcome: 'Outcome',
  evidence: 'Evidence',
  evidenceIs: 'What the computer answered, read by read. Open a line to see the answer.',
  kinds,
  cut: (size: string) => `… ${size} left out here …`,
  notShown: (size: string) => `The answer (${size}) is left out of this page to keep it small.`,
  moreReads: (more: number) => `and ${count('en', more, { one: 'more read', other: 'more reads' })}`,
  provenance: 'Where this comes from',
  madeBy: 'Made by',
  madeAt: 'Time',
  tookAll: 'Duration',
  computer: 'Computer',
  system: 'System',
  hidden: 'Hidden',
  redacted: 'Addresses, names and serial numbers were replaced, secrets removed, before this was written.',
  notRedacted:
    'Nothing was hidden: this page shows the names and addresses of the computer. To hand it on, make a report: techsupport report.',
  number: (value: number) => number.format(value),
  percent: (value: number) => `${number.format(value)}%`,
  milliseconds: (value: number) => `${number.format(value)} ms`,
  seconds: (value: number) => `${number.format(value)} s`,
  duration: (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${number.format(ms / 1000)} s`),
  bytes: (value: number) => sized(value, number, ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB']),
  when: (time: Date) => `${when.format(time)} UTC`,
};

/** As makers of disks count: a thousand bytes are a kilobyte. */
export const sized = (bytes: number, format: Intl.NumberFormat, units: readonly string[]): string => {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return `${format.format(bytes / 1000 ** power)}\u00a0${units[power]}`;
};

export type PageWords = typeof en;

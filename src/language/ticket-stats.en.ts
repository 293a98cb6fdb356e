/** Words for the figures of tickets, in English. */
export const en = {
  stats: 'figures of tickets: first response, solution, satisfaction; by category, cause, desk and month',
  format: 'how to answer',
  sinceOption: 'only tickets since then: a date, or how long ago (36h, 7d, 4w)',
  badSince: 'must be a date (2026-01-31) or how long ago (36h, 7d, 4w), and not in the future',
  deskOption: 'only tickets of this desk of the configuration',
  queueOption: "the desk's own queue of this name instead of the tickets of this computer",
  noQueue: (desk: string) => `The desk ${desk} gives no list of its tickets.`,
  noQueueHint: 'Leave out --queue: the figures of the tickets of this computer are there all the same.',
  noDesk: 'No desk is configured, so there is no queue to ask.',
  noDeskHint: 'techsupport desk add connects one.',
  titleOwn: 'Tickets of this computer',
  titleQueue: (desk: string, queue: string) => `Tickets of ${desk}${queue === '' ? '' : `, ${queue}`}`,
  since: (at: string) => `since ${at}`,
  more: (count: number) => `These are the newest ${count}; the desk may have more.`,
  queueKnows: 'A queue does not tell first responses, reopenings, escalations and ratings.',
  damaged: (count: number) => `Tickets that cannot be read, and are not counted: ${count}`,
  wrongClocks: (count: number) =>
    `Times left out because they end before they begin (a clock was wrong): ${count}`,
  none: 'There are no tickets: no figures.',
  noData: 'no data',
  figure: 'Figure',
  value: 'Value',
  within90: '90% within',
  known: 'Known of',
  tickets: 'Tickets',
  filed: 'Filed',
  notFiled: 'Waiting here, not filed yet',
  open: 'Open',
  waitsForPerson: 'Open, and waiting for you',
  over: 'Solved or closed',
  stateUnknown: 'In a state of its own',
  firstResponse: 'First response (median)',
  solution: 'Solution (median)',
  firstContact: 'Solved at first contact',
  reopened: 'Reopened',
  escalated: 'Escalated',
  satisfaction: 'Satisfaction',
  counts: 'How many',
  quality: 'How fast and how well',
  stars: (count: number) => `${count} of 5`,
  percent: (share: number) => `${Math.round(share * 100)}%`,
  mean: (mean: number) => `${mean.toFixed(1)} of 5`,
  by: { category: 'By category', cause: 'By root cause', desk: 'By desk', month: 'By month' },
  columns: { category: 'Category', cause: 'Root cause', desk: 'Desk', month: 'Month' },
  nameless: { category: 'without', cause: 'none found', desk: 'unknown', month: 'unknown' },
  short: { response: 'Response', solution: 'Solution', firstContact: 'First contact', rating: 'Rating' },
  duration: { d: 'd', h: 'h', min: 'min', s: 's' },
} as const;

type Loose<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Loose<T[K]> };

export type StatsWords = Loose<typeof en>;

/** Figures of tickets, as a pure function of their records: the order of them does not matter. */
import { isOpen, isOver, type TicketRecord } from './record.ts';

/** Of no ticket there is no median: `null` is "no data", never zero. */
export interface Times {
  readonly count: number;
  readonly medianMs: number | null;
  /** Nine of ten were not slower. */
  readonly within90Ms: number | null;
}

export interface Share {
  readonly count: number;
  /** Of how many that is known. */
  readonly of: number;
}

export interface Figures {
  readonly tickets: number;
  readonly filed: number;
  readonly notFiled: number;
  readonly open: number;
  /** Of the open ones: for the person. */
  readonly waitsForPerson: number;
  /** Solved or closed. */
  readonly over: number;
  readonly stateUnknown: number;
  readonly firstResponse: Times;
  readonly solution: Times;
  readonly firstContact: Share;
  readonly reopened: Share;
  readonly escalated: Share;
  readonly satisfaction: {
    readonly count: number;
    readonly mean: number | null;
    /** Of one star, of two … of five. */
    readonly distribution: readonly number[];
  };
  /** Times that ended before they began: a clock was wrong, and they count nowhere. */
  readonly wrongClocks: number;
}

export interface Group {
  readonly name: string;
  readonly figures: Figures;
}

/** A ticket with several root causes is in the group of each. */
export interface Stats {
  readonly total: Figures;
  readonly by: Readonly<Record<Dimension, readonly Group[]>>;
}

export const DIMENSIONS = ['category', 'cause', 'desk', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const NAMES: Readonly<Record<Dimension, (record: TicketRecord) => readonly string[]>> = {
  category: ({ category }) => [category],
  cause: ({ causes }) => (causes.length === 0 ? [''] : [...new Set(causes)]),
  desk: ({ desk }) => [desk],
  // In UTC, as it is written.
  month: ({ begunAt }) => [begunAt.slice(0, 7)],
};

export const statsOf = (records: readonly TicketRecord[]): Stats => {
  const by = (dimension: Dimension) => groupsOf(records, dimension);
  return {
    total: figuresOf(records),
    by: { category: by('category'), cause: by('cause'), desk: by('desk'), month: by('month') },
  };
};

/** The largest first; months in their order. */
const groupsOf = (records: readonly TicketRecord[], dimension: Dimension): readonly Group[] => {
  const groups = new Map<string, TicketRecord[]>();
  for (const record of records) {
    for (const name of NAMES[dimension](record)) groups.set(name, [...(groups.get(name) ?? []), record]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, figures: figuresOf(members) }))
    .sort(
      (a, b) =>
        (dimension === 'month' ? 0 : b.figures.tickets - a.figures.tickets) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
};

export const figuresOf = (records: readonly TicketRecord[]): Figures => {
  const filed = records.filter((one) => one.filed);
  const over = filed.filter(({ state }) => isOver(state));
  const open = filed.filter(({ state }) => isOpen(state));
  const responses = filed.map(({ begunAt, respondedAt }) => between(begunAt, respondedAt));
  const solutions = over.map(({ begunAt, solvedAt }) => between(begunAt, solvedAt));
  return {
    tickets: records.length,
    filed: filed.length,
    notFiled: records.length - filed.length,
    open: open.length,
    waitsForPerson: open.filter(({ state }) => state === 'waiting').length,
    over: over.length,
    stateUnknown: filed.length - open.length - over.length,
    firstResponse: timesOf(responses),
    solution: timesOf(solutions),
    firstContact: shareOf(over, isFirstContact),
    reopened: shareOf(filed, ({ reopened }) => reopened),
    escalated: shareOf(filed, ({ escalated }) => escalated),
    satisfaction: satisfactionOf(filed),
    wrongClocks: [...responses, ...solutions].filter((ms) => ms !== undefined && ms < 0).length,
  };
};

type History = NonNullable<TicketRecord['history']>;

/** Over, and on the way there: not opened again, not raised to another line, asked back at most once. */
const isFirstContact = ({ reopened, escalated, questions, unsolved }: History): boolean =>
  !reopened && !escalated && !unsolved && questions < 2;

const shareOf = (records: readonly TicketRecord[], test: (history: History) => boolean): Share => {
  const known = records.flatMap(({ history }) => history ?? []);
  return { count: known.filter(test).length, of: known.length };
};

/** Negative where a clock was wrong. */
const between = (from: string, to: string | undefined): number | undefined => {
  const ms = Date.parse(to ?? '') - Date.parse(from);
  return Number.isNaN(ms) ? undefined : ms;
};

const timesOf = (all: readonly (number | undefined)[]): Times => {
  const times = all.filter((ms) => ms !== undefined && ms >= 0).sort((a = 0, b = 0) => a - b);
  const { length } = times;
  const at = (index: number): number => times[index] ?? 0;
  if (length === 0) return { count: 0, medianMs: null, within90Ms: null };
  return {
    count: length,
    medianMs: (at(Math.floor((length - 1) / 2)) + at(Math.floor(length / 2))) / 2,
    within90Ms: at(Math.ceil(length * 0.9) - 1),
  };
};

const satisfactionOf = (records: readonly TicketRecord[]): Figures['satisfaction'] => {
  const stars = records.flatMap((record) => record.stars ?? []);
  const sum = stars.reduce((sofar, one) => sofar + one, 0);
  return {
    count: stars.length,
    mean: stars.length === 0 ? null : sum / stars.length,
    distribution: [1, 2, 3, 4, 5].map((number) => stars.filter((one) => one === number).length),
  };
};

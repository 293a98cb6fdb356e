/** A model as numbers in rows, for a search that looks at thousands of its states. */
import type { End, Model, PlanStep } from '../plan.ts';

export interface Table {
  /** Shares of the causes, 0 to 1. */
  readonly shares: Float64Array;
  readonly steps: readonly Row[];
  readonly openings: readonly { readonly seconds: number; readonly isOpen: boolean }[];
  readonly ticketSeconds: number;
}

export type Row = DoRow | AskRow;

export interface DoRow {
  readonly kind: 'do';
  readonly id: string;
  readonly seconds: number;
  readonly opening: number | undefined;
  /** Only the causes that it helps against. */
  readonly helps: readonly { readonly cause: number; readonly chance: number }[];
  /** How likely it fails, by cause. */
  readonly fails: Float64Array;
  readonly end: Float64Array | undefined;
}

export interface AskRow {
  readonly kind: 'ask';
  readonly id: string;
  readonly seconds: number;
  readonly answers: readonly { readonly chances: Float64Array; readonly end: Float64Array | undefined }[];
  /** Whether every answer is as likely under each cause, and none ends anything. */
  readonly tellsNothing: boolean;
}

export const tableOf = ({ causes, steps, ticketSeconds }: Model): Table => {
  const names = Object.keys(causes);
  const openings = new Map<string, { readonly seconds: number; readonly isOpen: boolean }>();
  for (const step of steps) {
    if (step.kind === 'do' && step.opening !== undefined && !openings.has(step.opening.id)) {
      openings.set(step.opening.id, step.opening);
    }
  }
  const openingIds = [...openings.keys()];
  return {
    shares: Float64Array.from(names, (name) => causes[name] ?? 0),
    steps: steps.map((step) =>
      step.kind === 'do' ? doRow(step, names, openingIds, ticketSeconds) : askRow(step, names, ticketSeconds),
    ),
    openings: [...openings.values()],
    ticketSeconds,
  };
};

const doRow = (
  { id, seconds, opening, helps, failed }: Extract<PlanStep, { kind: 'do' }>,
  names: readonly string[],
  openingIds: readonly string[],
  ticketSeconds: number,
): DoRow => ({
  kind: 'do',
  id,
  seconds,
  opening: opening && openingIds.indexOf(opening.id),
  helps: names.flatMap((name, cause) => {
    const chance = helps[name] ?? 0;
    return chance > 0 ? [{ cause, chance }] : [];
  }),
  fails: Float64Array.from(names, (name) => 1 - (helps[name] ?? 0)),
  end: failed && endRow(failed, names, ticketSeconds),
});

const askRow = (
  { id, seconds, answers, ends = {} }: Extract<PlanStep, { kind: 'ask' }>,
  names: readonly string[],
  ticketSeconds: number,
): AskRow => {
  const likely = Object.values(answers);
  const sums = names.map((name) => likely.reduce((sum, one) => sum + (one[name] ?? 0), 0));
  const rows = Object.entries(answers).map(([answer, one]) => {
    const end = Object.hasOwn(ends, answer) ? ends[answer] : undefined;
    return {
      // Whatever the cause, something is answered.
      chances: Float64Array.from(names, (name, cause) => {
        const sum = sums[cause] ?? 0;
        return sum > 0 ? (one[name] ?? 0) / sum : 1 / likely.length;
      }),
      end: end && endRow(end, names, ticketSeconds),
    };
  });
  return {
    kind: 'ask',
    id,
    seconds,
    answers: rows,
    tellsNothing: rows.every(
      ({ chances, end }) => end === undefined && chances.every((chance) => chance === chances[0]),
    ),
  };
};

const endRow = (end: End, names: readonly string[], ticketSeconds: number): Float64Array =>
  Float64Array.from(names, (name) => end[name] ?? ticketSeconds);

/** Repairs one after the other, best chance for its cost first, given up where a ticket is cheaper. */
import type { DoRow, Table } from './table.ts';

export interface Sequence {
  readonly seconds: number;
  /** The place of its first step; nothing where the ticket is first. */
  readonly first: number | undefined;
}

/**
 * What the best such sequence costs from a state (weights of causes, steps used, openings paid as bits). It can be
 * followed as it stands, so no plan that is looked for from here costs more.
 */
export const sequencerOf = (table: Table) => {
  const { steps, openings, ticketSeconds } = table;
  const dos = steps.flatMap((row, place) => (row.kind === 'do' ? [{ row, place }] : []));
  const repairs = dos.filter(({ row }) => row.end === undefined);
  const lasts = dos.filter(({ row }) => row.end !== undefined);
  const now = new Float64Array(table.shares.length);
  const taken = new Uint8Array(steps.length);
  const spent = new Float64Array(steps.length);
  const before = new Float64Array(steps.length);
  const promising = promiserOf(repairs, openings);

  return (weights: Float64Array, used: Uint8Array, paid: number): Sequence => {
    now.set(weights);
    taken.set(used);
    let open = paid;
    let all = sum(now);
    let length = 0;
    let first: number | undefined;
    for (;;) {
      const { best, efficiency } = promising(now, taken, open);
      if (best === undefined || efficiency * ticketSeconds <= all) break;
      const { row, place } = best;
      spent[length] = secondsOf(row, openings, open);
      before[length] = all;
      length += 1;
      first ??= place;
      taken[place] = 1;
      open |= bitOf(row);
      for (const { cause, chance } of row.helps) now[cause] = (now[cause] ?? 0) * (1 - chance);
      all = sum(now);
    }
    let seconds = ticketSeconds * all;
    for (const { row, place } of lasts) {
      if (taken[place] === 1) continue;
      const ended = secondsOf(row, openings, open) * all + endOf(row, now);
      if (ended < seconds) {
        seconds = ended;
        if (length === 0) first = place;
      }
    }
    for (let at = length - 1; at >= 0; at--) {
      const weight = before[at] ?? 0;
      const going = (spent[at] ?? 0) * weight + seconds;
      seconds = Math.min(going, ticketSeconds * weight);
      if (at === 0 && going > seconds) first = undefined;
    }
    return { seconds, first };
  };
};

/** Without a price there is nothing to weigh: what is free is done first. */
const FREE_SECONDS = 1e-9;

interface Repair {
  readonly row: DoRow;
  readonly place: number;
}

/** The repair that ends the most for each second, from a state; written for speed, it is asked the most often of all. */
const promiserOf = (repairs: readonly Repair[], openings: Table['openings']) => {
  const ended = new Float64Array(repairs.length);
  const counted = new Uint8Array(repairs.length);
  const efficiencyOf = (at: number, { row }: Repair): number =>
    (ended[at] ?? 0) / Math.max(row.seconds, FREE_SECONDS);

  return (now: Float64Array, taken: Uint8Array, open: number) => {
    let best: Repair | undefined;
    let efficiency = 0;
    let closed = 0;
    for (let at = 0; at < repairs.length; at++) {
      const repair = repairs[at];
      counted[at] = 1;
      if (repair === undefined || taken[repair.place] === 1) continue;
      let all = 0;
      for (const { cause, chance } of repair.row.helps) all += (now[cause] ?? 0) * chance;
      if (all <= 0) continue;
      ended[at] = all;
      if ((bitOf(repair.row) & ~open) !== 0) {
        closed |= bitOf(repair.row);
        counted[at] = 0;
      } else if (efficiencyOf(at, repair) > efficiency) {
        best = repair;
        efficiency = efficiencyOf(at, repair);
      }
    }
    // Behind an opening the repairs that make the most of it count together: it is paid once for all of them.
    for (let opening = 0; closed >> opening !== 0; opening++) {
      let seconds = openings[opening]?.seconds ?? 0;
      let together = 0;
      let first: Repair | undefined;
      for (;;) {
        let next = -1;
        for (let at = 0; at < repairs.length; at++) {
          const repair = repairs[at];
          if (repair === undefined || counted[at] === 1 || repair.row.opening !== opening) continue;
          const other = repairs[next];
          if (other === undefined || efficiencyOf(at, repair) > efficiencyOf(next, other)) next = at;
        }
        const repair = repairs[next];
        if (repair === undefined) break;
        counted[next] = 1;
        first ??= repair;
        seconds += repair.row.seconds;
        together += ended[next] ?? 0;
        const shared = together / Math.max(seconds, FREE_SECONDS);
        if (shared > efficiency) {
          best = first;
          efficiency = shared;
        }
      }
    }
    return { best, efficiency };
  };
};

export const sum = (weights: Float64Array): number => {
  let all = 0;
  for (const weight of weights) all += weight;
  return all;
};

export const bitOf = ({ opening }: DoRow): number => (opening === undefined ? 0 : 1 << opening);

export const secondsOf = (row: DoRow, openings: Table['openings'], open: number): number =>
  row.opening === undefined || (open & bitOf(row)) !== 0
    ? row.seconds
    : row.seconds + (openings[row.opening]?.seconds ?? 0);

/** What is still to be paid once it failed, where nothing more is done. */
const endOf = ({ fails, end }: DoRow, now: Float64Array): number => {
  let seconds = 0;
  for (let cause = 0; cause < now.length; cause++) {
    seconds += (now[cause] ?? 0) * (fails[cause] ?? 0) * (end?.[cause] ?? 0);
  }
  return seconds;
};

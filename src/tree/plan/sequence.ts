/** Repairs one after the other, best chance for its cost first, given up where a ticket is cheaper. */
import { type Row, sum, type Table, weigh } from './table.ts';

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
  const { steps, openings, ticket } = table;
  const dos = steps.flatMap((row, place) => (row.kind === 'do' ? [{ row, place }] : []));
  const ends = ({ row }: Repair): boolean => row.branches.some((branch) => branch.ends);
  const repairs = dos.filter((repair) => !ends(repair));
  const lasts = dos.filter(ends);
  const now = new Float64Array(table.shares.length);
  const taken = new Uint8Array(steps.length);
  const spent = new Float64Array(steps.length);
  const before = new Float64Array(steps.length);
  const dearest = Math.max(0, ...ticket);
  const promising = promiserOf(repairs, openings);

  return (weights: Float64Array, used: Uint8Array, paid: number): Sequence => {
    now.set(weights);
    taken.set(used);
    let open = paid;
    let length = 0;
    let first: number | undefined;
    for (;;) {
      const all = sum(now);
      const { best, efficiency } = promising(now, taken, open);
      // What follows is no better.
      if (best === undefined || efficiency * dearest <= all) break;
      const { row, place } = best;
      before[length] = weigh(now, ticket);
      spent[length] = secondsOf(row, openings, open) * all + spentAfter(row, now);
      length += 1;
      first ??= place;
      taken[place] = 1;
      open |= bitOf(row);
      const left = row.branches[0]?.left;
      for (let cause = 0; cause < now.length; cause++) now[cause] = (now[cause] ?? 0) * (left?.[cause] ?? 1);
    }
    let seconds = weigh(now, ticket);
    for (const { row, place } of lasts) {
      if (taken[place] === 1) continue;
      const ended = secondsOf(row, openings, open) * sum(now) + spentAfter(row, now);
      if (ended < seconds) {
        seconds = ended;
        if (length === 0) first = place;
      }
    }
    for (let at = length - 1; at >= 0; at--) {
      const going = (spent[at] ?? 0) + seconds;
      seconds = Math.min(going, before[at] ?? 0);
      if (at === 0 && going > seconds) first = undefined;
    }
    return { seconds, first };
  };
};

/** Without a price there is nothing to weigh: what is free is done first. */
const FREE_SECONDS = 1e-9;

interface Repair {
  readonly row: Row;
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

export const bitOf = ({ opening }: Row): number => (opening === undefined ? 0 : 1 << opening);

export const secondsOf = (row: Row, openings: Table['openings'], open: number): number =>
  row.opening === undefined || (open & bitOf(row)) !== 0
    ? row.seconds
    : row.seconds + (openings[row.opening]?.seconds ?? 0);

/** What follows a failure before there is a choice again, or instead of one. */
const spentAfter = ({ branches: [branch] }: Row, now: Float64Array): number =>
  branch?.spent === undefined ? 0 : weigh(now, branch.spent);

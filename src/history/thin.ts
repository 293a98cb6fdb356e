/** Which snapshots are kept when there are too many. Pure: names the ones to keep, best first. */
import { openIn, type Snapshot } from './snapshot.ts';
import { lookedFor } from './well.ts';

/** A snapshot with what it weighs on the disk. */
export interface Weighed {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly bytes: number;
  /** The bases it needs, with what they weigh. */
  readonly bases: ReadonlyMap<string, number>;
}

export interface Bounds {
  readonly count: number;
  readonly bytes: number;
}

/** The newest runs, whatever they saw. */
const RECENT = 8;
/** Runs between which something broke or was put right. */
const TURNS = 16;
const DAYS = 14;

/** Those that fit, of runs in their order, oldest first. The newest one always does. */
export const thin = (all: readonly Weighed[], bounds: Bounds): ReadonlySet<Weighed> => {
  const kept = new Set<Weighed>();
  const bases = new Set<string>();
  let bytes = 0;
  for (const one of ranked(all)) {
    bytes += one.bytes;
    for (const [name, weight] of one.bases) {
      if (!bases.has(name)) bytes += weight;
      bases.add(name);
    }
    // What comes after is worth less, even if it is smaller: fewer are kept under tighter bounds, never others.
    if (kept.size > 0 && (bytes > bounds.bytes || kept.size >= bounds.count)) break;
    kept.add(one);
  }
  return kept;
};

/** Best first. */
export const ranked = (all: readonly Weighed[]): readonly Weighed[] => {
  const newestFirst = [...all].reverse();
  const turns = turnsIn(all);
  return [
    ...new Set([
      ...newestFirst.slice(0, 1),
      ...anchorsIn(all),
      ...newestFirst.slice(0, RECENT),
      ...newestFirst.filter((one) => turns.has(one)).slice(0, TURNS),
      ...newestOfEach(newestFirst, dayOf).slice(0, DAYS),
      ...newestOfEach(newestFirst, weekOf),
      ...newestFirst,
    ]),
  ];
};

/** Of each finding that is open: the last run that looked and saw none of it, and the first one after that. */
const anchorsIn = (all: readonly Weighed[]): readonly Weighed[] => {
  const snapshots = all.map(({ snapshot }) => snapshot);
  const last = snapshots.at(-1);
  if (last === undefined) return [];
  return openIn(last).flatMap((finding) => {
    const good = snapshots.findLastIndex((one) => lookedFor(finding, one) === 'well');
    const bad = snapshots.findIndex((one, at) => at > good && lookedFor(finding, one) === 'open');
    return good < 0 ? [] : [all[good], all[bad]].flatMap((one) => one ?? []);
  });
};

/** Where a finding is open that was not in the run before, or no longer is: both of them. */
const turnsIn = (all: readonly Weighed[]): ReadonlySet<Weighed> => {
  const turns = new Set<Weighed>();
  all.forEach((one, at) => {
    const before = all[at - 1];
    if (before === undefined) return;
    const codes = [...openIn(one.snapshot), ...openIn(before.snapshot)];
    const isTurn = codes.some((finding) => {
      const [first, second] = [lookedFor(finding, before.snapshot), lookedFor(finding, one.snapshot)];
      return first !== 'unknown' && second !== 'unknown' && first !== second;
    });
    if (isTurn) turns.add(before).add(one);
  });
  return turns;
};

const newestOfEach = (
  newestFirst: readonly Weighed[],
  groupOf: (one: Weighed) => number,
): readonly Weighed[] => {
  const groups = new Map<number, Weighed>();
  for (const one of newestFirst) if (!groups.has(groupOf(one))) groups.set(groupOf(one), one);
  return [...groups.values()];
};

const DAY_MS = 86_400_000;

/** By whatever clock there was: a wrong one makes days of its own. */
const dayOf = ({ snapshot }: Weighed): number => Math.floor(Date.parse(snapshot.at) / DAY_MS);

const weekOf = (one: Weighed): number => Math.floor(dayOf(one) / 7);

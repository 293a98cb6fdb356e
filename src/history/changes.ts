/** What changed between two runs, and how closely each change can be dated. Pure. */
import { isSame, within } from '../compare/differences.ts';
import type { Area, Fact } from '../compare/fact.ts';
import type { ChangeKind } from '../contract.ts';
import { kindOf, rowKinds } from './rows.ts';
import type { FactsOfRow, Snapshot } from './snapshot.ts';

export interface Change {
  readonly kind: ChangeKind;
  readonly area: Area;
  readonly key: string;
  /** Null where it was not there. */
  readonly before: Fact | null;
  /** Null where it is not there any more. */
  readonly after: Fact | null;
  /** The last run that saw it as it was, and the first one that saw it as it is; ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** When exactly, where the package manager wrote it down. */
  readonly at?: string;
  /** Whether it came after the trouble: then it is hardly its cause. */
  readonly isLater: boolean;
}

export interface Changes {
  readonly changes: readonly Change[];
  /** What one of the runs did not read: nobody knows whether it changed. */
  readonly unseen: readonly Area[];
}

/**
 * `good` and `bad` are places in the history; what changed after `bad` is told as later. A run that did not look
 * at something is passed over: then the change lies between the nearest runs that did.
 */
export const changesBetween = (history: readonly Snapshot[], good: number, bad: number): Changes => {
  const found = [...rowKinds].flatMap(([id, row]): readonly (Change | Area)[] => {
    const sights = history.flatMap((snapshot, at): readonly Sight[] => {
      const facts = snapshot.facts.get(id);
      return facts === undefined ? [] : [{ at, snapshot, facts }];
    });
    const before = sights.findLast(({ at }) => at <= good);
    const after = sights.find(({ at }) => at >= bad);
    if (before === undefined || after === undefined) return sights.length === 0 ? [] : [row.area];
    const last = sights.at(-1) ?? after;
    const tell = (first: Sight, second: Sight, isLater: boolean): readonly Change[] =>
      within(row, first.facts, second.facts)
        .filter(({ area, b }) => area !== 'update' || b !== null)
        .map(({ area, key, a, b }) => {
          const [from, to] = narrowed(sights, first, second, key);
          const at = area === 'package' ? writtenDown(history, key, from, to) : undefined;
          return {
            kind: kindOf(area),
            area,
            key,
            before: a,
            after: b,
            from: from.snapshot.at,
            to: to.snapshot.at,
            ...(at !== undefined && { at }),
            isLater,
          };
        });
    return [...tell(before, after, false), ...(last.at > after.at ? tell(after, last, true) : [])];
  });
  return {
    changes: found.filter((one) => typeof one !== 'string'),
    unseen: [...new Set(found.filter((one) => typeof one === 'string'))],
  };
};

interface Sight {
  readonly at: number;
  readonly snapshot: Snapshot;
  readonly facts: FactsOfRow;
}

/** The two neighbouring runs between which it became what it is. */
const narrowed = (
  sights: readonly Sight[],
  first: Sight,
  second: Sight,
  key: string,
): readonly [Sight, Sight] => {
  const between = sights.filter(({ at }) => at >= first.at && at <= second.at);
  const was = first.facts.get(key);
  const changed = between.findIndex(({ facts }) => !isAlike(was, facts.get(key)));
  const [before, after] = [between[changed - 1], between[changed]];
  return before === undefined || after === undefined ? [first, second] : [before, after];
};

const isAlike = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a === undefined || b === undefined ? a === b : isSame(a, b);

const DAY_MS = 86_400_000;

/** As far as it lies between the two runs; package managers write local time, so a day more is allowed. */
const writtenDown = (
  history: readonly Snapshot[],
  key: string,
  { snapshot: { at: from } }: Sight,
  { at: place, snapshot: { at: to } }: Sight,
): string | undefined => {
  // Several architectures of one package are one.
  const name = key.replace(/:\w+$/, '');
  const times = history.slice(place).flatMap(({ times: known }) => known.get(name) ?? known.get(key) ?? []);
  return times.find(
    (time) => Date.parse(time) >= Date.parse(from) - DAY_MS && Date.parse(time) <= Date.parse(to) + DAY_MS,
  );
};

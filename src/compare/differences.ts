/** In which facts two computers differ, and in which nobody can tell. */
import type { Reason } from '../contract.ts';
import type { Area, Fact, Room, Row, RowReading } from './fact.ts';
import { type Facts, ROWS } from './table.ts';

/** `a` and `b` are null where it is not there. */
export interface Difference {
  readonly area: Area;
  readonly key: string;
  readonly a: Fact | null;
  readonly b: Fact | null;
}

export interface Incomparable {
  readonly area: Area;
  readonly source: string;
  readonly a: Reason | 'ok';
  readonly b: Reason | 'ok';
}

export interface FactComparison {
  readonly differences: readonly Difference[];
  readonly incomparable: readonly Incomparable[];
}

export const compareFacts = (first: Facts, second: Facts): FactComparison => {
  const pairs = ROWS.map((row) => ({ row, a: first.get(row) ?? UNREAD, b: second.get(row) ?? UNREAD }));
  return {
    differences: pairs.flatMap(({ row, a, b }) =>
      a.status === 'ok' && b.status === 'ok' ? within(row, a.facts, b.facts) : [],
    ),
    incomparable: pairs.flatMap(({ row, a, b }) =>
      (a.status === 'ok' && b.status === 'ok') || isNowhere(a, b)
        ? []
        : [{ area: row.area, source: row.source, a: a.status, b: b.status }],
    ),
  };
};

const UNREAD: RowReading = { status: 'unrecorded', why: '' };

/** What neither has, can have or was asked for is no gap in what is compared. */
const isNowhere = (a: RowReading, b: RowReading): boolean => NOWHERE.has(a.status) && NOWHERE.has(b.status);

const NOWHERE: ReadonlySet<string> = new Set(['absent', 'unsupported', 'unrecorded', 'left-out']);

type ByKey = ReadonlyMap<string, Fact>;

/** Of one read, made twice. */
export const within = (
  { area, changesOnly }: Pick<Row, 'area' | 'changesOnly'>,
  first: ByKey,
  second: ByKey,
): readonly Difference[] => {
  const keys = [...new Set([...first.keys(), ...second.keys()])].sort();
  const found = keys.flatMap((key) => {
    const [a = null, b = null] = [first.get(key), second.get(key)];
    if (a !== null && b !== null) return isSame(a, b) ? [] : [{ area, key, a, b }];
    return changesOnly ? [] : [{ area, key, a, b }];
  });
  // Of what is installed by the hundred, what changed tells more than what came or went.
  return [...found.filter(isChange), ...found.filter((one) => !isChange(one))];
};

const isChange = ({ a, b }: Difference): boolean => a !== null && b !== null;

export const isSame = (a: Fact, b: Fact): boolean => {
  if (a.room !== undefined && b.room !== undefined) return isSameRoom(a.room, b.room);
  return a.value === null || b.value === null || a.value === b.value;
};

/** Below it every percent counts. */
const SCARCE_PCT = 10;
const SCARCE_NOISE_PCT = 1;
const NOISE_PCT = 5;

const isSameRoom = (a: Room, b: Room): boolean => {
  const [first, second] = [freePct(a), freePct(b)];
  const noise = Math.min(first, second) < SCARCE_PCT ? SCARCE_NOISE_PCT : NOISE_PCT;
  return Math.abs(first - second) <= noise;
};

const freePct = ({ freeBytes, totalBytes }: Room): number => (100 * freeBytes) / totalBytes;

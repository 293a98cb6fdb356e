/**
 * How a snapshot stands in its file. Long lists (packages, drivers) hardly change from run to run: they stand in a
 * file of their own once, the base, and a snapshot tells how it differs from it.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Fact } from '../compare/fact.ts';
import type { FactsOfRow, Snapshot } from './snapshot.ts';

export const VERSION = 1;

/** Text or nothing; room as what is free and what there is. */
export type PackedFact = string | null | readonly [string | null, number, number];
export type PackedRow = Readonly<Record<string, PackedFact>>;

export type PackedList =
  | { readonly all: PackedRow }
  | { readonly base: string; readonly set: PackedRow; readonly gone: readonly string[] };

/** A base: its name says what is in it. */
export interface Base {
  readonly name: string;
  readonly list: string;
  readonly all: PackedRow;
}

export interface Packed {
  readonly bytes: Buffer;
  /** The bases that it differs from; those that are new have to be written first. */
  readonly bases: readonly Base[];
}

/** Lists that are told apart from rows of facts. */
const READS = 'reads';
const TIMES = 'times';

/** Shorter lists are not worth a file. */
const LEAST_FOR_BASE = 40;
/** From so much of a difference on a new base is shorter. */
const MOST_DIFFERENT = 0.2;

/** What a person's eye could take in, and what no list needs. */
const MAX_TEXT = 240;
const MAX_KEYS = 20_000;

export const pack = (snapshot: Snapshot, baseOf: (list: string) => Base | undefined): Packed => {
  const bases: Base[] = [];
  const list = (id: string, row: PackedRow): PackedList => {
    const keys = Object.keys(row);
    if (keys.length < LEAST_FOR_BASE) return { all: row };
    const known = baseOf(id);
    const change = known === undefined ? undefined : changeOf(known.all, row);
    if (known !== undefined && change !== undefined && change.size <= keys.length * MOST_DIFFERENT) {
      bases.push(known);
      return { base: known.name, set: change.set, gone: change.gone };
    }
    const fresh = { name: nameOf(id, row), list: id, all: row };
    bases.push(fresh);
    return { base: fresh.name, set: {}, gone: [] };
  };
  const { seq, at, upSeconds, by, status, modules, reads, facts, times } = snapshot;
  const content = {
    v: VERSION,
    seq,
    at,
    up: upSeconds,
    by,
    status,
    modules: Object.fromEntries(
      [...modules].map(([id, state]) => [
        id,
        {
          s: state.status,
          ...(state.missed.length > 0 && { m: state.missed }),
          ...(state.open.length > 0 && {
            f: state.open.map(({ code, severity, isRoot, evidence }) => [code, severity, isRoot, evidence]),
          }),
        },
      ]),
    ),
    lists: {
      [READS]: list(
        READS,
        Object.fromEntries([...reads].map(([id, how]) => [id, how === 'ok' ? null : how])),
      ),
      [TIMES]: list(TIMES, Object.fromEntries(times)),
    },
    facts: Object.fromEntries([...facts].map(([id, row]) => [id, list(id, packedRow(row))])),
  };
  return { bytes: zipped(content), bases };
};

export const packBase = ({ list, all }: Base): Buffer => zipped({ v: VERSION, list, all });

/** Fast: a quarter larger than what takes three times as long. */
const zipped = (content: object): Buffer => gzipSync(JSON.stringify(content), { level: 4 });

const packedRow = (row: FactsOfRow): PackedRow =>
  Object.fromEntries(
    [...row].slice(0, MAX_KEYS).map(([key, fact]) => [key.slice(0, MAX_TEXT), packedFact(fact)] as const),
  );

const packedFact = ({ value, room }: Fact): PackedFact => {
  const text = value === null ? null : value.slice(0, MAX_TEXT);
  return room === undefined ? text : [text, room.freeBytes, room.totalBytes];
};

const changeOf = (before: PackedRow, now: PackedRow) => {
  const set = Object.fromEntries(
    Object.entries(now).filter(([key, fact]) => !Object.hasOwn(before, key) || !isSame(before[key], fact)),
  );
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(now, key));
  return { set, gone, size: Object.keys(set).length + gone.length };
};

const isSame = (a: PackedFact | undefined, b: PackedFact): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

const nameOf = (list: string, row: PackedRow): string =>
  `base-${hash(list).slice(0, 8)}-${hash(JSON.stringify([list, row])).slice(0, 16)}.json.gz`;

/** Of which list a base is, by its name. */
export const isBaseOf = (name: string, list: string): boolean =>
  name.startsWith(`base-${hash(list).slice(0, 8)}-`);

/** Whether it holds what its name says. */
export const isWhole = ({ name, list, all }: Base): boolean => nameOf(list, all) === name;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

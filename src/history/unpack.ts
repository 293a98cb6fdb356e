/**
 * Reads what stands in the files of the history. They may be cut, damaged or written by somebody who means harm:
 * whatever the bytes are, what comes out is a whole snapshot or nothing.
 */
import { gunzipSync } from 'node:zlib';
import type { Fact } from '../compare/fact.ts';
import type { Reason } from '../contract.ts';
import type { CheckStatus } from '../run.ts';
import { type Base, isWhole, type PackedFact, type PackedRow, VERSION } from './pack.ts';
import { type ModuleState, type OpenFinding, RUNS, type Snapshot } from './snapshot.ts';

/** Unpacked: a hundred kilobytes may say that they are a terabyte. */
const MAX_BYTES = 4 * 1024 * 1024;

export const unpackBase = (name: string, bytes: Uint8Array): Base | undefined => {
  const content = contentOf(bytes);
  if (content?.v !== VERSION || typeof content.list !== 'string') return undefined;
  const all = rowOf(content.all);
  if (all === undefined) return undefined;
  const base = { name, list: content.list, all };
  return isWhole(base) ? base : undefined;
};

/** A list whose base is not there is unknown; the rest stays what it is. */
export const unpack = (
  bytes: Uint8Array,
  baseNamed: (name: string) => Base | undefined,
): Snapshot | undefined => {
  const content = contentOf(bytes);
  if (content?.v !== VERSION) return undefined;
  const { seq, at, up, by, status, modules, lists, facts } = content;
  const run = RUNS.find((one) => one === by);
  const verdict = OVERALL.find((one) => one === status);
  if (!isCount(seq) || !isTime(at) || typeof up !== 'number' || run === undefined || verdict === undefined) {
    return undefined;
  }
  if (!isObject(modules) || !isObject(lists) || !isObject(facts)) return undefined;
  const states = Object.entries(modules).map(([id, state]) => [id, stateOf(state)] as const);
  const rows = Object.entries(facts).flatMap(([id, packed]): readonly (readonly [string, Row])[] => {
    const row = listOf(id, packed, baseNamed);
    return row === undefined ? [] : [[id, row]];
  });
  const [reads, times] = ['reads', 'times'].map((id) => listOf(id, lists[id], baseNamed) ?? new Map());
  return {
    seq,
    at,
    upSeconds: up,
    by: run,
    status: verdict,
    modules: new Map(states.flatMap(([id, state]) => (state === undefined ? [] : [[id, state]]))),
    reads: readsOf(reads ?? new Map()),
    facts: new Map(rows),
    times: new Map([...(times ?? [])].flatMap(([name, { value }]) => (isTime(value) ? [[name, value]] : []))),
  };
};

type Row = ReadonlyMap<string, Fact>;
type Loose = Readonly<Record<string, unknown>>;

const contentOf = (bytes: Uint8Array): Loose | undefined => {
  try {
    const content: unknown = JSON.parse(gunzipSync(bytes, { maxOutputLength: MAX_BYTES }).toString('utf8'));
    return isObject(content) ? content : undefined;
  } catch {
    return undefined;
  }
};

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 32 && Number.isFinite(Date.parse(value));

const OVERALL = ['ok', 'warning', 'critical', 'unknown'] as const;
const STATUSES: readonly CheckStatus[] = [...OVERALL, 'skipped'];

const stateOf = (value: unknown): ModuleState | undefined => {
  if (!isObject(value)) return undefined;
  const { s, m = [], f = [] } = value;
  const status = STATUSES.find((one) => one === s);
  if (status === undefined || !isTexts(m) || !Array.isArray(f)) return undefined;
  return { status, missed: m, open: f.flatMap(findingOf) };
};

const findingOf = (value: unknown): readonly OpenFinding[] => {
  if (!Array.isArray(value)) return [];
  const [code, severity, isRoot, evidence]: readonly unknown[] = value;
  if (typeof code !== 'string' || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(code)) return [];
  if (
    (severity !== 'critical' && severity !== 'warning') ||
    typeof isRoot !== 'boolean' ||
    !isTexts(evidence)
  ) {
    return [];
  }
  return [{ code, severity, isRoot, evidence }];
};

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const listOf = (
  id: string,
  packed: unknown,
  baseNamed: (name: string) => Base | undefined,
): Row | undefined => {
  if (!isObject(packed)) return undefined;
  if (packed.base === undefined) return factsOf(rowOf(packed.all));
  const base = typeof packed.base === 'string' ? baseNamed(packed.base) : undefined;
  const [set, { gone }] = [rowOf(packed.set), packed];
  if (base?.list !== id || set === undefined || !isTexts(gone)) return undefined;
  const row = new Map(factsOf(base.all));
  for (const key of gone) row.delete(key);
  for (const [key, fact] of factsOf(set) ?? []) row.set(key, fact);
  return row;
};

const rowOf = (value: unknown): PackedRow | undefined =>
  isObject(value) && Object.values(value).every(isFact)
    ? (value as PackedRow) // each value was just looked at
    : undefined;

const isFact = (value: unknown): value is PackedFact => {
  if (!Array.isArray(value)) return value === null || typeof value === 'string';
  const [text, free, total]: readonly unknown[] = value;
  return (text === null || typeof text === 'string') && isBytes(free) && isBytes(total) && total > 0;
};

const isBytes = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function factsOf(row: PackedRow): Row;
function factsOf(row: PackedRow | undefined): Row | undefined;
function factsOf(row: PackedRow | undefined): Row | undefined {
  if (row === undefined) return undefined;
  return new Map(
    Object.entries(row).map(([key, fact]) => {
      if (fact === null || typeof fact === 'string') return [key, { key, value: fact }];
      const [value, freeBytes, totalBytes] = fact;
      return [key, { key, value, room: { freeBytes, totalBytes } }];
    }),
  );
}

/** In the order of `Reason`. */
const REASONS: readonly Reason[] = [
  ...(['absent', 'denied', 'timeout', 'failed', 'unsupported', 'unparsable'] as const),
  ...(['unrecorded', 'unanswered', 'interrupted', 'left-out'] as const),
];

const readsOf = (row: Row): Snapshot['reads'] =>
  new Map(
    [...row].map(([id, { value }]) => [
      id,
      value === null ? ('ok' as const) : (REASONS.find((one) => one === value) ?? 'failed'),
    ]),
  );

/** Makes rows of the table of facts. */
import type { Source } from '../contract.ts';
import type { Area, Fact, Look, Row, RowOptions } from './fact.ts';
import { unnamed } from './unnamed.ts';

/** Facts of one source. `look` is for what has to be known beside it. */
export const row = <T>(
  area: Area,
  source: Source<T>,
  factsFrom: (value: T, look: Look) => readonly Fact[] | Promise<readonly Fact[]>,
  { absentIsNone, changesOnly }: RowOptions = {},
): Row => ({
  area,
  source: source.id,
  ...(changesOnly && { changesOnly }),
  read: async (look) => {
    const reading = await look(source);
    if (reading.status === 'ok') return { status: 'ok', facts: byKey(await factsFrom(reading.value, look)) };
    if (reading.status === 'absent' && absentIsNone) return { status: 'ok', facts: new Map() };
    return { status: reading.status, why: reading.why };
  },
});

/** A fact of which there is one. */
export const only = (value: string | null | undefined): readonly Fact[] =>
  value === null || value === undefined || value === '' ? [] : [{ key: '', value }];

/** Several of the same name are one fact: two equal sticks, a package for two architectures. */
export const byKey = (facts: readonly Fact[]): ReadonlyMap<string, Fact> => {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = unnamed(fact.key);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return new Map([...groups].map(([key, group]) => [key, merged(key, group)]));
};

const merged = (key: string, group: readonly Fact[]): Fact => {
  const known = group.flatMap(({ value }) => (value === null ? [] : [unnamed(value)]));
  const values = [...new Set(known)].sort();
  const times = group.length > Math.max(1, values.length) ? [`×${group.length}`] : [];
  const text = [values.join(', '), ...times].filter((part) => part !== '').join(' ');
  const room = group[0]?.room;
  return { key, value: text === '' ? null : text, ...(room !== undefined && { room }) };
};

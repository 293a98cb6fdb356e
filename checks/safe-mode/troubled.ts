/** Units that failed, and units that end and are started again without end. */
import type { Unit } from '../../src/sources/systemd.ts';
import type { SafeModeFacts } from './probe.ts';
import { classOf, type ServiceClass } from './services.ts';
import type { SafeModeSettings } from './settings.ts';

export interface Troubled {
  readonly unit: string;
  readonly description: string;
  readonly kind: 'failed' | 'loop';
  readonly class: ServiceClass | null;
  /** Restarts the journal counted; null where it was not told. */
  readonly restarts: number | null;
}

/** More are told in one line. */
export const MOST_UNITS = 8;

/** What matters first. */
export const troubled = (
  facts: Pick<SafeModeFacts, 'units' | 'unitRestarts' | 'clock'>,
  settings: SafeModeSettings,
): readonly Troubled[] =>
  [...loops(facts, settings), ...failed(facts)]
    .sort((left, right) => Number(left.class === null) - Number(right.class === null))
    .slice(0, MOST_UNITS);

const unitsOf = ({ units }: Pick<SafeModeFacts, 'units'>): readonly Unit[] =>
  units.status === 'ok' ? units.value : [];

export const failed = (facts: Pick<SafeModeFacts, 'units'>): readonly Troubled[] =>
  unitsOf(facts)
    .filter(({ active }) => active === 'failed')
    .map(({ name, description }) => ({
      unit: name,
      description,
      kind: 'failed',
      class: classOf(name),
      restarts: null,
    }));

/** One that ended a moment ago may be waiting for its first restart: its count tells, once it is asked. */
const loops = (
  facts: Pick<SafeModeFacts, 'units' | 'unitRestarts' | 'clock'>,
  { warnRestarts }: SafeModeSettings,
): readonly Troubled[] => {
  const listed = unitsOf(facts);
  const counted = restartsNow(facts);
  const waiting = listed.filter(({ sub }) => sub.startsWith('auto-restart')).map(({ name }) => name);
  const names = new Set([
    ...waiting,
    ...[...counted].flatMap(([name, count]) => (count >= warnRestarts ? [name] : [])),
  ]);
  return [...names].map((name) => ({
    unit: name,
    description: listed.find((unit) => unit.name === name)?.description ?? '',
    kind: 'loop',
    class: classOf(name),
    restarts: counted.get(name) ?? null,
  }));
};

/** Longer than this between two restarts is no loop. */
const LONGEST_PAUSE_MS = 10 * 60_000;
const SHORTEST_PAUSE_MS = 60_000;

/** Of those that still go on: the last restart is no longer ago than three times what lay between the others. */
const restartsNow = ({
  unitRestarts,
  clock,
}: Pick<SafeModeFacts, 'unitRestarts' | 'clock'>): ReadonlyMap<string, number> => {
  if (unitRestarts.status !== 'ok' || clock.status !== 'ok') return new Map();
  const now = clock.value.epochMs;
  const names = [...new Set(unitRestarts.value.map(({ unit }) => unit))];
  return new Map(
    names.flatMap((name) => {
      const own = unitRestarts.value.filter(({ unit }) => unit === name);
      const [first, last] = [own[0], own.at(-1)];
      if (first === undefined || last === undefined || own.length < 2) return [];
      const pauseMs = (last.epochMs - first.epochMs) / (own.length - 1);
      const isOver = now - last.epochMs > Math.max(SHORTEST_PAUSE_MS, 3 * pauseMs);
      return isOver || pauseMs > LONGEST_PAUSE_MS ? [] : [[name, last.count ?? own.length]];
    }),
  );
};

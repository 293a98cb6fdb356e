/** Follows what is plugged in: what is different between two looks, as a pure step. */
import type { Peripheral } from '../../sources/peripherals.ts';
import type { UsbEvent } from '../../sources/usb/log.ts';

/** One look at everything. */
export interface Look {
  /** Since watching began. */
  readonly seconds: number;
  readonly items: readonly Peripheral[];
  /** What the kernel said of ports since the look before. */
  readonly said: readonly UsbEvent[];
}

export type WatchEvent =
  | {
      readonly kind: 'appeared' | 'gone' | 'changed' | 'trouble';
      readonly seconds: number;
      readonly item: Peripheral;
    }
  | {
      readonly kind: 'error';
      readonly seconds: number;
      readonly what: UsbEvent['kind'];
      readonly port: string;
      readonly text: string;
    };

export interface WatchState {
  readonly items: readonly Peripheral[];
  /** When each thing that is new here appeared, and whether its trouble was told. */
  readonly fresh: Readonly<Record<string, { readonly since: number; readonly told: boolean }>>;
  readonly counts: WatchCounts;
}

export interface WatchCounts {
  readonly appeared: number;
  readonly gone: number;
  readonly errors: number;
  readonly troubles: number;
}

/** A driver is loaded and bound within this, or there is none. */
const SETTLE_SECONDS = 1.5;

/** What came after the command was started was plugged in for it, however long the first look took. */
export const begin = (items: readonly Peripheral[], startedMsAgo = 0): WatchState => ({
  items: items.filter(({ connectedMs }) => connectedMs === null || connectedMs >= startedMsAgo),
  fresh: {},
  counts: { appeared: 0, gone: 0, errors: 0, troubles: 0 },
});

/** What happened between the looks, and where things stand after. */
export const step = (
  before: WatchState,
  { seconds, items, said }: Look,
): { readonly state: WatchState; readonly events: readonly WatchEvent[] } => {
  const earlier = new Map(before.items.map((item) => [item.id, item]));
  const now = new Set(items.map(({ id }) => id));
  const appeared = items.filter(({ id }) => !earlier.has(id));
  const gone = before.items.filter(({ id }) => !now.has(id));
  const changed = items.filter((item) => {
    const old = earlier.get(item.id);
    return old !== undefined && isDifferent(old, item);
  });
  const fresh = {
    ...Object.fromEntries(Object.entries(before.fresh).filter(([id]) => now.has(id))),
    ...Object.fromEntries(appeared.map(({ id }) => [id, { since: seconds, told: false }])),
  };
  const troubled = items.filter(({ id, trouble }) => {
    const known = fresh[id];
    return (
      trouble !== null && known !== undefined && !known.told && seconds - known.since >= settleFor(trouble)
    );
  });
  const errors = said.filter(({ kind }) => kind !== 'attached' && kind !== 'detached');
  const { counts } = before;
  return {
    state: {
      items,
      fresh: {
        ...fresh,
        ...Object.fromEntries(
          troubled.map(({ id }) => [id, { since: fresh[id]?.since ?? seconds, told: true }]),
        ),
      },
      counts: {
        appeared: counts.appeared + appeared.length,
        gone: counts.gone + gone.length,
        errors: counts.errors + errors.length,
        troubles: counts.troubles + troubled.length,
      },
    },
    events: [
      ...gone.map((item) => ({ kind: 'gone' as const, seconds, item })),
      ...appeared.map((item) => ({ kind: 'appeared' as const, seconds, item })),
      ...changed.map((item) => ({ kind: 'changed' as const, seconds, item })),
      ...troubled.map((item) => ({ kind: 'trouble' as const, seconds, item })),
      ...errors.map(({ kind, port, text }) => ({ kind: 'error' as const, seconds, what: kind, port, text })),
    ],
  };
};

/** What the system decided is decided at once; a driver may still be on its way. */
const settleFor = (trouble: NonNullable<Peripheral['trouble']>): number =>
  trouble === 'kept-out' ? 0 : SETTLE_SECONDS;

/** What loses its drivers is on its way out: that is told when it is gone. */
const isDifferent = (a: Peripheral, b: Peripheral): boolean =>
  a.name !== b.name ||
  a.speedMbps !== b.speedMbps ||
  (b.drivers.length > 0 && a.drivers.join() !== b.drivers.join());

/** What to make of it. Nothing new says nothing by itself: perhaps nothing was plugged in. */
export const verdictOf = (
  counts: WatchCounts,
  isFailing: boolean,
): 'ok' | 'warning' | 'critical' | 'unknown' => {
  if (isFailing) return 'critical';
  if (counts.errors > 0 || counts.troubles > 0) return 'warning';
  return counts.appeared > 0 || counts.gone > 0 ? 'ok' : 'unknown';
};

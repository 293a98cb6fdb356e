/** What is done, in figures: how long the person's patience is needed, and how likely it helps. */
import type { Chance, Effort, Fix, Opening, Os } from '../../contract.ts';

export const CHANCE: Readonly<Record<Chance, number>> = { seldom: 0.2, half: 0.5, mostly: 0.8, surely: 0.95 };

const ADMIN_SECONDS = 20;
const AWAY_SECONDS = 90;
const RISK_SECONDS = { some: 120, high: 1200 } as const;
const OPENING_SECONDS: Readonly<Record<Opening, number>> = { restart: 240, 'safe-mode': 600, case: 900 };

/** Without what an opening costs. */
export const secondsOf = ({ seconds, admin, away, risk }: Effort): number =>
  seconds +
  (admin === true ? ADMIN_SECONDS : 0) +
  (away === true ? AWAY_SECONDS : 0) +
  (risk === undefined ? 0 : RISK_SECONDS[risk]);

export interface Done {
  readonly seconds: number;
  readonly opening?: { readonly id: Opening; readonly seconds: number };
  /** How likely it ends the trouble, by finding code. */
  readonly helps: Readonly<Record<string, number>>;
}

/** Several fixes are done one after the other; nothing where one has no figures. Those of other systems are left out. */
export const effortOf = (ids: readonly string[], fixes: readonly Fix[], os: Os): Done | undefined => {
  const here = fixesHere(ids, fixes, os);
  const costs = here.flatMap(({ cost, chance }) =>
    cost === undefined || chance === undefined ? [] : [cost],
  );
  if (here.length === 0 || costs.length < here.length) return undefined;
  const opening = costs.find((cost) => cost.opening !== undefined)?.opening;
  return {
    seconds: costs.reduce((sum, cost) => sum + secondsOf(cost), 0),
    ...(opening !== undefined && { opening: { id: opening, seconds: OPENING_SECONDS[opening] } }),
    helps: helpsOf(ids, fixes, os),
  };
};

export const fixesHere = (ids: readonly string[], fixes: readonly Fix[], os: Os): readonly Fix[] =>
  ids.flatMap((id) => fixes.find((fix) => fix.id === id && fix.os.includes(os)) ?? []);

/** How likely one of them ends the trouble, by cause. */
export const helpsOf = (
  ids: readonly string[],
  fixes: readonly Fix[],
  os: Os,
): Readonly<Record<string, number>> => {
  const helps: Record<string, number> = {};
  for (const { for: codes, chance } of fixesHere(ids, fixes, os)) {
    if (chance === undefined) continue;
    for (const code of codes) helps[code] = 1 - (1 - (helps[code] ?? 0)) * (1 - CHANCE[chance]);
  }
  return helps;
};

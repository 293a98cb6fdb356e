/** How well the computer was, run by run: what broke and what was put right. Pure. */
import type { CheckStatus } from '../run.ts';
import { type ClockJump, isClockSet, jumpBetween } from './clock.ts';
import { type OpenFinding, openIn, type RunKind, type Snapshot } from './snapshot.ts';
import { lookedFor } from './well.ts';

export interface HealthPoint {
  readonly at: string;
  readonly by: RunKind;
  readonly status: CheckStatus;
  /** Root causes that were not there when it was looked for them last. */
  readonly appeared: readonly string[];
  readonly gone: readonly string[];
  /** Modules that ran. */
  readonly modules: readonly string[];
  readonly clock?: ClockJump | 'unset';
}

/** Of one module where one is named: then what others explain counts too. */
export const healthOf = (history: readonly Snapshot[], module?: string): readonly HealthPoint[] => {
  const open = new Map<string, OpenFinding>();
  return history.flatMap((snapshot, at): readonly HealthPoint[] => {
    const status = module === undefined ? snapshot.status : snapshot.modules.get(module)?.status;
    if (status === undefined) return [];
    const now = openIn(snapshot).filter(({ code, isRoot }) =>
      module === undefined ? isRoot : code.startsWith(`${module}/`),
    );
    const gone = [...open.values()].filter((finding) => lookedFor(finding, snapshot) === 'well');
    const appeared = now.filter(({ code }) => !open.has(code));
    for (const { code } of gone) open.delete(code);
    for (const finding of now) open.set(finding.code, finding);
    const before = history[at - 1];
    const clock = isClockSet(snapshot) ? before && jumpBetween(before, snapshot) : 'unset';
    return [
      {
        at: snapshot.at,
        by: snapshot.by,
        status,
        appeared: appeared.map(({ code }) => code),
        gone: gone.map(({ code }) => code),
        modules: [...snapshot.modules.keys()],
        ...(clock !== undefined && { clock }),
      },
    ];
  });
};

/** Runs between which nothing turned, as one: the last of them, and how many they were. */
export interface HealthLine extends HealthPoint {
  readonly runs: number;
}

/** `dayOf`: what a person calls a day. */
export const linesOf = (
  points: readonly HealthPoint[],
  dayOf: (at: string) => string,
): readonly HealthLine[] => {
  const lines: HealthLine[] = [];
  for (const point of points) {
    const last = lines.at(-1);
    const isQuiet = point.appeared.length + point.gone.length === 0 && point.clock === undefined;
    const isSame = last !== undefined && last.status === point.status && dayOf(last.at) === dayOf(point.at);
    // A turn keeps the time at which it was seen first.
    if (isQuiet && isSame) lines[lines.length - 1] = { ...last, runs: last.runs + 1 };
    else lines.push({ ...point, runs: 1 });
  }
  return lines;
};

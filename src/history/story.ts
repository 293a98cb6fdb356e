/** Since when something is wrong, and what changed just before: the first question of every supporter. Pure. */
import type { Area } from '../compare/fact.ts';
import type { ChangeKind } from '../contract.ts';
import { type Change, changesBetween } from './changes.ts';
import { isClockSet } from './clock.ts';
import { byPlausibility } from './plausible.ts';
import { type OpenFinding, openIn, type Snapshot } from './snapshot.ts';
import { lookedFor } from './well.ts';

export interface Story {
  /** What is wrong; empty where nothing is, or a moment was named. */
  readonly codes: readonly string[];
  /** The last run that looked for it and did not see it. */
  readonly good: Snapshot;
  /** The first one that saw it. */
  readonly bad: Snapshot;
  /** The likeliest cause first. */
  readonly changes: readonly Change[];
  readonly unseen: readonly Area[];
}

export interface Stories {
  /** The newest trouble first. */
  readonly stories: readonly Story[];
  /** Findings that were there whenever anybody looked. */
  readonly never: readonly { readonly code: string; readonly since: string }[];
}

export interface Wanted {
  /** Findings, or modules; root causes that are open where none is named. */
  readonly about?: readonly string[];
}

/** Of what is wrong in the newest run. */
export const storiesOf = (history: readonly Snapshot[], { about = [] }: Wanted = {}): Stories => {
  const open = openNow(history).filter(({ code, isRoot }) =>
    about.length === 0 ? isRoot : about.some((one) => code === one || code.startsWith(`${one}/`)),
  );
  const dated = open.map((finding) => ({ finding, ...datesOf(history, finding) }));
  const groups = new Map<string, { readonly good: number; readonly bad: number; readonly codes: string[] }>();
  for (const { finding, good, bad } of dated) {
    if (good < 0) continue;
    const name = `${good} ${bad}`;
    const group = groups.get(name) ?? { good, bad, codes: [] };
    group.codes.push(finding.code);
    groups.set(name, group);
  }
  const stories = [...groups.values()]
    .sort((a, b) => b.bad - a.bad || b.good - a.good)
    .flatMap(({ good, bad, codes }) => storyOf(history, good, bad, codes) ?? []);
  return {
    stories,
    never: dated.flatMap(({ finding, good, bad }) => {
      const since = history[bad]?.at;
      return good < 0 && since !== undefined ? [{ code: finding.code, since }] : [];
    }),
  };
};

/** Between a moment and now, whatever was wrong. Undefined where there are no two runs to compare. */
export const storySince = (history: readonly Snapshot[], since?: Date): Story | undefined => {
  const last = history.length - 1;
  const ofThen =
    since === undefined
      ? last - 1
      : history.findLastIndex((one) => isClockSet(one) && Date.parse(one.at) <= since.getTime());
  const good = Math.min(Math.max(ofThen, 0), last - 1);
  return storyOf(history, good, last, []);
};

const storyOf = (
  history: readonly Snapshot[],
  good: number,
  bad: number,
  codes: readonly string[],
): Story | undefined => {
  const [well, ill] = [history[good], history[bad]];
  if (well === undefined || ill === undefined) return undefined;
  const { changes, unseen } = changesBetween(history, good, bad);
  return { codes, good: well, bad: ill, changes: byPlausibility(changes, codes), unseen };
};

/** Each module as the newest run that looked at it saw it. */
const openNow = (history: readonly Snapshot[]): readonly OpenFinding[] => {
  const seen = new Set<string>();
  return [...history].reverse().flatMap(({ modules }) =>
    [...modules].flatMap(([id, { status, open }]) => {
      if (seen.has(id) || status === 'skipped') return [];
      seen.add(id);
      return open;
    }),
  );
};

/** Places in the history; `good` is -1 where it was never seen well. */
const datesOf = (history: readonly Snapshot[], finding: OpenFinding) => {
  const seen = history.map((snapshot) => lookedFor(finding, snapshot));
  const good = seen.lastIndexOf('well');
  return { good, bad: seen.findIndex((one, at) => at > good && one === 'open') };
};

/** Kinds of what changed before any of these; undefined where nobody knows, because it was never seen well. */
export const changedKinds = ({ stories }: Stories): readonly ChangeKind[] | undefined =>
  stories.length === 0
    ? undefined
    : [
        ...new Set(
          stories.flatMap(({ changes }) => changes.flatMap(({ kind, isLater }) => (isLater ? [] : [kind]))),
        ),
      ];

export const hasOpen = (history: readonly Snapshot[]): boolean => {
  const last = history.at(-1);
  return last !== undefined && openIn(last).length > 0;
};

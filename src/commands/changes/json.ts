/** The same for programs; docs/decisions/what-is-remembered.md tells the shape. */
import type { Fact } from '../../compare/fact.ts';
import type { Stories } from '../../history/story.ts';
import { forJson } from '../../output/untrusted.ts';
import { VERSION } from '../../version.ts';

export const CHANGES_VERSION = 1;

export const changesJson = ({ stories, never }: Stories, history: 'on' | 'off'): string =>
  `${forJson(
    {
      schemaVersion: CHANGES_VERSION,
      tool: { name: 'techsupport', version: VERSION },
      history,
      stories: stories.map(({ codes, good, bad, changes, unseen }) => ({
        findings: codes,
        good: good.at,
        bad: bad.at,
        changes: changes.map(({ kind, area, key, before, after, from, to, at, isLater }) => ({
          kind,
          area,
          key,
          before: known(before),
          after: known(after),
          from,
          to,
          ...(at !== undefined && { at }),
          later: isLater,
        })),
        unseen,
      })),
      never,
    },
    2,
  )}\n`;

/** Null: it is not there. */
const known = (fact: Fact | null) =>
  fact === null ? null : { value: fact.value, ...(fact.room !== undefined && fact.room) };

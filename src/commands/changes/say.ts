/** A change in words: `Driver nvidia: 535.183 → 550.120 (on Tuesday, 24 November)`. One line, harmless for a terminal. */
import type { ChangeKind, Language } from '../../contract.ts';
import type { Change } from '../../history/changes.ts';
import { isNamed } from '../../history/plausible.ts';
import type { Stories, Story } from '../../history/story.ts';
import { changesWords } from '../../language/changes.ts';
import { compareWords } from '../../language/compare.ts';
import { sayName, sayValue } from '../compare/say.ts';
import { dayInWords, dayOf, momentInWords } from '../history/when.ts';

export interface Saying {
  readonly language: Language;
  readonly nowMs: number;
  readonly ascii?: boolean;
}

export const sayChange = (change: Change, { good, bad }: Story, saying: Saying): string => {
  const { area, key, before, after } = change;
  const words = changesWords(saying.language);
  const compare = compareWords(saying.language);
  const name = sayName(area, key, compare);
  const value = (fact: typeof before): string => (fact === null ? '' : sayValue(area, fact, compare));
  const arrow = saying.ascii === true ? '->' : '→';
  const what =
    before !== null && after !== null
      ? `${name}: ${value(before)} ${arrow} ${value(after)}`
      : `${[name, value(before ?? after)].filter((part) => part !== '').join(': ')}, ${after === null ? words.went : words.came}`;
  const when = sayWhen(change, good.at, bad.at, saying);
  return when === '' ? what : `${what} (${when})`;
};

/** One line of what changed before something broke, for a conclusion: not redacted yet. */
export interface ChangeLine {
  /** What it may have broken. */
  readonly codes: readonly string[];
  readonly kind: ChangeKind;
  readonly text: string;
}

/** More convince nobody. */
const MOST_LINES = 3;

/** The likeliest causes of each of these, first of all those that belong to it. */
export const changesBefore = (
  codes: readonly string[],
  { stories }: Stories,
  saying: Saying,
): readonly ChangeLine[] =>
  stories
    .filter((story) => story.codes.some((code) => codes.includes(code)))
    .flatMap((story) =>
      story.changes
        .filter(({ isLater, kind, key }) => !isLater && (kind !== 'package' || isNamed(key, story.codes)))
        .slice(0, MOST_LINES)
        .map((change) => ({
          codes: story.codes,
          kind: change.kind,
          text: sayChange(change, story, saying),
        })),
    );

/** Only what is not said by the heading: the exact day, or other runs than those between which it broke. */
const sayWhen = (
  { at, from, to }: Change,
  good: string,
  bad: string,
  { language, nowMs }: Saying,
): string => {
  const words = changesWords(language);
  if (at !== undefined) return words.on(dayInWords(at, language, nowMs));
  if (from === good && to === bad) return '';
  if (dayOf(from) === dayOf(to)) return words.on(dayInWords(to, language, nowMs));
  return words.fromTo(momentInWords(from, language, nowMs), momentInWords(to, language, nowMs));
};

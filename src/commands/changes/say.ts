/** A change in words: `Driver nvidia: 535.183 → 550.120 (on Tuesday, 24 November)`. One line, harmless for a terminal. */
import type { Language } from '../../contract.ts';
import type { Change } from '../../history/changes.ts';
import type { Story } from '../../history/story.ts';
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

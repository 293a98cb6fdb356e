/** What changed, for a person at a terminal: the likeliest cause first. */
import type { Area } from '../../compare/fact.ts';
import type { Language } from '../../contract.ts';
import type { Change } from '../../history/changes.ts';
import { isNamed } from '../../history/plausible.ts';
import type { Stories, Story } from '../../history/story.ts';
import { changesWords } from '../../language/changes.ts';
import { compareWords } from '../../language/compare.ts';
import { heading } from '../../output/style.ts';
import { oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import { type Names, named } from '../history/names.ts';
import { momentInWords } from '../history/when.ts';
import type { Screen } from '../terminal.ts';
import { type Saying, sayChange } from './say.ts';

export interface ChangesStyle extends Saying {
  readonly names: Names;
  readonly screen: Screen;
  readonly all: boolean;
}

/** Of a long list the first tell where to look. */
const MOST = 12;
/** Packages that have nothing to do with it by their name. */
const MOST_STRANGE = 3;

export const storiesText = ({ stories, never }: Stories, style: ChangesStyle): string => {
  const words = changesWords(style.language);
  const { width } = style.screen;
  const since = [...new Set(never.map((one) => one.since))];
  return [
    ...stories.map((story) => storyLines(story, style)),
    ...since.map((at) => [
      ...wrap(words.never(momentInWords(at, style.language, style.nowMs)), width),
      ...never
        .filter((one) => one.since === at)
        .flatMap(({ code }) => wrap(oneLine(named(code, style.names)), width, '    ', '  ')),
    ]),
  ]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
};

export const storyLines = (story: Story, style: ChangesStyle): readonly string[] => {
  const words = changesWords(style.language);
  const { width, colour } = style.screen;
  const moment = (at: string) => momentInWords(at, style.language, style.nowMs);
  const { codes, good, bad, changes, unseen } = story;
  const isTrouble = codes.length > 0;
  const [before, later] = [
    changes.filter(({ isLater }) => !isLater),
    changes.filter(({ isLater }) => isLater),
  ];
  const nothing = isTrouble ? words.nothingBefore : words.nothingChanged;
  return [
    ...codes.flatMap((code) =>
      wrap(named(code, style.names), width, '  ').map((line, at) =>
        at === 0 ? heading(line.trimStart(), colour) : line,
      ),
    ),
    ...wrap(
      isTrouble
        ? words.brokeBetween(moment(good.at), moment(bad.at))
        : words.between(moment(good.at), moment(bad.at)),
      width,
    ),
    ...(before.length === 0
      ? wrap(nothing, width, '  ')
      : [`${isTrouble ? words.brokeAfter : words.changed}:`, ...listed(before, story, style)]),
    ...(later.length === 0 ? [] : [...wrap(`${words.later}:`, width), ...listed(later, story, style)]),
    ...(isTrouble && before.length > 0 ? wrap(words.notProof, width) : []),
    ...(unseen.length === 0
      ? []
      : wrap(
          words.unseen([...new Set(unseen.map((area) => areaName(area, style.language)))].join(', ')),
          width,
          '  ',
          '? ',
        )),
  ];
};

/** Some are made to stand before a name: `Speed in Mbit/s of`. */
const areaName = (area: Area, language: Language): string =>
  compareWords(language).areas[area].replace(/(?:[,:]| of| by| in| on)$/, '');

/** Of packages by the hundred those that have to do with it, and how many others. */
const listed = (changes: readonly Change[], story: Story, style: ChangesStyle): readonly string[] => {
  const { codes } = story;
  let strange = 0;
  const close = changes.filter(
    ({ kind, key }) => kind !== 'package' || isNamed(key, codes) || ++strange <= MOST_STRANGE,
  );
  const shown = style.all ? changes : close.slice(0, MOST);
  const rest = changes.filter((one) => !shown.includes(one));
  const packages = rest.filter(({ kind }) => kind === 'package').length;
  return [
    ...shown.flatMap((change) =>
      wrap(sayChange(change, story, style), style.screen.width, '      ', `  ${signOf(change)} `),
    ),
    ...(rest.length === 0
      ? []
      : wrap(changesWords(style.language).more(rest.length, packages), style.screen.width, '      ', '    ')),
  ];
};

const signOf = ({ before, after }: Change): string => (before === null ? '+' : after === null ? '-' : '~');

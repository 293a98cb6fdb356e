/** `changes`: what changed since it worked, the first question of every supporter. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { openIn, type Snapshot } from '../../history/snapshot.ts';
import { loadHistory } from '../../history/store.ts';
import { type Stories, type Story, storiesOf, storySince } from '../../history/story.ts';
import { lookedAt } from '../../history/well.ts';
import { changesWords } from '../../language/changes.ts';
import { wrap } from '../../output/wrap.ts';
import type { ChangesOptions } from '../changes.ts';
import type { Context } from '../context.ts';
import { findingNames } from '../history/names.ts';
import { momentInWords } from '../history/when.ts';
import { notThere } from '../modules.ts';
import { print, printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import { changesJson } from './json.ts';
import { datedByLogs } from './logs.ts';
import { storiesText, storyLines } from './text.ts';

export const changes = async (
  about: readonly string[],
  { format, since, all }: ChangesOptions,
  context: Context,
): Promise<number> => {
  await refuseUnknown(about);
  const { config, language } = await setUp(context);
  const words = changesWords(language);
  const screen = screenOf(process.stdout, process.env);
  const history = await datedByLogs(loadHistory().snapshots);
  const isAsked = since === undefined;
  const stories: Stories = isAsked ? storiesOf(history, { about }) : { stories: [], never: [] };
  const isWrong = stories.stories.length + stories.never.length > 0;
  const between = isAsked && (isWrong || about.length > 0) ? undefined : storySince(history, since);
  const told = between === undefined ? stories.stories : [between];
  if (format === 'json') {
    await print(changesJson({ ...stories, stories: told }, config.history));
  } else {
    if (config.history === 'off') await printError(wrap(words.off, screen.width).join('\n'));
    const style = {
      language,
      nowMs: Date.now(),
      ascii: screen.ascii,
      screen,
      all: all === true,
      names: await findingNames(
        [...told.flatMap(({ codes }) => codes), ...stories.never.map(({ code }) => code)],
        language,
      ),
    };
    const said = isWrong
      ? storiesText(stories, style)
      : [
          ...calm(history, about, { language, nowMs: style.nowMs, isAsked, between }).flatMap((text) =>
            wrap(text, screen.width),
          ),
          ...(between === undefined ? [] : storyLines(between, style)),
        ]
          .join('\n')
          .concat('\n');
    await print(said);
  }
  if (told.length === 0) return isWrong || !isLooked(history, about) ? EXIT.unknown : EXIT.ok;
  if (told.some((story) => story.changes.length > 0)) return EXIT.warning;
  return told.every(({ unseen }) => unseen.length === 0) ? EXIT.ok : EXIT.unknown;
};

/** What is said where nothing that was asked about is wrong. */
const calm = (
  history: readonly Snapshot[],
  about: readonly string[],
  given: {
    readonly language: Language;
    readonly nowMs: number;
    readonly isAsked: boolean;
    readonly between: Story | undefined;
  },
): readonly string[] => {
  const words = changesWords(given.language);
  const when = ({ at }: Snapshot) => momentInWords(at, given.language, given.nowMs);
  const last = history.at(-1);
  if (about.length > 0 && given.isAsked) {
    return about.map((name) => {
      const seen = history.findLast((one) => lookedAt(name, one));
      return seen === undefined ? words.notLooked(name) : words.isWell(name, when(seen));
    });
  }
  if (given.between === undefined || last === undefined) return [words.none];
  return given.isAsked && openIn(last).length === 0 ? [words.nothingWrong(when(last)), ''] : [];
};

const isLooked = (history: readonly Snapshot[], about: readonly string[]): boolean =>
  about.length > 0 && about.every((name) => history.some((one) => lookedAt(name, one)));

const refuseUnknown = async (about: readonly string[]): Promise<void> => {
  for (const name of about) {
    const [module = ''] = name.split('/', 1);
    if (!checkIds.includes(module)) throw notThere('E_MODULE', name, checkIds);
    if (name === module) continue;
    const codes = Object.keys((await loadCheck(module)).catalogue);
    if (!codes.includes(name)) throw notThere('E_FINDING', name, codes);
  }
};

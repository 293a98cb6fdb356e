/** The line of health for a person at a terminal: a symbol a look, and a line wherever something turned. */
import { type HealthLine, type HealthPoint, linesOf } from '../../history/health.ts';
import type { HistoryWords } from '../../language/history.en.ts';
import { healthMark } from '../../output/health.ts';
import { oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { Screen } from '../terminal.ts';
import { type Names, named } from './names.ts';
import { dayOf, minuteOf } from './when.ts';

export interface HistoryInput {
  readonly points: readonly HealthPoint[];
  readonly module: string | undefined;
  readonly names: Names;
  readonly words: HistoryWords;
  readonly screen: Screen;
  readonly all: boolean;
}

/** As many as fit a window. */
const MOST_LINES = 30;

export const historyText = (input: HistoryInput): string => {
  const { points, module, words, screen, all } = input;
  const [first] = points;
  const note = wrap(words.where, screen.width);
  if (first === undefined) return `${wrap(words.none, screen.width).join('\n')}\n`;
  const title =
    module === undefined
      ? words.title(points.length, minuteOf(first.at))
      : words.titleOf(module, points.length);
  const lines = linesOf(points, dayOf);
  const shown = all ? lines : lines.slice(-MOST_LINES);
  const hasTurns = shown.some(({ appeared, gone }) => appeared.length + gone.length > 0);
  const most = Math.max(...points.map(({ modules }) => modules.length));
  return `${[
    ...wrap(title, screen.width),
    ...strip(points, screen),
    '',
    ...(shown.length < lines.length ? wrap(words.earlier(lines.length - shown.length), screen.width) : []),
    ...shown.flatMap((line) => told(line, most, input)),
    '',
    ...(hasTurns ? wrap(words.signs, screen.width) : []),
    ...note,
  ].join('\n')}\n`;
};

/** All looks at a glance, as many lines as they need. */
const strip = (points: readonly HealthPoint[], screen: Screen): readonly string[] => {
  const rows: string[] = [];
  const width = screen.width - 2;
  for (let at = 0; at < points.length; at += width) {
    rows.push(
      `  ${points
        .slice(at, at + width)
        .map(({ status }) => healthMark(status, screen))
        .join('')}`,
    );
  }
  return rows;
};

/** More modules than these are not named: it was nearly a whole look. */
const MOST_NAMED = 3;

const told = (line: HealthLine, most: number, { module, names, words, screen }: HistoryInput) => {
  const mark = healthMark(line.status, screen);
  const isPart = module === undefined && line.modules.length < most && line.modules.length <= MOST_NAMED;
  const notes = [
    words.statusNames[line.status],
    ...(line.runs > 1 ? [words.runs(line.runs)] : []),
    ...(isPart ? [words.only(line.modules.map(oneLine).join(', '))] : []),
    ...(line.clock === undefined ? [] : [words.clocks[line.clock]]),
  ];
  const [first = '', ...rest] = wrap(notes.join('; '), screen.width, '      ', `  ${minuteOf(line.at)} M `);
  const turn = (sign: string, code: string) =>
    wrap(oneLine(named(code, names)), screen.width, '        ', `      ${sign} `);
  return [
    // The symbol is put in afterwards: colours have no width.
    first.replace(' M ', ` ${mark} `),
    ...rest,
    ...line.appeared.flatMap((code) => turn('+', code)),
    ...line.gone.flatMap((code) => turn('-', code)),
  ];
};

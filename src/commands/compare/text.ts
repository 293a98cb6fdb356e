/** Two reports beside each other, for a person at a terminal. */
import type { FactComparison } from '../../compare/differences.ts';
import type { Area } from '../../compare/fact.ts';
import type { FindingDifference, Side } from '../../compare/findings.ts';
import type { CompareWords } from '../../language/compare.en.ts';
import type { OutputWords } from '../../language/output.en.ts';
import { heading } from '../../output/style.ts';
import { oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { ReportFinding } from '../../report/model.ts';
import type { Screen } from '../terminal.ts';
import { sayName, sayValue } from './say.ts';

export interface Compared extends FactComparison {
  readonly findings: readonly FindingDifference[];
}

interface Style {
  readonly words: CompareWords;
  readonly output: OutputWords;
  readonly screen: Screen;
  readonly all: boolean;
}

/** Of one area: more than these are read by nobody who does not ask for all. */
const MAX_OF_AREA = 10;

export const compareText = (compared: Compared, style: Style): string => {
  const { words, screen } = style;
  const piles = [
    pile(
      words.findings,
      compared.findings.flatMap((one) => findingLine(one, style)),
      style,
    ),
    pile(words.facts, factLines(compared, style), style),
    pile(words.incomparable, incomparableLines(compared, style), style),
  ].filter((lines) => lines.length > 0);
  const hasDifference = isDifferent(compared);
  const signs = hasDifference ? [wrap(words.signs, screen.width)] : [];
  const verdict = isWhole(compared) ? words.same : words.sameSoFar;
  return [...signs, ...piles, ...(hasDifference ? [] : [wrap(verdict, screen.width)])]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
};

export const isDifferent = ({ findings, differences }: Compared): boolean =>
  differences.length > 0 || findings.some(({ kind }) => kind !== 'untold');

export const isWhole = ({ findings, incomparable }: Compared): boolean =>
  incomparable.length === 0 && findings.every(({ kind }) => kind !== 'untold');

const pile = (title: string, lines: readonly string[], { screen }: Style): readonly string[] =>
  lines.length === 0 ? [] : [heading(title, screen.colour), ...lines];

const MARKS = { a: '-', b: '+' } as const;
const LABELS = { a: 'A', b: 'B' } as const;

const line = (mark: string, text: string, { screen }: Style): readonly string[] =>
  wrap(oneLine(text), screen.width, '    ', `  ${mark} `);

const told = ({ severity, title, code }: ReportFinding, { output }: Style): string =>
  `${output.severities[severity]}  ${title} (${code})`;

const findingLine = (difference: FindingDifference, style: Style): readonly string[] => {
  if (difference.kind === 'only') return line(MARKS[difference.in], told(difference.finding, style), style);
  if (difference.kind === 'untold') return [];
  const { a, b } = difference;
  return line('~', `${style.output.severities[a.severity]} → ${told(b, style)}`, style);
};

const factLines = ({ differences }: Compared, style: Style): readonly string[] => {
  const areas = [...new Set(differences.map(({ area }) => area))];
  return areas.flatMap((area) => {
    const all = differences.filter((one) => one.area === area);
    const shown = style.all ? all : all.slice(0, MAX_OF_AREA);
    return [
      ...shown.flatMap(({ key, a, b }) => factLine(area, key, a, b, style)),
      ...(shown.length < all.length ? line(' ', style.words.more(all.length - shown.length), style) : []),
    ];
  });
};

type OneFact = FactComparison['differences'][number]['a'];

const factLine = (area: Area, key: string, a: OneFact, b: OneFact, style: Style): readonly string[] => {
  const { words } = style;
  const name = sayName(area, key, words);
  if (a !== null && b !== null) {
    return line('~', `${name}: ${sayValue(area, a, words)} → ${sayValue(area, b, words)}`, style);
  }
  const one = a ?? b;
  const value = one === null ? '' : sayValue(area, one, words);
  return line(MARKS[a === null ? 'b' : 'a'], value === '' ? name : `${name}: ${value}`, style);
};

const incomparableLines = ({ incomparable, findings }: Compared, style: Style): readonly string[] => {
  const { words } = style;
  const ways = [...new Set(incomparable.map(({ a, b }) => `${a} ${b}`))];
  return [
    ...findings.flatMap((one) => (one.kind === 'untold' ? untoldLine(one, style) : [])),
    // What was missed in the same way is told once.
    ...ways.flatMap((way) => {
      const alike = incomparable.filter(({ a, b }) => `${a} ${b}` === way);
      const whys = (
        [
          ['A', alike[0]?.a],
          ['B', alike[0]?.b],
        ] as const
      ).flatMap(([label, reason]) =>
        reason === undefined || reason === 'ok' ? [] : [words.notRead(label, words.reasons[reason])],
      );
      const isLong = alike.length > MAX_OF_AREA;
      const areas = alike.map(({ area, source }) => `${words.areas[area]}${isLong ? '' : ` [${source}]`}`);
      return line('?', `${whys.join('; ')}: ${[...new Set(areas)].join(', ')}`, style);
    }),
  ];
};

/** As many reads as tell where to look. */
const MAX_READS = 4;

const untoldLine = (
  { in: side, finding, unread }: Extract<FindingDifference, { kind: 'untold' }>,
  style: Style,
): readonly string[] => {
  const other: Side = side === 'a' ? 'b' : 'a';
  const reads = [...unread.slice(0, MAX_READS), ...(unread.length > MAX_READS ? ['…'] : [])].join(', ');
  return line(
    '?',
    `${told(finding, style)}: ${style.words.seenOnly(LABELS[side], LABELS[other], reads)}`,
    style,
  );
};

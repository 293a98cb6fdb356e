/** The figures in words, as tables. */
import type { Language } from '../../../contract.ts';
import type { StatsWords } from '../../../language/ticket-stats.en.ts';
import { statsWords } from '../../../language/ticket-stats.ts';
import type { Row, Sheet, Table } from '../../../output/sheet.ts';
import {
  DIMENSIONS,
  type Figures,
  type Group,
  type Share,
  type Stats,
  type Times,
} from '../../../ticket/stats/figures.ts';

export interface Heading {
  readonly title: string;
  readonly notes: readonly string[];
}

export const sheetOf = (stats: Stats, { title, notes }: Heading, language: Language): Sheet => {
  const words = statsWords(language);
  const { total, by } = stats;
  const hidden = total.wrongClocks === 0 ? [] : [words.wrongClocks(total.wrongClocks)];
  if (total.tickets === 0) return { language, title, notes: [...notes, words.none], tables: [] };
  return {
    language,
    title,
    notes: [...notes, ...hidden],
    tables: [
      { title: words.counts, columns: [words.figure, words.value], rows: countRows(total, words) },
      {
        title: words.quality,
        columns: [words.figure, words.value, words.within90, words.known],
        rows: qualityRows(total, words),
      },
      ...(total.satisfaction.count === 0 ? [] : [ratings(total, words)]),
      ...DIMENSIONS.map((dimension) => ({
        title: words.by[dimension],
        columns: [
          words.columns[dimension],
          words.tickets,
          words.short.response,
          words.short.solution,
          words.short.firstContact,
          words.short.rating,
        ],
        rows: groupRows(by[dimension], words.nameless[dimension], words),
      })),
    ],
  };
};

const COUNTS = ['tickets', 'filed', 'notFiled', 'open', 'waitsForPerson', 'over', 'stateUnknown'] as const;

const countRows = (figures: Figures, words: StatsWords): readonly Row[] =>
  COUNTS.map((name) => ({
    cells: [words[name], String(figures[name])],
    share: figures[name] / figures.tickets,
  }));

const qualityRows = (
  { firstResponse, solution, firstContact, reopened, escalated, satisfaction }: Figures,
  words: StatsWords,
): readonly Row[] => {
  const times = (name: string, { count, medianMs, within90Ms }: Times): Row => ({
    cells: [name, timeOf(medianMs, words), timeOf(within90Ms, words), String(count)],
  });
  const share = (name: string, { count, of }: Share): Row => ({
    cells: [name, of === 0 ? words.noData : `${words.percent(count / of)} (${count})`, '', String(of)],
    ...(of > 0 && { share: count / of }),
  });
  return [
    times(words.firstResponse, firstResponse),
    times(words.solution, solution),
    share(words.firstContact, firstContact),
    share(words.reopened, reopened),
    share(words.escalated, escalated),
    {
      cells: [words.satisfaction, meanOf(satisfaction.mean, words), '', String(satisfaction.count)],
      ...(satisfaction.mean !== null && { share: satisfaction.mean / 5 }),
    },
  ];
};

const ratings = ({ satisfaction: { count, distribution } }: Figures, words: StatsWords): Table => ({
  title: words.satisfaction,
  columns: [words.short.rating, words.tickets],
  rows: distribution
    .map((one, at) => ({ cells: [words.stars(at + 1), String(one)], share: one / count }))
    .reverse(),
});

const groupRows = (groups: readonly Group[], nameless: string, words: StatsWords): readonly Row[] => {
  const most = Math.max(...groups.map(({ figures }) => figures.tickets));
  return groups.map(({ name, figures }) => {
    const { tickets, firstResponse, solution, firstContact, satisfaction } = figures;
    return {
      cells: [
        name === '' ? nameless : name,
        String(tickets),
        timeOf(firstResponse.medianMs, words),
        timeOf(solution.medianMs, words),
        firstContact.of === 0 ? words.noData : words.percent(firstContact.count / firstContact.of),
        meanOf(satisfaction.mean, words),
      ],
      share: tickets / most,
    };
  });
};

const meanOf = (mean: number | null, words: StatsWords): string =>
  mean === null ? words.noData : words.mean(mean);

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/** The two largest units: `2 d 5 h`. */
const timeOf = (ms: number | null, words: StatsWords): string => {
  if (ms === null) return words.noData;
  const seconds = Math.round(ms / 1000);
  const first = UNITS.findIndex(([, size]) => seconds >= size);
  const parts = UNITS.slice(first === -1 ? -1 : first)
    .slice(0, 2)
    .map(([unit, size], at) => {
      const above = at === 0 ? seconds : seconds % (UNITS[first]?.[1] ?? 1);
      return [Math.floor(above / size), unit] as const;
    });
  return parts
    .filter(([number], at) => at === 0 || number > 0)
    .map(([number, unit]) => `${number}\u00a0${words.duration[unit]}`)
    .join(' ');
};

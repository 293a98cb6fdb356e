/** The figures as one flat table: a row for all, and one for each group. */
import { type Cell, csv } from '../../../output/csv.ts';
import { DIMENSIONS, type Figures, type Stats } from '../../../ticket/stats/figures.ts';

/** Stable: spreadsheets are built upon them. */
const COLUMNS: readonly (readonly [string, (figures: Figures) => Cell])[] = [
  ['tickets', ({ tickets }) => tickets],
  ['filed', ({ filed }) => filed],
  ['not_filed', ({ notFiled }) => notFiled],
  ['open', ({ open }) => open],
  ['waits_for_person', ({ waitsForPerson }) => waitsForPerson],
  ['over', ({ over }) => over],
  ['state_unknown', ({ stateUnknown }) => stateUnknown],
  ['first_response_known', ({ firstResponse }) => firstResponse.count],
  ['first_response_median_s', ({ firstResponse }) => seconds(firstResponse.medianMs)],
  ['first_response_90pct_s', ({ firstResponse }) => seconds(firstResponse.within90Ms)],
  ['solution_known', ({ solution }) => solution.count],
  ['solution_median_s', ({ solution }) => seconds(solution.medianMs)],
  ['solution_90pct_s', ({ solution }) => seconds(solution.within90Ms)],
  ['first_contact', ({ firstContact }) => known(firstContact)],
  ['first_contact_known', ({ firstContact }) => firstContact.of],
  ['reopened', ({ reopened }) => known(reopened)],
  ['escalated', ({ escalated }) => known(escalated)],
  ['history_known', ({ reopened }) => reopened.of],
  ['ratings', ({ satisfaction }) => satisfaction.count],
  ['rating_mean', ({ satisfaction }) => satisfaction.mean],
  ...[1, 2, 3, 4, 5].map(
    (stars) =>
      [`rating_${stars}`, ({ satisfaction }: Figures) => satisfaction.distribution[stars - 1] ?? 0] as const,
  ),
  ['wrong_clocks', ({ wrongClocks }) => wrongClocks],
];

const seconds = (ms: number | null): Cell => (ms === null ? null : Math.round(ms / 1000));
const known = ({ count, of }: Figures['reopened']): Cell => (of === 0 ? null : count);

export const tableOf = ({ total, by }: Stats): string =>
  csv([
    ['group', 'name', ...COLUMNS.map(([name]) => name)],
    ['all', '', ...COLUMNS.map(([, cell]) => cell(total))],
    ...DIMENSIONS.flatMap((dimension) =>
      by[dimension].map(({ name, figures }) => [
        dimension,
        name,
        ...COLUMNS.map(([, cell]) => cell(figures)),
      ]),
    ),
  ]);

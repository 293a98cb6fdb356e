/** docs/redaction.md: what is found, kind by kind. Made of the scores. */
import type { Row, Score } from './score.ts';

interface Result extends Score {
  readonly name: string;
}

const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
const shown = ({ right, all }: Row): string => `${right}/${all}`;

export const page = (results: readonly Result[]): string =>
  [
    '# What redaction finds',
    '',
    'Made by `npm run coverage` from a generated text: values of the kinds below, made up by chance, in the formats in',
    "which programs print them, and lines that are nobody's own. The whole text goes through the redactor at once, and",
    'nothing is known of a machine. A value counts as hidden when it stands nowhere any more; a line counts as kept when',
    'it came out as it went in. The rules were made looking at the first seed; the second has other values in the same',
    'formats, so it says nothing of formats that are not here.',
    '',
    `| | ${results.map(({ name }) => name).join(' | ')} |`,
    `| --- | ${results.map(() => '---').join(' | ')} |`,
    `| hidden | ${results.map(({ recall, kinds }) => `${percent(recall)} of ${total(kinds)}`).join(' | ')} |`,
    `| kept | ${results.map(({ kept, groups }) => `${percent(kept)} of ${total(groups)}`).join(' | ')} |`,
    '',
    '## Hidden',
    '',
    ...table(
      'kind',
      results.map(({ name, kinds }) => ({ name, rows: kinds })),
    ),
    '',
    '## Kept',
    '',
    ...table(
      'lines',
      results.map(({ name, groups }) => ({ name, rows: groups })),
    ),
    '',
  ].join('\n');

const total = (rows: readonly Row[]): number => rows.reduce((sum, { all }) => sum + all, 0);

const table = (
  heading: string,
  columns: readonly { readonly name: string; readonly rows: readonly Row[] }[],
): readonly string[] => [
  `| ${heading} | ${columns.map(({ name }) => name).join(' | ')} |`,
  `| --- | ${columns.map(() => '---').join(' | ')} |`,
  ...(columns[0]?.rows ?? []).map(
    ({ name }, at) =>
      `| ${name} | ${columns
        .map(({ rows }) => rows[at])
        .map((row) => (row === undefined ? '' : shown(row)))
        .join(' | ')} |`,
  ),
];

/** docs/redaction.md: what is found, kind by kind. Made of the scores. */
import type { BlindScore } from '../blind-score.ts';
import type { Row, Score } from './score.ts';

interface Result extends Score {
  readonly name: string;
}

const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
const shown = ({ right, all }: Row): string => `${right}/${all}`;

/** `techsupport redact` of 2026-11-26, before any rule was mended for the list: it cannot be measured again. */
const FIRST_BLIND = { entries: 23, values: 107, kept: 49 };
/** The same of 2026-11-27, for the second list. */
const SECOND_BLIND = { entries: 15, values: 92, kept: 22 };

export const page = (
  results: readonly Result[],
  blind: Readonly<Record<'first' | 'second', BlindScore>>,
): string =>
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
    '## Two lists written without a look at the rules',
    '',
    'Outputs of some 60 programs on three systems and what people write beside them, of one to six values each, and lines',
    'of the same programs with nobody in them (`tests/report/redact/blind-*.ts`). The first figure is honest: the list was',
    'written before the rules were read. The second was reached by mending the classes of what was missed, so it flatters;',
    'expect the first for a program that is on no list here. The second list came later: outputs of 56 other programs, none',
    'of them on the first, by somebody who had not seen the rules.',
    '',
    '| | first list: first | after mending | second list: first | after mending |',
    '| --- | --- | --- | --- | --- |',
    ...(['values', 'entries', 'kept'] as const).map(
      (what) =>
        `| ${[
          BLIND_ROWS[what],
          share(FIRST_BLIND[what], blind.first.of[what]),
          share(blind.first[what], blind.first.of[what]),
          share(SECOND_BLIND[what], blind.second.of[what]),
          share(blind.second[what], blind.second.of[what]),
        ].join(' | ')} |`,
    ),
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

const BLIND_ROWS = {
  values: 'values hidden',
  entries: 'outputs with nothing left in them',
  kept: 'control lines kept',
};
const share = (right: number, all: number): string => `${percent(right / all)}, ${right}/${all}`;

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

/** Nagios, Icinga and what follows them: a status word, one line, performance data, then long text. */
import { outputWords } from '../language/output.ts';
import type { Report, ReportCheck, Status } from '../report/model.ts';
import { branches } from './order.ts';
import { oneLine } from './untrusted.ts';

type Metric = ReportCheck['metrics'][number];

/** `status` is what the exit status says, where `--fail-on` makes it differ from the report's own. */
export const toNagios = (report: Report, status: Status = report.status): string => {
  const trees = branches(report);
  const words = outputWords(report.language);
  const [first] = trees;
  const summary =
    first === undefined
      ? status === 'ok'
        ? words.nothingWrong
        : words.nothingSeen
      : trees.length === 1
        ? first.finding.title
        : `${first.finding.title} (${words.moreFindings(trees.length - 1)})`;
  const performance = report.checks.flatMap((check) =>
    check.metrics.map((metric) => measured(check.id, metric)),
  );
  const details = report.checks.flatMap((check) => [
    ...check.findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, severity, title }) => `${severity.toUpperCase()} ${code}: ${title}`),
    ...check.unknown.map(({ source, why }) => `UNKNOWN ${source}: ${why}`),
  ]);
  const head = `TECHSUPPORT ${status.toUpperCase()}: ${plain(summary)}`;
  return [
    performance.length === 0 ? head : `${head} | ${performance.join(' ')}`,
    ...details.map(plain),
    '',
  ].join('\n');
};

/** A bar would begin the performance data. */
const plain = (text: string): string => oneLine(text).replaceAll('|', '/');

const measured = (check: string, { name, value, unit, warning, critical }: Metric): string => {
  const label = plain(`${check}.${name}`).replace(/[=']/g, '_');
  // Where the critical bound is the lower one, less is worse, and the range that is fine has no upper end.
  const isFloor = warning !== undefined && critical !== undefined && critical < warning;
  const bound = (limit: number | undefined): string =>
    limit === undefined ? '' : `${number(limit)}${isFloor ? ':' : ''}`;
  return `'${label}'=${number(value)}${Number.isFinite(value) ? unit : ''};${bound(warning)};${bound(critical)}`;
};

/** Never with an exponent; `U` is the convention for a value that is none. */
const number = (value: number): string =>
  !Number.isFinite(value)
    ? 'U'
    : value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 3 });

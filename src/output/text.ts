/** The report for a person at a terminal: what is wrong, what is fine, what could not be told. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../contract.ts';
import type { OutputWords } from '../language/output.en.ts';
import { outputWords } from '../language/output.ts';
import type { Report, ReportCheck, ReportFinding } from '../report/model.ts';
import { spokenCode } from '../report/spoken/verdict.ts';
import { guidance } from './guidance.ts';
import { type Branch, branches, remarks } from './order.ts';
import { oneLine } from './untrusted.ts';
import { wrap } from './wrap.ts';

export interface TextOptions {
  readonly width?: number;
  readonly colour?: boolean;
  readonly verbose?: boolean;
  /** Modules whose advice is shown; that of all where the output is verbose. */
  readonly adviceOf?: readonly string[];
  /** For terminals that show nothing but ASCII symbols. */
  readonly ascii?: boolean;
}

const SYMBOLS = {
  unicode: { critical: '✖', warning: '▲', info: '•', fine: '✔', untold: '?', skipped: '–' },
  ascii: { critical: 'X', warning: '!', info: '*', fine: '+', untold: '?', skipped: '-' },
} as const;

const COLOURS = { critical: 'red', warning: 'yellow', info: 'blue' } as const;

interface Style {
  readonly width: number;
  readonly verbose: boolean;
  readonly chalk: ChalkInstance;
  readonly symbols: (typeof SYMBOLS)[keyof typeof SYMBOLS];
  readonly words: OutputWords;
}

export const toText = (report: Report, options: TextOptions = {}): string => {
  const style: Style = {
    width: options.width ?? 80,
    verbose: options.verbose === true,
    chalk: new Chalk({ level: options.colour === true ? 1 : 0 }),
    symbols: options.ascii === true ? SYMBOLS.ascii : SYMBOLS.unicode,
    words: outputWords(report.language),
  };
  const { words } = style;
  const trees = branches(report);
  const leftOut = new Set(report.checks.flatMap((check) => check.leftOut ?? [])).size;
  const piles = [
    report.interrupted === true ? wrap(words.interrupted, style.width) : [],
    pile(
      words.wrong,
      trees.flatMap((branch) => [...tree(branch, style), '']),
      style,
    ),
    style.verbose
      ? pile(
          words.remarks,
          remarks(report).flatMap((found) => [...whole(found, style), '']),
          style,
        )
      : [],
    pile(
      words.fine,
      report.checks.flatMap((check) => calm(check, style)),
      style,
    ),
    pile(
      words.untold,
      report.checks.flatMap((check) => untold(check, style)),
      style,
    ),
    style.verbose
      ? pile(
          words.details,
          report.checks.flatMap((check) => measured(check, style)),
          style,
        )
      : [],
    pile(
      words.guidance,
      report.checks.flatMap((check) =>
        style.verbose || options.adviceOf?.includes(check.id) ? guidance(check, style.width) : [],
      ),
      style,
    ),
    leftOut === 0 ? [] : wrap(words.leftOut(leftOut), style.width),
    trees[0] === undefined
      ? wrap(verdict(report, words), style.width)
      : [
          ...wrap(words.more(trees[0].finding.code), style.width),
          ...wrap(words.spoken(spokenCode(report)), style.width),
        ],
  ];
  return `${piles
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n').trimEnd())
    .join('\n\n')}\n`;
};

const verdict = ({ status }: Report, words: OutputWords): string =>
  status === 'ok' ? words.nothingWrong : words.nothingSeen;

const pile = (heading: string, lines: readonly string[], { chalk }: Style): readonly string[] =>
  lines.length === 0 ? [] : [chalk.bold(heading), '', ...lines];

const tree = ({ finding, explains }: Branch, style: Style): readonly string[] => [
  ...whole(finding, style),
  ...(explains.length === 0
    ? []
    : [`  ${style.words.explains}:`, ...explains.flatMap((branch) => beneath(branch, '    ', style))]),
];

/** A consequence: told, so that it is seen to be understood; what to do stands at its cause. */
const beneath = ({ finding, explains }: Branch, indent: string, style: Style): readonly string[] => [
  ...titled(finding, style, indent),
  ...(style.verbose ? parts(finding, style, `${indent}  `) : []),
  // Deeper than this there is no room in a narrow terminal.
  ...explains.flatMap((branch) => beneath(branch, indent.length < 8 ? `${indent}  ` : indent, style)),
];

const whole = (finding: ReportFinding, style: Style): readonly string[] => [
  ...titled(finding, style),
  ...parts(finding, style, '  '),
];

const titled = (
  finding: ReportFinding,
  { chalk, symbols, words, width }: Style,
  indent = '',
): readonly string[] => {
  const mark = `${symbols[finding.severity]} ${words.severities[finding.severity]}`;
  const [first = '', ...rest] = wrap(
    short(oneLine(finding.title)),
    width,
    `${indent}  `,
    `${indent}${mark}  `,
  );
  return [first.replace(mark, () => coloured(chalk, finding.severity, mark)), ...rest];
};

/** A name of the machine may be of any length; a title that fills the screen hides the others. */
const MAX_TITLE = 500;

const short = (title: string): string => (title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)}…` : title);

const coloured = (chalk: ChalkInstance, severity: Severity, text: string): string =>
  chalk.bold[COLOURS[severity]](text);

const parts = (finding: ReportFinding, style: Style, indent: string): readonly string[] => {
  const { words, width, chalk } = style;
  const part = (name: string, text: string): readonly string[] =>
    text === '' ? [] : wrap(text, width, `${indent}  `, `${indent}${name}: `);
  return [
    ...part(words.why, finding.why),
    ...part(words.next, finding.next),
    ...part(words.seenIn, `${evidenceOf(finding, style)} (${finding.code})`).map((line) => chalk.dim(line)),
  ];
};

/** More than these help nobody who does not ask for all. */
const MAX_EVIDENCE = 4;

const evidenceOf = ({ evidence }: ReportFinding, { verbose }: Style): string =>
  verbose || evidence.length <= MAX_EVIDENCE
    ? evidence.join(', ')
    : [...evidence.slice(0, MAX_EVIDENCE - 1), `+${evidence.length - MAX_EVIDENCE + 1}`].join(', ');

const calm = (check: ReportCheck, { symbols, words, chalk, width }: Style): readonly string[] => {
  const line = (mark: string, text: string) =>
    wrap(`${oneLine(check.name)}: ${oneLine(text)}`, width, '  ', `${mark} `);
  if (check.status === 'skipped') return line(symbols.skipped, words.notHere(check.skipped ?? ''));
  if (check.status !== 'ok') return [];
  const [first = '', ...rest] = line(symbols.fine, check.fine ?? '');
  return [first.replace(symbols.fine, () => chalk.green(symbols.fine)), ...rest];
};

const untold = (check: ReportCheck, { symbols, words, width }: Style): readonly string[] => {
  if (check.unknown.length === 0) return [];
  const remedies = [...new Set(check.unknown.map(({ remedy }) => remedy))];
  return [
    ...wrap(oneLine(check.name), width, '  ', `${symbols.untold} `),
    ...remedies.flatMap((remedy) => [
      ...check.unknown
        .filter((entry) => entry.remedy === remedy)
        .flatMap(({ source, why }) => wrap(`${oneLine(source)}: ${oneLine(why)}`, width, '    ', '  ')),
      ...wrap(remedy, width, '      ', `    ${words.remedy}: `),
    ]),
  ];
};

const measured = (check: ReportCheck, { words, width }: Style): readonly string[] => [
  ...wrap(`${oneLine(check.name)}: ${words.took((check.durationMs / 1000).toFixed(1))}`, width, '  '),
  ...check.metrics.flatMap(({ name, value, unit }) =>
    wrap(`${oneLine(name)} = ${value}${unit === '' ? '' : `\u00a0${unit}`}`, width, '    ', '  '),
  ),
];

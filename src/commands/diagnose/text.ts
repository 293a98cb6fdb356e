/** The end of a diagnosis, for a person to read. */
import type { AnyCheck, Language } from '../../contract.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { outputWords } from '../../language/output.ts';
import { guidance } from '../../output/guidance.ts';
import { branches } from '../../output/order.ts';
import { heading } from '../../output/style.ts';
import { typed } from '../../output/typed.ts';
import { oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { Report, ReportAdvice } from '../../report/model.ts';
import { spokenCode } from '../../report/spoken/verdict.ts';
import type { Screen } from '../terminal.ts';
import type { Conclusion, Diagnosed, Next, ShownFix } from './told.ts';

export interface TextInput {
  readonly diagnosed: Diagnosed;
  /** What is advised for this computer, where the walk was about it. */
  readonly advice: readonly ReportAdvice[];
  readonly report: Report;
  readonly checks: readonly AnyCheck[];
  readonly language: Language;
  readonly screen: Screen;
  /** How much of what is believed the conclusion has, 0 to 1, where there are figures. */
  readonly share?: number | undefined;
}

export const toText = (input: TextInput): string => {
  const { diagnosed, language, screen, report } = input;
  const { conclusion, next } = diagnosed;
  const words = diagnoseWords(language);
  const pile = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [heading(title, screen.colour), '', ...lines, ''];
  const headings: Readonly<Record<Conclusion['outcome'], string>> = {
    cause: words.cause,
    solved: words.solved,
    fine: words.fine,
    unexplained: words.unexplained,
    unfinished: words.soFar,
  };
  return `${[
    ...(report.interrupted === true ? [...wrap(outputWords(language).interrupted, screen.width), ''] : []),
    ...pile(headings[conclusion.outcome], concluded(input)),
    ...pile(
      words.brokeAfter,
      (diagnosed.changes ?? []).flatMap(({ text }) => wrap(oneLine(text), screen.width, '    ', '  - ')),
    ),
    ...pile(words.alsoOpen, also(input)),
    ...pile(
      words.tried,
      diagnosed.tried.flatMap(({ step, result }) =>
        wrap(
          `${oneLine(step)}${/[?.!]$/.test(step) ? '' : ':'} ${oneLine(result)}`,
          screen.width,
          '    ',
          '  - ',
        ),
      ),
    ),
    ...pile(outputWords(language).untold, untold(input)),
    ...pile(outputWords(language).guidance, guided(input)),
    ...(next === undefined
      ? []
      : pile(
          next.kind === 'question' ? words.nextQuestion : words.nextStep,
          asked(next, diagnosed.complaint, input),
        )),
    ...pile(words.onward, [
      ...(conclusion.outcome === 'solved' || conclusion.outcome === 'cause'
        ? wrap(words.watchFor(`techsupport check ${diagnosed.module}`), screen.width, '    ', '  ')
        : []),
      ...wrap(`techsupport report: ${words.makeReport}`, screen.width, '    ', '  '),
      ...wrap(`techsupport ticket create: ${words.makeTicket}`, screen.width, '    ', '  '),
      ...(report.status === 'ok'
        ? []
        : wrap(outputWords(language).spoken(spokenCode(report)), screen.width, '    ', '  ')),
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`;
};

const concluded = ({ diagnosed, report, checks, language, screen, share }: TextInput): readonly string[] => {
  const { finding: code, said, outcome } = diagnosed.conclusion;
  const words = diagnoseWords(language);
  const { severities, why, next, nothingWrong, nothingSeen } = outputWords(language);
  const text = (content: string, head = '') => wrap(content, screen.width, '    ', `  ${head}`);
  const finding = report.checks.flatMap(({ findings }) => findings).find((one) => one.code === code);
  const own = said === undefined ? [] : text(said);
  if (finding !== undefined) {
    return [
      ...text(`${severities[finding.severity]}: ${oneLine(finding.title)}`),
      ...text(oneLine(finding.why), `${why}: `),
      ...text(oneLine(finding.next), `${next}: `),
      ...(outcome === 'unfinished' ? [] : own),
      ...(outcome === 'cause' ? text(words.certainMeasured) : []),
    ];
  }
  if (code !== undefined && outcome === 'cause') {
    const name = checks.flatMap(({ messages }) => messages[language].findings[code]?.name ?? [])[0];
    const certainty =
      share === undefined ? words.toldByYou : words.certainTold(`${Math.round(share * 100)}\u00a0%`);
    return [...text(`${name ?? code} (${code})`), ...own, ...text(certainty)];
  }
  if (own.length > 0) return own;
  return text(report.status === 'ok' ? nothingWrong : nothingSeen);
};

/** Other root causes: one trouble seldom comes alone. */
const also = ({ diagnosed, report, language, screen }: TextInput): readonly string[] =>
  branches(report)
    .filter(({ finding }) => finding.code !== diagnosed.conclusion.finding)
    .flatMap(({ finding: { severity, title, code } }) => {
      const mark = outputWords(language).severities[severity];
      return wrap(`${mark}: ${oneLine(title)} (${code})`, screen.width, '    ', '  ');
    });

const untold = ({ report, screen }: TextInput): readonly string[] =>
  report.checks.flatMap(({ name, unknown }) =>
    unknown.flatMap(({ source, why, remedy }) =>
      wrap(
        `${oneLine(name)}, ${oneLine(source)}: ${oneLine(why)}. ${oneLine(remedy)}`,
        screen.width,
        '    ',
        '  - ',
      ),
    ),
  );

/** What the complaint was about, whichever way the walk ended; not what stands at the next step already. */
const guided = ({ diagnosed: { next }, advice, screen }: TextInput): readonly string[] => {
  const shown = (next?.advice ?? []).map(({ id }) => id);
  const rest = advice.filter(({ id }) => !shown.includes(id));
  return guidance({ advice: rest }, screen.width, '  ').slice(0, -1);
};

const asked = (next: Next, complaint: string, { language, screen }: TextInput): readonly string[] => {
  const words = diagnoseWords(language);
  const [first = ''] = Object.keys(next.answers);
  return [
    ...wrap(`${next.id}: ${next.text}`, screen.width, '    ', '  '),
    ...howLines(next, language, screen),
    ...Object.entries(next.answers).flatMap(([id, name]) =>
      wrap(`${id}: ${name}`, screen.width, '        ', '    '),
    ),
    ...wrap(words.answerWith(complaint, `${next.id}: ${first}`), screen.width, '  ', '  '),
  ];
};

/** How it is done: the advice that the tree names here, and the commands of a step. */
export const howLines = (
  how: { readonly advice?: readonly ReportAdvice[]; readonly fixes?: readonly ShownFix[] },
  language: Language,
  screen: Screen,
): readonly string[] => [
  ...guidance(how, screen.width, '    '),
  ...fixLines(how.fixes ?? [], language, screen),
];

/** What can be done, each with the commands as they would be typed. */
const fixLines = (fixes: readonly ShownFix[], language: Language, { width }: Screen): readonly string[] =>
  fixes.flatMap(({ title, commands, needs }) => {
    const rights = needs === 'root' ? ` (${diagnoseWords(language).needsRoot})` : '';
    return [
      ...wrap(`${title}${rights}`, width, '      ', '    - '),
      // Commands are not wrapped: they are there to be copied.
      ...commands.map((argv) => `        ${oneLine(typed(argv))}`),
    ];
  });

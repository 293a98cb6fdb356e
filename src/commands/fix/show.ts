/** A plan for a person to read before agreeing to it: exactly what will run, and everything it costs. */
import type { Language, Os } from '../../contract.ts';
import { isReversible, type Plan } from '../../fix/plan.ts';
import { type RightsHere, withRights } from '../../fix/rights.ts';
import type { FixWords } from '../../language/fix.en.ts';
import { fixWords } from '../../language/fix.ts';
import { typed } from '../../output/typed.ts';
import { oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { Screen } from '../terminal.ts';
import type { Candidate } from './candidates.ts';

export interface ShowOptions {
  readonly language: Language;
  readonly screen: Screen;
  readonly rights: RightsHere;
}

export const planLines = (
  { plan, title, finding, noUndo }: Candidate,
  { language, screen, rights }: ShowOptions,
): readonly string[] => {
  const words = fixWords(language);
  const text = (content: string): readonly string[] => wrap(content, screen.width, '    ', '  ');
  const head = {
    run: words.wouldRun,
    person: words.byHand,
    example: words.onlyShown,
  }[plan.way];
  return [
    ...wrap(oneLine(title), screen.width),
    ...text(words.ends(oneLine(finding.title))),
    ...text(`${head}${plan.way === 'person' ? `: ${oneLine(finding.next)}` : ':'}`),
    ...commandLines(plan.steps, plan, rights),
    ...(plan.way === 'example' && plan.unfilled !== undefined
      ? text(words.unfilled(oneLine(plan.unfilled.name), plan.unfilled.why))
      : []),
    ...(plan.way === 'run' ? [`${words.rights}: ${rightsText(plan, rights, words)}`].flatMap(text) : []),
    ...text(`${words.takes}: ${costText(plan, words)}`),
    ...(plan.way === 'run' ? text(`${words.riskTitle}: ${words.riskWords[plan.risk]}`) : []),
    ...backLines(plan, noUndo, words, text, rights.os),
  ];
};

/** Not wrapped: they are there to be copied. What gets other rights is shown with how it gets them. */
export const commandLines = (
  steps: readonly (readonly string[])[],
  { needs }: Pick<Plan, 'needs'>,
  rights: RightsHere,
): readonly string[] =>
  steps.map((argv) => {
    const way = withRights(argv, needs, rights);
    return `      ${oneLine(typed(way.kind === 'none' ? argv : way.argv, rights.os))}`;
  });

const rightsText = ({ needs }: Plan, here: RightsHere, words: FixWords): string => {
  const way = withRights(['true'], needs, here);
  if (way.kind === 'none') return words.noRights.replace(/:$/, '');
  if (way.kind === 'through') return `${words.through(way.tool)}${way.asks ? `; ${words.mayAsk}` : ''}`;
  return needs === 'root' ? words.asAdmin : words.asYou;
};

const costText = ({ cost }: Plan, words: FixWords): string => {
  if (cost === undefined) return words.timeUnknown;
  const { seconds, opening, away } = cost;
  return [
    seconds < 90 ? words.seconds(seconds) : words.minutes(Math.round(seconds / 60)),
    ...(opening === undefined ? [] : [words.openings[opening]]),
    ...(away === true ? [words.away] : []),
  ].join(', ');
};

const backLines = (
  plan: Plan,
  noUndo: string | undefined,
  words: FixWords,
  text: (content: string) => readonly string[],
  os: Os,
): readonly string[] => {
  if (plan.steps.length === 0) return [];
  if (!isReversible(plan)) return text(noUndo === undefined ? words.noBack : `${words.noBack}: ${noUndo}`);
  return [
    ...text(`${words.back}:`),
    ...plan.undo.filter((argv) => argv.length > 0).map((argv) => `      ${oneLine(typed(argv, os))}`),
  ];
};

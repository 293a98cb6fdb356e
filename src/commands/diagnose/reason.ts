/** Why this step and no other: one line, and the figures behind it. */
import type { AnyCheck, Language } from '../../contract.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import type { Report } from '../../report/model.ts';
import { OTHER } from '../../tree/odds.ts';
import type { Chosen, WalkState } from '../../tree/state.ts';

export interface ReasonInput {
  readonly check: AnyCheck;
  readonly checks: readonly AnyCheck[];
  readonly state: WalkState;
  readonly report: Report;
  readonly language: Language;
}

export const reasonOf = (input: ReasonInput): string | undefined => {
  const { check, state, report, language } = input;
  const { wanted, at } = state;
  const words = diagnoseWords(language);
  if (wanted.kind !== 'ask' && wanted.kind !== 'do') return undefined;
  const likeliest = wanted.chosen === undefined ? undefined : first(wanted.chosen);
  if (likeliest !== undefined && wanted.chosen !== undefined) {
    const seconds = wanted.chosen.options[0]?.expectedSeconds ?? 0;
    return words.becauseLikely(nameOf(likeliest.code, input), percent(likeliest.share), words.time(seconds));
  }
  if (wanted.kind === 'do') {
    const codes = check.fixes.filter(({ id }) => wanted.fixes.includes(id)).flatMap((fix) => fix.for);
    const open = report.checks
      .flatMap(({ findings }) => findings)
      .find(({ code, causedBy }) => codes.includes(code) && causedBy === undefined);
    return open === undefined ? undefined : words.becauseOpen(open.title);
  }
  return state.verifying !== undefined || check.tree?.nodes[at]?.kind === 'do'
    ? words.becauseOnlyYouSee
    : words.becauseOnlyYouKnow;
};

/** A line for each of what is believed, and for what each step would have cost. */
export const figuresOf = (input: ReasonInput): readonly string[] => {
  const { wanted } = input.state;
  const words = diagnoseWords(input.language);
  const chosen = wanted.kind === 'ask' || wanted.kind === 'do' ? wanted.chosen : undefined;
  if (chosen === undefined) return [words.authorsOrder];
  const shares = Object.entries(chosen.shares)
    .filter(([, share]) => share >= 0.01)
    .sort(([, a], [, b]) => b - a)
    .map(([code, share]) => `${percent(share)} ${nameOf(code, input)}`);
  const options = chosen.options.map(({ id, expectedSeconds }) =>
    words.wouldCost(id === 'ticket' ? words.theTicket : stepName(id, input), words.time(expectedSeconds)),
  );
  return [
    words.believed,
    ...shares.map((line) => `  ${line}`),
    words.options,
    ...options.map((line) => `  ${line}`),
  ];
};

const first = ({ shares }: Chosen): { readonly code: string; readonly share: number } | undefined =>
  Object.entries(shares)
    .filter(([code]) => code !== OTHER)
    .map(([code, share]) => ({ code, share }))
    .sort((a, b) => b.share - a.share)[0];

const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

const nameOf = (code: string, { checks, language }: ReasonInput): string =>
  code === OTHER
    ? diagnoseWords(language).somethingElse
    : (checks.flatMap(({ messages }) => messages[language].findings[code]?.name ?? [])[0] ?? code);

const stepName = (id: string, { check, language }: ReasonInput): string => {
  const node = check.tree?.nodes[id];
  const { nodes, questions } = check.messages[language];
  return (node?.kind === 'ask' ? questions[node.question]?.text : nodes[id]) ?? id;
};

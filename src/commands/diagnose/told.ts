/** A walk in words: what was concluded, what was tried, what is next. Plain data that every form is made from. */
import type { AnyCheck, ChangeKind, Fix, Language, Os } from '../../contract.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import type { Report, ReportAdvice, ReportFinding } from '../../report/model.ts';
import type { Outcome, Step, WalkState } from '../../tree/state.ts';
import { rootCause, viewOf } from '../../tree/view.ts';
import { UNSURE } from '../../tree/walk.ts';
import { changesBefore } from '../changes/say.ts';
import type { Case } from './case.ts';
import type { Talked } from './talk.ts';

export interface Conclusion {
  readonly outcome: Outcome | 'unfinished';
  readonly node: string;
  readonly finding?: string;
  /** What the tree says at its end, in words. */
  readonly said?: string;
}

export interface Tried {
  readonly step: string;
  readonly result: string;
}

export interface ShownFix {
  readonly id: string;
  readonly title: string;
  readonly needs: Fix['needs'];
  readonly commands: readonly (readonly string[])[];
}

export type Next =
  | {
      readonly kind: 'question';
      readonly id: string;
      readonly text: string;
      /** How what is asked about is done here, where the tree names it. */
      readonly advice?: readonly ReportAdvice[];
      readonly answers: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'step';
      readonly id: string;
      readonly text: string;
      readonly fixes: readonly ShownFix[];
      /** How it is done here, where the tree names it. */
      readonly advice?: readonly ReportAdvice[];
      readonly answers: Readonly<Record<string, string>>;
    };

/** What `--format json` adds to the report. */
export interface Diagnosed {
  /** The complaint, or the module where none was named. */
  readonly complaint: string;
  /** The module whose tree was walked. */
  readonly module: string;
  readonly conclusion: Conclusion;
  readonly path: readonly Step[];
  readonly tried: readonly Tried[];
  /** What changed between the last time that it worked and the first time that it did not, likeliest first. */
  readonly changes?: readonly { readonly kind: ChangeKind; readonly text: string }[];
  readonly next?: Next;
}

export const diagnosed = (
  { id, check, checks }: Case,
  { state, examination: { report, recording }, past }: Pick<Talked, 'state' | 'examination' | 'past'>,
  language: Language,
): Diagnosed => {
  const next = nextOf(check, state, report, language, recording.os);
  const conclusion = conclusionOf(check, state, language);
  const changes =
    past === undefined || conclusion.finding === undefined
      ? []
      : changesBefore([conclusion.finding], past.stories(), {
          language,
          nowMs: Date.parse(report.startedAt),
        });
  return {
    complaint: id,
    module: check.id,
    conclusion,
    path: state.journal,
    tried: triedIn(state.journal, check, checks, language),
    ...(changes.length > 0 && { changes: changes.map(({ kind, text }) => ({ kind, text })) }),
    ...(next !== undefined && { next }),
  };
};

const conclusionOf = (
  { messages }: AnyCheck,
  { wanted, at, measurement }: WalkState,
  language: Language,
): Conclusion => {
  if (wanted.kind !== 'concluded') {
    const finding = measurement && rootCause(measurement);
    return { outcome: 'unfinished', node: at, ...(finding !== undefined && { finding }) };
  }
  const { outcome, finding } = wanted;
  const said = messages[language].nodes[at];
  return {
    outcome,
    node: at,
    ...(finding !== undefined && { finding }),
    ...(said !== undefined && { said }),
  };
};

export const triedIn = (
  journal: readonly Step[],
  check: AnyCheck,
  checks: readonly AnyCheck[],
  language: Language,
): readonly Tried[] => {
  const words = diagnoseWords(language);
  const { nodes, questions } = check.messages[language];
  const nameOf = (code: string): string =>
    checks.flatMap(({ messages }) => messages[language].findings[code]?.name ?? [])[0] ?? code;
  return journal.flatMap((step): readonly Tried[] => {
    switch (step.kind) {
      case 'measured': {
        const names = step.open.map(nameOf);
        const nothing = step.blind === true ? words.stands.unknown : words.nothingOpen;
        return [{ step: words.measured, result: names.length > 0 ? names.join('; ') : nothing }];
      }
      case 'asked': {
        if (step.by === 'earlier') return [];
        const { text = step.question, answers = {} } = questions[step.question] ?? {};
        const answer = answers[step.answer] ?? (step.answer === UNSURE ? words.keyNames.unsure : step.answer);
        return [
          { step: text, result: step.by === 'measurement' ? `${answer} (${words.byMeasuring})` : answer },
        ];
      }
      case 'did':
        return [
          {
            step: nodes[step.node] ?? step.node,
            result:
              step.ran === undefined
                ? words.effects[step.effect]
                : words.ranIt(
                    check.messages[language].fixes[step.ran]?.title ?? step.ran,
                    words.effects[step.effect],
                  ),
          },
        ];
      default:
        return [];
    }
  });
};

export const nextOf = (
  check: AnyCheck,
  state: WalkState,
  report: Report,
  language: Language,
  os: Os,
): Next | undefined => {
  const { questions, nodes } = check.messages[language];
  const { wanted, at } = state;
  const advice = adviceFor(check, state, report);
  if (wanted.kind === 'ask') {
    const { text = wanted.question, answers = {} } = questions[wanted.question] ?? {};
    return {
      kind: 'question',
      id: wanted.question,
      text,
      ...(advice.length > 0 && { advice }),
      answers: Object.fromEntries(wanted.answers.map((id) => [id, answers[id] ?? id])),
    };
  }
  if (wanted.kind !== 'do') return undefined;
  const words = diagnoseWords(language);
  return {
    kind: 'step',
    id: at,
    text: nodes[at] ?? at,
    fixes: fixesFor(check, wanted.fixes, report, language, os),
    ...(advice.length > 0 && { advice }),
    answers: { done: words.done, cannot: words.cannot },
  };
};

/** What the check advises for this computer; nothing where the walk is about another one. */
export const adviceHere = (
  { id, tree }: AnyCheck,
  { measurement, answers }: WalkState,
  { checks }: Report,
): readonly ReportAdvice[] => {
  const fits =
    measurement === undefined ||
    tree?.adviceFits === undefined ||
    tree.adviceFits(viewOf(measurement, answers));
  return fits ? (checks.find((one) => one.id === id)?.advice ?? []) : [];
};

const adviceFor = (check: AnyCheck, state: WalkState, report: Report): readonly ReportAdvice[] => {
  const node = check.tree?.nodes[state.at];
  const wanted = node?.kind === 'do' || node?.kind === 'ask' ? (node.advice ?? []) : [];
  const given = adviceHere(check, state, report);
  return wanted.flatMap((name) => given.filter((advice) => advice.id === name));
};

/** Those for this system and for what is open, with what the finding names put into their commands. */
const fixesFor = (
  check: AnyCheck,
  ids: readonly string[],
  { checks }: Report,
  language: Language,
  os: Os,
): readonly ShownFix[] => {
  const open = checks.flatMap(({ findings }) => findings);
  return ids.flatMap((id) => {
    const fix = check.fixes.find((one) => one.id === id);
    const finding = fix && open.find(({ code }) => fix.for.includes(code));
    if (fix === undefined || finding === undefined || !fix.os.includes(os)) return [];
    const { title = id } = check.messages[language].fixes[id] ?? {};
    const commands = fix.steps.map((argv) => argv.map((word) => filled(word, finding)));
    return [{ id, title, needs: fix.needs, commands }];
  });
};

/** `{adapter}` becomes what the finding calls so. */
const filled = (word: string, { params }: ReportFinding): string =>
  word.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : placeholder;
  });

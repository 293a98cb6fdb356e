/** What is asked next, whole: the words, how it is done here, why, and what is told on demand. */
import type { Language, Os } from '../../contract.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Report } from '../../report/model.ts';
import type { WalkState } from '../../tree/state.ts';
import { UNSURE } from '../../tree/walk.ts';
import type { Case } from './case.ts';
import type { Asked } from './partner.ts';
import { figuresOf, reasonOf } from './reason.ts';
import { runnable } from './repair.ts';
import { nextOf } from './told.ts';

/** What the answer begins with that has a fix run. */
export const RUN = 'run:';

export const askedOf = (
  { check, checks }: Case,
  state: WalkState,
  report: Report,
  language: Language,
  os: Os,
  can: { readonly back: boolean; readonly run: boolean },
): Asked | undefined => {
  const next = nextOf(check, state, report, language, os);
  if (next === undefined) return undefined;
  const input = { check, checks, state, report, language };
  const reason = reasonOf(input);
  const { wanted } = state;
  const running =
    wanted.kind === 'do' && can.run
      ? runnable(check, wanted.fixes, report, language, os).map(({ plan, title }) => ({
          id: `${RUN}${plan.fix}`,
          name: diagnoseWords(language).runIt(title),
        }))
      : [];
  return {
    kind: next.kind,
    id: next.id,
    text: next.text,
    ...(reason !== undefined && { reason }),
    advice: next.advice ?? [],
    fixes: next.kind === 'step' ? next.fixes : [],
    answers: [...running, ...Object.entries(next.answers).map(([id, name]) => ({ id, name }))],
    details: [...openNow(report, language), ...figuresOf(input)],
    figures: figuresOf(input),
    canGoBack: can.back,
    canBeUnsure: next.kind === 'question' && !Object.hasOwn(next.answers, UNSURE),
  };
};

/** What was found so far, with why it matters. */
const openNow = ({ checks }: Report, language: Language): readonly string[] => {
  const words = diagnoseWords(language);
  const open = checks.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info'));
  const blind = checks.flatMap(({ unknown }) =>
    unknown.map(({ source, why }) => oneLine(`${source}: ${why}`)),
  );
  return [
    ...(open.length === 0
      ? [words.nothingFound]
      : [words.foundSoFar, ...open.map(({ title, why, code }) => oneLine(`${title}. ${why} (${code})`))]),
    ...(blind.length === 0 ? [] : [words.notSeen, ...blind]),
  ];
};

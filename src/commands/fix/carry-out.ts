/** Runs one candidate on this computer: asks the person who is there, and looks afresh at what it has to do with. */
import type { Outcome, Question } from '../../fix/run.ts';
import { runPlan } from '../../fix/run.ts';
import { fixWords } from '../../language/fix.ts';
import type { Report } from '../../report/model.ts';
import type { Candidate } from './candidates.ts';
import { actHere } from './here.ts';
import { lookOf, modulesAround, situationNow } from './look.ts';
import type { Round } from './repair.ts';
import { confirm, measureIn, tellIn } from './session.ts';
import { guardText } from './tell.ts';

export interface CarriedOut {
  readonly outcome: Outcome;
  /** The machine as it was seen last. */
  readonly report: Report;
}

export const carryOut = async (candidate: Candidate, round: Round): Promise<CarriedOut> => {
  const { person, interrupt, rights } = round;
  let { report } = round;
  const outcome = await runPlan(
    candidate.plan,
    {
      ...(person !== undefined && { ask: (question: Question) => asked(question, round) }),
      tell: tellIn(round),
      act: actHere,
      look: async () => {
        report = await lookAgain(candidate, round);
        return lookOf(report);
      },
      rights,
      situation: await situationNow(report, interrupt.signal),
      signal: interrupt.signal,
    },
    { title: candidate.title, before: lookOf(report) },
  );
  return { outcome, report };
};

/** The modules that can tell whether the finding is still there, over what is known of the others. */
export const lookAgain = async ({ plan }: Candidate, round: Round): Promise<Report> => {
  const modules = modulesAround([plan.target.code], round.all).filter((id) =>
    round.wanted.modules.includes(id),
  );
  const fresh = await measureIn(
    round.all.filter(({ id }) => modules.includes(id)),
    round,
  );
  const checks = round.report.checks.map((old) => fresh.checks.find(({ id }) => id === old.id) ?? old);
  return { ...round.report, checks };
};

const asked = async (question: Question, round: Round): Promise<boolean | undefined> => {
  const words = fixWords(round.language);
  if (question.kind === 'consent') return confirm(round, words.agree);
  const { guard } = question;
  return confirm(round, `${guardText(guard, round.language)} ${words.guards[guard.id].ask}`);
};

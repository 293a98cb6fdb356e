/** A step that the tool can do itself: what would run is shown, agreed to, run, and kept in the journal of fixes. */
import { loadCheck } from '../../../checks/index.ts';
import type { Config } from '../../config/load.ts';
import type { AnyCheck, Language, Os } from '../../contract.ts';
import { local } from '../../host/local.ts';
import type { Report } from '../../report/model.ts';
import type { Interrupt } from '../check/interrupt.ts';
import { type Candidate, candidatesIn } from '../fix/candidates.ts';
import type { Session } from '../fix/session.ts';
import { screenOf } from '../terminal.ts';
import type { Partner } from './partner.ts';

/** Of the fixes of a step those that can run here as they stand. */
export const runnable = (
  check: AnyCheck,
  fixes: readonly string[],
  report: Report,
  language: Language,
  os: Os,
): readonly Candidate[] =>
  candidatesIn(report, [check], { language, os }).filter(
    ({ plan }, at, all) =>
      plan.way === 'run' &&
      fixes.includes(plan.fix) &&
      all.findIndex((one) => one.plan.fix === plan.fix) === at,
  );

export interface RepairOptions {
  readonly partner: Partner;
  readonly language: Language;
  readonly config: Config;
  readonly interrupt: Interrupt;
  readonly seconds: number | undefined;
}

/** Whether it was run; what became of it was told. */
export const repair = async (
  candidate: Candidate,
  report: Report,
  { partner, language, config, interrupt, seconds }: RepairOptions,
): Promise<boolean> => {
  const [{ carryOut }, { planLines }, { outcomeLines }, { allChecks }] = await Promise.all([
    import('../fix/carry-out.ts'),
    import('../fix/show.ts'),
    import('../fix/tell.ts'),
    import('../fix/look.ts'),
  ]);
  const say = async (lines: readonly string[]) => {
    for (const text of lines) await partner.tell({ kind: 'note', text });
  };
  const session = await sessionOf({ partner, language, config, interrupt, seconds });
  await say(planLines(candidate, session));
  const { outcome } = await carryOut(candidate, {
    ...session,
    report,
    all: await allChecks(),
    wanted: { modules: report.checks.map(({ id }) => id) },
  });
  await say(outcomeLines(outcome, language));
  return outcome.kind === 'ran';
};

/** What earlier runs left half done, and protections that are paused still; the person is asked whether they stay so. */
export const remindOf = async (options: RepairOptions): Promise<void> => {
  const [{ allDone, measureIn }, { remind, unfinishedLines }] = await Promise.all([
    import('../fix/session.ts'),
    import('../fix/notices.ts'),
  ]);
  for (const text of await unfinishedLines(options.language)) {
    await options.partner.tell({ kind: 'note', text });
  }
  const modules = (await allDone()).flatMap(({ reminder }) => reminder ?? []);
  if (modules.length === 0) return;
  const session = await sessionOf(options);
  const checks = await Promise.all([...new Set(modules)].map(loadCheck));
  await remind(session, await measureIn(checks, session));
};

const sessionOf = async ({
  partner,
  language,
  config,
  interrupt,
  seconds,
}: RepairOptions): Promise<Session> => ({
  ...{ language, config, interrupt, seconds },
  person: partner,
  os: local().os,
  // A program at the other end of a pipe types no password.
  rights: await (await import('../fix/here.ts')).rightsHere(process.stdin.isTTY === true),
  screen: screenOf(process.stderr, process.env),
  isJson: false,
  mayRun: false,
});

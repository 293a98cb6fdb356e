/** What only hands do: it is shown, and the machine is watched until it sees that it was done. */
import { appeared, effectOn } from '../../fix/effect.ts';
import { rememberPause } from '../../fix/pause.ts';
import { fixWords } from '../../language/fix.ts';
import type { Report } from '../../report/model.ts';
import { printError } from '../print.ts';
import type { Candidate } from './candidates.ts';
import { type CarriedOut, lookAgain } from './carry-out.ts';
import { lookOf } from './look.ts';
import type { Round } from './repair.ts';
import { stopKey } from './stop-key.ts';

const PAUSE_MS = 3000;
/** Nobody stands before a router longer than this without an answer. */
const PATIENCE_MS = 5 * 60_000;

export const byHand = async (candidate: Candidate, round: Round): Promise<CarriedOut> => {
  const words = fixWords(round.language);
  // Before it is paused: the program may be killed while the protection is off.
  await rememberPause(candidate.plan, candidate.title);
  await printError(words.waiting);
  const before = lookOf(round.report);
  const key = stopKey(round.interrupt.signal);
  const until = performance.now() + PATIENCE_MS;
  let report: Report = round.report;
  try {
    do {
      await key.pause(PAUSE_MS);
      report = await lookAgain(candidate, { ...round, isQuiet: true });
      if (effectOn(candidate.plan.target, before, lookOf(report)) === 'gone') break;
    } while (!key.isPressed() && performance.now() < until && !round.interrupt.signal.aborted);
  } finally {
    key.forget();
  }
  const seen = lookOf(report);
  return {
    report,
    outcome: {
      kind: 'seen',
      effect: effectOn(candidate.plan.target, before, seen),
      appeared: appeared(before, seen),
    },
  };
};

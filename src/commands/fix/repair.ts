/** `fix`: measures, offers what can be done, and does what was agreed to. */
import { checkIds } from '../../../checks/index.ts';
import { EXIT } from '../../exit.ts';
import { fixWords } from '../../language/fix.ts';
import { forJson, oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { Report } from '../../report/model.ts';
import { print, printError } from '../print.ts';
import { byHand } from './by-hand.ts';
import { type Candidate, candidatesIn, findingsFor } from './candidates.ts';
import { carryOut } from './carry-out.ts';
import { outcomeJson, planJson } from './json.ts';
import { allChecks } from './look.ts';
import { remind, tellUnfinished } from './notices.ts';
import { measureIn, type Session } from './session.ts';
import { planLines } from './show.ts';
import { outcomeLines, statusOf } from './tell.ts';
import { type Wanted, wantedFrom } from './wanted.ts';

export const repair = async (
  target: string | undefined,
  isDry: boolean,
  session: Session,
): Promise<number> => {
  const { config, isJson, person, mayRun } = session;
  await tellUnfinished(session);
  const all = await allChecks();
  const wanted = wantedFrom(target, all, config.checks ?? checkIds);
  const checks = all.filter(({ id }) => wanted.modules.includes(id));
  const report = await measureIn(checks, session);
  if (session.interrupt.signal.aborted) return EXIT.interrupted;
  await remind(session, report);
  const round: Round = { ...session, wanted, all, report };
  const candidates = candidatesOf(round);
  if (candidates.length === 0) return nothingToDo(round);
  if (!isDry && mayRun) return unattended(round, candidates);
  if (!isDry && person !== undefined) return attended(round);
  if (isJson) await print(`${forJson({ can: candidates.map(planJson) }, 2)}\n`);
  else {
    if (!isDry) await printError(fixWords(session.language).nobody);
    await print(`${candidates.flatMap((one) => [...planLines(one, session), '']).join('\n')}`);
  }
  return isDry ? EXIT.ok : EXIT.warning;
};

export interface Round extends Session {
  readonly wanted: Wanted;
  readonly all: Awaited<ReturnType<typeof allChecks>>;
  readonly report: Report;
}

const candidatesOf = ({ wanted, all, report, language, os }: Round): readonly Candidate[] =>
  candidatesIn(report, all, { ...(wanted.name !== undefined && { wanted: wanted.name }), language, os });

const nothingToDo = async ({
  wanted: { name },
  report,
  language,
  screen,
  isJson,
}: Round): Promise<number> => {
  const words = fixWords(language);
  const findings = findingsFor(report, name);
  const blind = report.checks.some(({ id, status }) => status === 'unknown' && (name ?? id).startsWith(id));
  const isBlind = findings.length === 0 && blind;
  const lines =
    name === undefined
      ? [words.nothingOpen]
      : findings.length === 0
        ? [isBlind ? words.notSeen(name) : words.notOpen(name)]
        : [words.noFix(name), ...findings.map(({ title, next }) => `${oneLine(title)}. ${oneLine(next)}`)];
  if (isJson) await print(`${forJson({ can: [], open: findings.map(({ code }) => code) }, 2)}\n`);
  else await print(`${lines.flatMap((line) => wrap(line, screen.width)).join('\n')}\n`);
  if (findings.some(({ severity }) => severity !== 'info')) return EXIT.warning;
  return isBlind ? EXIT.unknown : EXIT.ok;
};

/** Everything safe for what is open, one after the other, until nothing is left that it could end. */
const unattended = async (first: Round, candidates: readonly Candidate[]): Promise<number> => {
  const { language, isJson } = first;
  const results: {
    readonly candidate: Candidate;
    readonly outcome: Awaited<ReturnType<typeof carryOut>>['outcome'];
  }[] = [];
  const ended = new Set<string>();
  let round = first;
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    if (ended.has(key) || first.interrupt.signal.aborted) continue;
    const { outcome, report } = await carryOut(candidate, round);
    round = { ...round, report };
    if (outcome.kind === 'ran' && outcome.effect === 'gone') ended.add(key);
    results.push({ candidate, outcome });
    if (!isJson)
      await print(
        `${[`${oneLine(candidate.title)}:`, ...outcomeLines(outcome, language).map((line) => `  ${line}`)].join('\n')}\n`,
      );
    if (outcome.kind === 'ran' && outcome.ended !== 'all') break;
  }
  if (isJson)
    await print(
      `${forJson({ ran: results.map(({ candidate, outcome }) => outcomeJson(candidate, outcome)) }, 2)}\n`,
    );
  // One that ended what another could not counts for both.
  const left = results.filter(({ candidate }) => !ended.has(keyOf(candidate)));
  return Math.max(EXIT.ok, ...left.map(({ outcome }) => statusOf(outcome)));
};

const keyOf = ({ plan: { target } }: Candidate): string => `${target.code} ${target.subject ?? ''}`;

/** A person chooses, sees, agrees; and again, until nothing is left or nothing more is wanted. */
const attended = async (first: Round): Promise<number> => {
  let round = first;
  let status: number = EXIT.warning;
  for (;;) {
    const candidates = candidatesOf(round);
    if (candidates.length === 0) {
      const open = findingsFor(round.report, round.wanted.name).some(({ severity }) => severity !== 'info');
      return open ? Math.max(status, EXIT.warning) : status;
    }
    const chosen = await choose(round, candidates);
    if (chosen === 'left') return EXIT.interrupted;
    if (chosen === undefined) return status;
    await printError(['', ...planLines(chosen, round), ''].join('\n'));
    if (chosen.plan.way === 'example') continue;
    const { outcome, report } =
      chosen.plan.way === 'person' ? await byHand(chosen, round) : await carryOut(chosen, round);
    round = { ...round, report };
    status = statusOf(outcome);
    await print(`${outcomeLines(outcome, round.language).join('\n')}\n`);
    if (outcome.kind === 'left' || round.interrupt.signal.aborted) return status;
  }
};

const choose = async (
  { person, language }: Round,
  candidates: readonly Candidate[],
): Promise<Candidate | undefined | 'left'> => {
  const words = fixWords(language);
  const ids = candidates.map(({ plan }, at) => {
    const isFirst = candidates.findIndex((one) => one.plan.fix === plan.fix) === at;
    return isFirst ? plan.fix : `${plan.fix}#${at + 1}`;
  });
  const choices = candidates.map(({ title, finding, plan }, at) => ({
    id: ids[at] ?? plan.fix,
    name: `${oneLine(title)} (${kindOf(plan.way, plan.risk, words)}): ${oneLine(finding.title)}`,
  }));
  const answer = await person?.choose(words.choose, [...choices, { id: LEAVE, name: words.leave }]);
  return answer === undefined ? 'left' : candidates[ids.indexOf(answer)];
};

/** No fix is called so. */
const LEAVE = 'leave';

const kindOf = (
  way: Candidate['plan']['way'],
  risk: Candidate['plan']['risk'],
  words: ReturnType<typeof fixWords>,
): string => (way === 'person' ? words.byHandShort : words.riskWords[way === 'run' ? risk : 'example']);

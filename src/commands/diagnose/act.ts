/** `diagnose`: measures, asks what cannot be measured, has things done and looks again, and concludes. */
import { loadCheck } from '../../../checks/index.ts';
import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { local } from '../../host/local.ts';
import type { DiagnoseWords } from '../../language/diagnose.en.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { forJson, forTerminal } from '../../output/untrusted.ts';
import type { Report } from '../../report/model.ts';
import type { WalkEvent, WalkState } from '../../tree/state.ts';
import { advance, start } from '../../tree/walk.ts';
import { type Interrupt, watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import type { DiagnoseOptions } from '../diagnose.ts';
import { saveJournal } from '../journal.ts';
import { print, printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import type { Answers } from './answers.ts';
import { type Case, caseOf, complaintIds, moduleFor, unclear } from './complaint.ts';
import { goOn } from './go-on.ts';
import { type MeasureOptions, measure, measurementOf } from './measure.ts';
import { type Person, personAt } from './person.ts';
import { howLines, toText } from './text.ts';
import { adviceHere, diagnosed, nextOf, triedIn } from './told.ts';

export const diagnose = async (
  complaint: string,
  options: DiagnoseOptions,
  context: Context,
): Promise<number> => {
  const { config, language } = await setUp(context);
  const words = diagnoseWords(language);
  const interrupt = watchInterrupts();
  const person = options.input ? personAt(process, words.number, interrupt.signal) : undefined;
  const id = complaint === '' ? await chosenComplaint(person, language, words) : moduleFor(complaint);
  if (id === LEFT) return interrupt.status() ?? EXIT.interrupted;
  const found = id === undefined ? undefined : await caseOf(id);
  if (found === undefined) throw unclear(complaint);
  const answers =
    options.answers === undefined
      ? {}
      : (await import('./answers.ts')).readAnswers(options.answers, found.check.tree);
  if (options.input && person === undefined) await printError(words.nobody);

  const seconds = options.timeout ?? config.timeout;
  const { state, report, hasLeft } = await walk(found, {
    language,
    settings: config.settings,
    seconds,
    answers,
    person,
    interrupt,
  });
  const told = diagnosed(found, state, report, language, local().os);
  await print(
    options.format === 'json'
      ? `${forJson({ ...report, diagnosis: told }, 2)}\n`
      : toText({
          diagnosed: told,
          advice: adviceHere(found.check, state, report),
          report,
          checks: found.checks,
          language,
          screen: screenOf(process.stdout, process.env),
        }),
  );
  if (hasLeft || interrupt.signal.aborted) return interrupt.status() ?? EXIT.interrupted;
  if (person !== undefined && options.format === 'text' && state.wanted.kind === 'concluded') {
    interrupt.forget();
    await goOn(person, words, context);
  }
  return EXIT[report.status];
};

const LEFT = Symbol('the person left');

const chosenComplaint = async (
  person: Person | undefined,
  language: Language,
  words: DiagnoseWords,
): Promise<string | undefined | typeof LEFT> => {
  if (person === undefined) return undefined;
  const checks = await Promise.all(complaintIds.map(loadCheck));
  const choices = checks.map(({ id, messages }) => ({ id, name: messages[language].complaint }));
  return (await person.choose(words.chooseComplaint, choices)) ?? LEFT;
};

interface WalkOptions extends Omit<MeasureOptions, 'checks' | 'signal'> {
  readonly answers: Answers;
  readonly person: Person | undefined;
  readonly interrupt: Interrupt;
}

interface Walked {
  readonly state: WalkState;
  readonly report: Report;
  readonly hasLeft: boolean;
}

const walk = async (found: Case, options: WalkOptions): Promise<Walked> => {
  const { interrupt, language, person } = options;
  const { tree, id } = found.check;
  const startedAt = new Date();
  const look = () => measure({ ...options, checks: found.checks, signal: interrupt.signal });
  const words = diagnoseWords(language);
  let state = start({ tree });
  let { report, seen } = await look();
  let isFresh = true;
  const notSaved = new Set<string>();
  for (;;) {
    if (state.wanted.kind === 'measure') {
      if (!isFresh) {
        await printError(words.measuringAgain);
        ({ report, seen } = await look());
      }
      isFresh = false;
      if (interrupt.signal.aborted) return { state, report, hasLeft: true };
      state = advance({ tree }, state, {
        kind: 'measured',
        measurement: measurementOf(report, id, seen.get(id)),
      });
    } else {
      const said = state.wanted.kind === 'concluded' ? undefined : await ask(found, state, report, options);
      if (said === undefined) {
        const hasLeft = person !== undefined && state.wanted.kind !== 'concluded';
        return { state, report, hasLeft };
      }
      state = advance({ tree }, state, said);
    }
    const saved = keep(found, state, language, startedAt);
    if (saved !== undefined && !notSaved.has(saved)) {
      notSaved.add(saved);
      await printError(forTerminal(words.notSaved(saved)));
    }
  }
};

/** The answer of the file, or of the person; nothing where there is neither. */
const ask = async (
  { check }: Case,
  state: WalkState,
  report: Report,
  { language, answers, person }: WalkOptions,
): Promise<WalkEvent | undefined> => {
  const next = nextOf(check, state, report, language, local().os);
  if (next === undefined) return undefined;
  const beforehand = Object.hasOwn(answers, next.id) ? answers[next.id] : undefined;
  if (beforehand === undefined && person !== undefined) {
    const lines = howLines(next, language, screenOf(process.stderr, process.env));
    if (lines.length > 0) await printError(['', ...lines].join('\n'));
  }
  const answer =
    beforehand ??
    (await person?.choose(
      forTerminal(next.text),
      Object.entries(next.answers).map(([id, name]) => ({ id, name })),
    ));
  if (answer === undefined) return undefined;
  if (next.kind === 'question') return { kind: 'answered', question: next.id, answer };
  return answer === 'done' ? { kind: 'done' } : { kind: 'cannot' };
};

/** After each step, so that nothing is lost with the window. Gives the reason where it could not be kept. */
const keep = (
  { check, checks }: Case,
  state: WalkState,
  language: Language,
  startedAt: Date,
): string | undefined => {
  const { wanted, at, journal } = state;
  const saved = saveJournal({
    version: 1,
    startedAt: startedAt.toISOString(),
    savedAt: new Date().toISOString(),
    complaint: check.id,
    language,
    conclusion:
      wanted.kind === 'concluded'
        ? {
            outcome: wanted.outcome,
            node: at,
            ...(wanted.finding !== undefined && { finding: wanted.finding }),
          }
        : { outcome: 'unfinished', node: at },
    tried: triedIn(journal, check, checks, language),
    path: journal.map((step) => ({ ...step })),
  });
  return 'why' in saved ? saved.why : undefined;
};

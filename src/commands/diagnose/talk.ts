/** A diagnosis as a conversation: measures, asks what cannot be measured, has things done, looks again, concludes. */
import type { AnyCheck, Fix, Host, Language, Recording } from '../../contract.ts';
import type { Examination } from '../../examine.ts';
import type { Past } from '../../history/recall.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import type { Report } from '../../report/model.ts';
import { looksOf } from '../../tree/spy.ts';
import type { Step, WalkEvent, WalkState } from '../../tree/state.ts';
import { advance, resume, type Saved, start } from '../../tree/walk.ts';
import type { Candidate } from '../fix/candidates.ts';
import type { Answers } from './answers.ts';
import { askedOf, RUN } from './asked.ts';
import { type Case, courseOf } from './case.ts';
import { ladderOf } from './ladder.ts';
import { type MeasureOptions, measure, measurementOf } from './measure.ts';
import type { Partner, Said } from './partner.ts';
import { runnable } from './repair.ts';
import { triedIn } from './told.ts';

export interface TalkOptions extends Omit<MeasureOptions, 'checks' | 'before' | 'watch' | 'host'> {
  readonly found: Case;
  readonly partner: Partner;
  /** Given beforehand, by question or node id. */
  readonly answers: Answers;
  /** Where an earlier conversation stopped. */
  readonly from?: Saved;
  /** After each step, so that nothing is lost with the window. */
  readonly keep: (state: WalkState) => Promise<void>;
  /** What the history tells beside the first look. */
  readonly recall?: (examination: Examination) => Promise<Past>;
  /** Runs a fix that the person chose, and tells what became of it; nothing is run without it. */
  readonly repair?: (candidate: Candidate, report: Report) => Promise<boolean>;
  /** Called when a person did a step by hand, with its fixes. */
  readonly byHand?: (fixes: readonly Fix[]) => Promise<void>;
  /** Hears everything that the course of the conversation depends on. */
  readonly tape?: Tape;
  /** The machine at each look; this computer without it. */
  readonly machine?: () => Host;
}

export interface Tape {
  /** What each look at the machine brought. */
  readonly looked: (recording: Recording) => void;
  /** What was said, also where it was said beforehand. */
  readonly said: (said: Said) => void;
  /** Whether a fix that was chosen was run. */
  readonly ran: (was: boolean) => void;
}

export interface Talked {
  readonly state: WalkState;
  /** The machine as it was seen first, and last. */
  readonly first: Examination;
  readonly examination: Examination;
  readonly past?: Past;
  readonly end: 'concluded' | 'left' | 'nobody';
}

export const talk = async (options: TalkOptions): Promise<Talked> => {
  const { found, signal, from } = options;
  const { id } = found.check;
  /** What could be gone back to: the state before each answer. */
  const answered: WalkState[] = [];
  let examination = await look(found.checks, options, from === undefined ? 'start' : 'resume');
  const first = examination;
  const past = await options.recall?.(first);
  const changed = past?.changed() ?? [];
  const talked = (end: Talked['end']): Talked => ({
    ...{ state, first, examination, end },
    ...(past !== undefined && { past }),
  });
  const course = courseOf(found, examination.recording.os);
  let state =
    from === undefined
      ? advance(course, start(course), {
          kind: 'measured',
          measurement: measurementOf(examination, id, changed),
        })
      : resume(course, from, measurementOf(examination, id, changed));
  await tellSteps(state.journal.slice(from?.journal.length ?? 0), options);
  for (;;) {
    await options.keep(state);
    if (signal.aborted) return talked('left');
    const before = state;
    if (state.wanted.kind === 'concluded') return talked('concluded');
    if (state.wanted.kind === 'measure') {
      const again = affectedBy(state, found);
      examination = await look(again, options, 'verify', examination);
      state = advance(course, state, {
        kind: 'measured',
        measurement: measurementOf(examination, id, changed),
      });
    } else {
      const said = await answerTo(state, examination, answered.length > 0, options);
      options.tape?.said(said);
      if (said.kind === 'leave') return talked('left');
      if (said.kind === 'nobody') return talked('nobody');
      if (said.kind === 'back') {
        state = wentBack(answered.pop(), state);
        continue;
      }
      const chosen = said.kind === 'answer' ? await ran(said.answer, state, examination, options) : said;
      if (chosen === undefined) continue;
      const event = eventOf(state, chosen);
      if (event?.kind === 'done' && event.ran === undefined && state.wanted.kind === 'do') {
        const { fixes } = state.wanted;
        await options.byHand?.(found.check.fixes.filter((fix) => fixes.includes(fix.id)));
      }
      if (event !== undefined) state = advance(course, state, event);
      if (state !== before) answered.push(before);
    }
    await tellSteps(state.journal.slice(before.journal.length), options);
  }
};

const look = async (
  checks: readonly AnyCheck[],
  { partner, found, machine, ...options }: TalkOptions,
  why: 'start' | 'verify' | 'resume',
  before?: Examination,
): Promise<Examination> => {
  await partner.tell({ kind: 'measuring', why });
  const examination = await measure({
    ...options,
    checks,
    watch: partner.watch,
    ...(machine !== undefined && { host: machine() }),
    ...(before !== undefined && { before }),
  });
  options.tape?.looked(examination.recording);
  const rungs = ladderOf(found.check, examination.report, options.language);
  if (rungs.length > 0) await partner.tell({ kind: 'ladder', rungs });
  return examination;
};

/** The checks whose evidence a step may have changed: its own, those of what it is for, and of what tells that it helped. */
const affectedBy = ({ at }: WalkState, { check, checks }: Case): readonly AnyCheck[] => {
  const node = check.tree.nodes[at];
  if (node?.kind !== 'do') return checks;
  const fixed = check.fixes.filter(({ id }) => node.fixes.includes(id)).flatMap((fix) => fix.for);
  const modules = new Set([...fixed, ...looksOf(node.solved).codes].map((code) => code.split('/')[0]));
  return checks.filter((one) => one === check || modules.has(one.id));
};

const answerTo = async (
  state: WalkState,
  { report, recording }: Examination,
  canGoBack: boolean,
  { found, answers, partner, language, repair }: TalkOptions,
): Promise<Said> => {
  const asked = askedOf(found, state, report, language, recording.os, {
    back: canGoBack,
    run: repair !== undefined,
  });
  if (asked === undefined) return { kind: 'nobody' };
  const beforehand = Object.hasOwn(answers, asked.id) ? answers[asked.id] : undefined;
  // What was answered beforehand is answered once: where it comes again, somebody has to look.
  const isNew = !state.journal.some(
    (step) =>
      (step.kind === 'asked' && step.question === asked.id) ||
      (step.kind === 'did' && step.node === asked.id),
  );
  if (beforehand === undefined || !isNew) return partner.ask(asked);
  const name =
    asked.answers.find(({ id }) => id === beforehand)?.name ?? diagnoseWords(language).keyNames.unsure;
  await partner.tell({ kind: 'given', question: asked.text, answer: name });
  return { kind: 'answer', answer: beforehand };
};

type Ready = Said | { readonly kind: 'ran'; readonly fix: string };

/** Where the answer has a fix run: that it was run; nothing where it was not, and the step stands as before. */
const ran = async (
  answer: string,
  { wanted }: WalkState,
  { report, recording }: Examination,
  { found, language, repair, tape }: TalkOptions,
): Promise<Ready | undefined> => {
  if (wanted.kind !== 'do' || repair === undefined || !answer.startsWith(RUN))
    return { kind: 'answer', answer };
  const fix = answer.slice(RUN.length);
  const candidate = runnable(found.check, wanted.fixes, report, language, recording.os).find(
    ({ plan }) => plan.fix === fix,
  );
  if (candidate === undefined) return undefined;
  const was = await repair(candidate, report);
  tape?.ran(was);
  return was ? { kind: 'ran', fix } : undefined;
};

const eventOf = ({ wanted }: WalkState, said: Ready): WalkEvent | undefined => {
  if (wanted.kind === 'ask') {
    const { question } = wanted;
    if (said.kind === 'unsure') return { kind: 'unsure', question };
    return said.kind === 'answer' ? { kind: 'answered', question, answer: said.answer } : undefined;
  }
  if (wanted.kind !== 'do') return undefined;
  if (said.kind === 'ran') return { kind: 'done', ran: said.fix };
  return said.kind === 'answer' && said.answer === 'done' ? { kind: 'done' } : { kind: 'cannot' };
};

/** The question before, with what is known by now: what was done stays done. */
const wentBack = (to: WalkState | undefined, from: WalkState): WalkState => {
  if (to === undefined) return from;
  const since = from.journal.slice(to.journal.length);
  const { measurement = to.measurement } = from;
  return {
    ...to,
    ...(measurement !== undefined && { measurement }),
    journal: [...to.journal, ...since.filter(({ kind }) => kind === 'did' || kind === 'measured')],
    events: from.events,
  };
};

const tellSteps = async (
  steps: readonly Step[],
  { found, partner, language }: TalkOptions,
): Promise<void> => {
  const words = diagnoseWords(language);
  for (const step of steps) {
    const [told] = triedIn([step], found.check, found.checks, language);
    if (told === undefined) continue;
    if (step.kind === 'asked' && step.by === 'measurement') {
      await partner.tell({
        kind: 'answered',
        question: told.step,
        answer: told.result,
        by:
          (step.because ?? []).map((code) => findingName(code, found, language)).join('; ') ||
          words.byLooking,
      });
    }
    if (step.kind === 'did') await partner.tell({ kind: 'did', step: told.step, effect: told.result });
  }
};

const findingName = (code: string, { checks }: Case, language: Language): string =>
  checks.flatMap(({ messages }) => messages[language].findings[code]?.name ?? [])[0] ?? code;

/** `diagnose`: finds out what it is about, talks it through, tells the end, and goes on to a report or a ticket. */
import type { Config } from '../../config/load.ts';
import type { Language, Os } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { recall } from '../../history/recall.ts';
import { remember } from '../../history/remember.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { forJson } from '../../output/untrusted.ts';
import { believed } from '../../tree/odds/belief.ts';
import { sharesOf } from '../../tree/plan.ts';
import { type Interrupt, watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import type { DiagnoseOptions } from '../diagnose.ts';
import { print, printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import { allCases, type Case, courseOf } from './case.ts';
import { caseFor, unclear } from './complaint.ts';
import { goOn } from './go-on.ts';
import { keeper, leftOne } from './keep.ts';
import { nobody, type Partner } from './partner.ts';
import { personHere } from './person.ts';
import type { Protocol } from './protocol.ts';
import type { DiagnosisRecord } from './record.ts';
import { type RepairOptions, remindOf } from './repair.ts';
import { type Talked, type TalkOptions, talk } from './talk.ts';
import { toText } from './text.ts';
import { adviceHere, type Diagnosed, diagnosed } from './told.ts';

export const diagnose = async (
  complaint: string,
  options: DiagnoseOptions,
  context: Context,
): Promise<number> => {
  const { config, language } = await setUp(context);
  const interrupt = watchInterrupts();
  const record =
    options.replay === undefined ? undefined : (await import('./record.ts')).readRecord(options.replay);
  const partners = await partnersFor(options, config, language, interrupt, record);
  const { partner, isSomebody } = partners;
  try {
    const left = options.resume === true ? leftOne() : undefined;
    const cases = await allCases(config);
    const wanted = left?.complaint ?? record?.complaint;
    const found =
      wanted === undefined
        ? await caseFor(complaint, cases, isSomebody ? partner : undefined, language)
        : cases.find(({ id }) => id === wanted);
    if (found === undefined) {
      if (wanted !== undefined) throw unclear(wanted);
      return interrupt.status() ?? EXIT.interrupted;
    }
    if (options.input && !isSomebody && record === undefined)
      await printError(diagnoseWords(language).nobody);
    const answers =
      options.answers === undefined
        ? {}
        : (await import('./answers.ts')).readAnswers(options.answers, found.check.tree);
    const repairing = { partner, language, config, interrupt, seconds: options.timeout ?? config.timeout };
    if (isSomebody && record === undefined) await remindOf(repairing);
    const keep = keeper(found, partner, language, new Date());
    const talked = await talk({
      found,
      partner,
      answers,
      language,
      settings: record?.settings ?? config.settings,
      seconds: options.timeout ?? config.timeout,
      signal: interrupt.signal,
      // A record of somebody's diagnosis is none of this computer's.
      keep: record === undefined ? keep.keep : async () => undefined,
      ...(left !== undefined && { from: left.saved }),
      ...(isSomebody && record === undefined && hands(found, repairing, language)),
      ...(record === undefined && { recall: (seen) => recall(seen, { history: config.history }) }),
      ...partners.recording,
    });
    if (record === undefined) await remember(talked.first, { by: 'diagnose', history: config.history });
    await partners.written?.(found.id, found, config, language);
    const told = diagnosed(found, talked, language);
    if (partners.protocol !== undefined) {
      await partners.protocol.conclude(told);
    } else {
      await tell(found, talked, told, options, language);
    }
    if (talked.end === 'left') {
      if (partners.protocol === undefined) await printError(diagnoseWords(language).leftLater);
      return interrupt.status() ?? EXIT.interrupted;
    }
    if (isSomebody && record === undefined && options.format === 'text' && talked.end === 'concluded') {
      if (partners.protocol === undefined) {
        await remindOf(repairing);
        interrupt.forget();
        await goOn(partner, talked.state, keep, language, context);
      }
    }
    return EXIT[talked.examination.report.status];
  } finally {
    partners.protocol?.close();
  }
};

/** What a person may have done here, and what is remembered of what they do by hand. */
const hands = (
  { check }: Case,
  options: RepairOptions,
  language: Language,
): Pick<TalkOptions, 'repair' | 'byHand'> => ({
  repair: async (candidate, report) => (await import('./repair.ts')).repair(candidate, report, options),
  byHand: async (fixes) => {
    const { rememberPause } = await import('../../fix/pause.ts');
    for (const { id, for: codes, risk, touches = [], pauses } of fixes) {
      if (pauses === undefined) continue;
      const target = { code: codes[0] ?? check.id };
      const { title = id } = check.messages[language].fixes[id] ?? {};
      await rememberPause({ fix: id, module: check.id, target, risk, touches, pauses }, title);
    }
  },
});

interface Partners {
  readonly partner: Partner;
  /** Whether somebody can be asked. */
  readonly isSomebody: boolean;
  readonly protocol?: Protocol;
  /** What a recorder hears, or a record brings. */
  readonly recording?: Pick<TalkOptions, 'tape' | 'machine' | 'repair'>;
  readonly written?: (id: string, found: Case, config: Config, language: Language) => Promise<void>;
}

const partnersFor = async (
  options: DiagnoseOptions,
  config: Config,
  language: Language,
  interrupt: Interrupt,
  record: DiagnosisRecord | undefined,
): Promise<Partners> => {
  const talking = { language, signal: interrupt.signal, explain: options.explain === true };
  const protocol =
    options.protocol === undefined
      ? undefined
      : (await import('./protocol.ts')).inProtocol(language, interrupt.signal);
  const isSpoken = options.accessible === true || config.accessible === true;
  const person = options.input ? await personHere(talking, isSpoken) : undefined;
  const isSomebody = protocol !== undefined || person !== undefined;
  let partner: Partner = protocol ?? person ?? nobody;
  if (record !== undefined) {
    const { inLines } = await import('./in-lines.ts');
    partner = (await import('./record.ts')).replayed(record, protocol ?? inLines(talking));
  }
  if (options.transcript !== undefined) {
    partner = (await import('./transcript.ts')).written(partner, options.transcript, language);
  }
  const made = { isSomebody, ...(protocol !== undefined && { protocol }) };
  if (record !== undefined) {
    return { ...made, partner, recording: (await import('./record.ts')).recordedIn(record) };
  }
  if (options.record === undefined) return { ...made, partner };
  const { recorder } = await import('./record.ts');
  const { tape, write } = recorder(options.record);
  return {
    ...made,
    partner,
    recording: { tape },
    written: (id, { checks }, { settings, redact }, spoken) => write(id, checks, settings, spoken, redact),
  };
};

const tell = (
  found: Case,
  { state, examination: { report, recording } }: Talked,
  told: Diagnosed,
  { format }: DiagnoseOptions,
  language: Language,
): Promise<void> =>
  print(
    format === 'json'
      ? `${forJson({ ...report, diagnosis: told }, 2)}\n`
      : toText({
          diagnosed: told,
          advice: adviceHere(found.check, state, report),
          report,
          checks: found.checks,
          language,
          screen: screenOf(process.stdout, process.env),
          share: shareOf(found, state, recording.os),
        }),
  );

/** How much of what is believed the conclusion has, where it was not measured. */
const shareOf = (found: Case, state: Talked['state'], os: Os): number | undefined => {
  const { wanted } = state;
  const { odds, tree } = courseOf(found, os);
  if (odds === undefined || wanted.kind !== 'concluded' || wanted.finding === undefined) return undefined;
  return sharesOf(believed({ tree, ...odds }, state))[wanted.finding];
};

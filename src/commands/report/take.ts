/** Takes a report as the command line and the configuration say. */
import { checkIds } from '../../../checks/index.ts';
import { local } from '../../host/local.ts';
import { bundleWords } from '../../language/bundle.ts';
import type { Exclusion } from '../../report/bundle/left-out.ts';
import type { Report } from '../../report/model.ts';
import type { RedactionLevel } from '../../report/redact/redactor.ts';
import { type Taken, type TakeOptions, takeReport } from '../../report/take.ts';
import { systemLogs } from '../../sources/system-logs.ts';
import { recentJournal } from '../journal.ts';
import { modulesNamed } from '../modules.ts';
import { limitsOf } from '../patience.ts';
import { printError } from '../print.ts';
import { keep as keepTokens } from '../redact/keep.ts';
import type { Setup } from '../setup.ts';
import { startProgress } from '../terminal-progress.ts';
import { agreeToHideNothing } from './agree.ts';
import { estimate } from './estimate.ts';
import type { BundleOptions } from './options.ts';

export interface Wishes extends BundleOptions {
  /** Seconds. */
  readonly timeout?: number;
}

export const take = async (
  modules: readonly string[],
  wishes: Wishes,
  { config, language }: Setup,
  signal: AbortSignal,
): Promise<Taken> => {
  const checks = await modulesNamed(modules, config.checks ?? checkIds);
  const options: TakeOptions = {
    checks,
    language,
    settings: config.settings,
    redact: { ...config.redact, ...(isLevel(wishes.redact) && { level: wishes.redact }) },
    asItIs: wishes.redact === 'none',
    ...(wishes.describe !== undefined && { description: wishes.describe }),
    diagnosis: lastDiagnosis(),
    signal,
    limits: limitsOf(wishes.timeout ?? config.timeout),
    ...inside(wishes),
  };
  await agreeToHideNothing(wishes, language, signal);
  await announce(options);
  const progress = await startProgress(language);
  const taken = await takeReport({
    ...options,
    ...(progress !== undefined && { onEvent: progress.tell }),
  }).finally(() => progress?.stop());
  if (!signal.aborted) {
    await keepTokens({ about: taken.bundle.name, values: taken.values }, config.redact, language, signal);
  }
  // Logs that begin late make findings that began before look well.
  if (wishes.since === undefined) {
    const { remember } = await import('../../history/remember.ts');
    await remember(taken.examination, { by: 'report', history: config.history });
  }
  return taken;
};

/** What was asked and tried in the last day, so that nobody asks again. */
const lastDiagnosis = (): Report['diagnosis'] => {
  const journal = recentJournal(Date.now());
  if (journal === undefined) return undefined;
  const { complaint, conclusion, tried, path } = journal;
  // The path was read from JSON: it is plain data.
  return {
    complaint,
    conclusion: { ...conclusion },
    path: path.map((step) => ({ ...step })) as NonNullable<Report['diagnosis']>['path'],
    tried: tried.map((one) => ({ ...one })),
  };
};

const isLevel = (level: Wishes['redact']): level is RedactionLevel => level !== undefined && level !== 'none';

export const exclusionOf = ({ exclude = [], excludeFinding = [] }: BundleOptions): Exclusion => ({
  reads: exclude,
  findings: excludeFinding,
});

const inside = ({ since, logs, maxSize, ...wishes }: BundleOptions) => ({
  ...(since !== undefined && { since }),
  ...(logs === true && { logs: systemLogs[local().os] ?? [] }),
  ...(maxSize !== undefined && { maxBytes: maxSize }),
  exclude: exclusionOf(wishes),
});

const announce = async (options: TakeOptions): Promise<void> => {
  const words = bundleWords(options.language);
  const { reads, seconds, bytes } = estimate(options.checks, options.settings, options);
  await printError(words.estimate(reads, seconds, bytes));
};

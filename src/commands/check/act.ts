/** `check`: runs the modules and says what is wrong, what is fine, and what could not be told. */
import { checkIds } from '../../../checks/index.ts';
import { examine } from '../../examine.ts';
import { EXIT } from '../../exit.ts';
import { local } from '../../host/local.ts';
import { statusFor } from '../../output/status.ts';
import { forTerminal } from '../../output/untrusted.ts';
import type { RunResult } from '../../run.ts';
import { VERSION } from '../../version.ts';
import type { CheckOptions } from '../check.ts';
import type { Context } from '../context.ts';
import { modulesNamed } from '../modules.ts';
import { limitsOf } from '../patience.ts';
import { printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { startProgress } from '../terminal-progress.ts';
import { answer } from './answer.ts';
import { formatted } from './format.ts';
import { watchInterrupts } from './interrupt.ts';

export const check = async (
  modules: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<number> => {
  const { config, language } = await setUp(context);
  const checks = await modulesNamed(modules, config.checks ?? checkIds, options);
  const quick = modules.length === 0 && options.tag === undefined && options.all !== true;
  const seconds = options.timeout ?? config.timeout;
  const interrupt = watchInterrupts();
  const progress = options.quiet === true ? undefined : await startProgress(language);
  const examination = await examine({
    checks,
    host: local(),
    language,
    version: VERSION,
    settings: config.settings,
    quick,
    limits: limitsOf(seconds),
    signal: interrupt.signal,
    ...(progress !== undefined && { onEvent: progress.tell }),
  }).finally(() => progress?.stop());
  const { report, result, recording } = examination;
  await tellCrashes(result, options, context);
  const status = statusFor(report, options.failOn ?? config.failOn);
  if (options.quiet !== true || status !== 'ok' || interrupt.signal.aborted) {
    await answer(
      await formatted(report, status, { ...options, named: modules, shown: { recording } }),
      options,
    );
  }
  const { remember } = await import('../../history/remember.ts');
  await remember(examination, { by: 'check', history: config.history });
  return interrupt.status() ?? EXIT[status];
};

/** A module that throws is our fault, and no reason to keep silent about the others. */
const tellCrashes = async (
  { outcomes }: RunResult,
  { verbose }: CheckOptions,
  { words }: Context,
): Promise<void> => {
  for (const {
    check: { id },
    crash,
  } of outcomes) {
    if (crash === undefined) continue;
    const details = verbose === true ? (crash.stack ?? crash.message) : crash.message;
    await printError(forTerminal(`${words.crashed(id)}\n${details}`));
  }
};

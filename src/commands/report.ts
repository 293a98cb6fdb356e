/** `report`: how it is called. What it does is in report/act.ts. */
import type { Command } from 'commander';
import { redactWords } from '../language/redact.ts';
import { reportWords } from '../language/report.ts';
import { secondsWithin } from './check.ts';
import type { Context } from './context.ts';
import { type BundleOptions, withBundleOptions } from './report/options.ts';

export interface ReportOptions extends BundleOptions {
  readonly paste?: true;
  readonly output?: string;
  /** A token of a report. */
  readonly reveal?: string;
  /** Seconds. */
  readonly timeout?: number;
}

export const registerReport = (program: Command, context: Context): void => {
  const words = reportWords(context.language);
  withBundleOptions(program.command('report'), context)
    .description(words.report)
    .argument('[module...]', context.words.modules)
    .option('--paste', words.paste)
    .option('--output <file>', words.to)
    .option('--reveal <token>', redactWords(context.language).reveal)
    .option('--timeout <seconds>', context.words.timeout, secondsWithin(context))
    .action(async (modules: readonly string[], options: ReportOptions) => {
      const { report } = await import('./report/act.ts');
      context.end(await report(modules, options, context));
    });
};

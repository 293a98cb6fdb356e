/** `report`: how it is called. What it does is in report/act.ts. */
import { type Command, Option } from 'commander';
import { bundleWords } from '../language/bundle.ts';
import { pasteWords } from '../language/paste.ts';
import { redactWords } from '../language/redact.ts';
import { reportWords } from '../language/report.ts';
import { TARGETS, type TargetName } from '../report/paste/places.ts';
import { secondsWithin } from './check.ts';
import type { Context } from './context.ts';
import { type BundleOptions, descriptionWithin, withBundleOptions } from './report/options.ts';

export interface ReportOptions extends BundleOptions {
  readonly for?: TargetName;
  readonly copy?: true;
  readonly qr?: true;
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
    .addOption(new Option('--for <place>', pasteWords(context.language).forTarget).choices(TARGETS))
    .option('--copy', pasteWords(context.language).copy)
    .option('--qr', pasteWords(context.language).qr)
    .option('--output <file>', words.to)
    .option('--describe <text>', bundleWords(context.language).describe, descriptionWithin(context))
    .option('--reveal <token>', redactWords(context.language).reveal)
    .option('--timeout <seconds>', context.words.timeout, secondsWithin(context))
    .action(async (modules: readonly string[], options: ReportOptions) => {
      const { report } = await import('./report/act.ts');
      context.end(await report(modules, options, context));
    });
};

/** `diagnose`: how it is called. What it does is in diagnose/act.ts. */
import { type Command, Option } from 'commander';
import { diagnoseWords } from '../language/diagnose.ts';
import { secondsWithin } from './check.ts';
import type { Context } from './context.ts';

export interface DiagnoseOptions {
  readonly answers?: string;
  /** False with `--no-input`. */
  readonly input: boolean;
  readonly format: 'text' | 'json';
  /** Seconds, for each time everything is measured. */
  readonly timeout?: number;
}

export const registerDiagnose = (program: Command, context: Context): void => {
  const words = diagnoseWords(context.language);
  program
    .command('diagnose')
    .description(words.diagnose)
    .argument('[complaint...]', words.complaint)
    .option('--answers <file>', words.answers)
    .option('--no-input', words.noInput)
    .addOption(
      new Option('--format <format>', context.words.format).choices(['text', 'json']).default('text'),
    )
    .option('--timeout <seconds>', context.words.timeout, secondsWithin(context))
    .action(async (complaint: readonly string[], options: DiagnoseOptions) => {
      const { diagnose } = await import('./diagnose/act.ts');
      context.end(await diagnose(complaint.join(' '), options, context));
    });
};

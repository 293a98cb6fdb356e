/** `diagnose`: how it is called. What it does is in diagnose/act.ts. */
import { type Command, Option } from 'commander';
import { diagnoseWords } from '../language/diagnose.ts';
import { secondsWithin } from './check.ts';
import type { Context } from './context.ts';

export interface DiagnoseOptions {
  readonly answers?: string;
  /** False with `--no-input`. */
  readonly input: boolean;
  readonly resume?: true;
  readonly explain?: true;
  readonly accessible?: true;
  readonly record?: string;
  readonly replay?: string;
  readonly transcript?: string;
  readonly protocol?: 'ndjson';
  readonly format: 'text' | 'json';
  /** Seconds, for each time something is measured. */
  readonly timeout?: number;
}

export const registerDiagnose = (program: Command, context: Context): void => {
  const words = diagnoseWords(context.language);
  program
    .command('diagnose')
    .description(words.diagnose)
    .argument('[complaint...]', words.complaint)
    .addOption(new Option('--resume', words.resume).conflicts('replay'))
    .option('--explain', words.explain)
    .option('--answers <file>', words.answers)
    .option('--no-input', words.noInput)
    .option('--accessible', words.accessible)
    .option('--transcript <file>', words.transcript)
    .addOption(new Option('--record <file>', words.record).conflicts('replay'))
    .option('--replay <file>', words.replay)
    .addOption(new Option('--protocol <protocol>', words.protocol).choices(['ndjson']))
    .addOption(
      new Option('--format <format>', context.words.format).choices(['text', 'json']).default('text'),
    )
    .option('--timeout <seconds>', context.words.timeout, secondsWithin(context))
    .action(async (complaint: readonly string[], options: DiagnoseOptions) => {
      const { diagnose } = await import('./diagnose/act.ts');
      context.end(await diagnose(complaint.join(' '), options, context));
    });
};

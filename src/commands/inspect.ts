/** `inspect`: how it is called. What it does is in inspect/act.ts. */
import { type Command, Option } from 'commander';
import { bundleWords } from '../language/bundle.ts';
import { compareWords } from '../language/compare.ts';
import { inspectWords } from '../language/inspect.ts';
import { reportWords } from '../language/report.ts';
import { FORMATS } from './check.ts';
import type { Context } from './context.ts';

export interface InspectOptions {
  readonly format: (typeof FORMATS)[number];
  readonly verbose?: true;
  /** True: the list of all. */
  readonly evidence?: string | true;
  /** Where the page goes. */
  readonly html?: string;
  /** A file with a secret key of age. */
  readonly identity?: string;
}

export const registerInspect = (program: Command, context: Context): void => {
  const words = reportWords(context.language);
  program
    .command('inspect')
    .description(words.inspect)
    .argument('<file...>', compareWords(context.language).files)
    .addOption(new Option('--format <format>', context.words.format).choices(FORMATS).default('text'))
    .option('--verbose', context.words.verbose)
    .option('--html <file>', inspectWords(context.language).html)
    .option('--evidence [name]', inspectWords(context.language).evidence)
    .option('--identity <file>', bundleWords(context.language).identity)
    .addHelpText('after', `\n${inspectWords(context.language).statuses}`)
    .action(async (files: readonly string[], options: InspectOptions) => {
      const { inspect } = await import('./inspect/act.ts');
      context.end(await inspect(files, options, context));
    });
};

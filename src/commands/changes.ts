/** `changes`: how it is called. What it does is in changes/act.ts. */
import { type Command, Option } from 'commander';
import { bundleWords } from '../language/bundle.ts';
import { changesWords } from '../language/changes.ts';
import type { Context } from './context.ts';
import { momentWithin } from './report/options.ts';

export interface ChangesOptions {
  readonly format: 'text' | 'json';
  readonly since?: Date;
  readonly all?: true;
}

export const registerChanges = (program: Command, context: Context): void => {
  const words = changesWords(context.language);
  program
    .command('changes')
    .description(words.changes)
    .argument('[module-or-finding...]', words.about)
    .option('--since <time>', words.since, momentWithin(bundleWords(context.language)))
    .option('--all', words.all)
    .addOption(
      new Option('--format <format>', context.words.format).choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', `\n${words.statuses}`)
    .action(async (about: readonly string[], options: ChangesOptions) => {
      const { changes } = await import('./changes/act.ts');
      context.end(await changes(about, options, context));
    });
};

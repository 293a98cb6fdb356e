/** `history`: how it is called. What it does is in history/act.ts. */
import { type Command, Option } from 'commander';
import { historyWords } from '../language/history.ts';
import type { Context } from './context.ts';

export interface HistoryOptions {
  readonly format: 'text' | 'json';
  readonly all?: true;
  readonly forget?: true;
}

export const registerHistory = (program: Command, context: Context): void => {
  const words = historyWords(context.language);
  program
    .command('history')
    .description(words.history)
    .argument('[module]', words.module)
    .option('--all', words.all)
    .option('--forget', words.forget)
    .addOption(
      new Option('--format <format>', context.words.format).choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', `\n${words.statuses}`)
    .action(async (module: string | undefined, options: HistoryOptions) => {
      const { history } = await import('./history/act.ts');
      context.end(await history(module, options, context));
    });
};

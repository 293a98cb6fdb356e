/** `watch`: how it is called. */
import { type Command, Option } from 'commander';
import { secondsWithin } from './check.ts';
import type { Context } from './context.ts';

export interface WatchOptions {
  readonly format: 'text' | 'json';
  readonly seconds?: number;
}

export const registerWatch = (program: Command, context: Context): void => {
  const { words } = context;
  program
    .command('watch')
    .description(words.watch)
    .option('--seconds <seconds>', words.watchSeconds, secondsWithin(context))
    .addOption(new Option('--format <format>', words.format).choices(['text', 'json']).default('text'))
    .action(async (options: WatchOptions) => {
      const { watch } = await import('./watch/act.ts');
      context.end(await watch(options, context));
    });
};

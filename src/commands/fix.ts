/** `fix`: how it is called. What it does is in fix/act.ts. */
import { type Command, Option } from 'commander';
import { fixWords } from '../language/fix.ts';
import { secondsWithin } from './check.ts';
import type { Context } from './context.ts';

export interface FixOptions {
  readonly dryRun?: true;
  readonly list?: true;
  /** An id, or the last one. */
  readonly undo?: string | true;
  readonly yes?: true;
  readonly risk: 'safe';
  readonly format: 'text' | 'json';
  /** Seconds, for each time the machine is looked at. */
  readonly timeout?: number;
}

export const registerFix = (program: Command, context: Context): void => {
  const words = fixWords(context.language);
  program
    .command('fix')
    .description(words.fix)
    .argument('[target]', words.target)
    .option('--dry-run', words.dryRun)
    .option('--list', words.list)
    .option('--undo [id]', words.undo)
    .option('--yes', words.yes)
    .addOption(new Option('--risk <risk>', words.risk).choices(['safe']).default('safe'))
    .addOption(
      new Option('--format <format>', context.words.format).choices(['text', 'json']).default('text'),
    )
    .option('--timeout <seconds>', context.words.timeout, secondsWithin(context))
    .addHelpText('after', `\n${words.statuses}`)
    .action(async (target: string | undefined, options: FixOptions) => {
      const { fix } = await import('./fix/act.ts');
      context.end(await fix(target, options, context));
    });
};

/** `check`: how it is called. What it does is in check/act.ts. */
import { type Command, Option } from 'commander';
import type { Context } from './context.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'junit' | 'nagios';
  readonly output?: string;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly failOn?: 'warning' | 'critical';
  readonly timeout?: number;
}

export const registerCheck = (program: Command, context: Context): void => {
  program
    .command('check')
    .argument('[module...]')
    .addOption(new Option('--format <format>').choices(['text', 'json', 'junit', 'nagios']).default('text'))
    .action(async (modules: readonly string[], options: CheckOptions) => {
      const { check } = await import('./check/act.ts');
      context.end(await check(modules, options, context));
    });
};

/** `plan`: how it is called. */
import { type Command, Option } from 'commander';
import type { Context } from './context.ts';

export const registerPlan = (program: Command, context: Context): void => {
  const { words } = context;
  program
    .command('plan')
    .description(words.plan)
    .argument('[module...]', words.modules)
    .addOption(new Option('--format <format>', words.format).choices(['text', 'json']).default('text'))
    .action(async (modules: readonly string[], { format }: { readonly format: 'text' | 'json' }) => {
      const { plan } = await import('./plan/act.ts');
      await plan(modules, format, context);
    });
};

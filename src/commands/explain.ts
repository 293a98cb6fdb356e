/** `explain`: the long text about one finding. */
import type { Command } from 'commander';
import type { Context } from './context.ts';

export const registerExplain = (program: Command, context: Context): void => {
  program
    .command('explain')
    .description(context.words.explain)
    .argument('<finding>', context.words.finding)
    .action(async (code: string) => {
      const { explain } = await import('./explain/act.ts');
      await explain(code, context);
    });
};

/** `tree`: how it is called. What it does is in tree/act.ts. */
import { type Command, Option } from 'commander';
import { treeWords } from '../language/tree.ts';
import type { Context } from './context.ts';

export const TREE_FORMATS = ['text', 'mermaid', 'svg'] as const;

export interface TreeOptions {
  readonly check?: true;
  readonly format: (typeof TREE_FORMATS)[number];
  readonly output?: string;
  readonly last?: true;
  readonly run?: string;
}

export const registerTree = (program: Command, context: Context): void => {
  const words = treeWords(context.language);
  program
    .command('tree')
    .description(words.tree)
    .argument('[complaint...]', words.what)
    .option('--check', words.check)
    .addOption(new Option('--format <format>', context.words.format).choices(TREE_FORMATS).default('text'))
    .option('--output <file>', context.words.output)
    .addOption(new Option('--last', words.last).conflicts('run'))
    .option('--run <file>', words.run)
    .action(async (complaint: readonly string[], options: TreeOptions) => {
      const { tree } = await import('./tree/act.ts');
      context.end(await tree(complaint.join(' '), options, context));
    });
};

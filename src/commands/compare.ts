/** `compare`: how it is called. What it does is in compare/act.ts. */
import { type Command, Option } from 'commander';
import { bundleWords } from '../language/bundle.ts';
import { compareWords } from '../language/compare.ts';
import type { Context } from './context.ts';

export interface CompareOptions {
  readonly format: 'text' | 'json';
  readonly all?: true;
  readonly identity?: string;
}

export const registerCompare = (program: Command, context: Context): void => {
  const words = compareWords(context.language);
  program
    .command('compare')
    .description(words.compare)
    .argument('<a>', words.first)
    .argument('<b>', words.second)
    .addOption(
      new Option('--format <format>', context.words.format).choices(['text', 'json']).default('text'),
    )
    .option('--all', words.all)
    .option('--identity <file>', bundleWords(context.language).identity)
    .addHelpText('after', `\n${words.statuses}`)
    .action(async (a: string, b: string, options: CompareOptions) => {
      const { compare } = await import('./compare/act.ts');
      context.end(await compare(a, b, options, context));
    });
};

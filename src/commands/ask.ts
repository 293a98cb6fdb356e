/** `ask`: how it is called. What it does is in ask/act.ts. */
import { type Command, Option } from 'commander';
import { askWords } from '../language/ask.ts';
import type { Context } from './context.ts';

export const registerAsk = (program: Command, context: Context): void => {
  const words = askWords(context.language);
  program
    .command('ask')
    .description(words.ask)
    .argument('<question...>', words.question)
    .addOption(
      new Option('--format <format>', context.words.format).choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', `\n${words.statuses}`)
    .action(async (question: readonly string[], { format }: { readonly format: 'text' | 'json' }) => {
      const { ask } = await import('./ask/act.ts');
      context.end(await ask(question.join(' '), format, context));
    });
};

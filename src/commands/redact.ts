/** `redact`: how it is called. What it does is in redact/act.ts. */
import type { Command } from 'commander';
import { redactWords } from '../language/redact.ts';
import type { Context } from './context.ts';

export const registerRedact = (program: Command, context: Context): void => {
  const words = redactWords(context.language);
  program
    .command('redact')
    .description(words.redact)
    .argument('[file]', words.file)
    .action(async (file: string | undefined) => {
      const { redact } = await import('./redact/act.ts');
      context.end(await redact(file, context));
    });
};

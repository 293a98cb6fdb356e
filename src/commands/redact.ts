/** `redact`: how it is called. What it does is in redact/act.ts. */
import { type Command, Option } from 'commander';
import { redactWords } from '../language/redact.ts';
import type { RedactionLevel } from '../report/redact/redactor.ts';
import type { Context } from './context.ts';

export const registerRedact = (program: Command, context: Context): void => {
  const words = redactWords(context.language);
  program
    .command('redact')
    .description(words.redact)
    .argument('[file]', words.file)
    .addOption(new Option('--level <level>', words.level).choices(['standard', 'strict']))
    .action(async (file: string | undefined, { level }: { readonly level?: RedactionLevel }) => {
      const { redact } = await import('./redact/act.ts');
      context.end(await redact(file, level, context));
    });
};

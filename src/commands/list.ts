/** `list`: the modules and what they can find. */
import { type Command, Option } from 'commander';
import type { Context } from './context.ts';

export const registerList = (program: Command, context: Context): void => {
  program
    .command('list')
    .description(context.words.list)
    .addOption(
      new Option('--format <format>', context.words.format).choices(['text', 'json']).default('text'),
    )
    .action(async ({ format }: { readonly format: 'text' | 'json' }) => {
      const [{ modulesNamed }, { print }, { setUp }] = await Promise.all([
        import('./modules.ts'),
        import('./print.ts'),
        import('./setup.ts'),
      ]);
      const { language } = await setUp(context);
      const modules = (await modulesNamed([])).map(({ id, tags, messages }) => ({
        id,
        tags,
        name: messages[language].name,
        complaint: messages[language].complaint,
        findings: Object.entries(messages[language].findings).map(([code, { name }]) => ({ code, name })),
      }));
      if (format === 'json') return print(`${JSON.stringify({ modules }, null, 2)}\n`);
      const lines = modules.map(({ id, tags, name, complaint, findings }) =>
        [
          `${id} (${tags.join(', ')}): ${name}`,
          `  ${complaint}`,
          ...findings.map((finding) => `    ${finding.code}\n      ${finding.name}`),
        ].join('\n'),
      );
      await print(`${lines.join('\n\n')}\n`);
    });
};

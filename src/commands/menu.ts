/** What `techsupport` alone offers: its commands, at a terminal. */
import type { Command } from 'commander';
import type { Context } from './context.ts';
import { isPromptable } from './terminal.ts';

/** The words to go on with; `help` where nobody can choose; nothing when the person leaves. */
export const offerMenu = async (
  program: Command,
  { words }: Context,
): Promise<readonly string[] | 'help' | undefined> => {
  if (!isPromptable(process)) return 'help';
  const { select } = await import('@inquirer/prompts');
  // What needs an argument cannot be chosen from here.
  const commands = program.commands.filter(
    (command) => command.name() !== 'help' && !command.registeredArguments.some(({ required }) => required),
  );
  try {
    const chosen = await select(
      {
        message: words.menu,
        choices: [
          ...commands.map((command) => ({
            name: `${command.name()}: ${command.description()}`,
            short: command.name(),
            value: command.name(),
          })),
          { name: words.leave, value: '' },
        ],
      },
      { output: process.stderr },
    );
    return chosen === '' ? undefined : [chosen];
  } catch (cause) {
    // Ctrl+C, or the terminal went away.
    if (cause instanceof Error && cause.name === 'ExitPromptError') return undefined;
    throw cause;
  }
};

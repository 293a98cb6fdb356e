/** The command line. A command's own code, and what it needs, load when it is used. */
import { Command, CommanderError } from 'commander';
import { EXIT } from '../exit.ts';
import { spokenLanguage } from '../language/spoken.ts';
import { VERSION } from '../version.ts';
import { registerCheck } from './check.ts';
import type { Context } from './context.ts';

/** One line a command. */
const COMMANDS: readonly ((program: Command, context: Context) => void)[] = [registerCheck];

/** Runs one command line and gives the exit status. */
export const runProgram = async (argv: readonly string[]): Promise<number> => {
  let status: number = EXIT.ok;
  const program = new Command('techsupport')
    .version(VERSION)
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true });
  const context: Context = {
    language: spokenLanguage(argv, process.env),
    globals: () => program.opts(),
    end: (code) => {
      status = code;
    },
  };
  for (const register of COMMANDS) register(program, context);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.ok : EXIT.usage;
    throw cause;
  }
};

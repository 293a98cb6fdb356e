/** The command line. A command's own code, and what it needs, load when it is used. */
import { Command, CommanderError, Option } from 'commander';
import { EXIT } from '../exit.ts';
import type { CommandWords } from '../language/commands.en.ts';
import { commandWords } from '../language/commands.ts';
import { spokenLanguage } from '../language/spoken.ts';
import { nearest } from '../nearest.ts';
import { forTerminal, oneLine } from '../output/untrusted.ts';
import { VERSION } from '../version.ts';
import { registerAsk } from './ask.ts';
import { registerChanges } from './changes.ts';
import { registerCheck } from './check.ts';
import { registerCompare } from './compare.ts';
import type { Context } from './context.ts';
import { registerDesk } from './desk.ts';
import { registerDiagnose } from './diagnose.ts';
import { registerExplain } from './explain.ts';
import { registerFix } from './fix.ts';
import { registerHistory } from './history.ts';
import { registerInspect } from './inspect.ts';
import { registerList } from './list.ts';
import { registerPlan } from './plan.ts';
import { registerRedact } from './redact.ts';
import { registerReport } from './report.ts';
import { registerTicket } from './ticket.ts';
import { registerTree } from './tree.ts';
import { registerWatch } from './watch.ts';

/** One entry a command, in the order of the help and the menu. */
const COMMANDS: readonly ((program: Command, context: Context) => void)[] = [
  registerCheck,
  registerDiagnose,
  registerFix,
  registerAsk,
  registerWatch,
  registerHistory,
  registerChanges,
  registerReport,
  registerInspect,
  registerCompare,
  registerRedact,
  registerTicket,
  registerDesk,
  registerPlan,
  registerList,
  registerExplain,
  registerTree,
];

/** Runs one command line and gives the exit status. */
export const runProgram = async (argv: readonly string[]): Promise<number> => {
  let status: number = EXIT.ok;
  const language = spokenLanguage(argv, process.env);
  const words = commandWords(language);
  const program = new Command('techsupport');
  const context: Context = {
    language,
    words,
    globals: () => program.opts(),
    end: (code) => {
      status = code;
    },
  };
  program
    .description(words.about)
    .version(VERSION, '-V, --version', words.version)
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.helpCommand)
    .addOption(new Option('--lang <language>', words.lang).choices(['en', 'ru']))
    .option('--config <file>', words.config)
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', `\n${words.statuses}`)
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => words.titles[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(forTerminal(text)) })
    .allowExcessArguments()
    .action(async () => {
      const [strange] = program.args;
      if (strange !== undefined) program.error(unknownCommand(strange, program, words));
      const { offerMenu } = await import('./menu.ts');
      const chosen = await offerMenu(program, context);
      if (chosen === 'help') program.outputHelp();
      else if (chosen !== undefined) await program.parseAsync([...argv, ...chosen], { from: 'user' });
    });
  for (const register of COMMANDS) register(program, context);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.ok : EXIT.usage;
    throw cause;
  }
};

const unknownCommand = (name: string, { commands }: Command, words: CommandWords): string => {
  const names = commands.map((command) => command.name());
  const meant = nearest(name, names);
  return [
    words.noCommand(oneLine(name)),
    meant === undefined ? words.commandsAre(names.join(', ')) : words.meant(meant),
  ].join('\n');
};

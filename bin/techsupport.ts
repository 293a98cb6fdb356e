/** The process: one catch-all, the exit status, and an end that no hung disk or resolver can hold up. */
import { setMaxListeners } from 'node:events';
import { flush, printError } from '../src/commands/print.ts';
import { UserError } from '../src/errors.ts';
import { EXIT } from '../src/exit.ts';
import { leave } from '../src/host/leave.ts';
import { spokenLanguage } from '../src/language/spoken.ts';
import { forTerminal } from '../src/output/untrusted.ts';

const main = async (): Promise<number> => {
  try {
    const { runProgram } = await import('../src/commands/program.ts');
    return await runProgram(process.argv.slice(2));
  } catch (cause) {
    if (!(cause instanceof UserError)) {
      await printError(forTerminal(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)));
      await printError('This is a fault of techsupport itself. Please report it with the lines above.');
      return EXIT.fault;
    }
    const { message, hint } = cause.say(spokenLanguage(process.argv, process.env));
    await printError(forTerminal([`${message} (${cause.code})`, hint].join('\n')));
    return cause.exitCode;
  }
};

// Whoever writes hears of it; nobody else has to.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
// Every read of a run waits for the same signal: a hundred listeners there are no leak.
setMaxListeners(0);
const status = await main();
await flush();
await leave(status);

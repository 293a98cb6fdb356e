/** Who answers: a person at a terminal, with arrow keys or with numbers; a file; or nobody. */
import { createInterface } from 'node:readline/promises';
import { wrap } from '../../output/wrap.ts';
import { isPromptable, screenOf } from '../terminal.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface Person {
  /** The id of what was chosen; nothing where the person left. */
  readonly choose: (message: string, choices: readonly Choice[]) => Promise<string | undefined>;
}

/** Nothing where nobody is there to answer. `number` asks for one, where arrow keys do not work. */
export const personAt = (
  program: NodeJS.Process,
  number: (max: number) => string,
  signal: AbortSignal,
): Person | undefined => {
  if (isPromptable(program)) return withArrows(signal);
  return program.stdin.isTTY === true && program.stderr.isTTY === true
    ? withNumbers(program, number, signal)
    : undefined;
};

const withArrows = (signal: AbortSignal): Person => ({
  choose: async (message, choices) => {
    const { select } = await import('@inquirer/prompts');
    try {
      return await select(
        { message, choices: choices.map(({ id, name }) => ({ name, short: name, value: id })), loop: false },
        { output: process.stderr, signal },
      );
    } catch (cause) {
      if (cause instanceof Error && LEFT.has(cause.name)) return undefined;
      throw cause;
    }
  },
});

/** Ctrl+C, or a signal from outside. */
const LEFT: ReadonlySet<string> = new Set(['ExitPromptError', 'AbortPromptError', 'AbortError']);

const withNumbers = (
  { stdin, stderr, env }: NodeJS.Process,
  number: (max: number) => string,
  signal: AbortSignal,
): Person => ({
  choose: async (message, choices) => {
    const { width } = screenOf(stderr, env);
    const lines = [
      ...wrap(message, width),
      ...choices.flatMap(({ name }, at) => wrap(name, width, '     ', `  ${at + 1}. `)),
    ];
    stderr.write(`\n${lines.join('\n')}\n`);
    // Not as a terminal: a dumb one would show the codes that move the cursor.
    const asking = createInterface({ input: stdin, output: stderr, terminal: false });
    const closed = new Promise<undefined>((resolve) => asking.once('close', () => resolve(undefined)));
    try {
      for (;;) {
        const line = await Promise.race([asking.question(number(choices.length), { signal }), closed]);
        if (line === undefined) return undefined;
        const chosen = choices[Number(line.trim()) - 1] ?? choices.find(({ id }) => id === line.trim());
        if (chosen !== undefined) return chosen.id;
      }
    } catch (cause) {
      if (cause instanceof Error && LEFT.has(cause.name)) return undefined;
      throw cause;
    } finally {
      asking.close();
    }
  },
});

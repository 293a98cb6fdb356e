/** A person who hears or reads one line after the other: numbers and letters to type, nothing that moves or is redrawn. */
import { createInterface, type Interface } from 'node:readline/promises';
import { diagnoseWords } from '../../language/diagnose.ts';
import { wrap } from '../../output/wrap.ts';
import { printError } from '../print.ts';
import { screenOf } from '../terminal.ts';
import { askingWith, type Press } from './asking.ts';
import { quietly, type TerminalOptions } from './at-terminal.ts';
import { type Can, keyKind, type Pressed } from './keys.ts';
import { askedLines, newsLines } from './lines.ts';
import type { Choice, Partner } from './partner.ts';

export const inLines = ({ language, signal, explain }: TerminalOptions, isSpoken = false): Partner => {
  const words = diagnoseWords(language);
  const screen = () => {
    const seen = { ...screenOf(process.stderr, process.env), colour: false, ascii: true };
    // One statement a line: who hears it has no width.
    return isSpoken ? { ...seen, width: Number.POSITIVE_INFINITY } : seen;
  };
  const press: Press = async (message, choices, can) => {
    const { width } = screen();
    const keys = [
      ...(can.unsure ? [words.keys.unsure] : []),
      ...(can.back ? [words.keys.back] : []),
      ...(can.details ? [words.keys.details] : []),
      words.keys.leave,
    ];
    const lines = [
      ...wrap(message, width),
      ...choices.flatMap(({ name }, at) => wrap(name, width, '     ', `  ${at + 1}. `)),
      ...wrap(keys.join(', '), width, '  ', '  '),
    ];
    await printError(lines.join('\n'));
    // Not as a terminal: a dumb one would show the codes that move the cursor.
    const asking = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
    try {
      return await typed(asking, words.number(choices.length), choices, can, signal);
    } finally {
      asking.close();
    }
  };
  return {
    watch: async () => quietly(language, screen),
    tell: async (news) => {
      const lines = newsLines(news, language, screen());
      if (lines.length > 0) await printError(lines.join('\n'));
    },
    ...askingWith(press, (asked) => askedLines(asked, language, screen(), explain)),
  };
};

const typed = async (
  asking: Interface,
  request: string,
  choices: readonly Choice[],
  can: Can,
  signal: AbortSignal,
): Promise<Pressed> => {
  const closed = new Promise<undefined>((resolve) => asking.once('close', () => resolve(undefined)));
  try {
    for (;;) {
      const line = await Promise.race([asking.question(request, { signal }), closed]);
      if (line === undefined) return { kind: 'leave' };
      const word = line.trim().toLowerCase();
      const chosen = choices[Number(word) - 1] ?? choices.find(({ id }) => id === word);
      if (chosen !== undefined) return { kind: 'answer', answer: chosen.id };
      const kind = keyKind(word, can);
      if (kind !== undefined) return { kind };
    }
  } catch (cause) {
    if (cause instanceof Error && ['AbortError', 'ERR_USE_AFTER_CLOSE'].includes(cause.name))
      return { kind: 'leave' };
    throw cause;
  }
};

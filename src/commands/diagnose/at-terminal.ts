/** A person at a terminal with arrow keys. */
import type { Language } from '../../contract.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { accent } from '../../output/style.ts';
import { forTerminal } from '../../output/untrusted.ts';
import { printError } from '../print.ts';
import { isLively, screenOf } from '../terminal.ts';
import { askingWith, type Press } from './asking.ts';
import { askedLines, newsLines, outcomeLine } from './lines.ts';
import type { Partner } from './partner.ts';

export interface TerminalOptions {
  readonly language: Language;
  readonly signal: AbortSignal;
  /** Whether the figures behind each step are told. */
  readonly explain: boolean;
}

export const atTerminal = (options: TerminalOptions): Partner => {
  const { language, signal, explain } = options;
  const words = diagnoseWords(language);
  const screen = () => screenOf(process.stderr, process.env);
  const press: Press = async (message, choices, can) => {
    const { prompt } = await import('./prompt.ts');
    const { colour, ascii } = screen();
    try {
      return await prompt(
        {
          message: forTerminal(message),
          choices: choices.map(({ id, name }) => ({ id, name: forTerminal(name) })),
          can,
          words,
          width: () => screen().width - 1,
          height: () => process.stderr.rows || ROWS,
          ascii,
          paint: (text) => accent(text, colour),
        },
        { output: process.stderr, signal },
      );
    } catch (cause) {
      if (cause instanceof Error && LEFT.has(cause.name)) return { kind: 'leave' };
      throw cause;
    }
  };
  return {
    watch: async () => {
      if (!isLively(process.stderr, process.env)) return quietly(language);
      const { showProgress } = await import('../../output/progress.ts');
      const progress = showProgress(process.stderr, language, screen());
      return {
        tell: (event) => {
          progress.tell(event);
          if (event.kind === 'finished') {
            progress.line(outcomeLine(event.outcome, language, screen()).join('\n'));
          }
        },
        done: progress.stop,
      };
    },
    tell: async (news) => {
      const lines = newsLines(news, language, screen());
      if (lines.length > 0) await printError(lines.join('\n'));
    },
    ...askingWith(press, (asked) => {
      const lines = askedLines(asked, language, screen(), explain);
      return lines.length > 0 ? ['', ...lines] : [];
    }),
  };
};

/** A line for each module, and nothing that moves. */
export const quietly = (
  language: Language,
  screen = () => screenOf(process.stderr, process.env),
): Awaited<ReturnType<Partner['watch']>> => ({
  tell: (event) => {
    if (event.kind !== 'finished') return;
    const lines = outcomeLine(event.outcome, language, screen());
    process.stderr.write(`${lines.join('\n')}\n`);
  },
  done: () => undefined,
});

/** Where the terminal does not say how high it is. */
const ROWS = 24;

/** Ctrl+C, or a signal from outside. */
const LEFT: ReadonlySet<string> = new Set(['ExitPromptError', 'AbortPromptError', 'AbortError']);

/** A line a check while it works. On stderr, at a terminal; it leaves nothing behind. */
import ora from 'ora';
import type { Language } from '../contract.ts';
import { outputWords } from '../language/output.ts';
import type { RunEvent } from '../run.ts';
import { oneLine } from './untrusted.ts';

export interface Progress {
  readonly tell: (event: RunEvent) => void;
  /** Leaves something behind, above what moves. */
  readonly line: (text: string) => void;
  readonly stop: () => void;
}

export const showProgress = (
  stream: NodeJS.WriteStream,
  language: Language,
  { colour, ascii, width }: { readonly colour: boolean; readonly ascii: boolean; readonly width: number },
): Progress => {
  const words = outputWords(language);
  /** What is at work, and how much it has read. */
  const working = new Map<string, { readonly name: string; reads: number }>();
  const spinner = ora({
    stream,
    // Raw mode would take Ctrl+C away from us.
    discardStdin: false,
    color: colour ? 'cyan' : false,
    spinner: ascii ? 'line' : 'dots',
  });
  const show = () => {
    const room = width - 4;
    const lines = [...working.values()].map(({ name, reads }) => words.working(oneLine(name), reads));
    spinner.text = lines
      .map((line) => (line.length > room ? `${line.slice(0, room - 1)}…` : line))
      .join('\n  ');
  };
  return {
    tell: (event) => {
      if (event.kind === 'started') {
        const { id, messages } = event.check;
        working.set(id, { name: messages[language].name, reads: 0 });
        if (!spinner.isSpinning) spinner.start();
      } else if (event.kind === 'reading') {
        const entry = working.get(event.check.id);
        if (entry !== undefined) entry.reads += 1;
      } else {
        working.delete(event.outcome.check.id);
      }
      show();
    },
    line: (text) => {
      spinner.clear();
      stream.write(`${text}\n`);
      if (working.size > 0) spinner.render();
    },
    stop: () => {
      spinner.stop();
    },
  };
};

/** Shows a long text: in the pager where somebody sits at a terminal, else on the standard output. */
import { spawn } from 'node:child_process';
import { print } from './print.ts';
import { isPromptable } from './terminal.ts';

/** The text was made harmless for a terminal before. */
export const showLong = async (text: string): Promise<void> => {
  const isSeen = isPromptable(process) && process.stdout.isTTY === true;
  if (isSeen && (await paged(text))) return;
  await print(text);
};

/** False where there is no pager that starts. */
const paged = async (text: string): Promise<boolean> => {
  const named = process.env.PAGER?.trim() || (process.platform === 'win32' ? 'more.com' : 'less');
  // `less -R` is a program and its options; no shell takes part.
  const [program = '', ...args] = named.split(/\s+/);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status !== 126 && status !== 127));
    // Whoever leaves the pager early has seen enough.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
};

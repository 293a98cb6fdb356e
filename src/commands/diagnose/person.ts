/** Who is at the terminal: somebody with arrow keys, somebody who hears one line after the other, or nobody. */
import { isPromptable } from '../terminal.ts';
import type { TerminalOptions } from './at-terminal.ts';
import type { Partner } from './partner.ts';

/** `isSpoken`: for a screen reader, by an option or the configuration; `TECHSUPPORT_ACCESSIBLE` says so too. */
export const personHere = async (
  options: TerminalOptions,
  isSpoken: boolean,
): Promise<Partner | undefined> => {
  const { stdin, stderr, env } = process;
  if (stdin.isTTY !== true || stderr.isTTY !== true) return undefined;
  const isHeard = isSpoken || (env.TECHSUPPORT_ACCESSIBLE ?? '') !== '';
  return isPromptable(process) && !isHeard
    ? (await import('./at-terminal.ts')).atTerminal(options)
    : (await import('./in-lines.ts')).inLines(options, isHeard);
};

/** Questions before a ticket is sent. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { ticketWords } from '../../language/ticket.ts';
import { isPromptable } from '../terminal.ts';

/** Nothing where the person left. With `validate`, asked until it says `true`; else it says what is wrong. */
export const ask = async (
  message: string,
  signal: AbortSignal,
  more: { readonly default?: string; readonly validate?: (answer: string) => true | string } = {},
): Promise<string | undefined> => {
  const { input } = await import('@inquirer/prompts');
  const question = { message, ...more };
  return input(question, { output: process.stderr, signal }).catch(unlessLeft);
};

/** In the person's own editor, of any length. */
export const write = async (message: string, signal: AbortSignal): Promise<string | undefined> => {
  const { editor } = await import('@inquirer/prompts');
  const question = { message, waitForUserInput: false };
  const text = await editor(question, { output: process.stderr, signal }).catch(unlessLeft);
  return text?.trim();
};

export const agrees = async (
  message: string,
  signal: AbortSignal,
): Promise<'yes' | 'no' | 'left' | 'nobody'> => {
  if (!isPromptable(process)) return 'nobody';
  const { confirm } = await import('@inquirer/prompts');
  const answer = await confirm({ message, default: false }, { output: process.stderr, signal }).catch(
    unlessLeft,
  );
  return answer === undefined ? 'left' : answer ? 'yes' : 'no';
};

/** Ctrl+C at a question is an answer, and so is SIGTERM. */
export const unlessLeft = (cause: unknown): undefined => {
  if (cause instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(cause.name))
    return undefined;
  throw cause;
};

export const nobodyThere = (): UserError => {
  const [en, ru] = [ticketWords('en'), ticketWords('ru')];
  return new UserError('E_TICKET_CONSENT', en.notAsked, en.notAskedHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.notAsked, hint: ru.notAskedHint },
  });
};

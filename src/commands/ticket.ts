/** `ticket create | list | send`: how they are called. What they do is in ticket/. */
import type { Command } from 'commander';
import { ticketWords } from '../language/ticket.ts';
import type { Context } from './context.ts';

export interface CreateOptions {
  readonly report?: string;
  readonly subject?: string;
  readonly description?: string;
  readonly preview?: true;
  /** The description in an editor. */
  readonly edit?: true;
  readonly yes?: true;
}

export interface SendOptions {
  readonly held?: true;
  readonly anyway?: true;
}

export const registerTicket = (program: Command, context: Context): void => {
  const words = ticketWords(context.language);
  const ticket = program.command('ticket').description(words.ticket);
  ticket
    .command('create')
    .description(words.create)
    .option('--report <file>', words.report)
    .option('--subject <text>', words.subject)
    .option('--description <text>', words.description)
    .option('--edit', words.edit)
    .option('--preview', words.showReport)
    .option('--yes', words.yes)
    .action(async (options: CreateOptions) => {
      const { create } = await import('./ticket/create.ts');
      context.end(await create(options, context));
    });
  ticket
    .command('list')
    .description(words.list)
    .action(async () => {
      const { list } = await import('./ticket/list.ts');
      context.end(await list(context));
    });
  ticket
    .command('send')
    .description(words.send)
    .option('--held', words.held)
    .option('--anyway', words.anyway)
    .action(async (options: SendOptions) => {
      const { send } = await import('./ticket/send.ts');
      context.end(await send(options, context));
    });
};

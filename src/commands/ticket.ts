/** `ticket`: how its commands are called. What they do is in ticket/. */
import { type Command, Option } from 'commander';
import { ticketWords } from '../language/ticket.ts';
import { lifeWords } from '../language/ticket-life.ts';
import { IMPACTS, type Impact, PRIORITIES, type Priority } from '../ticket/priorities.ts';
import type { Context } from './context.ts';
import { type FormatOptions, formatOption, registerLife } from './ticket/register-life.ts';
import { registerStats } from './ticket/register-stats.ts';

export interface CreateOptions {
  readonly report?: string;
  readonly subject?: string;
  readonly description?: string;
  readonly preview?: true;
  /** The description in an editor. */
  readonly edit?: true;
  readonly yes?: true;
  /** The name of a desk in the configuration. */
  readonly desk?: string;
  /** A ticket that gets it instead of a new one. */
  readonly addTo?: string;
  readonly affected?: Impact;
  readonly priority?: Priority;
  readonly category?: string;
  readonly since?: string;
  readonly contactName?: string;
  readonly contactEmail?: string;
  readonly contactPhone?: string;
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
    .option('--desk <name>', words.desk)
    .option('--add-to <ticket>', lifeWords(context.language).addToOption)
    .addOption(new Option('--affected <how-many>', words.affected).choices(IMPACTS))
    .addOption(new Option('--priority <priority>', words.priority).choices(PRIORITIES))
    .option('--category <category>', words.category)
    .option('--since <when>', words.since)
    .option('--contact-name <name>', words.contactName)
    .option('--contact-email <address>', words.contactEmail)
    .option('--contact-phone <number>', words.contactPhone)
    .option('--preview', words.showReport)
    .option('--yes', words.yes)
    .action(async (options: CreateOptions) => {
      const { create } = await import('./ticket/create.ts');
      context.end(await create(options, context));
    });
  ticket
    .command('list')
    .description(words.list)
    .addOption(formatOption(context))
    .action(async (options: FormatOptions) => {
      const { list } = await import('./ticket/list.ts');
      context.end(await list(options, context));
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
  registerLife(ticket, context);
  registerStats(ticket, context);
};

/** `ticket stats`: how it is called. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { statsWords } from '../../language/ticket-stats.ts';
import { momentOf } from '../../report/moment.ts';
import type { Context } from '../context.ts';

const FORMATS = ['text', 'json', 'csv', 'html'] as const;
export type StatsFormat = (typeof FORMATS)[number];

export interface StatsOptions {
  readonly format?: StatsFormat;
  readonly since?: Date;
  readonly desk?: string;
  readonly queue?: string;
}

export const registerStats = (ticket: Command, context: Context): void => {
  const words = statsWords(context.language);
  const moment = (text: string): Date => {
    const at = momentOf(text, Date.now());
    if (at === undefined) throw new InvalidArgumentError(words.badSince);
    return at;
  };
  ticket
    .command('stats')
    .description(words.stats)
    .addOption(new Option('--format <format>', words.format).choices(FORMATS))
    .option('--since <time>', words.sinceOption, moment)
    .option('--desk <name>', words.deskOption)
    .option('--queue <name>', words.queueOption)
    .action(async (options: StatsOptions) => {
      const { stats } = await import('./stats.ts');
      context.end(await stats(options, context));
    });
};

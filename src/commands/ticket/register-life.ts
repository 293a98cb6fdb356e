/** `ticket show … rate`: how the commands of a ticket's life are called. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { LifeWords } from '../../language/ticket-life.en.ts';
import { lifeWords } from '../../language/ticket-life.ts';
import type { Context } from '../context.ts';
import type { CloseOptions, EscalateOptions, TextOptions } from './life.ts';

export interface FormatOptions {
  readonly format?: 'text' | 'json';
}

export const formatOption = ({ language }: Context): Option =>
  new Option('--format <format>', lifeWords(language).jsonFormat).choices(['text', 'json']);

export const registerLife = (ticket: Command, context: Context): void => {
  const words = lifeWords(context.language);
  const about = (name: string, text: string) =>
    ticket.command(name).description(text).argument('<ticket>', words.ref);
  const run = async (work: Promise<number>): Promise<void> => context.end(await work);

  about('show', words.show)
    .addOption(formatOption(context))
    .action(async (ref: string, options: FormatOptions) =>
      run((await import('./show.ts')).show(ref, options, context)),
    );
  about('status', words.status).action(async (ref: string) =>
    run((await import('./show.ts')).status(ref, context)),
  );
  ticket
    .command('sync')
    .description(words.sync)
    .action(async () => run((await import('./show.ts')).sync(context)));
  about('comment', words.comment)
    .argument('[text]', words.text)
    .option('--edit', words.editText)
    .action(async (ref: string, text: string | undefined, options: TextOptions) =>
      run((await import('./life.ts')).comment(ref, text, options, context)),
    );
  about('attach', words.attach)
    .argument('<file>', words.file)
    .action(async (ref: string, file: string) => run((await import('./life.ts')).attach(ref, file, context)));
  about('escalate', words.escalate)
    .option('--reason <text>', words.reason)
    .option('--level <line>', words.level, numberWithin(2, 9, words))
    .action(async (ref: string, options: EscalateOptions) =>
      run((await import('./life.ts')).escalate(ref, options, context)),
    );
  about('close', words.close)
    .option('--solved', words.solved)
    .option('--no-solved', words.notSolved)
    .option('--rating <number>', words.rating, numberWithin(1, 5, words))
    .option('--words <text>', words.words)
    .action(async (ref: string, options: CloseOptions) =>
      run((await import('./life.ts')).close(ref, options, context)),
    );
  about('reopen', words.reopen)
    .argument('[text]', words.text)
    .action(async (ref: string, text: string | undefined) =>
      run((await import('./life.ts')).reopen(ref, text, context)),
    );
  about('rate', words.rate)
    .argument('<stars>', words.rating, numberWithin(1, 5, words))
    .argument('[text]', words.words)
    .action(async (ref: string, stars: number, text: string | undefined) =>
      run((await import('./life.ts')).rate(ref, stars, text, context)),
    );
  about('open', words.open).action(async (ref: string) =>
    run((await import('./open.ts')).open(ref, context)),
  );
};

const numberWithin =
  (least: number, most: number, { badNumber }: LifeWords) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(badNumber(least, most));
    }
    return value;
  };

/** `check`: how it is called. What it does is in check/act.ts. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { TAGS, type Tag } from '../contract.ts';
import type { Context } from './context.ts';

export const FORMATS = ['text', 'json', 'junit', 'nagios', 'html'] as const;

export interface CheckOptions {
  readonly format: (typeof FORMATS)[number];
  readonly all?: true;
  readonly tag?: readonly Tag[];
  readonly skip?: readonly string[];
  readonly output?: string;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly failOn?: 'warning' | 'critical';
  /** Seconds. */
  readonly timeout?: number;
}

const MAX_SECONDS = 600;

export const registerCheck = (program: Command, context: Context): void => {
  const { words } = context;
  program
    .command('check')
    .description(words.check)
    .argument('[module...]', words.modules)
    .option('--all', words.all)
    .addOption(new Option('--tag <tag>', words.tag).choices(TAGS).argParser(oneMoreOf(TAGS, context)))
    .option('--skip <module>', words.skip, (name: string, before: readonly string[] = []) => [
      ...before,
      name,
    ])
    .addOption(new Option('--format <format>', words.format).choices(FORMATS).default('text'))
    .option('--output <file>', words.output)
    .option('--quiet', words.quiet)
    .option('--verbose', words.verbose)
    .addOption(new Option('--fail-on <severity>', words.failOn).choices(['warning', 'critical']))
    .option('--timeout <seconds>', words.timeout, secondsWithin(context))
    .action(async (modules: readonly string[], options: CheckOptions) => {
      const { check } = await import('./check/act.ts');
      context.end(await check(modules, options, context));
    });
};

/** An option that may be given several times, each time with one of the choices. */
const oneMoreOf =
  (choices: readonly string[], { words }: Context) =>
  (text: string, before: readonly string[] = []): readonly string[] => {
    if (!choices.includes(text)) throw new InvalidArgumentError(words.choicesAre(choices.join(', ')));
    return [...before, text];
  };

/** A limit in seconds, as an option's value. */
export const secondsWithin =
  ({ words }: Context) =>
  (text: string): number => {
    const value = Number(text);
    if (!(value > 0 && value <= MAX_SECONDS)) throw new InvalidArgumentError(words.badSeconds(MAX_SECONDS));
    return value;
  };

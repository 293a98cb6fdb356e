/** Options of what goes into a report. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BundleWords } from '../../language/bundle.en.ts';
import { bundleWords } from '../../language/bundle.ts';
import { bytesOf, momentOf } from '../../report/moment.ts';
import type { RedactionLevel } from '../../report/redact/redactor.ts';
import type { Context } from '../context.ts';

export interface BundleOptions {
  readonly since?: Date;
  readonly logs?: true;
  /** Bytes. */
  readonly maxSize?: number;
  readonly exclude?: readonly string[];
  readonly excludeFinding?: readonly string[];
  readonly preview?: true;
  readonly describe?: string;
  /** Public keys: age1… */
  readonly encryptTo?: readonly string[];
  readonly redact?: RedactionLevel | 'none';
  readonly yesIncludePersonalData?: true;
}

export const withBundleOptions = (command: Command, { language }: Context): Command => {
  const words = bundleWords(language);
  return command
    .option('--since <time>', words.since, momentWithin(words))
    .option('--logs', words.logs)
    .option('--max-size <size>', words.maxSize, sizeWithin(words))
    .option('--exclude <name>', words.exclude, oneMore)
    .option('--exclude-finding <code>', words.excludeFinding, oneMore)
    .option('--preview', words.preview)
    .option('--encrypt-to <recipient>', words.encryptTo, oneMore)
    .addOption(new Option('--redact <level>', words.redact).choices(['standard', 'strict', 'none']))
    .option('--yes-include-personal-data', words.yesIncludePersonalData);
};

export const oneMore = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** Who has more to say attaches it. */
export const MAX_DESCRIPTION = 10_000;

export const descriptionWithin =
  ({ language }: Context) =>
  (text: string): string => {
    if (text.length <= MAX_DESCRIPTION) return text;
    throw new InvalidArgumentError(bundleWords(language).tooLong(MAX_DESCRIPTION));
  };

/** A moment that has passed, as an option's value. */
export const momentWithin =
  (words: BundleWords) =>
  (text: string): Date => {
    const now = new Date();
    const moment = momentOf(text, now.getTime());
    if (moment !== undefined) return moment;
    const isLater = momentOf(text, Number.MAX_SAFE_INTEGER) !== undefined;
    throw new InvalidArgumentError(isLater ? words.notYet(now.toISOString()) : words.badSince);
  };

const sizeWithin =
  (words: BundleWords) =>
  (text: string): number => {
    const bytes = bytesOf(text);
    if (bytes === undefined) throw new InvalidArgumentError(words.badSize);
    return bytes;
  };

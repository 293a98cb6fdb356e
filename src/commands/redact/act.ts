/** `redact`: a text in, the same text without anything personal out; what was hidden is told beside it. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { local } from '../../host/local.ts';
import { redactWords } from '../../language/redact.ts';
import { reportWords } from '../../language/report.ts';
import { oneLine } from '../../output/untrusted.ts';
import { ownNames } from '../../report/redact/own.ts';
import { type RedactionLevel, randomKey, redactor } from '../../report/redact/redactor.ts';
import { blocks, redactStream } from '../../report/redact/stream.ts';
import { withholding } from '../../report/redact/withhold.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { hiddenLine } from '../hidden-line.ts';
import { print, printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { keep } from './keep.ts';

const BLOCK_BYTES = 256 * 1024;

export const redact = async (
  file: string | undefined,
  level: RedactionLevel | undefined,
  context: Context,
): Promise<number> => {
  const { config, language } = await setUp(context);
  const words = redactWords(language);
  const { signal, status } = watchInterrupts();
  const hide = redactor({ key: randomKey(), ...config.redact, ...(level !== undefined && { level }) });
  hide.learn(await ownNames(local(), signal));
  const isStream = file === undefined || file === '-';
  const { pass, lines } = withholding(hide.leaksIn, words.withheld);
  if (isStream && process.stdin.isTTY === true) await printError(words.typing);
  try {
    // What can be read twice is read whole before anything is written: a name is known from its first line on.
    const isKnown = !isStream && statSync(file).isFile();
    if (isKnown) {
      for await (const block of blocks(reading(file, signal))) hide.learnText(block);
    }
    for await (const text of redactStream(
      isStream ? untilEnded(signal) : reading(file, signal),
      isKnown ? hide.learnedText : hide.text,
    )) {
      await print(pass(text));
      if (process.stdout.destroyed) break;
    }
  } catch (cause) {
    if (!signal.aborted) throw isErrno(cause) ? unreadable(file ?? '-', cause) : cause;
  }
  await printError(hiddenLine(hide.counts(), reportWords(language)));
  const withheld = lines();
  if (withheld.length > 0) await printError(words.saidWithheld(listOf(withheld)));
  const about = isStream ? words.text : basename(file);
  await keep({ about, values: hide.values() }, config.redact, language, signal);
  return status() ?? (withheld.length > 0 ? EXIT.warning : EXIT.ok);
};

const MAX_TOLD = 20;

const listOf = (lines: readonly number[]): string =>
  `${lines.slice(0, MAX_TOLD).join(', ')}${lines.length > MAX_TOLD ? ', …' : ''}`;

const reading = (file: string, signal: AbortSignal) =>
  createReadStream(file, { highWaterMark: BLOCK_BYTES, signal });

const untilEnded = (signal: AbortSignal): NodeJS.ReadStream => {
  signal.addEventListener('abort', () => process.stdin.destroy());
  return process.stdin;
};

const isErrno = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && 'code' in cause && 'syscall' in cause;

const unreadable = (file: string, cause: NodeJS.ErrnoException): UserError => {
  const why = cause.code ?? cause.message;
  const [en, ru] = [redactWords('en'), redactWords('ru')];
  return new UserError('E_INPUT', en.unreadable(oneLine(file), why), en.unreadableHint, {
    cause,
    exitCode: EXIT.usage,
    ru: { message: ru.unreadable(oneLine(file), why), hint: ru.unreadableHint },
  });
};

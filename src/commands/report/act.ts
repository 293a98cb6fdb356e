/** `report`: takes one, shows what was hidden and what is inside, writes it where it can be written. */
import { EXIT } from '../../exit.ts';
import { bundleWords } from '../../language/bundle.ts';
import { reportWords } from '../../language/report.ts';
import { oneLine } from '../../output/untrusted.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { printError } from '../print.ts';
import type { ReportOptions } from '../report.ts';
import { setUp } from '../setup.ts';
import { encryption } from './encrypt.ts';
import { placeOf, printPaste } from './paste.ts';
import { tellMeaning } from './reveal.ts';
import { summary } from './summary.ts';
import { take } from './take.ts';
import { write } from './write.ts';

export const report = async (
  modules: readonly string[],
  options: ReportOptions,
  context: Context,
): Promise<number> => {
  const setup = await setUp(context);
  const interrupt = watchInterrupts();
  if (options.reveal !== undefined) return tellMeaning(options.reveal, setup, interrupt.signal);
  const words = reportWords(setup.language);
  const place = options.for && placeOf(options.for, setup.config.report.url);
  const lock = await encryption(options.encryptTo ?? setup.config.report.encryptTo);
  const { maxSize } = options;
  const fitting = maxSize === undefined ? {} : { maxSize: maxSize - lock.overheadBytes(maxSize) };
  const { bundle } = await take(modules, { ...options, ...fitting }, setup, interrupt.signal);
  if (place !== undefined) {
    await printPaste(bundle.report, place);
    return interrupt.status() ?? EXIT.ok;
  }
  if (interrupt.signal.aborted) return interrupt.status() ?? EXIT.interrupted;
  await printError(summary(bundle, setup.language).join('\n'));
  const isLocked = lock.recipients.length > 0;
  if (isLocked)
    await printError(bundleWords(setup.language).encrypted(lock.recipients.map(oneLine).join(', ')));
  await write(await lock.apply(bundle), { ...options, isLocked }, words);
  return EXIT.ok;
};

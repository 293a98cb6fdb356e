/** `report`: takes one, shows what was hidden and what is inside, writes it where it can be written. */
import { EXIT } from '../../exit.ts';
import { reportWords } from '../../language/report.ts';
import { paste } from '../../report/paste/markdown.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { print, printError } from '../print.ts';
import type { ReportOptions } from '../report.ts';
import { setUp } from '../setup.ts';
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
  const { bundle } = await take(modules, options, setup, interrupt.signal);
  const words = reportWords(setup.language);
  if (options.paste === true) {
    await print(`${paste(bundle.report)}\n`);
    return interrupt.status() ?? EXIT.ok;
  }
  if (interrupt.signal.aborted) return interrupt.status() ?? EXIT.interrupted;
  await printError(summary(bundle, setup.language).join('\n'));
  await write(bundle, options, words);
  return EXIT.ok;
};

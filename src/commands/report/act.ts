/** `report`: takes one, shows what was hidden and what is inside, writes it where it can be written. */
import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { bundleWords } from '../../language/bundle.ts';
import { outputWords } from '../../language/output.ts';
import { reportWords } from '../../language/report.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Bundle } from '../../report/bundle/write.ts';
import { spokenCode } from '../../report/spoken/verdict.ts';
import type { Taken } from '../../report/take.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { printError } from '../print.ts';
import type { ReportOptions } from '../report.ts';
import { setUp } from '../setup.ts';
import { encryption } from './encrypt.ts';
import { refuseIdle } from './idle.ts';
import { copyAlone, placeOf, printPaste } from './paste.ts';
import { tellMeaning } from './reveal.ts';
import { summary } from './summary.ts';
import { exclusionOf, take } from './take.ts';
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
  if (options.copy === true && place === undefined) throw copyAlone();
  refuseIdle(options);
  const lock = await encryption(options.encryptTo ?? setup.config.report.encryptTo);
  const { maxSize } = options;
  const fitting = maxSize === undefined ? {} : { maxSize: maxSize - lock.overheadBytes(maxSize) };
  const taken = await take(modules, { ...options, ...fitting }, setup, interrupt.signal);
  const isWritten = place === undefined && (options.qr !== true || options.output !== undefined);
  if (place !== undefined) await printPaste(taken, place, options);
  if (options.qr === true) {
    const isTicket = place === undefined || place.target === 'url';
    const { printQr } = await import('./qr.ts');
    await printQr(taken, {
      url: isTicket ? setup.config.report.url : undefined,
      isBeside: place !== undefined || isWritten,
    });
  }
  if (!isWritten) return interrupt.status() ?? EXIT.ok;
  if (interrupt.signal.aborted) return interrupt.status() ?? EXIT.interrupted;
  const agreed = await agreedOn(taken, options, setup.language, interrupt.signal);
  if (agreed === undefined) return interrupt.status() ?? EXIT.ok;
  await printError(outputWords(setup.language).spoken(spokenCode(agreed.report)));
  const isLocked = lock.recipients.length > 0;
  if (isLocked)
    await printError(bundleWords(setup.language).encrypted(lock.recipients.map(oneLine).join(', ')));
  await write(await lock.apply(agreed), { ...options, isLocked, leaksIn: taken.leaksIn }, words);
  return EXIT.ok;
};

/** Shown in short, or whole and asked about; nothing where it is not to be written. */
const agreedOn = async (
  taken: Taken,
  options: ReportOptions,
  language: Language,
  signal: AbortSignal,
): Promise<Bundle | undefined> => {
  if (options.preview !== true) {
    await printError(summary(taken.bundle, language).join('\n'));
    return taken.bundle;
  }
  const { preview } = await import('./preview.ts');
  const decision = await preview(
    taken,
    { exclude: exclusionOf(options), description: options.describe ?? '' },
    language,
    signal,
  );
  if (decision.kind === 'write') return decision.bundle;
  await printError(bundleWords(language).notWritten);
  return undefined;
};

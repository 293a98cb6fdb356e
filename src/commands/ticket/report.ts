/** The report that goes with a ticket. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { reportWords } from '../../language/report.ts';
import { ticketWords } from '../../language/ticket.ts';
import { oneLine } from '../../output/untrusted.ts';
import { isEncrypted } from '../../report/age/decrypt.ts';
import { contentOf, type OpenedBundle, openBundle } from '../../report/bundle/open.ts';
import { lastReport } from '../../state.ts';
import { printError } from '../print.ts';
import { encryption } from '../report/encrypt.ts';
import { summary } from '../report/summary.ts';
import { take } from '../report/take.ts';
import { keep } from '../report/write.ts';
import type { Setup } from '../setup.ts';

export interface FoundReport {
  readonly path: string;
  /** Absent where it is encrypted: nobody but its recipients can look into it. */
  readonly bundle?: OpenedBundle;
}

/** The one that was named, the last one, or a new one; nothing after an interruption. */
export const reportFor = async (
  named: string | undefined,
  setup: Setup,
  signal: AbortSignal,
): Promise<FoundReport | undefined> => {
  if (named !== undefined) return opened(resolve(named), setup.language);
  const last = await lastOne(setup);
  if (last !== undefined) return last;
  const words = reportWords(setup.language);
  const { bundle } = await take([], {}, setup, signal);
  if (signal.aborted) return undefined;
  await printError(summary(bundle, setup.language).join('\n'));
  const lock = await encryption(setup.config.report.encryptTo);
  return { path: await keep(await lock.apply(bundle), words), bundle: openBundle(bundle.bytes) };
};

/** One that was encrypted goes as it is: an open one in its place would undo that. */
const opened = async (path: string, language: Language): Promise<FoundReport> => {
  const content = contentOf(path);
  if (!isEncrypted(content)) return { path, bundle: openBundle(content) };
  await printError(ticketWords(language).sealedOff);
  return { path };
};

/** One that cannot be opened any more is as good as none. */
const lastOne = async ({ language }: Setup): Promise<FoundReport | undefined> => {
  const path = lastReport();
  if (path === undefined || !existsSync(path)) return undefined;
  const words = ticketWords(language);
  try {
    const found = await opened(path, language);
    await printError(words.lastOne(oneLine(path)));
    return found;
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    await printError(words.lastUnusable(oneLine(path)));
    return undefined;
  }
};

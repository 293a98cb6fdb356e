/** Asks whether a report really is to hide nothing: what that means, and a yes in so many words. */

import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { bundleWords } from '../../language/bundle.ts';
import { isPromptable } from '../terminal.ts';
import { unlessLeft } from '../ticket/ask.ts';
import type { BundleOptions } from './options.ts';

/** Without a terminal only the option itself is a yes. */
export const agreeToHideNothing = async (
  { redact, yesIncludePersonalData }: BundleOptions,
  language: Language,
  signal: AbortSignal,
): Promise<void> => {
  if (redact !== 'none' || yesIncludePersonalData === true) return;
  if (isPromptable(process)) {
    const { confirm } = await import('@inquirer/prompts');
    const question = { message: bundleWords(language).hideNothing, default: false };
    if ((await confirm(question, { output: process.stderr, signal }).catch(unlessLeft)) === true) return;
  }
  const [en, ru] = [bundleWords('en'), bundleWords('ru')];
  throw new UserError('E_REPORT_UNREDACTED', en.notAgreed, en.notAgreedHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.notAgreed, hint: ru.notAgreedHint },
  });
};

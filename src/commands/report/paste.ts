/** `report --for`: the report as a text to paste, and what it had to leave out. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { pasteWords } from '../../language/paste.ts';
import type { Report } from '../../report/model.ts';
import { type Paste, paste, pasteUrl } from '../../report/paste/paste.ts';
import type { TargetName } from '../../report/paste/places.ts';
import type { Redactor } from '../../report/redact/redactor.ts';
import { refuseInPaste } from '../last-look.ts';
import { print, printError } from '../print.ts';
import type { ReportOptions } from '../report.ts';

export interface Place {
  readonly target: TargetName;
  /** Where `url` opens a ticket. */
  readonly url: string;
}

/** Refused before anything is read, where it could not be told afterwards. */
export const placeOf = (target: TargetName, url: string | undefined): Place => {
  if (target === 'url' && url === undefined) throw noUrl();
  return { target, url: url ?? '' };
};

/** What a paste is made from. */
export interface Made {
  readonly bundle: { readonly report: Report };
  readonly leaksIn: Redactor['leaksIn'];
}

export const printPaste = async (
  { bundle: { report }, leaksIn }: Made,
  { target, url }: Place,
  { copy }: Pick<ReportOptions, 'copy'>,
): Promise<void> => {
  const pasted = target === 'url' ? pasteUrl(report, url) : paste(report, target);
  refuseInPaste({ paste: pasted.text }, leaksIn);
  await print(`${pasted.text}\n`);
  await tellLoss(pasted, report);
  if (copy !== true) return;
  const { copyText } = await import('./copy.ts');
  await printError(await copyText(pasted.text, pasteWords(report.language)));
};

const tellLoss = async ({ leftOut, form }: Paste, { language }: Report): Promise<void> => {
  const words = pasteWords(language);
  if (leftOut > 0) await printError(words.saidLeftOut(leftOut));
  if (form === 'codes') await printError(words.saidCodes);
};

export const copyAlone = (): UserError => {
  const [en, ru] = [pasteWords('en'), pasteWords('ru')];
  return new UserError('E_REPORT_COPY', en.copyAlone, en.copyAloneHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.copyAlone, hint: ru.copyAloneHint },
  });
};

const noUrl = (): UserError => {
  const [en, ru] = [pasteWords('en'), pasteWords('ru')];
  return new UserError('E_REPORT_URL', en.noUrl, en.noUrlHint, {
    exitCode: EXIT.config,
    ru: { message: ru.noUrl, hint: ru.noUrlHint },
  });
};

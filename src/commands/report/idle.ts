/** Options that would change nothing are refused: who gives one relies on it. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { pasteWords } from '../../language/paste.ts';
import type { ReportOptions } from '../report.ts';

/** All of them are about the file; with --for, and with --qr alone, none is written. */
export const refuseIdle = (options: ReportOptions): void => {
  const shown = options.for !== undefined ? `--for ${options.for}` : '--qr';
  const isFile = options.for === undefined && (options.qr !== true || options.output !== undefined);
  if (isFile) return;
  const idle = [
    ...(options.output === undefined ? [] : ['--output']),
    ...(options.preview === undefined ? [] : ['--preview']),
    ...(options.encryptTo === undefined ? [] : ['--encrypt-to']),
    ...(options.logs === undefined ? [] : ['--logs']),
  ];
  const [first] = idle;
  if (first === undefined) return;
  const [en, ru] = [pasteWords('en'), pasteWords('ru')];
  const which = options.for === undefined ? 'qr' : 'for';
  throw new UserError('E_REPORT_IDLE', en.idle(shown, idle.join(', ')), en.idleHint[which], {
    exitCode: EXIT.usage,
    ru: { message: ru.idle(shown, idle.join(', ')), hint: ru.idleHint[which] },
  });
};

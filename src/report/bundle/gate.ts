/** Refuses a bundle in which a secret still stands, and tells where. */
import { UserError } from '../../errors.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { Files } from './archive.ts';

const MAX_PLACES = 5;

export const refuseLeaks = (files: Files, { leaksIn }: Pick<Redactor, 'leaksIn'>): void => {
  const places = [...files].flatMap(([name, content]) =>
    leaksIn(content.toString('utf8')).map((line) => `${name}:${line}`),
  );
  if (places.length === 0) return;
  const list = `${places.slice(0, MAX_PLACES).join(', ')}${places.length > MAX_PLACES ? ', …' : ''}`;
  throw new UserError(
    'E_REPORT_SECRET',
    `A secret still stands in the report, so it was not written: ${list}`,
    'Leave that out (techsupport report --exclude NAME), or name its words under redact.words in the configuration.',
    {
      ru: {
        message: `В отчёте всё ещё есть секрет, поэтому он не записан: ${list}`,
        hint: 'Исключите это (techsupport report --exclude ИМЯ) или впишите его слова в redact.words в настройках.',
      },
    },
  );
};

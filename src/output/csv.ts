/** Comma-separated values (RFC 4180) for a spreadsheet that takes some texts for formulas. */
import { cleanText } from './untrusted.ts';

export type Cell = string | number | null;

export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');

/** Also the wide forms, which spreadsheets in East Asian languages take for the same signs. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // Before the text is cleaned too: what is written out then would be no sign any more.
  const safe = FORMULA.test(cell) ? `'${cleanText(cell)}` : cleanText(cell);
  return /[",;'\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

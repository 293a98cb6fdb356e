/** Tables whose heads say what a column holds, as `lsblk -o` and `nmcli -f` print them. */
import type { Kind } from './contexts.ts';

const COLUMNS: ReadonlyMap<string, Kind> = new Map([
  ['SERIAL', 'serial'],
  ['WWN', 'serial'],
  ['SSID', 'ssid'],
  ['SerialNumber', 'serial'],
]);

const HEAD =
  /^(?:(?=[^a-z\n]*\b(?:SERIAL|WWN|SSID)\b)[A-Z][A-Z0-9:%_-]*(?: {1,40}[A-Z][A-Z0-9:%_-]*){1,30}|(?=[^\n]{0,300}\bSerialNumber\b)[A-Z]\w*(?: {2,40}[A-Z]\w*){0,30})[ \t]*$/gm;
const MAX_ROWS = 200;

export interface Cell {
  readonly kind: Kind;
  readonly value: string;
}

/** What stands in columns of a kind, down to the next empty line. */
export const cellsIn = (text: string): readonly Cell[] =>
  [...text.matchAll(HEAD)].flatMap(({ 0: head, index }) => {
    const from = index + head.length + 1;
    const end = text.indexOf('\n\n', from);
    const rows = text.slice(from, end < 0 ? undefined : end).split('\n', MAX_ROWS);
    return columnsOf(head).flatMap(({ kind, begins, ends }) =>
      rows.flatMap((row) => {
        // A row that is shifted is none of this table: a value begins below its head, behind a space.
        if (/\S/.test(row[begins - 1] ?? ' ')) return [];
        const value = row.slice(begins, ends).trim();
        return value === '' || / {2}/.test(value) ? [] : [{ kind, value }];
      }),
    );
  });

const columnsOf = (head: string) => {
  const names = [...head.matchAll(/\S+/g)];
  return names.flatMap(({ 0: name, index }, at) => {
    const kind = COLUMNS.get(name);
    return kind === undefined ? [] : [{ kind, begins: index, ends: names[at + 1]?.index }];
  });
};

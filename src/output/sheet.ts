/** A sheet of figures: tables whose rows may have a bar. It has its words already. */
import { oneLine } from './untrusted.ts';
import { length } from './wrap.ts';

export interface Row {
  readonly cells: readonly string[];
  /** How full its bar is: 0 to 1. Absent where there is nothing to draw. */
  readonly share?: number;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Sheet {
  readonly language: 'en' | 'ru';
  readonly title: string;
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
}

export interface SheetScreen {
  readonly width: number;
  readonly ascii: boolean;
}

const BAR_WIDTH = 12;
const MAX_CELL = 40;
const GAP = '  ';

export const sheetText = (sheet: Sheet, screen: SheetScreen): string =>
  [
    oneLine(sheet.title),
    ...sheet.notes.map(oneLine),
    ...sheet.tables.flatMap((table) => tableLines(table, screen)),
  ].join('\n');

const tableLines = ({ title, columns, rows }: Table, screen: SheetScreen): readonly string[] => {
  const hasBars = rows.some(({ share }) => share !== undefined);
  const lines = [columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(cellOf));
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => length(cells[at] ?? ''))));
  const wide = widths.reduce((sum, one) => sum + one + GAP.length, hasBars ? BAR_WIDTH : 0);
  // A narrow window loses the bars first: the numbers stand beside them.
  const drawn = hasBars && wide <= screen.width;
  return [
    '',
    oneLine(title),
    ...lines.map((cells, at) => {
      const row = rows[at - 1];
      const [first = '', ...others] = cells.map((cell, column) => padded(cell, widths[column] ?? 0, column));
      const bar = drawn ? [at === 0 ? ' '.repeat(BAR_WIDTH) : barOf(row?.share, screen.ascii)] : [];
      return `  ${[first, ...bar, ...others].join(GAP)}`.trimEnd();
    }),
  ];
};

const cellOf = (text: string): string => {
  const line = oneLine(text);
  return line.length > MAX_CELL ? `${line.slice(0, MAX_CELL - 1)}…` : line;
};

/** Names to the left, figures to the right. */
const padded = (text: string, width: number, column: number): string => {
  const blank = ' '.repeat(Math.max(0, width - length(text)));
  return column === 0 ? text + blank : blank + text;
};

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** What is there but small is seen all the same. */
export const barOf = (share: number | undefined, ascii: boolean, width = BAR_WIDTH): string => {
  if (share === undefined || Number.isNaN(share)) return ' '.repeat(width);
  const within = Math.min(1, Math.max(0, share));
  if (ascii) {
    const filled = within > 0 ? Math.max(1, Math.round(within * width)) : 0;
    return '#'.repeat(filled).padEnd(width, '.');
  }
  const eighths = within > 0 ? Math.max(1, Math.round(within * width * 8)) : 0;
  return `${'█'.repeat(Math.floor(eighths / 8))}${EIGHTHS[eighths % 8] ?? ''}`.padEnd(width, '░');
};

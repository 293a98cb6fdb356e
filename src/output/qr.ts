/** A QR code in a terminal: dark on light, whatever the colours of the terminal are. */
import { encode } from 'uqr';

export interface QrRoom {
  readonly columns: number;
  /** A code that does not stand in one window cannot be photographed. */
  readonly rows: number;
  /** For terminals that show nothing but ASCII. */
  readonly ascii: boolean;
  /** Whether colours may be set: then background and foreground are ours, not the terminal's. */
  readonly colour: boolean;
}

/** Beyond this a phone at arm's length sees no modules any more. */
const MAX_VERSION = 25;
/** The standard asks for four; phones need two, and a terminal has few columns. */
const QUIET = 2;

/** Nothing where it would not fit, or not be readable. */
export const drawQr = (text: string, { columns, rows, ascii, colour }: QrRoom): string | undefined => {
  const modules = matrix(text);
  if (modules === undefined) return undefined;
  const drawn = ascii ? inPairs(modules) : inHalves(modules);
  const [first = ''] = drawn;
  if (first.length > columns || drawn.length > rows) return undefined;
  return drawn.map((line) => (colour ? `\u001b[97;40m${line}\u001b[0m` : line)).join('\n');
};

/** True is dark. */
const matrix = (text: string): readonly (readonly boolean[])[] | undefined => {
  try {
    return encode(text, { ecc: 'L', border: QUIET, maxVersion: MAX_VERSION }).data;
  } catch {
    return undefined;
  }
};

/** Light modules are drawn, dark ones are left black: two rows in one, since a character is twice as high as wide. */
const inHalves = (rows: readonly (readonly boolean[])[]): readonly string[] =>
  rows
    .filter((_, at) => at % 2 === 0)
    .map((upper, at) =>
      upper.map((isDark, column) => HALVES[`${isDark}${rows[at * 2 + 1]?.[column] ?? true}`] ?? ' ').join(''),
    );

const HALVES: Readonly<Record<string, string>> = {
  truetrue: ' ',
  truefalse: '▄',
  falsetrue: '▀',
  falsefalse: '█',
};

const inPairs = (rows: readonly (readonly boolean[])[]): readonly string[] =>
  rows.map((row) => row.map((isDark) => (isDark ? '  ' : '##')).join(''));

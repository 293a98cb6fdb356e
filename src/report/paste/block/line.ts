/**
 * One line of a block: `TSA 003/041 xY7…`. Its part (A the verdict, B the whole report), its number, how many
 * there are, then in one word: which block it is of, 37 bytes, and a check over all of that. 70 characters,
 * so that no mail program breaks it, and a reply may put a mark before it.
 */
import { createHash } from 'node:crypto';
import { fromDigits, toDigits } from './digits.ts';

/** Another format would take other letters: what this one does not know it does not misread. */
export type Part = 'A' | 'B';

export interface Line {
  readonly part: Part;
  /** From 1. */
  readonly number: number;
  readonly total: number;
  /** The same in all lines of one block. */
  readonly block: string;
  readonly payload: Buffer;
}

export const PAYLOAD_BYTES = 37;
/** Three digits number them. */
export const MAX_LINES = 999;
const BLOCK_DIGITS = 3;
const PAYLOAD_DIGITS = 50;
const CHECK_DIGITS = 5;

export const writeLine = (line: Line): string => {
  const payload = toDigits(line.payload, PAYLOAD_DIGITS);
  const [number, total] = [line.number, line.total].map((count) => String(count).padStart(3, '0'));
  return `TS${line.part} ${number}/${total} ${line.block}${payload}${checkOf(`${line.part}${number}${total}${line.block}${payload}`)}`;
};

/** What a mark promises; without a payload it does not keep it. */
export type Seen = Line | Omit<Line, 'payload'>;

const MARK = new RegExp(
  `TS([AB])(\\d{3})(\\d{3})([0-9A-Za-z]{${BLOCK_DIGITS}})(?=([0-9A-Za-z]{${PAYLOAD_DIGITS}})([0-9A-Za-z]{${CHECK_DIGITS}})|)`,
  'g',
);

/** Every line that begins anywhere in text of which only letters and digits are left. */
export const linesIn = (letters: string): readonly Seen[] =>
  [...letters.matchAll(MARK)].flatMap((found): readonly Seen[] => {
    const [, part = '', number = '', total = '', block = '', payload = '', check = ''] = found;
    if (Number(number) < 1 || Number(number) > Number(total)) return [];
    const mark = {
      part: part === 'A' ? 'A' : 'B',
      number: Number(number),
      total: Number(total),
      block,
    } as const;
    const bytes =
      check !== '' && checkOf(`${part}${number}${total}${block}${payload}`) === check
        ? fromDigits(payload, PAYLOAD_BYTES)
        : undefined;
    return [bytes === undefined ? mark : { ...mark, payload: bytes }];
  });

/** Whether a line begins that only a later version writes: the same shape under other letters. */
export const hasNewerLine = (letters: string): boolean => NEWER.test(letters);

const NEWER = new RegExp(`TS[C-Z]\\d{6}[0-9A-Za-z]{${BLOCK_DIGITS + PAYLOAD_DIGITS + CHECK_DIGITS}}`);

const checkOf = (content: string): string =>
  toDigits(createHash('sha256').update(content).digest().subarray(0, 4), CHECK_DIGITS);

/** Names a block by its content. */
export const blockName = (content: Uint8Array): string =>
  toDigits(createHash('sha256').update(content).digest().subarray(0, 4), BLOCK_DIGITS);

/** Hides what is personal in a text of any length, in bounded memory: block by block, cut where a line ends. */
import { TextDecoder } from 'node:util';
import type { Redactor } from './redactor.ts';
import { allOf } from './sieve/all.ts';

/** A line without an end is cut at the last of these that is far enough. */
const MAX_LINE = 1024 * 1024;
const KEY_BEGINS = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const KEY_ENDS = '-----END ';
const MAX_KEY = 32 * 1024;

/** Bytes in, text in whole lines out; the last one may have no end. */
export async function* blocks(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let rest = '';
  for await (const chunk of input) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    rest += decoder.decode(chunk, { stream: true });
    const end = endOf(rest);
    if (end > 0) yield rest.slice(0, end);
    rest = rest.slice(end);
  }
  rest += decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

export async function* redactStream(
  input: AsyncIterable<Uint8Array>,
  hide: Redactor['text'],
): AsyncGenerator<string> {
  for await (const block of blocks(input)) yield hide(block);
}

/** Windows PowerShell writes files in UTF-16 when its output is redirected. */
const encodingOf = (chunk: Uint8Array): string => {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8';
};

/** How much of a text may go: up to the last line's end, and never the half of a key of many lines. */
const endOf = (text: string): number => {
  const end = text.lastIndexOf('\n') + 1;
  if (end === 0) return text.length > MAX_LINE ? gapBefore(text) : 0;
  const begin = allOf(text.slice(Math.max(0, end - MAX_KEY), end), KEY_BEGINS).at(-1);
  if (begin === undefined) return end;
  const at = Math.max(0, end - MAX_KEY) + begin.index;
  return text.indexOf(KEY_ENDS, at) < 0 ? text.lastIndexOf('\n', at) + 1 : end;
};

const gapBefore = (text: string): number => {
  const gap = Math.max(...[' ', ',', ';', '\t'].map((sign) => text.lastIndexOf(sign)));
  return gap > 0 ? gap + 1 : text.length;
};

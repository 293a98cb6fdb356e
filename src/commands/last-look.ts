/** The last look at what leaves this computer by another way than in a report's file: pasted, typed or attached. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { UserError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { RedactWords } from '../language/redact.en.ts';
import { redactWords } from '../language/redact.ts';
import { oneLine } from '../output/untrusted.ts';
import { leaksIn } from '../report/redact/gate.ts';
import type { Redactor } from '../report/redact/redactor.ts';
import { blocks } from '../report/redact/stream.ts';

type LeaksIn = Redactor['leaksIn'];

const MAX_PLACES = 5;

/** By what a person knows them by. */
type Texts = Readonly<Record<string, string>>;

/** What was made from a report, as it would be printed, copied or drawn. */
export const refuseInPaste = (texts: Texts, leaks: LeaksIn): void => {
  const places = placesIn(texts, leaks);
  if (places.length > 0)
    throw refusal(places, (words, list) => ({ message: words.pasteLeaks(list), hint: words.pasteLeaksHint }));
};

/** What a person wrote, and what a ticket tells beside it. */
export const refuseInWords = (texts: Texts): void => {
  const places = placesIn(texts, byRulesAlone);
  if (places.length > 0)
    throw refusal(places, (words, list) => ({ message: words.wordsLeak(list), hint: words.wordsLeakHint }));
};

/** A file that is sent as it is, as far as it is a text; what is packed or encrypted was looked at before. */
export const refuseInFile = async (path: string): Promise<void> => {
  const places: string[] = [];
  const name = oneLine(basename(path));
  let line = 0;
  for await (const text of textOf(path)) {
    places.push(...byRulesAlone(text).map((at) => `${name}:${line + at}`));
    if (places.length > MAX_PLACES) break;
    line += text.split('\n').length - 1;
  }
  if (places.length > 0)
    throw refusal(places, (words, list) => ({ message: words.fileLeaks(list), hint: words.fileLeaksHint }));
};

const byRulesAlone: LeaksIn = (text) => leaksIn(text, []);

const placesIn = (texts: Texts, leaks: LeaksIn): readonly string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    [...new Set(readings(text).flatMap(leaks))].map((line) => `${name}:${line}`),
  );

/** As it stands, as Markdown shows it, and as the address of a page says it. */
const readings = (text: string): readonly string[] => {
  const shown = text.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  const said = text.replace(/(?:%[0-9a-f]{2})+/gi, decoded);
  return [...new Set([text, shown, said])];
};

const decoded = (bytes: string): string => {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes;
  }
};

const CHUNK_BYTES = 256 * 1024;

/** What cannot be read is told by whoever reads it next. */
async function* textOf(path: string): AsyncGenerator<string> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return;
  try {
    for await (const text of blocks(createReadStream(path, { highWaterMark: CHUNK_BYTES }))) {
      if (text.includes('\0')) return;
      yield text;
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
  }
}

interface Said {
  readonly message: string;
  readonly hint: string;
}

const refusal = (places: readonly string[], say: (words: RedactWords, list: string) => Said): UserError => {
  const list = `${places.slice(0, MAX_PLACES).join(', ')}${places.length > MAX_PLACES ? ', …' : ''}`;
  const { message, hint } = say(redactWords('en'), list);
  return new UserError('E_REPORT_SECRET', message, hint, {
    exitCode: EXIT.usage,
    ru: say(redactWords('ru'), list),
  });
};

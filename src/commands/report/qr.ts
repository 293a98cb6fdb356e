/** `report --qr`: for the phone, when the computer is offline: the filled-in ticket, or the verdict. */
import { pasteWords } from '../../language/paste.ts';
import { drawQr, type QrRoom } from '../../output/qr.ts';
import type { Report } from '../../report/model.ts';
import { writeBlock } from '../../report/paste/block/write.ts';
import { briefUrl, pasteUrl } from '../../report/paste/paste.ts';
import { spokenCode } from '../../report/spoken/verdict.ts';
import { refuseInPaste } from '../last-look.ts';
import { print, printError } from '../print.ts';
import { screenOf } from '../terminal.ts';
import type { Made } from './paste.ts';

export interface QrWish {
  /** Where a ticket is opened, if it is a ticket that is drawn. */
  readonly url: string | undefined;
  /** Whether something else is the answer on the standard output. */
  readonly isBeside: boolean;
}

export const printQr = async (
  { bundle: { report }, leaksIn }: Made,
  { url, isBeside }: QrWish,
): Promise<void> => {
  const words = pasteWords(report.language);
  const room = roomOf(isBeside ? process.stderr : process.stdout);
  const code = spokenCode(report);
  const contents = [
    ...(url === undefined ? blocks(report) : tickets(report, url)),
    // In ASCII: which encoding a short text is in, readers guess, and Cyrillic they guess wrong.
    { text: `techsupport ${code} ${report.status}`, said: words.qrSpoken },
  ];
  for (const { text, said } of contents) {
    const drawn = drawQr(text, room);
    if (drawn === undefined) continue;
    refuseInPaste({ qr: text }, leaksIn);
    await (isBeside ? printError(drawn) : print(`${drawn}\n`));
    return printError(said);
  }
  await printError(words.qrNoRoom(words.spokenIs(code, words.statuses[report.status])));
};

interface Content {
  readonly text: string;
  readonly said: string;
}

/** Characters of a link, as much as windows from the largest to the smallest have room for. */
const LINK_LIMITS = [1_250, 850, 450];

const tickets = (report: Report, url: string): readonly Content[] =>
  [...LINK_LIMITS.map((limit) => pasteUrl(report, url, limit).text), briefUrl(report, url)].map((text) => ({
    text,
    said: pasteWords(report.language).qrTicket,
  }));

/** What stands between the letters is for people; the reader does without. */
const blocks = (report: Report): readonly Content[] =>
  (['wordless', 'codes'] as const).flatMap((form) => {
    const lines = writeBlock(report, form);
    if (lines === undefined) return [];
    return [{ text: lines.join('').replace(/[ /]/g, ''), said: pasteWords(report.language).qrBlock[form] }];
  });

/** What is said below it, and the prompt. */
const ROWS_BELOW = 3;

/** A file or a pipe has no rows to run out of. */
const roomOf = (stream: NodeJS.WriteStream): QrRoom => {
  const { ascii, colour } = screenOf(stream, process.env);
  const { columns = 0, rows = 0 } = stream;
  return {
    columns: columns > 0 ? columns : 80,
    rows: rows > 0 ? rows - ROWS_BELOW : Number.POSITIVE_INFINITY,
    ascii,
    colour,
  };
};

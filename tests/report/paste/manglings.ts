/** What mail programs, chats, forums and people do to a text. Each is made after what a real one does. */

export interface Mangling {
  readonly name: string;
  readonly mangle: (text: string) => string;
  /** Whether everything is still there, or something is gone for good. */
  readonly leaves: 'all' | 'less';
}

const lines = (text: string): string[] => text.split('\n');
const each = (change: (line: string, at: number) => string) => (text: string) =>
  lines(text).map(change).join('\n');

/** As fold(1) and old mail programs break lines: in the middle of a word. */
const fold = (width: number) => (text: string) =>
  lines(text)
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
    .join('\n');

/** As fmt(1) and mail programs do it: at blanks, lines of a paragraph run together. */
const refill = (width: number) => (text: string) => {
  const filled: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = filled.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) filled.push(word);
    else filled[filled.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return filled.join('\n');
};

const smart = (text: string): string =>
  text
    .replace(/(^|\s)"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll("'", '’')
    .replaceAll('--', '—')
    .replaceAll(' - ', ' – ')
    .replaceAll('...', '…');

const html = (text: string): string =>
  `<html><body><div class="gmail_quote"><blockquote style="margin:0 0 0 .8ex">${text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(' ', '&nbsp;')
    .replaceAll('\n', '<br>\n')}</blockquote></div></body></html>`;

const quotedPrintable = (text: string): string =>
  lines(text)
    .map((line) =>
      [...Buffer.from(line)]
        .map((byte) =>
          byte < 0x20 || byte > 0x7e || byte === 0x3d
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
        )
        .join('')
        .replace(/ $/, '=20')
        .replace(/(?:=..|.){1,70}(?=.)/g, '$&=\r\n'),
    )
    .join('\r\n');

const isBlock = (line: string): boolean => /^TS[AB] /.test(line);

/** The lines of the block changed, all others left. */
const inBlock = (change: (block: string[]) => string[]) => (text: string) => {
  const all = lines(text);
  const [before, block] = [all.slice(0, all.findIndex(isBlock)), all.filter(isBlock)];
  return [...before, ...change(block), ...all.slice(before.length).filter((line) => !isBlock(line))].join(
    '\n',
  );
};

export const manglings: readonly Mangling[] = [
  { name: 'unchanged', leaves: 'all', mangle: (text) => text },
  { name: 'quoted with >', leaves: 'all', mangle: each((line) => `> ${line}`) },
  { name: 'quoted five times', leaves: 'all', mangle: each((line) => `> >>> > ${line}`) },
  { name: 'quoted with | and initials', leaves: 'all', mangle: each((line) => `AB> | ${line}`) },
  { name: 'broken at 72 characters', leaves: 'all', mangle: fold(72) },
  { name: 'broken at 60 characters', leaves: 'all', mangle: fold(60) },
  {
    name: 'quoted, then broken at 60',
    leaves: 'all',
    mangle: (text) => fold(60)(each((line) => `>> ${line}`)(text)),
  },
  {
    name: 'broken at 60, then quoted',
    leaves: 'all',
    mangle: (text) => each((line) => `>> ${line}`)(fold(60)(text)),
  },
  {
    name: 'broken at 60, quoted by initials',
    leaves: 'all',
    mangle: (text) => each((line) => `JD> ${line}`)(fold(60)(text)),
  },
  { name: 'filled into paragraphs of 72', leaves: 'all', mangle: refill(72) },
  { name: 'all in one line', leaves: 'all', mangle: (text) => text.replaceAll('\n', ' ') },
  { name: 'line ends of Windows', leaves: 'all', mangle: (text) => text.replaceAll('\n', '\r\n') },
  {
    name: 'blanks at the ends of lines',
    leaves: 'all',
    mangle: each((line, at) => `${line}${' '.repeat(at % 4)}\t`),
  },
  { name: 'an empty line after each', leaves: 'all', mangle: each((line) => `${line}\n`) },
  { name: 'non-breaking spaces', leaves: 'all', mangle: (text) => text.replaceAll(' ', '\u00a0') },
  { name: 'zero-width marks', leaves: 'all', mangle: (text) => text.replace(/.{20}/gu, '$&\u200b') },
  { name: 'smart quotes and dashes', leaves: 'all', mangle: smart },
  { name: 'HTML of a mail', leaves: 'all', mangle: html },
  {
    name: 'HTML with entities only',
    leaves: 'all',
    mangle: (text) => text.replaceAll('\n', '&#10;').replaceAll(' ', '&#160;'),
  },
  { name: 'quoted-printable', leaves: 'all', mangle: quotedPrintable },
  { name: 'HTML in quoted-printable', leaves: 'all', mangle: (text) => quotedPrintable(html(text)) },
  {
    name: 'a mail in base64',
    leaves: 'all',
    mangle: (text) =>
      `MIME-Version: 1.0\nContent-Transfer-Encoding: base64\nContent-Type: text/plain; charset="utf-8"\n\n${(
        Buffer.from(text)
          .toString('base64')
          .match(/.{1,76}/g) ?? []
      ).join('\n')}\n`,
  },
  {
    name: 'indented, with list marks',
    leaves: 'all',
    mangle: each((line, at) => `    ${'-*•'.charAt(at % 3)} ${line}`),
  },
  {
    name: 'with line numbers',
    leaves: 'all',
    mangle: each((line, at) => `${String(at + 1).padStart(6)}\t${line}`),
  },
  {
    name: 'broken at 60, then numbered',
    leaves: 'all',
    mangle: (text) => each((line, at) => `${at + 1}. ${line}`)(fold(60)(text)),
  },
  {
    name: 'amid talk',
    leaves: 'all',
    mangle: (text) =>
      `Hi all,\n\nsee TSA 001/003 below, thanks!\n\n${lines(text)
        .flatMap((line, at) =>
          at % 5 === 0 ? [line, 'On Mon, 2 Mar 2026 at 10:11, Bob <b@x.test> wrote:'] : [line],
        )
        .join('\n')}\n\nBest\nAnn`,
  },
  { name: 'lines in reverse', leaves: 'all', mangle: inBlock((block) => block.reverse()) },
  {
    name: 'every line twice',
    leaves: 'all',
    mangle: inBlock((block) => block.flatMap((line) => [line, line])),
  },
  {
    name: 'a whole copy beneath a damaged one',
    leaves: 'all',
    mangle: (text) => `${inBlock((block) => block.slice(0, 5))(text)}\n${each((line) => `> ${line}`)(text)}`,
  },
  {
    name: 'the last tenth cut off with …',
    leaves: 'less',
    mangle: (text) => `${text.slice(0, Math.floor(text.length * 0.9))}…`,
  },
  {
    name: 'only the first twelve lines of it',
    leaves: 'less',
    mangle: inBlock((block) => block.slice(0, 12)),
  },
  {
    name: 'one line missing in the middle',
    leaves: 'less',
    mangle: inBlock((block) => block.filter((_, at) => at !== block.length >> 1)),
  },
  { name: 'the first line missing', leaves: 'less', mangle: inBlock((block) => block.slice(1)) },
  {
    name: 'one character changed',
    leaves: 'less',
    mangle: inBlock((block) =>
      block.map((line, at) =>
        at === 9 ? `${line.slice(0, 40)}${line[40] === 'q' ? 'r' : 'q'}${line.slice(41)}` : line,
      ),
    ),
  },
  {
    name: 'two neighbours swapped',
    leaves: 'less',
    mangle: inBlock((block) =>
      block.map((line, at) =>
        at === 9 ? line.replace(/([0-9a-z])(?!\1)([0-9a-z])(?=.{10}$)/i, '$2$1') : line,
      ),
    ),
  },
  { name: 'each line cut at 60', leaves: 'less', mangle: each((line) => line.slice(0, 60)) },
  { name: 'everything in capitals', leaves: 'less', mangle: (text) => text.toUpperCase() },
];

/** The one place where text that came from a machine is made harmless for what will show it. */

/**
 * What a terminal obeys or a reader cannot see: C0 but tab and line feed, DEL, C1, bidirectional and other
 * invisible marks, line separators, tags, halves of surrogate pairs, and what invalid UTF-8 became.
 * The last alternative is an escape that is text already, as `ip -j` prints it: inside JSON it could not
 * be told from a live one.
 */
const LIVE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]|[\u{e0000}-\u{e007f}]|\p{Cs}|\\u00(?:0[0-8bce]|1[0-9a-f]|[7][f]|[89][0-9a-f])/giu;

const visible = (found: string): string => {
  if (found.startsWith('\\')) return `\\x${found.slice(4).toLowerCase()}`;
  const code = found.codePointAt(0) ?? 0;
  if (code === 0x0d) return '\\r';
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
};

/** One text without live control characters: `\x1b` is four characters one can read. Tabs and line feeds stay. */
export const cleanText = (text: string): string => text.replaceAll('\r\n', '\n').replace(LIVE, visible);

/** The same for every text and key within plain data. */
export const clean = <T>(value: T): T => cleanAny(value) as T; // the same structure, text by text

const cleanAny = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanAny);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [cleanText(key), cleanAny(entry)]));
};

/** For a terminal: line feeds stay, tabs become blanks. */
export const forTerminal = (text: string): string => cleanText(text).replaceAll('\t', '  ');

/** For a place that holds one line: a title, a table cell, a status line. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** JSON whose text holds no control character, raw or escaped, but line feed and tab. */
export const forJson = (value: unknown, indent?: number): string =>
  JSON.stringify(clean(value), undefined, indent);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For HTML text and quoted attributes. */
export const forHtml = (text: string): string =>
  cleanText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** A word that some Markdown turns into a mention, a reference, a link, math or an emoji. */
const LIVELY =
  /[@#$`]|:\/\/|\b(?:mailto|tel|data|javascript|xmpp):|\bwww\.|\w\.[a-z]{2}|[!&~%]\w|:[\w+-]+:|\b[a-z]{2,}-\d+\b|\b[\da-f]{7,40}\b/i;

/**
 * For prose in Markdown: one line, nothing in it is markup. Words that would turn into mentions or links
 * become code, so that a command can still be copied as it is.
 */
export const forMarkdown = (text: string): string =>
  oneLine(text)
    .split(' ')
    .map((word) => (LIVELY.test(word) ? `\`${word.replaceAll('`', "'")}\`` : escapeMarks(word)))
    .join(' ')
    .replaceAll('` `', ' ')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');

const escapeMarks = (word: string): string => word.replace(/[\\*_{}[\]<>|~^]|&(?=[#\w])|!(?=\[)/g, '\\$&');

/**
 * For plain text that a mail program, a chat or a forum will look through: one line without back-ticks and
 * closing tags, in which no address can be clicked.
 */
export const forPlain = (text: string): string =>
  oneLine(text)
    .replaceAll('`', "'")
    .replaceAll('[/', '(/')
    .replace(/:(?=\/\/)/g, '[:]')
    .replace(
      /\b(www\.|(?:mailto|tel|xmpp|javascript|data):(?=\S))/gi,
      (found) => `${found.slice(0, -1)}[${found.slice(-1)}]`,
    )
    .replace(/@(?=[\w-]+\.\w)/g, '[@]');

/** A block of code that its content cannot close. */
export const fenced = (text: string, language = 'text'): string => {
  const body = cleanText(text).replace(/\n+$/, '');
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${body}\n${fence}`;
};

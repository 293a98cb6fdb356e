/** Text in which Redmine finds nothing to do: no markup, no macro, no reference, no mention. */
import type { Redmine } from './settings.ts';

type Formatting = Redmine['textFormatting'];

const HIDDEN_SPACE = '\u200b';
// Redmine looks for mentions up to the first fence, of whatever length, and for the tags wherever they stand.
const ENDS = /`{3,}|~{3,}|<(?=\/?(?:pre|code|kbd|notextile|redpre))/gi;

/** Where it is not known which of the two the site writes, each is inert inside the other one. */
export const verbatim = (text: string, formatting: Formatting): string => {
  const inert = text.replace(ENDS, (end) => (end === '<' ? `<${HIDDEN_SPACE}` : [...end].join(HIDDEN_SPACE)));
  const textile = formatting === 'markdown' ? inert : `<pre>\n${inert}\n</pre>`;
  return formatting === 'textile' ? textile : `\`\`\`\n${textile}\n\`\`\``;
};

/** What was ours, as it was written. */
export const unwrapped = (text: string): string => {
  const lines = text.replace(/\r\n?/g, '\n');
  const [, inner] =
    /^```\n<pre>\n([\s\S]*)\n<\/pre>\n```$/.exec(lines) ??
    /^```\n([\s\S]*)\n```$/.exec(lines) ??
    /^<pre>\n([\s\S]*)\n<\/pre>$/.exec(lines) ??
    [];
  return inner === undefined ? lines : inner.replaceAll(HIDDEN_SPACE, '');
};

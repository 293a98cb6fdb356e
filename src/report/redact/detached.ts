/** A copy of its own: what is cut out of a text keeps all of that text in memory. */
export const detached = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

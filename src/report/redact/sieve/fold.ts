/** How the sieve reads: upper and lower case are one, and so are all digits. */
export const folded = (text: string): string => text.toLowerCase().replace(/\d/g, '0');

/** A text of the machine, no longer than anybody reads: a page of it says no more than its beginning. */
export const short = (text: string, length = 1500): string =>
  text.length <= length ? text : `${text.slice(0, length).replace(/\p{Cs}$/u, '')}…`;

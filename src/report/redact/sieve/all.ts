const NONE: readonly RegExpExecArray[] = [];

/** As `matchAll`, which takes ten times as long to find nothing. */
export const allOf = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? NONE : [...text.matchAll(pattern)];

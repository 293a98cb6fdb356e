/** Fits a text into what a place takes: whole parts are left out from the end, and that is said. */

/** In the order of what matters; what ends the text is always there. */
export interface Parts {
  readonly sections: readonly string[];
  readonly ending: string;
}

export interface Room {
  readonly limit: number;
  /** How much of it a text takes. */
  readonly measure: (text: string) => number;
}

export interface Fitted {
  readonly text: string;
  readonly leftOut: number;
}

export const fit = (
  { sections, ending }: Parts,
  { limit, measure }: Room,
  leave: (count: number) => string,
): Fitted | undefined => {
  const first = (count: number): Fitted => {
    const leftOut = sections.length - count;
    const said = leftOut === 0 ? [] : [leave(leftOut)];
    return { text: [...sections.slice(0, count), ...said, ending].join('\n\n'), leftOut };
  };
  const isFitting = (count: number): boolean => measure(first(count).text) <= limit;
  if (isFitting(sections.length)) return first(sections.length);
  // Halved, not counted down: measuring a long text takes its time.
  let [most, tooMany] = [0, sections.length];
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (isFitting(middle)) most = middle;
    else tooMany = middle;
  }
  return most === 0 ? undefined : first(most);
};

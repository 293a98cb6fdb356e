/** How long a document may wait: the project's own choice (fault catalogue 3.11). */
export const settings = {
  /** A document that waits, while nothing of its queue is printed. */
  stuckMinutes: 10,
  /** One document that is being printed: long ones take their time. */
  printingMinutes: 30,
  /** How many network printers are tried whether they answer. */
  maxTried: 4,
};

export type PrintingSettings = typeof settings;

/** Thresholds, as data. */

export const settings = {
  /** An update that failed longer ago has been tried again since, or is no longer wanted. */
  failureDays: 30,
  /** Networks change: what could not be fetched last week may be fetched today. */
  downloadDays: 7,
  /** Makers publish monthly; some days more are nobody's neglect. */
  overdueDays: 35,
  overdueCriticalDays: 90,
  /** How long before the end of support it is told: enough to plan a move. */
  endSoonDays: 90,
} as const;

export type UpdateSettings = { readonly [K in keyof typeof settings]: number };

/** Thresholds, as data. */

export const settings = {
  /** An update that failed longer ago has been tried again since, or is no longer wanted. */
  failureDays: 30,
};

export type UpdateSettings = typeof settings;

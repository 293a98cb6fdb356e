/** Thresholds. Where no standard names one it is the project's own. */
export const settings = {
  /** How far back crashes and sudden ends count. */
  crashDays: 30,
  criticalCrashes: 2,
  /** One sudden end longer ago than this is a remark. */
  suddenEndDays: 7,
  /** So many starts within so many minutes, none of them ordered. */
  loopStarts: 3,
  loopMinutes: 30,
  loopHours: 24,
  /** Automatic restarts of one service. */
  warnRestarts: 3,
  /** From the first program to the last that starts with the system. */
  warnUserspaceS: 60,
  /** Windows' own limits for its event 100. */
  warnMainPathS: 60,
  criticalMainPathS: 120,
  warnPostBootS: 30,
  criticalPostBootS: 60,
  /** Switched on for so long, by the kernel's own count. */
  fastStartupDays: 7,
} as const;

export type SafeModeSettings = { readonly [K in keyof typeof settings]: number };

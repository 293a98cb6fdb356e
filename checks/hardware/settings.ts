/** Thresholds. Where no standard names one it is the project's own. */
export const settings = {
  /** Of the written life of an SSD. */
  warnUsedPct: 80,
  criticalUsedPct: 100,
  /** Disks of servers ship with a few grown defects. */
  warnGrownDefects: 100,
  /** Within so many hours. */
  warnLinkResets: 3,
  linkResetHours: 24,
  /** Windows' paging and controller errors; each may be harmless alone. */
  warnDiskEvents: 3,
  diskEventDays: 7,
  /** Below the sensor's own critical limit. */
  criticalBelowLimitC: 5,
  warnBelowLimitC: 15,
  fanSilentAboveC: 80,
  warnBatteryPct: 80,
  criticalBatteryPct: 60,
  warnCorrectedPerDay: 3,
  warnPcieCorrectedPerHour: 100,
  suddenOffs: 2,
  suddenOffDays: 30,
} as const;

export type HardwareSettings = { readonly [K in keyof typeof settings]: number };

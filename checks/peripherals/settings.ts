/** Thresholds, as data: each may be changed in the configuration. */

export const settings = {
  /** Fault catalogue 3.6: three disconnects on one port within ten minutes, sleep aside. */
  flapDisconnects: 3,
  flapMinutes: 10,
  /** Errors while a device is set up, on one port within those minutes; one that is given up counts by itself. */
  setUpErrors: 3,
  /** A single one can be a static discharge. */
  criticalOvercurrents: 2,
  /** What a port did longer ago says nothing about what hangs on it now. */
  recentHours: 24,
  /** Around falling asleep and waking up devices go and come by themselves. */
  sleepSeconds: 30,
  /** Attempts in the last hour. */
  pairingFailures: 2,
} as const;

export type PeripheralSettings = { readonly [K in keyof typeof settings]: number };

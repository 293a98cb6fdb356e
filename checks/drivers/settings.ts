/** Thresholds, as data: each may be changed in the configuration. */

export const settings = {
  /** A graphics driver that recovers once may have met a bad program; more often it is the driver or the card. */
  gpuResets: 2,
  gpuResetDays: 7,
};

export type DriverSettings = typeof settings;

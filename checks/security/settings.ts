/** Where the lines are drawn. */

export const settings = {
  /** Microsoft's engines count days since their signatures were made. */
  signaturesWarnDays: 3,
  signaturesCriticalDays: 14,
  /** Apple publishes XProtect data every few weeks: three months without any is no pause of Apple's. Project policy. */
  xprotectWarnDays: 90,
  backupWarnDays: 30,
  /** CIS Benchmarks: 15 minutes. */
  lockWarnMinutes: 15,
  /** How long a cleaned detection is worth a word. */
  cleanedDays: 30,
  /** Remote-control programs that are wanted here: never spoken of. */
  wantedRemoteTools: [] as readonly string[],
};

export type SecuritySettings = typeof settings;

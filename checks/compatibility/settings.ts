/** Where the lines are drawn. */

export const settings = {
  /** Over how many days crashes are counted, and how many of one program make it a finding. Project policy. */
  crashDays: 7,
  crashTimes: 3,
  /** So many different programs point below them: memory, disk, or too little RAM. */
  crashPrograms: 3,
  /** How long a program that did not start counts: it may have been put right since. */
  refusedDays: 3,
  /** How long a denial counts. */
  blockedMinutes: 60,
};

export type CompatibilitySettings = typeof settings;

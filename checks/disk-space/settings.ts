/** Thresholds, as data: each may be changed in the configuration. */

export const settings = {
  /** Nagios' sample has 20 and 10 percent; on today's disks that is much more than anything needs. */
  warnFreePct: 10,
  criticalFreePct: 5,
  /** A large disk is short only when the percentage and these agree … */
  warnFreeGib: 20,
  criticalFreeGib: 10,
  /** … or when less than this is left, whatever the percentage. */
  warnFreeAnywayGib: 5,
  criticalFreeAnywayGib: 1,
  /**
   * Absolute amounts say nothing about a volume that never was larger: a /boot of 512 MB with 380 MB free
   * or a /tmp of 256 MB is fine. Volumes up to this size are judged by percent alone.
   */
  smallVolumeGib: 20,
  warnFreeInodesPct: 5,
  criticalFreeInodesPct: 1,
  /** A new kernel is written beside the old ones, and often is a little larger. */
  bootFreeSets: 1.2,
  /** KB5089549 (May 2026) is rolled back where 10 MB or less are free. */
  warnEspFreeMib: 20,
  criticalEspFreeMib: 10,
  /** Above what the package manager names: it unpacks before it removes. */
  updateReservePct: 20,
  /** With more than this no upgrade of packages fails for space. */
  simulateBelowGib: 8,
  /** Where nothing names the need. Windows: monthly update; macOS: minor update (project policy). */
  updateNeedGib: { linux: 1, win32: 10, darwin: 5 },
  warnUnallocatedGib: 1,
  warnMetadataPct: 90,
  winreFreeMib: 250,
  logSharePct: 20,
  logGib: 1,
  deletedSharePct: 5,
  reclaimableGib: 1,
  /** What of the journal stays when it is trimmed. */
  journalKeepMib: 200,
  vdiskBloatGib: 10,
} as const;

export type DiskSettings = Widen<typeof settings>;

type Widen<T> = { readonly [K in keyof T]: T[K] extends number ? number : Widen<T[K]> };

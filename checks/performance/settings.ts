/** Thresholds. Where no standard names one it is the project's own (fault catalogue 3.9). */
export const settings = {
  /** Of the last minute, in which all programs waited for memory; systemd-oomd ends programs at 60. */
  warnMemoryWaitPct: 5,
  criticalMemoryWaitPct: 20,
  /** Where the kernel does not count waiting: less than this is free … */
  lowAvailablePct: 10,
  /** … and more than this of the swap is used. */
  fullSwapPct: 80,
  /** Windows: of what memory and page file hold together. */
  warnCommittedPct: 90,
  /** How long ago a program may have been ended. */
  oomHours: 24,
  /** Load of 5 and of 15 minutes, per processor core. */
  warnLoadPerCore: 1,
  criticalLoadPerCore: 2,
  /** Of the last minute and the last five, in which a program waited for a free processor core. */
  cpuWaitPct: 40,
  /** Between two looks. */
  busyCpuPct: 80,
  fullCpuPct: 90,
  /** Taken away by the host of a virtual machine: then the host is busy, not this computer. */
  stealPct: 10,
  /** Of one core, since it began … */
  runawayCpuPct: 80,
  /** … and still at it, of which less is seen where it has to wait for a core. */
  runawayNowPct: 10,
  /** So long it must have run to be in the way. */
  runawaySeconds: 60,
  /** Of all memory. */
  runawayMemoryPct: 50,
  /** Between two looks … */
  diskBusyPct: 90,
  /** … while a read or write takes so long on average … */
  hddWaitMs: 50,
  ssdWaitMs: 20,
  /** … and programs waited for disks in so much of the last minute. */
  ioWaitPct: 40,
  startupItems: 15,
  uptimeDays: 30,
  windowsUptimeDays: 14,
  /** What Windows 11 asks for; what people need on a desktop. */
  leastMemoryGb: 4,
  desktopMemoryGb: 8,
  /** Memory that no program can have, though it is installed. */
  lostMemoryGb: 1,
  /** Of what is used, by programs that put the system in order. */
  maintenancePct: 50,
  maintenanceHours: 3,
} as const;

export type PerformanceSettings = { readonly [K in keyof typeof settings]: number };

/**
 * What the findings of this check carry; the words in each language are made from it.
 * Types, not interfaces: only those fit an open record such as Params.
 */

export type Consumer = { readonly name: string; readonly count: number; readonly bytes: number };
export type Worker = { readonly name: string; readonly cpuPct: number };

export type MemoryPressure = {
  /** `waiting`: programs stand still for it; `available`: hardly any is left; `committed`: Windows; `level`: macOS. */
  readonly how: 'waiting' | 'available' | 'committed' | 'level';
  /** Of the time, of the memory, of the limit; null for the level. */
  readonly pct: number | null;
  readonly availableBytes: number | null;
  readonly totalBytes: number | null;
  readonly most: readonly Consumer[];
};

export type OutOfMemory = {
  /** `counted`: that it happened since the start is known, and nothing more. */
  readonly by: 'memory' | 'limit' | 'oomd' | 'windows' | 'macos' | 'counted';
  readonly times: number;
  readonly victims: readonly string[];
  /** What the largest of them held; null where it is not told. */
  readonly bytes: number | null;
  /** Whose limit it was. */
  readonly group: string;
};

export type CpuSaturated = {
  /** Of the last 5 and 15 minutes; null where the system counts none. */
  readonly load5: number | null;
  readonly load15: number | null;
  readonly cores: number | null;
  readonly busyPct: number | null;
  /** Of a virtual machine: what its host takes; 0 where it takes nothing worth the name. */
  readonly stealPct: number;
  /** How long was looked, where no averages are kept. */
  readonly seconds: number | null;
  readonly most: readonly Worker[];
  readonly chore: string;
};

export type Runaway = {
  readonly what: 'cpu' | 'memory';
  readonly name: string;
  readonly pid: number;
  readonly cpuPct: number | null;
  readonly seconds: number | null;
  readonly bytes: number;
  readonly memoryPct: number | null;
  /** Other cores, or memory, are free: nobody else has to wait. */
  readonly isAlone: boolean;
  readonly system: 'linux' | 'win32' | 'darwin';
};

export type DiskSaturated = {
  readonly disk: string;
  readonly model: string;
  readonly busyPct: number;
  readonly waitMs: number | null;
  readonly isHdd: boolean;
  readonly isBrief: boolean;
  readonly waiting: readonly string[];
  readonly chore: string;
};

export type LowRam = {
  readonly what: 'little' | 'lost';
  readonly bytes: number;
  readonly installedBytes: number | null;
  readonly wantedGb: number;
  readonly freeSlots: number | null;
};

export type Maintenance = {
  readonly chore: string;
  readonly program: string;
  readonly cpuPct: number;
  readonly minutes: number | null;
};

/** What a disk says of its own health, whoever was asked. */

export interface DriveHealth {
  /** `/dev/sda`, as it was asked for. */
  readonly device: string;
  readonly model: string | null;
  readonly protocol: 'ata' | 'nvme' | 'scsi';
  /** False for solid-state disks; null where it does not tell. */
  readonly rotational: boolean | null;
  /** The disk's own verdict; null where it gives none. */
  readonly passed: boolean | null;
  readonly attributes: readonly SmartAttribute[];
  readonly nvme: NvmeHealth | null;
  readonly scsi: ScsiHealth | null;
  /** How much of the written life is used, in the disk's own count: may be over 100. */
  readonly usedPct: number | null;
  /** Self-tests that ended with a fault and were not followed by a full one that ended well. */
  readonly failedSelfTests: number;
}

/** One row of the ATA table. */
export interface SmartAttribute {
  readonly id: number;
  readonly name: string;
  /** Normalised: falls towards the threshold; null where the disk gives none. */
  readonly value: number | null;
  readonly threshold: number | null;
  readonly failed: 'now' | 'past' | null;
  /** Whether the maker calls a value at the threshold a failure to come, not mere age. */
  readonly prefail: boolean;
  /** The maker's own figure, as smartctl understands it: `28` of `28 (Min/Max 12/45)`; null where it is no number. */
  readonly raw: number | null;
}

/** NVM Express, SMART / Health Information (log 02h). */
export interface NvmeHealth {
  readonly criticalWarning: number;
  readonly sparePct: number | null;
  readonly spareThresholdPct: number | null;
  readonly mediaErrors: number | null;
}

export interface ScsiHealth {
  /** Elements in the grown defect list. */
  readonly grownDefects: number | null;
  /** Read, write and verify together. */
  readonly uncorrectedErrors: number | null;
}

/** A sleeping disk is not woken only to be asked. */
export type SmartAnswer =
  | { readonly state: 'asleep'; readonly device: string }
  | { readonly state: 'read'; readonly health: DriveHealth };

/**
 * SSDs tell what is left of their life in an attribute whose normalised value counts down from 100.
 * Its number differs from maker to maker, so the name decides.
 */
export const attributeWear = (attributes: readonly SmartAttribute[]): number | null => {
  const left = attributes.find(
    ({ name, value }) => LIFE_LEFT.test(name) && value !== null && value >= 0 && value <= 100,
  )?.value;
  return left === undefined || left === null ? null : 100 - left;
};

const LIFE_LEFT =
  /^(?:SSD_Life_Left|Media_Wearout_Indicator|Percent_Lifetime_(?:Remain|Used)|Remaining_Lifetime_Perc|Wear_Leveling_Count|Drive_Life_Remaining%|Percent_Life_Remaining|Remain(?:ing|s)_Life(?:time)?.*|SSD_Life_Left_Perc)$/i;

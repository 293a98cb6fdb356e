/**
 * What the findings of this check carry; the words in each language are made from it.
 * Types, not interfaces: only those fit an open record such as Params.
 */

export type Drive = {
  /** `/dev/sda`, `/dev/bus/0 megaraid,5`, `disk 0`, `disk0`; '' where it is not told. */
  readonly disk: string;
  readonly model: string;
};

export type SignParam = {
  readonly sign: string;
  readonly count: number;
  readonly name: string;
};

export type Battery = {
  readonly name: string;
  /** Of the capacity when new; null where only the condition is told. */
  readonly pct: number | null;
  readonly full: number | null;
  readonly design: number | null;
  readonly unit: string;
  readonly cycles: number | null;
  /** What macOS calls it: `Service Recommended`. */
  readonly condition: string;
};

export type Raid = {
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly working: number | null;
  readonly disks: number | null;
  readonly missing: readonly string[];
  readonly rebuildPct: number | null;
};

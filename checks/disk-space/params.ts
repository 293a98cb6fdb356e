/**
 * What the findings of this check carry; the words in each language are made from it.
 * Types, not interfaces: only those fit an open record such as Params.
 */

export type Consumer = {
  readonly path: string;
  readonly bytes: number;
};

export type Shortage = {
  readonly path: string;
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** Left, but for root alone: ordinary programs get nothing. */
  readonly reservedBytes: number;
  /** The largest files found, largest first. */
  readonly largest: readonly Consumer[];
};

export type KernelRoom = {
  readonly freeBytes: number;
  readonly needBytes: number;
  readonly running: string;
  readonly removable: readonly string[];
  readonly removableBytes: number;
  /** The command of this system that removes them; empty where it is not known. */
  readonly command: string;
};

export type ReclaimItem = {
  readonly kind: string;
  readonly path: string;
  readonly bytes: number;
  readonly command: string;
};

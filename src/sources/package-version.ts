/** An installed package, as each package manager names it. */
export interface PackageVersion {
  readonly name: string;
  /** Null where an older recording does not hold it. */
  readonly version: string | null;
}

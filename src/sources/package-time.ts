/** When a package was changed last, as each package manager writes it down. */
export interface PackageTime {
  readonly name: string;
  /** ISO 8601; without an offset it is the local time of that computer. */
  readonly at: string;
}

/** The last of each name. */
export const newestOfEach = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [one.name, one])).values(),
];

/** A place in a program's output that says of what stands there. */

/** `owner` and `word` are hidden where they stand and not learned: they may be anybody's. */
export type Kind = 'user' | 'owner' | 'person' | 'host' | 'domains' | 'ssid' | 'serial' | 'id' | 'word';

/** Group 1 stays, group 2 is the value. Every repetition is bounded. */
export interface Context {
  readonly kind: Kind;
  readonly pattern: RegExp;
  /** It goes over several lines; all others are tried line by line. */
  readonly isLong?: true;
}

export const NAME = '[A-Za-z_][\\w.-]{0,62}';

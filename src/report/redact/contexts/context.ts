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
/** With or without a domain. */
export const HOST = String.raw`[A-Za-z][\w-]{1,62}(?:\.[\w-]{1,63}){0,6}`;
/** An address, or the mark that stands for one that is hidden already. */
export const ADDRESS = String.raw`[\d.a-f:\uFDD0\uFDD1]{3,40}`;

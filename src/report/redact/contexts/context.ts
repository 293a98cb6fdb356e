/** A place in a program's output that says of what stands there. */

export type Kind = 'user' | 'owner' | 'person' | 'host' | 'domains' | 'ssid' | 'serial' | 'id';

/** Group 1 stays, group 2 is the value. Line by line, every repetition bounded. */
export interface Context {
  readonly kind: Kind;
  readonly pattern: RegExp;
}

export const NAME = '[A-Za-z_][\\w.-]{0,62}';

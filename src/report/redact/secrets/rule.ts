/** Group 1 stays, group 2 is the secret. Every repetition is bounded: no text can make these slow. */
export interface Rule {
  readonly pattern: RegExp;
  /** It goes over several lines; all others are tried line by line. */
  readonly isLong?: true;
  readonly isSecret?: (value: string, before: string) => boolean;
}

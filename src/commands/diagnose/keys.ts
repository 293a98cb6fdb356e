/** Letters that are pressed or typed instead of an answer; the same keys on a Russian keyboard. */
import type { Said } from './partner.ts';

/** What a person may do at a question; `details` is told at once, and the question stands again. */
export type Pressed = Exclude<Said, { readonly kind: 'nobody' }> | { readonly kind: 'details' };

export type KeyKind = Exclude<Pressed['kind'], 'answer'>;

const LETTERS: Readonly<Record<string, KeyKind>> = {
  b: 'back',
  и: 'back',
  d: 'details',
  в: 'details',
  u: 'unsure',
  г: 'unsure',
  '?': 'unsure',
  q: 'leave',
  й: 'leave',
};

/** What is possible at this question. */
export interface Can {
  readonly back: boolean;
  readonly unsure: boolean;
  readonly details: boolean;
}

export const keyKind = (typed: string, can: Can): KeyKind | undefined => {
  const kind = Object.hasOwn(LETTERS, typed) ? LETTERS[typed] : undefined;
  return kind === undefined || kind === 'leave' || can[kind] ? kind : undefined;
};

/** Whether something helped: the machine before and after, compared. */
import type { Params } from '../contract.ts';
import type { Target } from './plan.ts';

export interface Seen {
  readonly code: string;
  readonly subject?: string | undefined;
  readonly severity: string;
  readonly params: Params;
  readonly evidence: readonly string[];
}

/** One look at the machine. */
export interface Look {
  readonly findings: readonly Seen[];
  /** Modules that ended without having seen anything. */
  readonly blind: ReadonlySet<string>;
  /** Reads that gave nothing. */
  readonly unread: ReadonlySet<string>;
}

/** `gone`: it helped. `changed`: it is still there, but not as it was. `unknown`: nobody could look. */
export type Effect = 'gone' | 'changed' | 'same' | 'unknown';

export const effectOn = (
  { code, subject }: Pick<Target, 'code' | 'subject'>,
  before: Look,
  after: Look,
): Effect => {
  const is = (one: Seen): boolean => one.code === code && one.subject === subject;
  const now = after.findings.find(is);
  const then = before.findings.find(is);
  if (now === undefined) {
    // What it rested on can no longer be read: that it is not seen says nothing.
    const isHidden = then?.evidence.some((id) => after.unread.has(id) && !before.unread.has(id)) === true;
    return isHidden || after.blind.has(moduleOf(code)) ? 'unknown' : 'gone';
  }
  return then?.severity === now.severity && JSON.stringify(then.params) === JSON.stringify(now.params)
    ? 'same'
    : 'changed';
};

/** What nobody saw before: a fix may break something else, or let something be seen that was hidden. */
export const appeared = (before: Look, after: Look): readonly Seen[] =>
  after.findings.filter(
    ({ code, subject, severity }) =>
      severity !== 'info' && !before.findings.some((one) => one.code === code && one.subject === subject),
  );

export const moduleOf = (code: string): string => code.split('/')[0] ?? code;

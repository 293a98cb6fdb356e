/** Why a finding that is not there may only not have been looked for. */
import type { Reason } from '../contract.ts';
import type { ReportFinding } from '../report/model.ts';
import type { Sight } from './sight.ts';

/** Answers after which nothing is known. That a file or a program is not there is an answer. */
const BLIND: ReadonlySet<Reason | 'ok'> = new Set([
  'denied',
  'timeout',
  'failed',
  'unparsable',
  'unrecorded',
  'unanswered',
  'interrupted',
  'left-out',
]);

/** The reads that were not made there, or the module that did not run; undefined where it did look. */
export const blindness = (
  { code, evidence }: Pick<ReportFinding, 'code' | 'evidence'>,
  { missed, reads }: Sight,
): readonly string[] | undefined => {
  const module = code.split('/', 1)[0] ?? '';
  const untold = missed.get(module);
  if (untold === undefined) return [module];
  const unread = evidence.flatMap((id): readonly string[] => {
    if (reads.get(id) === 'ok') return [];
    const ofKind = [...reads].filter(([other]) => familyOf(other) === familyOf(id));
    const blind = [
      ...untold.filter((other) => familyOf(other) === familyOf(id)),
      ...ofKind.flatMap(([other, status]) => (BLIND.has(status) ? [other] : [])),
    ];
    // Nothing of the kind was asked: whether that was for a good reason shows in whether all else was seen.
    return blind.length > 0 || ofKind.length > 0 ? blind : untold;
  });
  const all = evidence.length === 0 ? untold : unread;
  return all.length === 0 ? undefined : [...new Set(all)];
};

/** `net.resolve/192.0.2.1 example.org` is one of `net.resolve`: another computer asks others. */
const familyOf = (id: string): string => id.split('/', 1)[0] ?? id;

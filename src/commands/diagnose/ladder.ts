/** The picture after a measurement: what works, and where it breaks. */
import type { AnyCheck, Language } from '../../contract.ts';
import type { Report } from '../../report/model.ts';

export interface Rung {
  readonly name: string;
  readonly state: 'works' | 'broken' | 'unknown' | 'beyond';
  /** What breaks it, in words. */
  readonly because?: string;
}

/** The rungs of the check whose tree is walked, from the ground up; none where it has no ladder. */
export const ladderOf = (
  { id, messages, ladder = [] }: AnyCheck,
  { checks }: Report,
  language: Language,
): readonly Rung[] => {
  const own = checks.find((one) => one.id === id);
  const open = checks.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info');
  const isWhole = own !== undefined && own.status !== 'skipped' && own.unknown.length === 0;
  const broken = ladder.map(({ breaks }) => open.find(({ code }) => breaks.includes(code)));
  const first = broken.findIndex((finding) => finding?.severity === 'critical');
  return ladder.map((rung, at): Rung => {
    const name = messages[language].ladder?.[rung.id] ?? rung.id;
    const finding = broken[at];
    // What stands on a broken rung broke with it.
    if (first !== -1 && at > first) return { name, state: 'beyond' };
    if (finding !== undefined) return { name, state: 'broken', because: finding.title };
    // What is broken further up was seen through this rung.
    return { name, state: isWhole || at < first ? 'works' : 'unknown' };
  });
};

/** What Windows keeps of its attempts to update that failed, and were not made good since. */
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import type { UpdateAttempt } from '../../../src/sources/windows-update.ts';
import type { UpdateFacts } from '../probe.ts';
import { isWithin } from '../when.ts';

/** Newest first, each update once: what was tried again later is judged by that. */
export const openAttempts = ({
  windowsHistory,
}: Pick<UpdateFacts, 'windowsHistory'>): readonly UpdateAttempt[] => {
  if (windowsHistory.status !== 'ok') return [];
  const seen = new Set<string>();
  return windowsHistory.value
    .filter(({ kb, title }) => {
      const name = kb ?? title;
      return name === '' || (!seen.has(name) && seen.add(name));
    })
    .filter(({ succeeded }) => !succeeded);
};

/** Of those the ones with such a code, not older than so many days. */
export const recentAttempts = (
  codes: ReadonlySet<string>,
  days: number,
  facts: UpdateFacts,
): readonly UpdateAttempt[] =>
  openAttempts(facts).filter(({ code, at }) => codes.has(code) && isWithin(days, parseIsoTime(at), facts));

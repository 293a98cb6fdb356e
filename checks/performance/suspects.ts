/** What is worth a second question: a full processor, and programs that may want a core all the time. */
import type { Program } from './programs.ts';
import type { PerformanceSettings } from './settings.ts';
import type { View } from './view.ts';

const MOST = 5;

/** Those that use something now, and have used something since they began, the busiest first. */
export const suspectsIn = (
  { programs }: Pick<View, 'programs'>,
  { runawayNowPct }: PerformanceSettings,
): readonly Program[] =>
  programs
    .filter(
      ({ cpuPct, lifetimePct }) => (cpuPct ?? 0) >= runawayNowPct && (lifetimePct ?? 0) >= runawayNowPct,
    )
    .sort((a, b) => (b.cpuPct ?? 0) - (a.cpuPct ?? 0))
    .slice(0, MOST);

/** Of Windows, which keeps no averages. */
export const isFull = ({ busyPct }: Pick<View, 'busyPct'>, { fullCpuPct }: PerformanceSettings): boolean =>
  busyPct !== null && busyPct >= fullCpuPct;

/** Linux: starts that ended without an order, and starts that follow one another. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import type { SafeModeFacts } from '../probe.ts';
import type { SafeModeSettings } from '../settings.ts';
import { loopOf, startsOf } from '../starts.ts';

type Found = Finding<Messages>;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export const endFindings = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => {
  const { bootMarks, clock } = facts;
  if (bootMarks.status !== 'ok' || clock.status !== 'ok') return [];
  const nowMs = clock.value.epochMs;
  const starts = startsOf(bootMarks.value);
  const loop = loopOf(starts, settings);
  const isRecent = loop !== null && nowMs - loop.lastMs <= settings.loopHours * HOUR_MS;
  const sudden = starts.filter(
    ({ end, untilMs }) => end === 'sudden' && nowMs - untilMs <= settings.crashDays * DAY_MS,
  );
  const last = sudden.at(-1);
  return [
    ...(loop !== null && isRecent
      ? [
          {
            code: 'safe-mode/restart-loop',
            severity: 'critical',
            params: { count: loop.count, minutes: settings.loopMinutes },
            evidence: [bootMarks.from],
          } as const,
        ]
      : []),
    ...(last === undefined
      ? []
      : [
          {
            code: 'safe-mode/unexpected-shutdown',
            severity:
              sudden.length > 1 || nowMs - last.untilMs <= settings.suddenEndDays * DAY_MS
                ? 'warning'
                : 'info',
            params: {
              kind: 'unknown',
              count: sudden.length,
              days: settings.crashDays,
              hoursAgo: Math.max(
                0,
                Math.round((nowMs - (starts[starts.indexOf(last) + 1]?.fromMs ?? last.untilMs)) / HOUR_MS),
              ),
              cause: '',
            },
            evidence: [bootMarks.from],
          } as const,
        ]),
  ];
};

/** The clock, on what servers and the machine itself say. */
import { type Evidence, none, raw } from '../evidence.ts';

const own = raw('clock', { epochMs: Date.UTC(1970, 0, 1, 0, 5), timeZone: 'UTC' });

export const clock: readonly Evidence[] = (['linux', 'win32', 'darwin'] as const).map((os) => ({
  code: 'clock/skew',
  os,
  from: 'composed',
  what: 'a computer without a network whose clock began anew in 1970',
  answers: { 'system.clock': own, 'system.platform': none() },
}));

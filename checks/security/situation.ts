/** What kind of computer this is, as far as it matters here: whose, where, and what time it is. */

import { parseIsoTime } from '../../src/sources/calendar.ts';
import { machineOf } from '../../src/sources/machine.ts';
import type { SecurityFacts } from './probe.ts';

export type System = 'linux' | 'win32' | 'darwin' | 'other';

export interface Situation {
  readonly os: System;
  /** Somebody sits before it: a desktop is installed, or it is a laptop. Servers follow other rules. */
  readonly personal: boolean;
  readonly laptop: boolean | null;
  readonly virtual: boolean;
  readonly nowMs: number | null;
}

export const situationOf = (facts: SecurityFacts): Situation => {
  const os = systemOf(facts);
  const { laptop, virtual } = machineOf(facts);
  const sessions = [facts.xSessions, facts.waylandSessions];
  const desktop = sessions.some(
    (folder) => folder.status === 'ok' && folder.value.some((name) => name.endsWith('.desktop')),
  );
  return {
    os,
    personal: os === 'linux' ? desktop || laptop === true : true,
    laptop,
    virtual: virtual !== null,
    nowMs: facts.clock.status === 'ok' ? facts.clock.value.epochMs : null,
  };
};

const systemOf = ({ platform }: SecurityFacts): System => {
  const name = platform.status === 'ok' ? platform.value.platform : '';
  return name === 'linux' || name === 'win32' || name === 'darwin' ? name : 'other';
};

const DAY_MS = 86_400_000;

/** Whole days since a point in time; null where either is not known. Never negative. */
export const daysSince = (iso: string | null, { nowMs }: Situation): number | null => {
  const then = iso === null ? null : parseIsoTime(iso);
  return then === null || nowMs === null ? null : Math.max(0, Math.floor((nowMs - then) / DAY_MS));
};

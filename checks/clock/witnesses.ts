/** What several servers say of the clock, by the `Date` of their answers. */
import { type Unknown, unknown } from '../../src/contract.ts';
import { parseHttpDate } from '../../src/sources/network/http-date.ts';
import { http } from '../../src/sources/network/probes.ts';
import type { ClockFacts } from './probe.ts';
import type { ClockSettings } from './settings.ts';

/** A `Date` names the second that has begun: on average half of it has passed. */
const HALF_RESOLUTION_MS = 500;

/** Two servers that are kept right differ by less, also over a slow line. */
const AGREEMENT_MS = 10_000;

/** 1 January 2025: this program is younger. A clock that stands before it is wrong, whoever says so. */
export const OLDEST_TRUE_MS = 1_735_689_600_000;

export interface Witness {
  readonly server: string;
  readonly from: string;
  /** Positive: this computer is ahead. */
  readonly offsetMs: number;
}

export const witnessesIn = (facts: ClockFacts, { servers }: ClockSettings): readonly Witness[] =>
  servers.flatMap((url) => witnessOf(facts, url));

/** The middle of what they say: how far this computer is ahead. */
export const offsetOf = (agreed: readonly Witness[]): number | null => {
  const sorted = [...agreed].sort((a, b) => a.offsetMs - b.offsetMs);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle === undefined ? null : Math.round(middle.offsetMs / 1000);
};

/** What one server says of our clock; nothing when it gave no date that can be true. */
const witnessOf = (facts: ClockFacts, url: string): readonly Witness[] => {
  const reading = facts.get(http(url));
  if (reading.status !== 'ok') return [];
  const { headers, receivedAtMs } = reading.value;
  const made = parseHttpDate(headers.date ?? '');
  if (receivedAtMs === undefined || made === null || made < OLDEST_TRUE_MS) return [];
  // A cache on the way keeps the date of the answer and says how old it is.
  const ageSeconds = /^\d{1,9}$/.test(headers.age ?? '') ? Number(headers.age) : 0;
  const thereMs = made + ageSeconds * 1000 + HALF_RESOLUTION_MS;
  return [{ server: hostOf(url), from: reading.from, offsetMs: receivedAtMs - thereMs }];
};

/**
 * The largest group of servers that agree. One alone counts only when no other was heard: where two
 * contradict each other, a sign-in page or a broken server is among them, and nobody can say which.
 */
export const mostAgreed = (all: readonly Witness[]): readonly Witness[] => {
  const groups = all.map((one) =>
    all.filter((other) => Math.abs(other.offsetMs - one.offsetMs) <= AGREEMENT_MS),
  );
  const [largest = []] = groups.sort((a, b) => b.length - a.length);
  return largest.length > 1 || all.length === 1 ? largest : [];
};

export const whyNot = (
  facts: ClockFacts,
  { servers }: ClockSettings,
  heard: readonly Witness[],
): readonly Unknown[] => {
  if (servers.length === 0) {
    return [{ source: http.id, reason: 'unsupported', why: 'no server is set (clock.servers)' }];
  }
  if (heard.length > 1) {
    const said = heard.map(({ server, offsetMs }) => `${server} ${Math.round(offsetMs / 1000)} s`);
    return [
      { source: http.id, reason: 'failed', why: `the servers contradict each other: ${said.join(', ')}` },
    ];
  }
  const silent = servers.map((url): Unknown => {
    const reading = facts.get(http(url));
    if (reading.status !== 'ok') return unknown(reading);
    const { outcome } = reading.value;
    const reason = outcome === 'timeout' || outcome === 'stalled' ? 'timeout' : 'failed';
    return { source: reading.from, reason, why: outcome === 'answered' ? 'no usable date' : outcome };
  });
  // One sentence: three servers that are all out of reach are one trouble.
  const [first] = silent;
  const isSame = silent.every(({ reason }) => reason === first?.reason);
  const why = silent.map((one, at) => `${hostOf(servers[at] ?? '')} ${one.why}`).join(', ');
  return [
    {
      source: first?.source ?? http.id,
      reason: isSame && first !== undefined ? first.reason : 'failed',
      why,
    },
  ];
};

const hostOf = (url: string): string => /^[a-z]+:\/\/(?:[^@/]*@)?([^/:]+)/i.exec(url)?.[1] ?? url;

/** Signs in the first burst that it works, but not well. */
import type { Raw } from '../../src/contract.ts';
import type { ConnectivityFacts } from './probe.ts';
import { RESENT_MS } from './series.ts';
import type { ConnectivitySettings } from './settings.ts';
import { anchorTries, FAMILIES, pages, type SiteTry, siteTries } from './view.ts';

/** A handshake takes one or two round trips beyond the connection, and some computing. */
const SLOW_HANDSHAKE_MS = 600;

/** Whole packets by link: Ethernet, PPPoE, WireGuard, IPv6's minimum, and one that passes everywhere. */
export const packetSizes = [1500, 1492, 1420, 1280, 1000] as const;

const attemptsOf = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly Raw['tcp']['attempts'][number][] =>
  FAMILIES.flatMap((family) => {
    const list = anchorTries(facts, settings, family).flatMap(({ reading }) =>
      reading.status === 'ok' ? reading.value.attempts : [],
    );
    // A family that does not work at all is another trouble than loss.
    return list.some(({ outcome }) => outcome === 'connected') ? list : [];
  });

/**
 * With 32 connections at once a line that loses every fifth packet shows nothing in one run of 1200. Linux,
 * Windows and macOS send a lost request again after one second (RFC 6298). Connections by name are no
 * sample: the time of the name is in them.
 */
export const looksLossy = (facts: ConnectivityFacts, settings: ConnectivitySettings): boolean => {
  const attempts = attemptsOf(facts, settings);
  const best = Math.min(...attempts.map(({ ms }) => ms));
  return attempts.some(({ outcome, ms }) =>
    outcome === 'connected' ? ms > best + RESENT_MS : outcome === 'timeout',
  );
};

/** Even the quickest of all connections took longer than the limit: far, not lossy. */
export const looksFar = (facts: ConnectivityFacts, settings: ConnectivitySettings): boolean => {
  const done = attemptsOf(facts, settings).filter(({ outcome }) => outcome === 'connected');
  return done.length > 0 && Math.min(...done.map(({ ms }) => ms)) > settings.latencyWarnMs;
};

export interface SiteTried extends SiteTry {
  readonly value: Raw['tls'];
}

/** Sites of which it is known how they answered. */
export const sitesTried = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly SiteTried[] =>
  siteTries(facts, settings).flatMap((site) =>
    site.reading.status === 'ok' && hadTime(site.reading.value)
      ? [{ ...site, value: site.reading.value }]
      : [],
  );

/** A lost packet is sent again after one second (RFC 6298), and the answer to that one may take another. */
const ENOUGH_MS = 2000;

/** Name, connection and handshake share one time limit: a name that came late leaves nothing for the handshake. */
const hadTime = ({ outcome, ms, connectMs = 0 }: Raw['tls']): boolean =>
  outcome !== 'handshake-timeout' || ms - connectMs >= ENOUGH_MS;

export const handshakes = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly Raw['tls'][] =>
  sitesTried(facts, settings).map(({ value }) => value);

/** Connections that open and then carry nothing more. */
export const stalledHandshakes = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly Raw['tls'][] =>
  handshakes(facts, settings).filter(({ outcome }) => outcome === 'handshake-timeout');

export const looksStalled = (facts: ConnectivityFacts, settings: ConnectivitySettings): boolean =>
  stalledHandshakes(facts, settings).length > 0 ||
  pages(facts, settings).some(
    ({ reading }) => reading.status === 'ok' && reading.value.outcome === 'stalled',
  );

export const looksSlow = (facts: ConnectivityFacts, settings: ConnectivitySettings): boolean => {
  const done = handshakes(facts, settings).filter(
    ({ outcome }) => outcome === 'secure' || outcome === 'untrusted',
  );
  const slow = done.filter(
    ({ ms, connectMs = 0 }) => ms - connectMs > SLOW_HANDSHAKE_MS || connectMs > RESENT_MS,
  );
  return (done.length > 0 && slow.length * 2 >= done.length) || looksLossy(facts, settings);
};

/**
 * Loss and delay, measured. Several targets at once: a line loses on the way to all of them, a server
 * that answers echoes sparingly loses alone, and three times twenty echoes take no longer than twenty.
 */
import type { Raw, Source } from '../../src/contract.ts';
import { echoSeries } from '../../src/sources/network/echoes.ts';
import { type Ping, pingSeries } from '../../src/sources/network/ping.ts';
import { tcpSeries } from '../../src/sources/network/probes.ts';
import type { ConnectivityFacts } from './probe.ts';
import type { ConnectivitySettings } from './settings.ts';
import { type AnchorTry, anchorTries, gateways, isOn } from './view.ts';

const MAX_TARGETS = 3;

export interface Measured {
  readonly target: string;
  readonly ping: Ping;
  readonly from: string;
}

/** Anchors that could be reached: only those can tell of a path. */
const reached = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly AnchorTry[] =>
  anchorTries(facts, settings, 4)
    .filter(
      ({ reading }) =>
        reading.status === 'ok' && reading.value.attempts.some(({ outcome }) => outcome === 'connected'),
    )
    .slice(0, MAX_TARGETS);

export const routerOf = (facts: ConnectivityFacts): string | undefined =>
  gateways(facts).find(({ family }) => family === 4)?.target;

const targets = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly string[] => {
  const router = routerOf(facts);
  return [
    ...(router === undefined ? [] : [router]),
    ...reached(facts, settings).map(({ address }) => address),
  ];
};

const echoSources = (facts: ConnectivityFacts, settings: ConnectivitySettings) => {
  const all = targets(facts, settings);
  return isOn(facts, 'win32') ? [echoSeries(all.join(' '))] : all.map((target) => pingSeries(target));
};

/** Echoes first; connections only where not one echo came back from beyond the router. */
export const seriesSources = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly Source<unknown>[] => {
  const echoes: readonly Source<unknown>[] = echoSources(facts, settings);
  if (!echoes.every(facts.asked) || beyond(facts, settings).length > 0) return echoes;
  return [
    ...echoes,
    ...reached(facts, settings)
      .slice(0, 1)
      .map(({ endpoint }) => tcpSeries(endpoint)),
  ];
};

const measured = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  target: string,
): readonly Measured[] => {
  const own = facts.get(pingSeries(target));
  if (own.status === 'ok') return [{ target, ping: own.value, from: own.from }];
  const many = facts.get(echoSeries(targets(facts, settings).join(' ')));
  const ping = many.status === 'ok' ? many.value[target] : undefined;
  return ping === undefined || many.status !== 'ok' ? [] : [{ target, ping, from: many.from }];
};

/** What never answers a ping tells nothing of loss. */
const answering = ({ ping }: Measured): boolean => ping.received > 0;

export const near = (facts: ConnectivityFacts, settings: ConnectivitySettings): Measured | undefined => {
  const router = routerOf(facts);
  return router === undefined ? undefined : measured(facts, settings, router).find(answering);
};

export const beyond = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly Measured[] =>
  reached(facts, settings)
    .flatMap(({ address }) => measured(facts, settings, address))
    .filter(answering);

/** Connections in place of echoes: one that took a second more was lost once, and sent again (RFC 6298). */
export const connectionsBeyond = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly Measured[] =>
  reached(facts, settings).flatMap(({ address, endpoint }) => {
    const reading = facts.get(tcpSeries(endpoint));
    return reading.status === 'ok'
      ? [{ target: address, ping: asPing(reading.value.attempts), from: reading.from }]
      : [];
  });

export const RESENT_MS = 900;

const asPing = (attempts: Raw['tcp']['attempts']): Ping => {
  const done = attempts.filter(({ outcome }) => outcome === 'connected').map(({ ms }) => ms);
  const best = Math.min(...done);
  const times = done.filter((ms) => ms <= best + RESENT_MS);
  const averageMs = times.length === 0 ? null : times.reduce((sum, one) => sum + one, 0) / times.length;
  return {
    sent: attempts.length,
    received: times.length,
    lossPct: Math.round((1000 * (attempts.length - times.length)) / attempts.length) / 10,
    minMs: times.length === 0 ? null : best,
    averageMs,
    deviationMs: null,
    roundTripsMs: [],
    errors: [],
  };
};

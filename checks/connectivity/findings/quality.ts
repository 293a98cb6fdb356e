/** It works, but badly: packets that are too large, get lost, come late; a line that carries little. */
import type { Finding } from '../../../src/contract.ts';
import { type Ping, pingWhole } from '../../../src/sources/network/ping.ts';
import { download, http } from '../../../src/sources/network/probes.ts';
import type { Messages } from '../messages.en.ts';
import type { ConnectivityFacts } from '../probe.ts';
import { beyond, connectionsBeyond, type Measured, near } from '../series.ts';
import type { ConnectivitySettings } from '../settings.ts';
import { handshakes, packetSizes, stalledHandshakes } from '../signs.ts';
import { anchorTries, pages, wayOut } from '../view.ts';
import type { Outside } from './internet.ts';

type Found = readonly Finding<Messages>[];

/** Connections open, then nothing large comes through, and nobody says so (RFC 4821's black hole). */
export const diagnoseMtu = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  const sizes = anchorTries(facts, settings, 4).flatMap(({ address }) =>
    packetSizes.flatMap((bytes) => {
      const answer = facts.get(pingWhole(`${address}@${bytes}`));
      return answer.status === 'ok' ? [{ bytes, ...answer.value, from: answer.from }] : [];
    }),
  );
  const working = Math.max(0, ...sizes.filter(({ received }) => received > 0).map(({ bytes }) => bytes));
  const lost = sizes.filter(
    ({ bytes, received, errors }) => received === 0 && bytes > working && !errors.some(saysTooBig),
  );
  // Smaller packets that vanish too point to a line that is full or lossy, not to a size.
  if (sizes.some(({ bytes, received }) => bytes < working && received === 0)) return [];
  if (working > 0) {
    const failing = Math.min(...lost.map(({ bytes }) => bytes));
    return Number.isFinite(failing) && stalls(facts, settings)
      ? [
          blackHole(
            { working, failing, ...wayOut(facts) },
            sizes.map(({ from }) => from),
          ),
        ]
      : [];
  }
  // No ping gets through at all: then only what stalls can tell. Everything small must work.
  const all = handshakes(facts, settings).filter(({ connection }) => connection === 'connected');
  const everyLargeStalls = all.length >= 2 && stalledHandshakes(facts, settings).length === all.length;
  const smallWorks = pages(facts, settings).some(({ verdict }) => verdict === 'right');
  const file = facts.get(download(settings.targets.download));
  const fileStalls =
    file.status === 'ok' && (file.value.outcome === 'stalled' || file.value.outcome === 'timeout');
  return everyLargeStalls && smallWorks && fileStalls
    ? [blackHole({ working: 0, failing: 0 }, [file.from])]
    : [];
};

const saysTooBig = ({ says }: Ping['errors'][number]): boolean => /frag needed|too big|too long/i.test(says);

const stalls = (facts: ConnectivityFacts, settings: ConnectivitySettings): boolean =>
  stalledHandshakes(facts, settings).length > 0 ||
  pages(facts, settings).some(
    ({ reading }) => reading.status === 'ok' && reading.value.outcome === 'stalled',
  );

/** Without an adapter where no size is known that works: then there is none to be set. */
const blackHole = (
  params: { readonly working: number; readonly failing: number; readonly adapter?: string },
  evidence: readonly string[],
): Finding<Messages> => ({
  code: 'connectivity/mtu-blackhole',
  severity: 'warning',
  params,
  evidence,
});

/** Series of echoes to the router and beyond: which segment loses or delays. */
export const diagnosePath = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  const router = near(facts, settings);
  if (router !== undefined) {
    const local = settled(router.ping);
    if (tooLossy(local, settings) || (local.averageMs ?? 0) > settings.gatewayLatencyWarnMs)
      return [poor('local', local, router, settings)];
  }
  const echoed = beyond(facts, settings);
  const all = (echoed.length > 0 ? echoed : connectionsBeyond(facts, settings)).map((one) => ({
    ...one,
    ping: settled(one.ping),
  }));
  // A far server is no slow line: the nearest of them tells of delay.
  const [nearest] = [...all].sort((a, b) => (a.ping.averageMs ?? 0) - (b.ping.averageMs ?? 0));
  if (nearest === undefined) return [];
  const losses = all.filter(({ ping }) => ping.received < ping.sent);
  const pooled = { ...nearest.ping, ...sum(all.map(({ ping }) => ping)) };
  const lossy = (losses.length > 1 || all.length === 1) && tooLossy(pooled, settings);
  const late =
    (nearest.ping.averageMs ?? 0) > settings.latencyWarnMs ||
    (nearest.ping.deviationMs ?? 0) > settings.jitterWarnMs;
  return lossy || late ? [poor('beyond', pooled, nearest, settings)] : [];
};

const sum = (pings: readonly Ping[]) => {
  const sent = pings.reduce((total, ping) => total + ping.sent, 0);
  const received = pings.reduce((total, ping) => total + ping.received, 0);
  return { sent, received, lossPct: Math.round((1000 * (sent - received)) / sent) / 10 };
};

/** Echoes of the first two seconds meet what our own first burst has left in a slow line. */
const SETTLING_ECHOES = 10;

const ENOUGH_ECHOES = 5;

const settled = (ping: Ping): Ping => {
  const times = ping.roundTripsMs.slice(SETTLING_ECHOES);
  if (times.length < ENOUGH_ECHOES) return ping;
  const averageMs = mean(times);
  return { ...ping, averageMs, deviationMs: Math.sqrt(mean(times.map((ms) => (ms - averageMs) ** 2))) };
};

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Of twenty or sixty echoes one may get lost on a good line: that is no measurement of 1 %. */
const tooLossy = ({ sent, received, lossPct }: Ping, { lossWarnPct }: ConnectivitySettings): boolean =>
  sent - received >= 2 && lossPct > lossWarnPct;

const poor = (
  segment: 'local' | 'beyond',
  { lossPct, averageMs, deviationMs }: Ping,
  { target, from }: Measured,
  settings: ConnectivitySettings,
): Finding<Messages> => ({
  code: 'connectivity/path-quality-poor',
  severity:
    lossPct > settings.lossCriticalPct || (averageMs ?? 0) > settings.latencyCriticalMs
      ? 'critical'
      : 'warning',
  params: {
    segment,
    lossPct,
    averageMs: Math.round(averageMs ?? 0),
    jitterMs: Math.round(deviationMs ?? 0),
    target,
  },
  evidence: [from],
});

/** A share of the contract over whatever the line is; without a contract, the floor. */
const PLAN_SHARE = 0.3;

/** Shorter than this, a transfer tells more of latency than of speed. */
const MEASURED_MS = 300;

export const diagnoseSpeed = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  const file = facts.get(download(settings.targets.download));
  if (file.status !== 'ok') return [];
  const { ms, firstByteMs = 0, bodyBytes, outcome } = file.value;
  const took = ms - firstByteMs;
  if ((outcome !== 'answered' && outcome !== 'stalled') || bodyBytes < 4096 || took < MEASURED_MS) return [];
  const mbps = Math.round((bodyBytes * 8) / took / 10) / 100;
  const limit = settings.planMbps > 0 ? settings.planMbps * PLAN_SHARE : settings.slowMbps;
  return mbps >= limit
    ? []
    : [
        {
          code: 'connectivity/slow-throughput',
          severity: 'warning',
          params: { mbps, limitMbps: limit },
          evidence: [file.from],
        },
      ];
};

/** The system's icon says otherwise than everything that was tried. */
export const diagnoseIcon = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
): Found => {
  const said = verdictOf(facts, settings);
  if (said === null || out.by[4] !== 'works' || out.secured.length === 0) return [];
  return [
    {
      code: 'connectivity/ncsi-false-alarm',
      severity: 'info',
      params: { verdict: said.verdict },
      evidence: [said.from],
    },
  ];
};

/** What the system thinks where it does not think that all is well. A Mac judges by one page of Apple's. */
const verdictOf = (facts: ConnectivityFacts, { macosProbe }: ConnectivitySettings) => {
  const { systemVerdict } = facts;
  if (systemVerdict.status === 'ok')
    return ['full', 'unknown'].includes(systemVerdict.value)
      ? null
      : { verdict: systemVerdict.value, from: systemVerdict.from };
  const page = facts.get(http(macosProbe));
  if (page.status !== 'ok' || (page.value.outcome === 'answered' && /success/i.test(page.value.body)))
    return null;
  return { verdict: 'limited', from: page.from };
};

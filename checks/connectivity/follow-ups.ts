/**
 * What to ask next. First one burst over everything that should work; then, only where something
 * failed, what tells the causes apart. A healthy computer is asked nothing more.
 */
import type { Source } from '../../src/contract.ts';
import { commandLine } from '../../src/sources/command-line.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { echoSeries } from '../../src/sources/network/echoes.ts';
import { addressProbe, fastestMode } from '../../src/sources/network/ethernet.ts';
import { lease, leases } from '../../src/sources/network/leases.ts';
import { neighbours, neighboursLater } from '../../src/sources/network/neighbours.ts';
import {
  pingPatient,
  pingQuick,
  pingSeries,
  pingThrough,
  pingWhole,
} from '../../src/sources/network/ping.ts';
import {
  download,
  http,
  httpVia,
  lookup,
  resolve,
  tcp,
  tcpFrom,
  tcpSeries,
  tls,
} from '../../src/sources/network/probes.ts';
import { wifiLink } from '../../src/sources/network/wifi.ts';
import { wifiFailures } from '../../src/sources/network/wifi-failures.ts';
import { units } from '../../src/sources/systemd.ts';
import { outside } from './findings/internet.ts';
import { diagnosePath } from './findings/quality.ts';
import { diagnoseRoute } from './findings/route.ts';
import { overridesToCheck } from './hosts.ts';
import { canaries, questionsTo, serversOf, silentOrWrong, suspiciousNames } from './names.ts';
import type { ConnectivityFacts } from './probe.ts';
import { proxiesOf, scriptsOf } from './proxies.ts';
import { seriesSources } from './series.ts';
import type { ConnectivitySettings } from './settings.ts';
import { looksFar, looksLossy, looksSlow, looksStalled, packetSizes } from './signs.ts';
import {
  anchorTries,
  beside,
  carrying,
  FAMILIES,
  frontPage,
  gateways,
  isOffered,
  isOn,
  isTunnel,
  physical,
  reach,
  routable,
  siteHosts,
  siteTries,
  valueOr,
  waysOut,
} from './view.ts';

export const families = [
  pingQuick,
  pingPatient,
  pingSeries,
  echoSeries,
  pingThrough,
  pingWhole,
  tcp,
  tcpFrom,
  tcpSeries,
  tls,
  http,
  httpVia,
  download,
  resolve,
  lookup,
  wifiLink,
  fastestMode,
  addressProbe,
  lease,
];

export const followUps = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly Source<unknown>[] => {
  const first = burst(facts, settings);
  if (!first.every(facts.asked)) return first;
  return [
    neighbours,
    // In rescue mode nobody starts a network.
    ...(outside(facts, settings).works ? [] : [units, commandLine]),
    ...whenNoWayOut(facts),
    ...whenNotOut(facts, settings),
    ...whenNamesFail(facts, settings),
    ...whenPoor(facts, settings),
    // Not in the burst: on a slow line one handshake more delays all the others.
    ...siteTries(facts, settings)
      .filter(({ own, reading }) => own && reading.status === 'ok' && reading.value.outcome === 'secure')
      .map(({ host }) => http(frontPage(host))),
  ];
};

const burst = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly Source<unknown>[] => [
  ...gateways(facts).map(({ target }) => pingQuick(target)),
  ...FAMILIES.filter((family) => isOffered(facts, family)).flatMap((family) =>
    anchorTries(facts, settings, family).map(({ endpoint }) => tcp(endpoint)),
  ),
  ...settings.targets.probes.map(({ url }) => http(url)),
  ...(isOn(facts, 'darwin') && settings.macosProbe !== '' ? [http(settings.macosProbe)] : []),
  ...siteHosts(settings).flatMap(({ host, own }) => [tls(host), ...(own ? [lookup(host)] : [])]),
  ...canaries(settings).map(lookup),
  ...serversOf(facts).flatMap((server) =>
    [...canaries(settings), ...suspiciousNames(facts, settings)].map((name) => resolve(`${server} ${name}`)),
  ),
  // The first independent server over UDP: a local firewall shows there as a refusal of our own system.
  ...questionsTo(settings.targets.resolvers.slice(0, 1), canaries(settings).slice(0, 1)),
  ...overridesToCheck(facts, settings).flatMap(({ name }) =>
    questionsTo(serversOf(facts).slice(0, 2), [name]),
  ),
  ...scriptsOf(facts).map(({ url }) => http(url)),
  ...proxiesOf(facts).flatMap((proxy) =>
    proxy.endpoint === null
      ? []
      : [
          tcp(proxy.endpoint),
          ...settings.targets.probes.slice(0, 2).map(({ url }) => httpVia(`${proxy.url} ${url}`)),
        ],
  ),
  ...physical(facts)
    .filter(({ wireless, enabled }) => wireless && enabled)
    .map(({ name }) => wifiLink(name)),
  ...physical(facts)
    .filter(
      ({ wireless, carrier, speedMbps }) =>
        !wireless && carrier === true && speedMbps !== null && speedMbps <= 100,
    )
    .map(({ name }) => fastestMode(name)),
];

/** No route leads out: did it get lost, or is this a virtual machine that was given none? */
const whenNoWayOut = (facts: ConnectivityFacts): readonly Source<unknown>[] => {
  if (diagnoseRoute(facts).length === 0) return [];
  return [machineReads.processor, leases, ...valueOr(facts.get(leases), []).map(lease)];
};

/** Nothing answers beyond the router: is it the router, the provider, a tunnel, or a rule? */
const whenNotOut = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly Source<unknown>[] => {
  const lost = FAMILIES.filter(
    (family) => isOffered(facts, family) && reach(anchorTries(facts, settings, family)) !== 'works',
  );
  if (lost.length === 0) return [];
  const unjoined = physical(facts).some(({ wireless, carrier }) => wireless && carrier !== true);
  if (facts.adapters.status === 'ok' && carrying(facts).length === 0) return unjoined ? [wifiFailures] : [];
  const targets = lost.flatMap((family) => anchorTries(facts, settings, family).slice(0, 1));
  const routers = gateways(facts);
  const silent = routers.filter(({ target }) => {
    const answer = facts.get(pingQuick(target));
    return answer.status === 'ok' && answer.value.received === 0;
  });
  const patient = silent.map(({ target }) => pingPatient(target));
  return [
    ...targets.map(({ address }) => pingQuick(address)),
    ...targets.flatMap((target) =>
      otherWays(facts, target.address.includes(':') ? 6 : 4).flatMap((name) => beside(facts, target, name)),
    ),
    ...patient,
    ...(patient.length > 0 && patient.every(facts.asked) ? [neighboursLater] : []),
    ...(facts.user.status === 'ok' && facts.user.value.elevated === true
      ? routable(facts, 4)
          .filter(({ interface: name }) => physical(facts).some((adapter) => adapter.name === name))
          .map(({ interface: name, address }) => addressProbe(`${name}@${address}`))
      : []),
  ];
};

/** Interfaces that traffic could leave through instead, where several or a tunnel stand before the internet. */
const otherWays = (facts: ConnectivityFacts, family: 4 | 6): readonly string[] => {
  const ways = waysOut(facts, family);
  const names = [...new Set(ways.map((route) => route.interface))];
  return names.length > 1 ? names.filter((name) => !isTunnel(facts, name)) : [];
};

const whenNamesFail = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly Source<unknown>[] =>
  silentOrWrong(facts, settings) &&
  FAMILIES.some((family) => reach(anchorTries(facts, settings, family)) === 'works')
    ? questionsTo(settings.targets.resolvers.slice(0, 2), canaries(settings))
    : [];

/** It works, but not well: lossy, stalling or slow. Each costs seconds, so each needs its sign. */
const whenPoor = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly Source<unknown>[] => {
  const tries = anchorTries(facts, settings, 4);
  if (reach(tries) !== 'works') return [];
  const [first] = tries.filter(
    ({ reading }) =>
      reading.status === 'ok' && reading.value.attempts.some(({ outcome }) => outcome === 'connected'),
  );
  const doubtful = looksLossy(facts, settings) || looksFar(facts, settings);
  const series = doubtful ? seriesSources(facts, settings) : [];
  // One after the other: what a download does to the echoes is not the line's doing. And a path that
  // loses or delays needs no other reason to be slow.
  if (!series.every(facts.asked) || diagnosePath(facts, settings).length > 0) return series;
  const stalled = looksStalled(facts, settings);
  return [
    ...series,
    ...(stalled && first !== undefined
      ? packetSizes.map((bytes) => pingWhole(`${first.address}@${bytes}`))
      : []),
    ...((stalled || looksSlow(facts, settings)) && settings.targets.download !== ''
      ? [download(settings.targets.download)]
      : []),
  ];
};

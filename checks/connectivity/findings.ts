/** Up the ladder: what is broken on a lower rung is told, and what only follows from it is not blamed. */
import type { Diagnosis, Finding, Metric, Unknown } from '../../src/contract.ts';
import { unknown } from '../../src/contract.ts';
import { commandLine, modeOfUnits, modeOfWords, wentOn } from '../../src/sources/command-line.ts';
import { pingQuick } from '../../src/sources/network/ping.ts';
import { units } from '../../src/sources/systemd.ts';
import { diagnoseAddress, diagnoseDuplicate, diagnoseSubnet } from './findings/address.ts';
import { diagnoseHosts, diagnoseNames } from './findings/dns.ts';
import {
  diagnoseFamilies,
  diagnoseFirewall,
  diagnoseHttpsBlocked,
  diagnoseInternet,
  diagnosePortal,
  type Outside,
  outside,
} from './findings/internet.ts';
import { diagnoseLink, diagnoseLinkQuality } from './findings/link.ts';
import { diagnoseIcon, diagnoseMtu, diagnosePath, diagnoseSpeed } from './findings/quality.ts';
import {
  diagnoseGateway,
  diagnoseProhibition,
  diagnoseRoute,
  diagnoseWrongWay,
  isolationUnseen,
  silentGateways,
} from './findings/route.ts';
import { diagnoseProxy, diagnoseSites, diagnoseTls } from './findings/web.ts';
import type { Messages } from './messages.en.ts';
import { canaries, configuredServers, median } from './names.ts';
import type { ConnectivityFacts } from './probe.ts';
import { judgeProxies } from './proxies.ts';
import type { ConnectivitySettings } from './settings.ts';
import { gateways, isKeptApart, pages, siteTries } from './view.ts';

type Found = readonly Finding<Messages>[];

export const diagnose = (facts: ConnectivityFacts, settings: ConnectivitySettings): Diagnosis<Messages> => {
  const out = outside(facts, settings);
  if (!out.works && isKeptApart(facts)) return { findings: [], skipped: 'isolated' };
  const findings = out.works ? connected(facts, settings, out) : disconnected(facts, settings, out);
  const unseen = out.works ? undefined : isolationUnseen(facts);
  if (unseen !== undefined) return { findings, unknown: [unknown(unseen)] };
  // Kept apart from other networks on purpose: the internet is neither well here nor ill.
  if (findings.some(({ code, severity }) => code === 'connectivity/no-default-route' && severity === 'info'))
    return { findings, skipped: 'isolated' };
  // Whoever repairs a system there starts the network by hand, if at all.
  if (!out.works && isRescued(facts))
    return {
      findings: findings.map((finding): Finding<Messages> => ({ ...finding, severity: 'info' })),
      skipped: 'rescue-mode',
    };
  return {
    findings,
    unknown: notSeen(facts, settings, out, findings),
    metrics: metrics(facts, settings, out),
  };
};

/** Rescue and emergency mode do without a network. */
const isRescued = (facts: ConnectivityFacts): boolean => {
  const listed = facts.get(units);
  if (listed.status === 'ok') return modeOfUnits(listed.value) !== null && !wentOn(listed.value);
  const words = facts.get(commandLine);
  return words.status === 'ok' && modeOfWords(words.value) !== null;
};

/** Something answers from beyond: what is left is names, proxies, sites and quality. */
const connected = (facts: ConnectivityFacts, settings: ConnectivitySettings, out: Outside): Found => {
  const portal = diagnosePortal(facts, settings, out);
  const names = diagnoseNames(facts, settings, out);
  const hosts = diagnoseHosts(facts, settings);
  const own: Found = [
    ...diagnoseFirewall(facts, settings, out),
    ...diagnoseDuplicate(facts),
    ...diagnoseProxy(facts, settings, out),
    ...hosts,
  ];
  if (portal.length > 0) return [...portal, ...own];
  const mtu = diagnoseMtu(facts, settings);
  const https = mtu.length === 0 ? diagnoseHttpsBlocked(out, facts, settings) : [];
  const noNames = names.some(({ code }) => NO_NAMES.has(code));
  const namesAreSlow = names.some(({ code }) => code === 'connectivity/dns-slow');
  const line = [...diagnosePath(facts, settings), ...diagnoseSpeed(facts, settings)];
  const wrongWay = diagnoseWrongWay(facts, settings);
  // What is rejected here, lost on the line or sent the wrong way fails in one family sooner than in the other.
  const families =
    [...line, ...wrongWay].length > 0 || own.some(({ code }) => ONE_FAMILY.has(code))
      ? []
      : onlyIpv6(facts, settings, out);
  // A line that loses or crawls makes every name late and every handshake long.
  const blamed = line.length > 0 ? names.filter(({ code }) => code !== 'connectivity/dns-slow') : names;
  return [
    ...own,
    ...families,
    ...wrongWay,
    ...blamed,
    ...mtu,
    ...https,
    ...(mtu.length + https.length + line.length > 0 || noNames
      ? []
      : [...diagnoseTls(facts, settings), ...diagnoseSites(facts, settings, out, namesAreSlow)]),
    ...line,
    ...diagnoseLinkQuality(facts, settings),
    ...diagnoseIcon(facts, settings, out),
  ];
};

/** IPv4 alone is lost: the lowest rung of IPv4 that is broken, else the family. Or IPv6 is, or neither. */
const onlyIpv6 = (facts: ConnectivityFacts, settings: ConnectivitySettings, out: Outside): Found => {
  const families = diagnoseFamilies(facts, out);
  if (out.by[4] !== 'fails' || families.length === 0) return families;
  const silent = new Set(silentGateways(facts).map(({ target }) => target));
  const routers = gateways(facts).filter(({ family }) => family === 4);
  const rungs = [
    diagnoseSubnet(facts, silent),
    diagnoseGateway(facts, routers),
    diagnoseProhibition(facts, settings),
  ];
  return rungs.find((found) => found.length > 0) ?? families;
};

/** Causes on this computer that may hit one family alone. */
const ONE_FAMILY: ReadonlySet<string> = new Set([
  'connectivity/firewall-blocks',
  'connectivity/duplicate-ip',
]);

/** Without names no site can be tried: their failing says nothing of them. */
const NO_NAMES: ReadonlySet<string> = new Set([
  'connectivity/dns-unreachable',
  'connectivity/dns-not-configured',
  'connectivity/dns-bad-answers',
]);

/** Nothing answers: the lowest broken rung is the cause. */
const disconnected = (facts: ConnectivityFacts, settings: ConnectivitySettings, out: Outside): Found => {
  // A proxy that lets everything through is how some networks are meant to be.
  if (judgeProxies(facts, settings).some(({ state }) => state === 'works')) return [];
  const lower = [diagnoseLink, diagnoseAddress, diagnoseRoute]
    .map((rung) => rung(facts))
    .find((found) => found.length > 0);
  // A computer without a link, an address or a route is owed no name server either.
  if (lower !== undefined) return lower;
  const names = diagnoseNames(facts, settings, out);
  const portal = diagnosePortal(facts, settings, out);
  if (portal.length > 0) return portal;
  const firewall = diagnoseFirewall(facts, settings, out);
  if (firewall.length > 0) return firewall;
  const proxy = diagnoseProxy(facts, settings, out);
  const silent = silentGateways(facts);
  const subnet = diagnoseSubnet(facts, new Set(silent.map(({ target }) => target)));
  const wrongWay = diagnoseWrongWay(facts, settings);
  const gateway = wrongWay.length > 0 ? [] : diagnoseGateway(facts, gateways(facts));
  const prohibited = diagnoseProhibition(facts, settings);
  const beyond =
    gateway.length > 0 || subnet.length > 0
      ? []
      : diagnoseInternet(facts, settings, out, gateways(facts).length > silent.length);
  return [
    ...diagnoseDuplicate(facts),
    ...subnet,
    ...wrongWay,
    ...gateway,
    ...prohibited,
    ...proxy,
    ...beyond,
    ...names,
    ...diagnoseLinkQuality(facts, settings),
  ];
};

/** What the verdict would need and does not have. Once the internet answers, the rungs below it do. */
const notSeen = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
  findings: Found,
): readonly Unknown[] => {
  const trouble = findings.some(({ severity }) => severity !== 'info');
  if (out.works) return trouble ? [] : notOpened(facts, settings, out);
  if (judgeProxies(facts, settings).some(({ state }) => state === 'works')) return [];
  const rungs = [facts.adapters, facts.addresses, facts.routes, facts.routes6].flatMap((reading) =>
    // Only Linux asks for IPv6 by itself.
    reading.status === 'ok' || (reading === facts.routes6 && reading.status === 'unsupported')
      ? []
      : [unknown(reading)],
  );
  const tries = out.tries.flatMap(({ reading }) =>
    reading.status === 'ok' || reading.status === 'unrecorded' ? [] : [unknown(reading)],
  );
  return [...rungs, ...(trouble || out.told ? [] : tries.slice(0, 2))];
};

/** A connection that opens is no page that opens: somebody in between may accept everything. */
const notOpened = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
): readonly Unknown[] =>
  out.rightPages.length > 0 || out.secured.length > 0
    ? []
    : [...pages(facts, settings), ...siteTries(facts, settings)].map(({ reading }) =>
        reading.status === 'ok'
          ? { source: reading.from, reason: 'failed', why: reading.value.code ?? reading.value.outcome }
          : unknown(reading),
      );

const metrics = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
): readonly Metric[] => {
  const router = gateways(facts).flatMap(({ target }) => {
    const answer = facts.get(pingQuick(target));
    return answer.status === 'ok' && answer.value.averageMs !== null ? [answer.value.averageMs] : [];
  });
  const anchors = out.tries.flatMap(({ reading }) =>
    reading.status === 'ok'
      ? reading.value.attempts.filter(({ outcome }) => outcome === 'connected').map(({ ms }) => ms)
      : [],
  );
  const names = configuredServers(facts, settings).flatMap(({ medianMs }) =>
    medianMs === null ? [] : [medianMs],
  );
  const named = (name: string, values: readonly number[], warning?: number): readonly Metric[] => {
    const value = median(values);
    return value === null
      ? []
      : [{ name, value: Math.round(value * 10) / 10, unit: 'ms', ...(warning !== undefined && { warning }) }];
  };
  return [
    ...named('gateway', router, settings.gatewayLatencyWarnMs),
    ...named('internet', anchors, settings.latencyWarnMs),
    ...(canaries(settings).length > 0 ? named('dns', names, settings.dnsSlowMs) : []),
  ];
};

/** Names: no server, a silent one, a wrong one, a lying one, a slow one. */
import type { Finding } from '../../../src/contract.ts';
import { isInside } from '../../../src/sources/network/ip.ts';
import { lookup, resolve } from '../../../src/sources/network/probes.ts';
import { isSinkhole, overridesToCheck } from '../hosts.ts';
import type { Messages } from '../messages.en.ts';
import {
  canaries,
  configuredServers,
  independentServers,
  median,
  oneForAll,
  serversOf,
  suspiciousNames,
} from '../names.ts';
import type { ConnectivityFacts } from '../probe.ts';
import type { ConnectivitySettings } from '../settings.ts';
import { siteHosts, valueOr, wayOut } from '../view.ts';
import type { Outside } from './internet.ts';

type Found = readonly Finding<Messages>[];

export const diagnoseNames = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
): Found => {
  if (facts.resolvers.status !== 'ok') return [];
  if (serversOf(facts).length === 0) return notConfigured(facts, settings);
  const servers = configuredServers(facts, settings).filter(({ answers }) => answers.length > 0);
  const silent = servers.filter((server) => server.silent);
  if (servers.length > 0 && silent.length === servers.length) {
    return [
      {
        code: 'connectivity/dns-unreachable',
        severity: 'critical',
        params: {
          servers: silent.map(({ server }) => server).join(', '),
          independentWorks: independentServers(facts, settings).some(({ good }) => good > 0),
          ...wayOut(facts),
        },
        evidence: silent.flatMap(({ evidence }) => evidence),
      },
    ];
  }
  const hijack = diagnoseHijack(facts, settings);
  return [
    ...hijack,
    // Without a way out a server has nobody to ask: its errors tell of that, not of itself.
    ...(out.works ? wrongAnswers(facts, settings) : []),
    ...slowAnswers(facts, settings),
  ];
};

const notConfigured = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  // Some systems resolve without any list (mDNS, NSS modules): a name that is found settles it.
  const found = canaries(settings).some((name) => {
    const answer = facts.get(lookup(name));
    return answer.status === 'ok' && answer.value.outcome === 'found';
  });
  return found
    ? []
    : [
        {
          code: 'connectivity/dns-not-configured',
          severity: 'critical',
          params: {},
          evidence: ['net.resolvers'],
        },
      ];
};

/** At least two of the names, where another server knows them, or where no server at all does. */
const wrongAnswers = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  const servers = configuredServers(facts, settings);
  if (servers.some(({ good, answers }) => good === answers.length && good > 0)) return [];
  const others = independentServers(facts, settings);
  // Names of different owners that are gone everywhere are not gone: every answer is made on the way.
  const nowhere = !dnsWorks(facts, settings);
  if (!nowhere && others.length > 0 && others.every(({ good }) => good === 0)) return [];
  const [worst] = servers.filter(({ wrong }) => wrong.length >= 2);
  const first = worst?.wrong[0];
  if (worst === undefined || first === undefined) return [];
  return [
    {
      code: 'connectivity/dns-bad-answers',
      severity: nowhere ? 'critical' : 'warning',
      params: {
        server: worst.server,
        rcode: first.rcode ?? '',
        extended: first.extendedErrors[0] ?? -1,
        ...wayOut(facts),
      },
      evidence: worst.evidence,
    },
  ];
};

/**
 * An address for both made-up names, which cannot exist; or one address for all names of different
 * owners, where an independent server tells them apart.
 */
const diagnoseHijack = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  const names = suspiciousNames(facts, settings);
  const honest = independentServers(facts, settings).some(
    (server) => server.good >= 2 && oneForAll(server) === null,
  );
  const hijacked = (server: string, name: string, address: string, evidence: readonly string[]): Found => [
    {
      code: 'connectivity/dns-hijack',
      severity: 'warning',
      params: { server, name, address, ...wayOut(facts) },
      evidence,
    },
  ];
  for (const verdict of configuredServers(facts, settings)) {
    const answers = names.map((name) => facts.get(resolve(`${verdict.server} ${name}`)));
    const addresses = answers.map((answer) =>
      answer.status === 'ok' && answer.value.outcome === 'answered' ? answer.value.addresses[0] : undefined,
    );
    const [first] = addresses;
    if (first !== undefined && addresses.every((address) => address !== undefined)) {
      return hijacked(
        verdict.server,
        names[0] ?? '',
        first,
        answers.map(({ from }) => from),
      );
    }
    const same = oneForAll(verdict);
    if (same !== null && honest) {
      return hijacked(verdict.server, canaries(settings).join(', '), same, verdict.evidence);
    }
  }
  return [];
};

const slowAnswers = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  const servers = configuredServers(facts, settings);
  const dead = servers.find(({ silent }) => silent);
  const slow = servers.find(({ medianMs }) => medianMs !== null && medianMs > settings.dnsSlowMs);
  const lookups = canaries(settings)
    .map((name) => facts.get(lookup(name)))
    .flatMap((answer) =>
      answer.status === 'ok' && answer.value.outcome === 'found' ? [answer.value.ms] : [],
    );
  const system = median(lookups);
  const guilty = dead ?? slow;
  if (guilty === undefined && (system === null || system <= settings.dnsSlowMs)) return [];
  return [
    {
      code: 'connectivity/dns-slow',
      severity: 'warning',
      params: {
        server: guilty?.server ?? serversOf(facts)[0] ?? '',
        ms: Math.round(slow?.medianMs ?? system ?? 0),
        dead: dead !== undefined,
        ...wayOut(facts),
      },
      evidence: guilty?.evidence ?? canaries(settings).map((name) => lookup(name).id),
    },
  ];
};

/** Sites whose redirection endangers the person or the system. */
const DANGEROUS =
  /(^|\.)(windowsupdate|update\.microsoft|microsoft|apple|mozilla|debian|ubuntu|fedoraproject|kaspersky|drweb|eset|avast|avg|bitdefender|malwarebytes|virustotal|sberbank|tinkoff|paypal|bank[a-z]*|[a-z]*bank)\.[a-z.]+$/;

/** Names that the hosts file answers otherwise than DNS does. */
export const diagnoseHosts = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  const wanted = new Set(siteHosts(settings).map(({ host }) => host));
  return overridesToCheck(facts, settings).flatMap(({ name, address, line }): Found => {
    const answers = serversOf(facts)
      .map((server) => facts.get(resolve(`${server} ${name}`)))
      .flatMap((answer) => (answer.status === 'ok' ? [answer.value] : []));
    const real = answers.flatMap(({ addresses }) => addresses);
    // A name that DNS does not know either is somebody's own: nothing is overridden.
    const known =
      real.length > 0 || (wanted.has(name) && answers.every(({ outcome }) => outcome !== 'answered'));
    if (!known || real.some((one) => one === address || isInside(one, `${address}/24`))) return [];
    const harmless = isSinkhole(address) && !DANGEROUS.test(name) && !wanted.has(name);
    return [
      {
        code: 'connectivity/hosts-override',
        severity: DANGEROUS.test(name) ? 'critical' : harmless ? 'info' : 'warning',
        subject: name,
        params: { name, address, line, real: real[0] ?? '' },
        evidence: ['net.hosts', ...serversOf(facts).map((server) => `net.resolve/${server} ${name}`)],
      },
    ];
  });
};

export const dnsWorks = (facts: ConnectivityFacts, settings: ConnectivitySettings): boolean =>
  canaries(settings).some((name) => {
    const answer = valueOr(facts.get(lookup(name)), null);
    return answer?.outcome === 'found';
  });

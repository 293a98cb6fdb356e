/** Beyond the router: reachable or not, by which family, and who stands in between. */
import type { Finding } from '../../../src/contract.ts';
import { resolve } from '../../../src/sources/network/probes.ts';
import type { Messages } from '../messages.en.ts';
import { canaries } from '../names.ts';
import type { ConnectivityFacts } from '../probe.ts';
import { refusals } from '../refusals.ts';
import type { ConnectivitySettings } from '../settings.ts';
import {
  anchorTries,
  gateways,
  hostOf,
  isDeniedHere,
  isGiven4,
  isOffered,
  pages,
  reach,
  siteTries,
} from '../view.ts';

type Found = readonly Finding<Messages>[];

/** Whether anything at all came from beyond, and by which family. */
export const outside = (facts: ConnectivityFacts, settings: ConnectivitySettings) => {
  const tries = { 4: anchorTries(facts, settings, 4), 6: anchorTries(facts, settings, 6) };
  const by = {
    4: isOffered(facts, 4) ? reach(tries[4]) : 'untold',
    6: isOffered(facts, 6) ? reach(tries[6]) : 'untold',
  } as const;
  const rightPages = pages(facts, settings).filter(({ verdict }) => verdict === 'right');
  const secured = siteTries(facts, settings).filter(
    ({ reading }) => reading.status === 'ok' && reading.value.outcome === 'secure',
  );
  return {
    by,
    tries: [...tries[4], ...tries[6]],
    rightPages,
    secured,
    works: by[4] === 'works' || by[6] === 'works' || rightPages.length > 0 || secured.length > 0,
    /** Whether anything was tried at all and how it ended is known. */
    told:
      by[4] !== 'untold' ||
      by[6] !== 'untold' ||
      pages(facts, settings).some(({ reading }) => reading.status === 'ok'),
  };
};

export type Outside = ReturnType<typeof outside>;

/** The system itself forbade it: on a connection, on a datagram to another network, or in a refusal of its own. */
export const diagnoseFirewall = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
): Found => {
  const connections = out.tries.flatMap(({ endpoint: target, reading }) =>
    reading.status === 'ok'
      ? reading.value.attempts
          .filter(isDeniedHere(target))
          .map(({ code = 'EPERM' }) => ({ target, code, evidence: reading.from }))
      : [],
  );
  const [server = ''] = settings.targets.resolvers;
  const [name = ''] = canaries(settings);
  const datagram = facts.get(resolve(`${server} ${name}`));
  const datagrams =
    datagram.status === 'ok' && isDeniedHere(server)(datagram.value)
      ? [{ target: server, code: datagram.value.code ?? 'EPERM', evidence: datagram.from }]
      : [];
  const own = refusals(facts, settings)
    .filter((refusal) => refusal.own)
    .map(({ target, says, evidence }) => ({ target, code: says, evidence }));
  return [...connections, ...datagrams, ...own].slice(0, 1).map(({ target, code, evidence }) => ({
    code: 'connectivity/firewall-blocks',
    severity: out.works ? 'warning' : 'critical',
    params: { target, code },
    evidence: [evidence],
  }));
};

/** A page of somebody else where a known answer should be: twice, or once with nothing else getting out. */
export const diagnosePortal = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
): Found => {
  const all = pages(facts, settings);
  const foreign = all.filter(({ verdict }) => verdict === 'foreign');
  const [first] = foreign;
  const enough =
    foreign.length >= 2 || (foreign.length === 1 && out.secured.length === 0 && out.rightPages.length === 0);
  if (first?.reading.status !== 'ok' || !enough || out.secured.length > 0) return [];
  const { status = 0, headers } = first.reading.value;
  return [
    {
      code: 'connectivity/captive-portal',
      severity: 'warning',
      params: { url: first.probe.url, status, portal: headers.location ?? portalLink(headers.link) },
      evidence: foreign.map(({ reading }) => reading.from),
    },
  ];
};

/** `Link: <https://…>; rel="captive-portal"`, as some networks announce it beside RFC 8910. */
const portalLink = (link: string | undefined): string =>
  /<([^>]+)>\s*;[^,]*rel="?[^",]*captive-portal/i.exec(link ?? '')?.[1] ?? '';

export const diagnoseInternet = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
  gatewayAnswers: boolean,
): Found => {
  if (out.works || !out.told) return [];
  const [router] = gateways(facts);
  const asked = [
    ...out.tries.map(({ owner, reading }) => ({ owner, reading })),
    ...pages(facts, settings).map(({ probe, reading }) => ({ owner: hostOf(probe.url), reading })),
  ].filter(({ reading }) => reading.status === 'ok');
  return [
    {
      code: 'connectivity/internet-unreachable',
      severity: 'critical',
      params: {
        gateway: router?.address ?? '',
        gatewayAnswers,
        tried: asked.length,
        owners: [...new Set(asked.map(({ owner }) => owner))].join(', '),
      },
      evidence: asked.map(({ reading }) => reading.from),
    },
  ];
};

/** One of two families leads nowhere while the other works. */
export const diagnoseFamilies = (facts: ConnectivityFacts, out: Outside): Found => {
  const evidence = out.tries.flatMap(({ reading }) => (reading.status === 'ok' ? [reading.from] : []));
  const tried = (family: 4 | 6) =>
    out.tries.filter(({ address }) => address.includes(':') === (family === 6)).length;
  if (out.by[6] === 'fails' && out.by[4] === 'works') {
    return [{ code: 'connectivity/ipv6-broken', severity: 'warning', params: { tried: tried(6) }, evidence }];
  }
  // Without any IPv4 address or route the network may be IPv6-only by design (RFC 8925, NAT64).
  const offered4 = isGiven4(facts);
  if (out.by[4] === 'fails' && out.by[6] === 'works' && offered4) {
    return [
      { code: 'connectivity/ipv4-broken', severity: 'critical', params: { tried: tried(4) }, evidence },
    ];
  }
  return [];
};

/** Port 443 closed for everybody while plain HTTP works: a rule on the way. */
export const diagnoseHttpsBlocked = (
  out: Outside,
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): Found => {
  const sites = siteTries(facts, settings).flatMap(({ reading }) =>
    reading.status === 'ok' ? [reading.value] : [],
  );
  const reached = sites.filter(({ connection }) => connection === 'connected');
  const attempts = out.tries.flatMap(({ reading }) =>
    reading.status === 'ok' ? reading.value.attempts : [],
  );
  const ports443 = out.tries.filter(({ endpoint }) => endpoint.endsWith(':443'));
  const open443 = ports443.some(
    ({ reading }) =>
      reading.status === 'ok' && reading.value.attempts.some(({ outcome }) => outcome === 'connected'),
  );
  const tried = sites.filter(({ connection }) => connection !== 'no-name');
  if (open443 || reached.length > 0 || out.rightPages.length === 0 || tried.length + ports443.length < 2)
    return [];
  const rejected = [
    ...sites.map(({ connection }) => connection),
    ...attempts.map(({ outcome }) => outcome),
  ].some((outcome) => outcome === 'refused' || outcome === 'reset' || outcome === 'unreachable');
  return [
    {
      code: 'connectivity/https-blocked',
      severity: 'critical',
      params: { how: rejected ? 'rejected' : 'dropped', tried: tried.length + ports443.length },
      evidence: ports443.flatMap(({ reading }) => (reading.status === 'ok' ? [reading.from] : [])),
    },
  ];
};

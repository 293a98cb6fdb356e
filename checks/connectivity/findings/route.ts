/** The way out: the default route, the router, tunnels before it. */
import type { Finding, Reading, Unread } from '../../../src/contract.ts';
import { machineReads } from '../../../src/sources/machine.ts';
import { lease, leases } from '../../../src/sources/network/leases.ts';
import { type Neighbour, neighbours, neighboursLater } from '../../../src/sources/network/neighbours.ts';
import { pingPatient, pingQuick } from '../../../src/sources/network/ping.ts';
import type { Messages } from '../messages.en.ts';
import type { ConnectivityFacts } from '../probe.ts';
import { refusals } from '../refusals.ts';
import type { ConnectivitySettings } from '../settings.ts';
import {
  anchorTries,
  answersBeside,
  beside,
  carrying,
  FAMILIES,
  type Gateway,
  gateways,
  isOffered,
  isTunnel,
  reach,
  routable,
  valueOr,
  waysOut,
} from '../view.ts';

type Found = readonly Finding<Messages>[];

export const diagnoseRoute = (facts: ConnectivityFacts): Found => {
  if (facts.routes.status !== 'ok' || facts.addresses.status !== 'ok') return [];
  // A Mac keeps default routes of its own tunnels, without an address that could use them.
  const leads =
    waysOut(facts, 4).length > 0 || (waysOut(facts, 6).length > 0 && routable(facts, 6).length > 0);
  if (leads) return [];
  // An IPv6 address may well have a way that could not be looked at.
  if (
    facts.routes6.status !== 'ok' &&
    facts.routes6.status !== 'unsupported' &&
    routable(facts, 6).length > 0
  )
    return [];
  const links = new Set(carrying(facts).map(({ name }) => name));
  const all = [...routable(facts, 4), ...routable(facts, 6)];
  const own = all.find((one) => links.has(one.interface)) ?? all[0];
  if (own === undefined) return [];
  const withoutRouter = isolated(facts, own.address);
  return [
    {
      code: 'connectivity/no-default-route',
      severity: withoutRouter === undefined && isolationUnseen(facts) === undefined ? 'critical' : 'info',
      params: { adapter: own.interface, address: own.address, isolated: withoutRouter !== undefined },
      evidence: [
        facts.routes.from,
        ...(facts.routes6.status === 'ok' ? [facts.routes6.from] : []),
        facts.addresses.from,
        ...(withoutRouter === undefined ? [] : [withoutRouter]),
      ],
    },
  ];
};

/**
 * The lease in which a virtual machine was given this address and no router: its host keeps it apart
 * (host-only networks), and nothing got lost in it. At home the same lease is a router gone wrong.
 */
const isolated = (facts: ConnectivityFacts, address: string): string | undefined => {
  const processor = facts.get(machineReads.processor);
  if (processor.status !== 'ok' || !processor.value.hypervisor) return undefined;
  return valueOr(facts.get(leases), [])
    .map((index) => facts.get(lease(index)))
    .find((one) => one.status === 'ok' && one.value.address === address && !one.value.router)?.from;
};

/** What would tell whether a virtual machine is kept apart on purpose, where there was no time to read it. */
export const isolationUnseen = (facts: ConnectivityFacts): Unread | undefined => {
  const processor = facts.get(machineReads.processor);
  if (processor.status === 'ok' && !processor.value.hypervisor) return undefined;
  const all = facts.get(leases);
  return [processor, all, ...valueOr(all, []).map((index) => facts.get(lease(index)))].find(isCutOff);
};

const isCutOff = (reading: Reading<unknown>): reading is Unread =>
  reading.status === 'timeout' || reading.status === 'interrupted';

/**
 * A way out that leads nowhere while another one works: a tunnel whose program is gone, or the
 * wrong one of two connections.
 */
export const diagnoseWrongWay = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  const lost = FAMILIES.filter(
    (family) => isOffered(facts, family) && reach(anchorTries(facts, settings, family)) === 'fails',
  );
  for (const family of lost) {
    const ways = [...waysOut(facts, family)].sort(
      (a, b) => length(b.destination) - length(a.destination) || a.metric - b.metric,
    );
    const [used] = ways;
    const [target] = anchorTries(facts, settings, family);
    if (used === undefined || target === undefined) continue;
    const others = [...new Set(ways.map((way) => way.interface))].filter((name) => name !== used.interface);
    const working = others.find((name) => answersBeside(facts, target, name));
    const dead =
      used.linkDown ||
      valueOr(facts.adapters, []).some(({ name, carrier }) => name === used.interface && carrier === false);
    const evidence = [
      family === 4 ? 'net.routes' : 'net.routes6',
      ...others.flatMap((name) => beside(facts, target, name)).map(({ id }) => id),
    ];
    if (isTunnel(facts, used.interface) && (working !== undefined || dead)) {
      const through = working ?? others[0] ?? '';
      return [
        {
          code: 'connectivity/vpn-blocking',
          severity: 'warning',
          params: { tunnel: used.interface, through },
          evidence,
        },
      ];
    }
    if (working !== undefined) {
      return [
        {
          code: 'connectivity/wrong-default-route',
          severity: 'critical',
          params: { used: used.interface, working },
          evidence,
        },
      ];
    }
  }
  return [];
};

const length = (destination: string): number => Number(destination.split('/')[1] ?? 0);

const ANSWERED: ReadonlySet<Neighbour['state']> = new Set(['reachable', 'permanent', 'noarp']);
const GIVEN_UP: ReadonlySet<Neighbour['state']> = new Set(['failed', 'incomplete']);

/**
 * Gateways that nobody is behind. One that resolves but ignores ping is fine; one whose entry is
 * still old is asked again for eight seconds, by when the system itself has given up on a dead one.
 */
export const silentGateways = (facts: ConnectivityFacts): readonly Gateway[] =>
  gateways(facts).filter((gateway) => {
    const quick = facts.get(pingQuick(gateway.target));
    const patient = facts.get(pingPatient(gateway.target));
    if ([quick, patient].some((answer) => answer.status === 'ok' && answer.value.received > 0)) return false;
    const last = stateOf(facts, gateway);
    if (last === undefined) {
      // Nothing beyond is asked for through a neighbour that the table never heard of.
      return quick.status === 'ok' && facts.get(neighbours).status === 'ok' && facts.asked(neighboursLater);
    }
    if (ANSWERED.has(last)) return false;
    if (GIVEN_UP.has(last)) return true;
    // `stale`, `delay` or `probe` after the patient look: it was asked for long enough.
    return facts.asked(neighboursLater) && patient.status === 'ok' && last === 'probe';
  });

const stateOf = (facts: ConnectivityFacts, gateway: Gateway): Neighbour['state'] | undefined => {
  const table = facts.asked(neighboursLater) ? facts.get(neighboursLater) : facts.get(neighbours);
  return valueOr(table, []).find(
    ({ address, interface: name }) =>
      address === gateway.address && (name === '' || name === gateway.interface),
  )?.state;
};

/** Among these gateways: those of one family, or all there are. */
export const diagnoseGateway = (facts: ConnectivityFacts, all: readonly Gateway[]): Found => {
  const silent = silentGateways(facts).filter(({ target }) => all.some((one) => one.target === target));
  const [first] = silent;
  // With one of several routers answering, it is not the router that is missing.
  if (first === undefined || silent.length < all.length) return [];
  return [
    {
      code: 'connectivity/gateway-unreachable',
      severity: 'critical',
      params: { gateway: first.address, adapter: first.interface },
      evidence: [
        `net.ping/${first.target}`,
        facts.asked(neighboursLater) ? neighboursLater.id : neighbours.id,
      ],
    },
  ];
};

export const diagnoseProhibition = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found =>
  refusals(facts, settings)
    .filter(({ own }) => !own)
    .slice(0, 1)
    .map(({ from, says, evidence }) => ({
      code: 'connectivity/blocked-by-router',
      severity: 'critical',
      params: { gateway: from, says },
      evidence: [evidence],
    }));

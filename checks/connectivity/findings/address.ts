/** Addresses: none, one of our own making, somebody else's, or one of another network. */
import type { Finding } from '../../../src/contract.ts';
import { addressProbe } from '../../../src/sources/network/ethernet.ts';
import { isInside, scopeOf } from '../../../src/sources/network/ip.ts';
import { neighbours } from '../../../src/sources/network/neighbours.ts';
import { leadsOut } from '../../../src/sources/network/routes.ts';
import type { Messages } from '../messages.en.ts';
import type { ConnectivityFacts } from '../probe.ts';
import { carrying, gateways, isTunnel, routable, routesOf, valueOr } from '../view.ts';

type Found = readonly Finding<Messages>[];

export const diagnoseAddress = (facts: ConnectivityFacts): Found => {
  const { adapters, addresses } = facts;
  if (addresses.status !== 'ok' || adapters.status !== 'ok') return [];
  const evidence = [addresses.from, adapters.from];
  const links = carrying(facts);
  const [first] = links.filter(({ physical }) => physical).concat(links);
  if (first === undefined) return [];
  const usable = [...routable(facts, 4), ...routable(facts, 6)].filter(({ interface: name }) =>
    links.some((adapter) => adapter.name === name),
  );
  if (usable.length > 0) return [];
  const own = addresses.value.find(
    ({ address, family, interface: name }) =>
      family === 4 && scopeOf(address) === 'link-local' && links.some((adapter) => adapter.name === name),
  );
  return [
    own === undefined
      ? {
          code: 'connectivity/no-ip-address',
          severity: 'critical',
          subject: first.name,
          params: { adapter: first.name },
          evidence,
        }
      : {
          code: 'connectivity/apipa-address',
          severity: 'critical',
          subject: own.interface,
          params: { adapter: own.interface, address: own.address },
          evidence,
        },
  ];
};

export const diagnoseDuplicate = (facts: ConnectivityFacts): Found =>
  [...routable(facts, 4), ...routable(facts, 6)].flatMap(({ interface: name, address, duplicate }): Found => {
    const probe = facts.get(addressProbe(`${name}@${address}`));
    const taken = probe.status === 'ok' && probe.value.taken;
    if (!duplicate && !taken) return [];
    return [
      {
        code: 'connectivity/duplicate-ip',
        severity: 'critical',
        subject: name,
        params: { adapter: name, address },
        evidence: [taken ? probe.from : 'net.addresses'],
      },
    ];
  });

/**
 * An IPv4 address that does not fit the network: its gateway lies outside every network on the
 * link; or it was set by hand, nobody has the gateway's address, and a router shows itself over IPv6.
 */
export const diagnoseSubnet = (facts: ConnectivityFacts, silent: ReadonlySet<string>): Found => {
  const [own] = routable(facts, 4).filter(({ interface: name }) => !isTunnel(facts, name));
  const router = gateways(facts).find(({ family }) => family === 4);
  if (own === undefined || router === undefined) return [];
  const links = routesOf(facts).filter(
    (route) =>
      route.gateway === null &&
      route.family === 4 &&
      route.interface === router.interface &&
      !leadsOut(route),
  );
  const inside =
    isInside(router.address, `${own.address}/${own.prefix}`) ||
    valueOr(facts.addresses, []).some(({ address, prefix }) =>
      isInside(router.address, `${address}/${prefix}`),
    ) ||
    links.some(({ destination }) => isInside(router.address, destination));
  const byHand =
    valueOr(facts.manualAddressing, []).includes(own.interface) ||
    routesOf(facts).some((route) => route.gateway === router.address && route.manual === true);
  const answers6 = valueOr(facts.get(neighbours), []).some(
    (one) =>
      one.router && one.interface === own.interface && one.state !== 'failed' && one.state !== 'incomplete',
  );
  const how = !inside ? 'outside' : silent.has(router.target) && byHand && answers6 ? 'silent' : null;
  if (how === null) return [];
  return [
    {
      code: 'connectivity/wrong-subnet',
      severity: 'critical',
      subject: own.interface,
      params: {
        adapter: own.interface,
        address: own.address,
        prefix: own.prefix,
        gateway: router.address,
        how,
      },
      evidence: ['net.addresses', 'net.routes', 'net.manual'],
    },
  ];
};

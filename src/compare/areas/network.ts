/** Adapters, addresses, the way out and the name servers: by their kind, because reports hide which they are. */
import { type Adapter, adapters } from '../../sources/network/adapters.ts';
import { type Address, addresses } from '../../sources/network/addresses.ts';
import { isInside } from '../../sources/network/ip.ts';
import {
  environmentProxies,
  type ProxySetting,
  sessionProxies,
  systemProxies,
} from '../../sources/network/proxy.ts';
import { resolvers, upstreamResolvers } from '../../sources/network/resolvers.ts';
import { isDefault, type Route, routes, routes6 } from '../../sources/network/routes.ts';
import type { Fact, Row } from '../fact.ts';
import { only, row } from '../row.ts';
import { kindOf, nameless } from '../unnamed.ts';

/** Bridges, containers' cables and the like come and go. */
const isOwn = ({ physical, wireless, tunnel }: Adapter): boolean => physical || wireless || tunnel;

const ofOwn =
  (value: (adapter: Adapter) => string | null) =>
  (all: readonly Adapter[]): readonly Fact[] =>
    all.filter(isOwn).flatMap((adapter) => {
      const told = value(adapter);
      return told === null ? [] : [{ key: adapter.name, value: told }];
    });

/** Each kind once: an interface has any number of temporary addresses. */
const addressKinds =
  (family: 4 | 6) =>
  (all: readonly Address[]): readonly Fact[] => {
    const told = all.flatMap(({ interface: name, family: one, address }) => {
      const kind = one === family ? kindOf(address) : null;
      return kind === null || kind === address ? [] : [{ key: name, value: kind }];
    });
    return [...new Map(told.map((fact) => [`${fact.key} ${fact.value}`, fact])).values()];
  };

const leaving =
  (key: string) =>
  (all: readonly Route[], networks: readonly Address[]): readonly Fact[] => {
    const [first] = all.filter(isDefault).sort((a, b) => a.metric - b.metric);
    if (first === undefined) return [];
    const { gateway, interface: name } = first;
    const isOutside =
      gateway !== null && !networks.some(({ address, prefix }) => isInside(gateway, `${address}/${prefix}`));
    return [{ key, value: isOutside && networks.length > 0 ? `${name}, outside` : name }];
  };

const gatewayRow = (key: string, source: typeof routes): Row =>
  row('gateway', source, async (all, look) => {
    const own = await look(addresses);
    return leaving(key)(all, key === 'IPv4' && own.status === 'ok' ? own.value : []);
  });

const serversRow = (source: typeof resolvers): Row =>
  row(
    'dns',
    source,
    async (servers, look) => {
      const ways = await look(routes);
      const gateway = ways.status === 'ok' ? ways.value.find(isDefault)?.gateway : undefined;
      const kinds = servers.map((server) => (server === gateway ? 'router' : (kindOf(server) ?? server)));
      return only(kinds.length === 0 ? 'none' : kinds.join(', '));
    },
    { absentIsNone: true },
  );

const proxyFacts = (all: readonly ProxySetting[]): readonly Fact[] =>
  all.map(({ setIn, for: purpose, url }) => ({ key: `${setIn} ${purpose}`, value: nameless(url) }));

export const network: readonly Row[] = [
  row(
    'adapter',
    adapters,
    ofOwn(({ wireless, tunnel }) => (wireless ? 'wireless' : tunnel ? 'tunnel' : 'wired')),
  ),
  row(
    'link',
    adapters,
    ofOwn(({ enabled, carrier }) => (enabled ? (carrier === false ? 'down' : 'up') : 'off')),
    {
      changesOnly: true,
    },
  ),
  row(
    'speed',
    adapters,
    ofOwn(({ speedMbps, wireless }) => (wireless || speedMbps === null ? null : String(speedMbps))),
    {
      changesOnly: true,
    },
  ),
  row('ipv4', addresses, addressKinds(4)),
  row('ipv6', addresses, addressKinds(6)),
  gatewayRow('IPv4', routes),
  gatewayRow('IPv6', routes6),
  serversRow(resolvers),
  serversRow(upstreamResolvers),
  ...[environmentProxies, sessionProxies, systemProxies].map((source) =>
    row('proxy', source, proxyFacts, { absentIsNone: true }),
  ),
];

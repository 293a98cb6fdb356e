/** The readings put together: what there is to reach, and what was reached. */
import type { Raw, Reading, Source } from '../../src/contract.ts';
import type { Adapter } from '../../src/sources/network/adapters.ts';
import type { Address } from '../../src/sources/network/addresses.ts';
import { type Family, scopeOf } from '../../src/sources/network/ip.ts';
import { pingThrough } from '../../src/sources/network/ping.ts';
import { endpoint, http, tcp, tcpFrom, tls } from '../../src/sources/network/probes.ts';
import { isDefault, leadsOut, type Route } from '../../src/sources/network/routes.ts';
import { wifiLink } from '../../src/sources/network/wifi.ts';
import { placeOf } from '../../src/sources/system.ts';
import type { ConnectivityFacts } from './probe.ts';
import type { Anchor, ConnectivitySettings, Probe } from './settings.ts';

export const valueOr = <T>(reading: Reading<T>, otherwise: T): T =>
  reading.status === 'ok' ? reading.value : otherwise;

export const FAMILIES: readonly Family[] = [4, 6];

export const routesOf = (facts: ConnectivityFacts): readonly Route[] => [
  ...valueOr(facts.routes, []),
  ...valueOr(facts.routes6, []),
];

/** Which of them are wireless, Linux and Windows say of each adapter; macOS has a list of its own. */
export const physical = (facts: ConnectivityFacts): readonly Adapter[] => {
  const wifi = new Set(valueOr(facts.airPort, []).map((port) => port.interface));
  return valueOr(facts.adapters, [])
    .filter((adapter) => adapter.physical)
    .map((adapter) => (wifi.has(adapter.name) ? { ...adapter, wireless: true } : adapter));
};

/** Bridges and cables of containers and virtual machines inside this one: they are up without any network around it. */
const INNER = /^(docker|br-|virbr|veth|lxc|cni|podman|vnet|vboxnet|vmnet|vEthernet)/;

/** Adapters with a link; a virtual machine's or container's cable has no hardware behind it and carries all the same. */
export const carrying = (facts: ConnectivityFacts): readonly Adapter[] =>
  valueOr(facts.adapters, []).filter(
    ({ name, loopback, tunnel, enabled, carrier }) =>
      !loopback && !tunnel && enabled && carrier === true && !INNER.test(name),
  );

/**
 * What may carry in place of hardware: the cable of a container, a bond, a bridge. Windows and macOS always have
 * miniports and tunnels that lead nowhere by themselves: there only what carries counts.
 */
export const standIns = (facts: ConnectivityFacts): readonly Adapter[] =>
  isOn(facts, 'linux')
    ? valueOr(facts.adapters, []).filter(
        ({ name, loopback, tunnel, physical }) => !loopback && !tunnel && !physical && !INNER.test(name),
      )
    : [];

export const isOn = ({ platform }: ConnectivityFacts, os: 'linux' | 'win32' | 'darwin'): boolean =>
  platform.status === 'ok' && platform.value.platform === os;

/** A container or WSL that was given no network has none on purpose. */
export const isKeptApart = (facts: ConnectivityFacts): boolean =>
  placeOf(facts) !== 'computer' &&
  facts.adapters.status === 'ok' &&
  physical(facts).length === 0 &&
  standIns(facts).length === 0;

/** Wireless adapters with what they are joined to; null where it can't be told. */
export const wirelessLinks = (facts: ConnectivityFacts) =>
  physical(facts)
    .filter(({ wireless }) => wireless)
    .map((adapter) => {
      const own = facts.get(wifiLink(adapter.name));
      const port = valueOr(facts.airPort, []).find((one) => one.interface === adapter.name);
      return {
        adapter,
        link: valueOr(own, null) ?? port ?? null,
        from: own.status === 'ok' ? own.from : facts.airPort.status === 'ok' ? facts.airPort.from : own.from,
      };
    });

export const isTunnel = (facts: ConnectivityFacts, name: string): boolean =>
  valueOr(facts.adapters, []).some((adapter) => adapter.name === name && adapter.tunnel) ||
  /^(tun|tap|wg|utun|ppp|ipsec|tailscale|nordlynx|proton)/i.test(name);

/** Addresses that other networks could answer to: not loopback, not link-local. */
export const routable = (facts: ConnectivityFacts, family: Family): readonly Address[] =>
  valueOr(facts.addresses, []).filter(
    (one) => one.family === family && ['global', 'private'].includes(scopeOf(one.address) ?? ''),
  );

export const waysOut = (facts: ConnectivityFacts, family: Family): readonly Route[] =>
  routesOf(facts).filter((route) => route.family === family && leadsOut(route));

/** Whether the network gave this computer IPv4: a way out, or at least an address on its own hardware. */
export const isGiven4 = (facts: ConnectivityFacts): boolean =>
  waysOut(facts, 4).length > 0 ||
  routable(facts, 4).some(({ interface: name }) =>
    physical(facts).some((adapter) => adapter.name === name && adapter.carrier === true),
  );

/** Whether it makes sense to try this family at all. */
export const isOffered = (facts: ConnectivityFacts, family: Family): boolean =>
  family === 4
    ? facts.routes.status !== 'ok' || isGiven4(facts) || !isOffered(facts, 6)
    : waysOut(facts, 6).length > 0 &&
      valueOr(facts.addresses, []).some((one) => one.family === 6 && scopeOf(one.address) === 'global');

/** The interface that traffic leaves through: what a command about names or packet sizes is given. */
export const wayOut = (facts: ConnectivityFacts): { readonly adapter?: string } => {
  const [first] = gateways(facts);
  return first === undefined ? {} : { adapter: first.interface };
};

export interface Gateway {
  readonly address: string;
  readonly interface: string;
  readonly family: Family;
  /** The form that ping takes: a link-local address needs its interface. */
  readonly target: string;
}

/** The next hops of the default routes, the preferred first. */
export const gateways = (facts: ConnectivityFacts): readonly Gateway[] =>
  routesOf(facts)
    .filter((route) => isDefault(route) && route.gateway !== null && !isTunnel(facts, route.interface))
    .sort((a, b) => a.family - b.family || a.metric - b.metric)
    .map(({ gateway, family, interface: name }) => {
      const address = gateway ?? '';
      const target = scopeOf(address) === 'link-local' && family === 6 ? `${address}%${name}` : address;
      return { address, interface: name, family, target };
    })
    .filter((one, index, all) => all.findIndex(({ target }) => target === one.target) === index);

const DEFAULT_PORT = 443;

export interface AnchorTry {
  readonly owner: string;
  readonly address: string;
  readonly endpoint: string;
  readonly reading: Reading<Raw['tcp']>;
}

export const anchorAddress = (anchor: Anchor, family: Family): string | undefined =>
  family === 4 ? anchor.ipv4 : anchor.ipv6;

export const anchorTries = (
  facts: ConnectivityFacts,
  { targets }: ConnectivitySettings,
  family: Family,
): readonly AnchorTry[] =>
  targets.anchors.flatMap((anchor) => {
    const address = anchorAddress(anchor, family);
    if (address === undefined || address === '') return [];
    const place = endpoint(address, anchor.port ?? DEFAULT_PORT);
    return [{ owner: anchor.owner, address, endpoint: place, reading: facts.get(tcp(place)) }];
  });

/** What asks for a target through one interface, whatever the routing table prefers. */
export const beside = (
  facts: ConnectivityFacts,
  { address, endpoint: place }: AnchorTry,
  name: string,
): readonly Source<unknown>[] =>
  isOn(facts, 'win32') ? connectionsFrom(facts, place, name) : [pingThrough(`${address}@${name}`)];

/** Windows sends from an address only through the interface that has it. */
const connectionsFrom = (facts: ConnectivityFacts, place: string, name: string) =>
  routable(facts, place.startsWith('[') ? 6 : 4)
    .filter((own) => own.interface === name)
    .map((own) => tcpFrom(`${place} ${own.address}`));

export const answersBeside = (
  facts: ConnectivityFacts,
  { address, endpoint: place }: AnchorTry,
  name: string,
) => {
  const echo = facts.get(pingThrough(`${address}@${name}`));
  return (
    (echo.status === 'ok' && echo.value.received > 0) ||
    connectionsFrom(facts, place, name).some((one) => {
      const reading = facts.get(one);
      return reading.status === 'ok' && reading.value.attempts.some(({ outcome }) => outcome === 'connected');
    })
  );
};

export type Reach = 'works' | 'fails' | 'denied' | 'untold';

/** One anchor that answers proves the way; all of them failing proves there is none. */
export const reach = (tries: readonly AnchorTry[]): Reach => {
  const attempts = tries.flatMap(({ endpoint: target, reading }) =>
    reading.status === 'ok' ? reading.value.attempts.map((attempt) => ({ target, ...attempt })) : [],
  );
  if (attempts.length === 0) return 'untold';
  if (attempts.some(({ outcome }) => outcome === 'connected')) return 'works';
  return attempts.some((attempt) => isDeniedHere(attempt.target)(attempt)) ? 'denied' : 'fails';
};

/** Linux gives EACCES also where a router far away prohibits IPv6 (ICMPv6 code 1): that alone proves no rule here. */
export const isDeniedHere =
  (target: string) =>
  ({ outcome, code }: { readonly outcome: string; readonly code?: string }): boolean =>
    outcome === 'denied' && !(code === 'EACCES' && /:.*:/.test(target));

export type PageVerdict = 'right' | 'foreign' | 'failed' | 'untold';

/** Whether the page is the one that the probe's owner serves. */
export const pageVerdict = (probe: Probe, reading: Reading<Raw['http']>): PageVerdict => {
  if (reading.status !== 'ok') return 'untold';
  const { outcome, status = 0, body } = reading.value;
  if (outcome !== 'answered') return 'failed';
  const statusRight = status === (probe.status ?? 200);
  const bodyRight = probe.body === undefined || probe.body === '' ? true : body.trim() === probe.body.trim();
  if (statusRight && bodyRight) return 'right';
  // A server's own trouble is no portal; a portal answers in the server's name with something else.
  return status >= 500 && status !== NETWORK_AUTHENTICATION_REQUIRED ? 'failed' : 'foreign';
};

/** RFC 6585. */
const NETWORK_AUTHENTICATION_REQUIRED = 511;

export const pages = (facts: ConnectivityFacts, { targets }: ConnectivitySettings) =>
  targets.probes.map((probe) => {
    const reading = facts.get(http(probe.url));
    return { probe, reading, verdict: pageVerdict(probe, reading) };
  });

export interface SiteTry {
  readonly host: string;
  /** One of the sites the person named. */
  readonly own: boolean;
  readonly reading: Reading<Raw['tls']>;
}

export const siteTries = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly SiteTry[] =>
  siteHosts(settings).map(({ host, own }) => ({ host, own, reading: facts.get(tls(host)) }));

export const siteHosts = ({ targets, sites }: ConnectivitySettings) => [
  ...targets.controls.map((host) => ({ host: hostOf(host), own: false })),
  ...sites.map((host) => ({ host: hostOf(host), own: true })),
];

/** What a browser asks a site for first. */
export const frontPage = (host: string): string => `https://${host}/`;

/** The host of an address or URL. */
export const hostOf = (url: string): string =>
  (/^[a-z]+:\/\/(?:[^@/]*@)?([^/:]+)/i.exec(url)?.[1] ?? url.split('/')[0] ?? url).toLowerCase();

/** The routing table: which way traffic leaves. */
import { type Raw, read, source, sourceByOs, unparsable } from '../../contract.ts';
import { type Family, familyOf, prefixOf } from './ip.ts';
import { parseJsonArray } from './json.ts';
import { networkBatch, parseBatch } from './windows.ts';

export interface Route {
  readonly family: Family;
  /** `0.0.0.0/0` and `::/0` for the default route. */
  readonly destination: string;
  /** null for a route straight onto the link. */
  readonly gateway: string | null;
  readonly interface: string;
  /** The lower one is preferred. */
  readonly metric: number;
  /** The interface has no link: the route leads nowhere. */
  readonly linkDown: boolean;
  /** Set by hand rather than by DHCP or router advertisement; null where it can't be told. */
  readonly manual: boolean | null;
}

const DEFAULT = { 4: '0.0.0.0/0', 6: '::/0' } as const;

export const isDefault = ({ destination }: Route): boolean =>
  destination === DEFAULT[4] || destination === DEFAULT[6];

/** Half of all addresses, as VPN clients set them to stand before the default route, and IPv6's public block. */
const WIDE: ReadonlySet<string> = new Set(['0.0.0.0/1', '128.0.0.0/1', '::/1', '8000::/1', '2000::/3']);

/** Whether it carries traffic to the internet. */
export const leadsOut = (route: Route): boolean => isDefault(route) || WIDE.has(route.destination);

const AUTOMATIC: ReadonlySet<unknown> = new Set(['dhcp', 'ra']);

/** `ip -j route` of one family. */
export const parseIpRoute =
  (family: Family) =>
  (text: string): readonly Route[] =>
    parseJsonArray(text).flatMap((item): readonly Route[] => {
      const { dst, gateway, dev, metric, protocol, flags, type } = item;
      // blackhole and unreachable routes have no interface; they lead nowhere.
      if (typeof dst !== 'string') throw unparsable(JSON.stringify(item));
      if (typeof dev !== 'string' || type === 'unreachable' || type === 'blackhole') return [];
      const down = Array.isArray(flags) && (flags.includes('linkdown') || flags.includes('dead'));
      return [
        {
          family,
          destination:
            dst === 'default'
              ? DEFAULT[family]
              : dst.includes('/')
                ? dst
                : `${dst}/${family === 4 ? 32 : 128}`,
          gateway: typeof gateway === 'string' ? gateway : null,
          interface: dev,
          metric: typeof metric === 'number' ? metric : 0,
          linkDown: down,
          manual: protocol === undefined ? null : !AUTOMATIC.has(protocol),
        },
      ];
    });

const RTF_GATEWAY = 0x2;
const RTF_REJECT = 0x200;

/** /proc/net/route: addresses as little-endian hexadecimal. */
export const parseProcRoute = (text: string): readonly Route[] => {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  if (!head.startsWith('Iface')) throw unparsable(head);
  return lines.flatMap((line): readonly Route[] => {
    const [device, destination, gateway, flags = '', , , metric = '', mask] = line.trim().split(/\s+/);
    const to = addressFromHex(destination);
    const via = addressFromHex(gateway);
    const prefix = prefixOf(addressFromHex(mask) ?? '');
    if (device === undefined || to === null || via === null || prefix === null) throw unparsable(line);
    if (!/^[0-9a-f]+$/i.test(flags) || !/^\d+$/.test(metric)) throw unparsable(line);
    const set = Number.parseInt(flags, 16);
    // `*` stands for no interface: a blackhole or an unreachable destination.
    if (device === '*' || (set & RTF_REJECT) !== 0) return [];
    return [
      {
        family: 4,
        destination: `${to}/${prefix}`,
        gateway: (set & RTF_GATEWAY) === 0 ? null : via,
        interface: device,
        metric: Number(metric),
        linkDown: false,
        manual: null,
      },
    ];
  });
};

const addressFromHex = (hex: string | undefined): string | null =>
  hex !== undefined && /^[0-9a-f]{8}$/i.test(hex)
    ? [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.')
    : null;

/** BSD `netstat -rn`, both families in sections of their own. */
export const parseNetstatRoutes = (text: string): readonly Route[] => {
  let family: Family | null = null;
  let columns: readonly string[] | null = null;
  const routes: Route[] = [];
  for (const line of text.split('\n')) {
    if (/^Internet6:/.test(line)) family = 6;
    else if (/^Internet:/.test(line)) family = 4;
    else if (/^Destination\s/.test(line)) columns = line.trim().split(/\s+/);
    else if (family !== null && columns !== null && line.trim() !== '') {
      const cells = line.trim().split(/\s+/);
      const [destination = '', gateway = ''] = cells;
      const device = cells[columns.indexOf('Netif')];
      const flags = cells[columns.indexOf('Flags')] ?? '';
      if (device === undefined || !/^[A-Za-z0-9]+$/.test(flags)) throw unparsable(line);
      const via = gateway.split('%')[0] ?? '';
      const network = destination === 'default' ? DEFAULT[family] : bsdNetwork(destination, family);
      // Without -n names stand here, which say nothing of the network behind them.
      if (familyOf(network.split('/')[0] ?? '') !== family) throw unparsable(line);
      routes.push({
        family,
        destination: network,
        gateway: flags.includes('G') && familyOf(via) !== null ? via : null,
        interface: device,
        // Scoped to its interface (RTF_IFSCOPE): for programs that ask for that one, after the others.
        metric: flags.includes('I') ? 1 : 0,
        linkDown: false,
        manual: null,
      });
    }
  }
  if (family === null || columns === null) throw unparsable(text.trim());
  return routes;
};

/** BSD leaves out trailing zero bytes: `127`, `169.254`, `10/8`, `192.168.1`. */
const bsdNetwork = (text: string, family: Family): string => {
  const [address = '', length] = (text.split('%')[0] ?? '').split('/');
  const bits = length ?? /\/(\d+)$/.exec(text)?.[1];
  if (family === 6) return bits === undefined ? `${address}/128` : `${address}/${bits}`;
  const parts = address.split('.');
  const full = [...parts, '0', '0', '0', '0'].slice(0, 4).join('.');
  return `${full}/${bits ?? parts.length * 8}`;
};

const procRoutes = source({
  id: 'net.routes.proc',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/net/route' },
  parse: ({ text }: Raw['file']) => parseProcRoute(text),
});

const routes4 = sourceByOs<readonly Route[]>(
  'net.routes',
  {
    linux: read({ kind: 'exec', argv: ['ip', '-j', '-4', 'route'] }, ({ stdout }) => parseIpRoute(4)(stdout)),
    darwin: read({ kind: 'exec', argv: ['netstat', '-rn'] }, ({ stdout }) => parseNetstatRoutes(stdout)),
    win32: read(networkBatch, ({ stdout }) => parseBatch(stdout).routes),
  },
  procRoutes,
);

const RTF_UP = 0x1;
/** The computer's own addresses, kept in the same table. */
const RTF_LOCAL = 0x8000_0000;

/** /proc/net/ipv6_route: addresses as 32 hexadecimal digits. */
export const parseProcRoute6 = (text: string): readonly Route[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line): readonly Route[] => {
      const found =
        /^([0-9a-f]{32}) ([0-9a-f]{2}) [0-9a-f]{32} [0-9a-f]{2} ([0-9a-f]{32}) ([0-9a-f]{8}) [0-9a-f]{8} [0-9a-f]{8} ([0-9a-f]{8}) +(\S+)$/i.exec(
          line.trim(),
        );
      if (found === null) throw unparsable(line);
      const [, destination = '', prefix = '', gateway = '', metric = '', bits = '', device = ''] = found;
      const flags = Number.parseInt(bits, 16);
      const isWay = (flags & RTF_UP) !== 0 && (flags & RTF_REJECT) === 0 && flags < RTF_LOCAL;
      if (!isWay) return [];
      return [
        {
          family: 6,
          destination: `${address6FromHex(destination)}/${Number.parseInt(prefix, 16)}`,
          gateway: (flags & RTF_GATEWAY) === 0 ? null : address6FromHex(gateway),
          interface: device,
          metric: Number.parseInt(metric, 16),
          linkDown: false,
          manual: null,
        },
      ];
    });

/** As RFC 5952 writes it: the longest run of zeros left out. */
const address6FromHex = (hex: string): string => {
  const groups = Array.from({ length: 8 }, (_, at) =>
    Number.parseInt(hex.slice(at * 4, at * 4 + 4), 16).toString(16),
  );
  const text = groups.join(':');
  const [longest] = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length);
  if (longest === undefined) return text;
  const before = text.slice(0, longest.index);
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, '');
  return `${before}::${after}`;
};

const procRoutes6 = source({
  id: 'net.routes6.proc',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/net/ipv6_route' },
  parse: ({ text }: Raw['file']) => parseProcRoute6(text),
});

const routes6 = source({
  otherwise: procRoutes6,
  id: 'net.routes6',
  os: ['linux'],
  request: { kind: 'exec', argv: ['ip', '-j', '-6', 'route'] },
  parse: ({ stdout }) => parseIpRoute(6)(stdout),
});

/** On Linux each family is asked for by itself; elsewhere `routes` holds both. */
export { routes4 as routes, routes6 };

/** Network tools. */

import { parseNetstat, parseProcTcp } from '../../../src/sources/listeners.ts';
import { parseIfconfigAdapters } from '../../../src/sources/network/adapters.ts';
import { parseIfconfigAddresses, parseIpAddr } from '../../../src/sources/network/addresses.ts';
import { parseEthtool } from '../../../src/sources/network/ethernet.ts';
import { parseHosts } from '../../../src/sources/network/hosts.ts';
import { prefixOf } from '../../../src/sources/network/ip.ts';
import { parseArp, parseIpNeigh, parseProcArp } from '../../../src/sources/network/neighbours.ts';
import { parsePing } from '../../../src/sources/network/ping.ts';
import { parseResolvConf } from '../../../src/sources/network/resolvers.ts';
import {
  leadsOut,
  parseIpRoute,
  parseNetstatRoutes,
  parseProcRoute,
  parseProcRoute6,
} from '../../../src/sources/network/routes.ts';
import { parseNmcliConnectivity } from '../../../src/sources/network/verdict.ts';
import { parseAirPort, parseIwLink } from '../../../src/sources/network/wifi.ts';
import { samples } from '../../sources/network/corpus.ts';
import { type Reasons, type Tool, tool } from '../agreement.ts';
import { NO_EXPECTATION, printed, rowsOf } from './forms.ts';

/** What jc calls the same things; it leaves out round trips where nothing came back. */
interface JcPing {
  readonly packets_transmitted: number;
  readonly packets_received: number;
  readonly packet_loss_percent: number;
  readonly round_trip_ms_min?: number | null;
  readonly round_trip_ms_avg?: number | null;
  readonly round_trip_ms_stddev?: number | null;
}

/** An interface as jc reads it. */
interface JcInterface {
  readonly name: string;
  readonly state: readonly string[] | null;
  readonly ipv4?: readonly { readonly address: string; readonly mask: string }[];
  readonly ipv6?: readonly { readonly address: string; readonly mask: number }[];
  readonly status?: string;
}

interface JcNeighbour {
  readonly address: string;
  readonly hwaddress: string | null;
  readonly iface?: string;
}

interface JcRoute {
  readonly destination: string;
  readonly gateway: string;
  readonly route_flags: string;
  readonly iface: string;
}

const TEXT_OF_IP = [[/./, 'the text that ip prints without -j, which is what is asked for']] as const;

const NET_TOOLS = 'the form of Linux’ net-tools before 2.0';
const IFCONFIG: Reasons = [
  [/android|ubuntu_12|getmac-misc|linux-bonding|rhel5|ubuntu-16/, NET_TOOLS],
  [/linux-el8/, 'an alias of Linux (`eth0:srv`), which macOS does not have'],
  [/netbsd|solaris|oi-2021/, 'NetBSD and Solaris write flags and masks in another way'],
  [/networksetup/, '`networksetup -listallhardwareports`, which is not asked'],
  [/m1-pro/, 'addresses blacked out by hand'],
];

const byName = (rows: readonly string[]): readonly string[] => [...rows].sort();

export const network: readonly Tool[] = [
  tool('ping', 'parsePing', samples('ping', /\.out$/), (text) => parsePing(printed(text)), {
    compare: (ours, { expected }) => {
      // Each of these files has jc's own reading beside it.
      const theirs = expected as JcPing;
      return [
        [ours.sent, ours.received, ours.lossPct, ours.minMs, ours.averageMs, ours.deviationMs],
        [
          theirs.packets_transmitted,
          theirs.packets_received,
          theirs.packet_loss_percent,
          theirs.round_trip_ms_min ?? null,
          theirs.round_trip_ms_avg ?? null,
          theirs.round_trip_ms_stddev ?? null,
        ],
      ];
    },
  }),
  tool(
    'ip addr',
    'parseIpAddr',
    samples('ip', /(addr|_a\.|address|_link).*(?<!yml)$/),
    (text) => parseIpAddr(text),
    { refuses: TEXT_OF_IP },
  ),
  tool(
    'ip route',
    'parseIpRoute',
    samples('ip', /(route|gateway|vrf).*(?<!yml|json)$/),
    (text) => parseIpRoute(4)(text),
    { refuses: TEXT_OF_IP },
  ),
  tool('ip neigh', 'parseIpNeigh', samples('ip', /neighbor/), parseIpNeigh, { refuses: TEXT_OF_IP }),
  tool(
    'ip (shortened)',
    'parseIpRoute, parseIpAddr',
    samples('facter-fixtures', /^ip_/),
    (text, { name }) => (name.includes('route') ? parseIpRoute(4)(text) : parseIpAddr(text)),
    { refuses: TEXT_OF_IP },
  ),
  tool('ifconfig', 'parseIfconfigAddresses', samples('ifconfig', NO_EXPECTATION), parseIfconfigAddresses, {
    refuses: [...IFCONFIG, [/extra-fields2/, 'FreeBSD with masks as `/24`, which macOS does not print']],
    compare: (ours, { expected }) => {
      if (!Array.isArray(expected)) return undefined;
      // jc's own output.
      const interfaces = expected as readonly JcInterface[];
      return [
        byName(ours.map(({ interface: name, address, prefix }) => `${name} ${address}/${prefix}`)),
        byName(
          interfaces.flatMap(({ name, ipv4 = [], ipv6 = [] }) => [
            ...ipv4.map(({ address, mask }) => `${name} ${address}/${prefixOf(mask)}`),
            ...ipv6.map(({ address, mask }) => `${name} ${address}/${mask}`),
          ]),
        ),
      ];
    },
  }),
  tool('ifconfig', 'parseIfconfigAdapters', samples('ifconfig', NO_EXPECTATION), parseIfconfigAdapters, {
    refuses: IFCONFIG,
    compare: (ours, { expected }) => {
      if (!Array.isArray(expected)) return undefined;
      // jc's own output.
      const interfaces = expected as readonly JcInterface[];
      const theirs = ours.map(({ name }) => interfaces.find((one) => one.name === name));
      return [
        ours.map(({ name, enabled, loopback, carrier }) => [name, enabled, loopback, carrier]),
        theirs.map((one) => [
          one?.name,
          one?.state?.includes('UP') === true,
          one?.state?.includes('LOOPBACK') === true,
          typeof one?.status === 'string' ? one.status === 'active' || one.status === 'associated' : null,
        ]),
      ];
    },
  }),
  tool('arp', 'parseArp', samples('arp', NO_EXPECTATION), parseArp, {
    refuses: [
      [/openbsd|solaris|aix/, 'OpenBSD, Solaris and AIX have tables of their own'],
      [/win32/, 'Windows in French; CIM classes are asked there'],
      [/none/, '«no entries», in French'],
      [/ip-neighbor/, '`ip neigh` without -j'],
      [/arp(-v)?\.out$/, 'without -a, Linux prints a table of another form'],
    ],
    compare: (ours, { expected, name }) => {
      const table = ours.map(({ address, interface: device, state }) => [
        address,
        device,
        state === 'incomplete',
      ]);
      if (Array.isArray(expected)) {
        // jc's own output.
        const rows = expected as readonly JcNeighbour[];
        return [table, rows.map((row) => [row.address, row.iface, row.hwaddress === null])];
      }
      if (!name.includes('ntc-')) return undefined;
      const rows = rowsOf(expected);
      return [table, rows.map((row) => [row.ip_address, row.interface, row.mac_address === 'incomplete'])];
    },
  }),
  tool('/proc/net/arp', 'parseProcArp', samples('procfs', /net[_-]arp(\.out)?$/), parseProcArp, {
    compare: (ours, { expected }) =>
      expected === undefined
        ? undefined
        : [
            ours.map(({ address, interface: device, state }) => [address, device, state === 'incomplete']),
            rowsOf(expected).map((row) => [row.IP_address, row.Device, Number(row.Flags) % 4 < 2]),
          ],
  }),
  tool('netstat -rn', 'parseNetstatRoutes', samples('netstat', NO_EXPECTATION), parseNetstatRoutes, {
    refuses: [
      [/freebsd1[12]\/netstat[-_]r\.out/, 'names in place of networks: -n was left out'],
      [/glpi\/(open|net)bsd/, 'columns of another BSD'],
      [
        /(ubuntu-18\.04|centos-7\.7)\/netstat-r|android_\d\/netstat_-r|glpi\/linux1/,
        'the routing table of Linux',
      ],
      [/[-_](i|ib|iae|ia|ian_.*)\.out$/, 'interfaces, no routes'],
      [/^(?!.*(macosx1|osx|macos))/, 'connections, no routes'],
    ],
    compare: (ours, { expected }) => {
      if (!Array.isArray(expected)) return undefined;
      // jc's own output.
      const rows = expected as readonly JcRoute[];
      return [
        ours.map((route) => [
          leadsOut(route) ? 'default' : (route.destination.split('/')[0] ?? ''),
          route.gateway,
          route.interface,
        ]),
        rows.map(({ destination, gateway, route_flags: flags, iface }, at) => [
          // BSD leaves out trailing zero bytes.
          destination === 'default'
            ? 'default'
            : filled(destination.split(/[/%]/)[0] ?? '', ours[at]?.family === 4),
          flags.includes('G') && !gateway.startsWith('link#') ? gateway.split('%')[0] : null,
          iface,
        ]),
      ];
    },
  }),
  tool(
    'netstat -rn (shortened)',
    'parseNetstatRoutes',
    samples('facter-fixtures', /^(netstat_|osx_route$|route_n_get)/),
    parseNetstatRoutes,
    {
      refuses: [
        [/netstat_rn$/, 'Solaris: no section names the family'],
        [/netstat_(in|rn_two)$/, 'interfaces, no routes'],
        [/osx_route|route_n_get/, '`route -n get default`, which is not asked'],
      ],
    },
  ),
  tool('netstat -an', 'parseNetstat', samples('netstat', NO_EXPECTATION), parseNetstat, {
    refuses: [
      [/windows/, 'Windows; CIM classes are asked there'],
      [/freebsd12\/netstat-(A|aT)/, 'options that move the columns'],
      [/[-_](i|ib|iae|ia|ian_.*)\.out$/, 'interfaces, no connections'],
      [/netstat[-_]r|glpi|rn/, 'routes, no connections'],
      [/./, 'Linux and Solaris have other columns; /proc/net/tcp is read there'],
    ],
  }),
  tool(
    '/proc/net/route',
    'parseProcRoute',
    [...samples('procfs', /net[-_]route(\.out)?$/), ...samples('facter-fixtures', /^proc_net_route/)],
    parseProcRoute,
    {
      compare: (ours, { expected }) =>
        expected === undefined
          ? undefined
          : [
              ours.map(({ interface: device, metric, gateway }) => [device, metric, gateway !== null]),
              rowsOf(expected).map((row) => [
                row.Iface,
                row.Metric,
                Number.parseInt(`${row.Flags}`, 16) % 4 > 1,
              ]),
            ],
    },
  ),
  tool('/proc/net/ipv6_route', 'parseProcRoute6', samples('procfs', /net_ipv6_route$/), parseProcRoute6),
  tool('/proc/net/tcp', 'parseProcTcp', samples('procfs', /net[_/]tcp6?$/), parseProcTcp, {
    compare: (ours, { expected }) =>
      expected === undefined
        ? undefined
        : [
            ours.map(({ port }) => port),
            rowsOf(expected)
              .filter((row) => row.state === '0A')
              .map((row) => row.local_port),
          ],
  }),
  tool('resolv.conf', 'parseResolvConf', samples('resolve.conf', NO_EXPECTATION), parseResolvConf, {
    // jc's own output.
    compare: (ours, { expected }) => [ours, (expected as { nameservers: readonly string[] }).nameservers],
  }),
  tool('hosts', 'parseHosts', samples('hosts', NO_EXPECTATION), parseHosts, {
    compare: (ours, { expected }) => [
      ours.map(({ address, name }) => `${address} ${name}`),
      // jc's own output.
      (expected as readonly { ip: string; hostname: readonly string[] }[]).flatMap(({ ip, hostname }) =>
        hostname.map((name) => `${ip} ${name}`),
      ),
    ],
  }),
  tool('iw dev … link', 'parseIwLink', samples('iw', NO_EXPECTATION), parseIwLink, {
    refuses: [
      [/info/, '`iw dev … info`'],
      [/scan/, '`iw dev … scan`'],
      [/\.log$/, '`iw list` and `iw dev`'],
    ],
  }),
  tool('ethtool', 'parseEthtool', samples('ethtool', NO_EXPECTATION), parseEthtool, {
    refuses: [[/module-info/, '`ethtool -m`, a dump of a module']],
    compare: (ours, { expected }) => {
      // jc's own output.
      const { supported_link_modes: own = [], link_partner_advertised_link_modes: other = own } =
        expected as {
          supported_link_modes?: readonly string[];
          link_partner_advertised_link_modes?: readonly string[];
        };
      const fastest = (modes: readonly string[]) =>
        Math.max(...modes.map((mode) => Number.parseInt(mode, 10)));
      return [ours, Math.min(fastest(own), fastest(other))];
    },
  }),
  tool('ethtool', 'parseEthtool', samples('machines', /networking\/ethtool_[a-z]/), parseEthtool),
  tool('nmcli', 'parseNmcliConnectivity', samples('nmcli', /(\.out|\.raw|\.txt)$/), parseNmcliConnectivity, {
    refuses: [[/./, 'other questions: one word of `nmcli -t -f CONNECTIVITY general` is asked']],
  }),
  tool(
    'system_profiler SPAirPortDataType',
    'parseAirPort',
    samples('system_profiler', /^wifi-heatmapper/),
    parseAirPort,
  ),
];

const filled = (address: string, isFour: boolean): string =>
  isFour ? [...address.split('.'), '0', '0', '0'].slice(0, 4).join('.') : address;

/** Connectivity faults as Windows tells of them: CIM classes and the registry, in one batch. */
import { readFileSync } from 'node:fs';
import { noAnswer, noConnection, noPage, notFound, page, tries } from '../../../checks/connectivity/world.ts';
import { sharedDir } from '../../../shared.ts';
import { type Evidence, json, raw } from '../../evidence.ts';
import { type Around, anchors, echoes, NOW, OWN, ROUTER } from '../../network.ts';
import {
  addressOn,
  type Batch,
  ETHERNET,
  routeOn,
  WINDOWS_BATCH,
  WLAN,
  windows,
} from '../../network-systems.ts';

const row = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({ code: `connectivity/${code}`, os: 'win32', from: 'composed', what, answers, ...more });
const quiet = { quiet: true } as const;

/** Without any way out the system itself says so at once. */
const STRANDED: Around = {
  tcp: () => tries('unreachable', 1, 'ENETUNREACH'),
  tls: () => noConnection('no-name', 'ENOTFOUND'),
  http: () => noPage('no-name', 'ENOTFOUND'),
  resolve: () => noAnswer('unreachable', 'ENETUNREACH'),
  lookup: () => notFound,
  ping: () => echoes('win32', 2, { lost: 2 }),
};
const SILENT: Around = {
  ...STRANDED,
  tcp: () => tries('timeout', 3000),
  resolve: () => noAnswer('timeout'),
};
const NOWHERE = {
  addresses: [addressOn('Loopback Pseudo-Interface 1', '127.0.0.1/8')],
  routes: [],
  profiles: [],
};
const UNPLUGGED = { ...ETHERNET, MediaConnectState: 2, Speed: '18446744073709551615', FullDuplex: null };
/** OpenVPN's TAP: Ethernet without hardware. */
const TAP = {
  ...ETHERNET,
  Name: 'Ethernet 9',
  InterfaceIndex: 20,
  HardwareInterface: false,
  Speed: 100_000_000,
};
const [first = ''] = anchors.map(({ ipv4 = '' }) => ipv4);
/** A connection bound to the address of one adapter. */
const from = (address: string) => ({
  [`net.tcp.from/${first}:443 ${address}`]: raw('tcp', {
    attempts: [{ outcome: 'connected' as const, ms: 20 }],
    localAddress: address,
  }),
});
const VPN = {
  adapters: [ETHERNET, TAP],
  addresses: [addressOn('Ethernet', `${OWN}/24`), addressOn('Ethernet 9', '10.8.0.2/24')],
  routes: [
    routeOn('Ethernet', '0.0.0.0/0', ROUTER),
    routeOn('Ethernet 9', '0.0.0.0/1', '10.8.0.1', 5),
    routeOn('Ethernet 9', '128.0.0.0/1', '10.8.0.1', 5),
  ],
};
const WAN_MINIPORT = {
  ...ETHERNET,
  Name: 'Local Area Connection* 1',
  HardwareInterface: false,
  Virtual: true,
  MediaConnectState: 0,
  NdisPhysicalMedium: 0,
};
const V6 = {
  addresses: [
    addressOn('Ethernet', `${OWN}/24`),
    addressOn('Ethernet', '2001:db8:1::10/64'),
    addressOn('Ethernet', 'fe80::1:2%7/64'),
  ],
  routes: [
    routeOn('Ethernet', '0.0.0.0/0', ROUTER),
    routeOn('Ethernet', '::/0', 'fe80::1'),
    routeOn('Ethernet', '192.168.1.0/24', '0.0.0.0', 281),
  ],
};
const ONLY_V6 = {
  addresses: [addressOn('Ethernet', '2001:db8:1::10/64'), addressOn('Ethernet', 'fe80::1:2%7/64')],
  routes: [routeOn('Ethernet', '::/0', 'fe80::1')],
};
const only = (family: 4 | 6): Around => ({
  tcp: (endpoint) =>
    endpoint.startsWith('[') === (family === 6) ? tries('connected') : tries('timeout', 3000),
});

/** `key=value` in UTF-16, one block an adapter: what a WMI client of the corpus wrote down. */
const fromWmi = (name: string) => (): ReturnType<typeof json> => {
  const text = new TextDecoder('utf-16le').decode(
    readFileSync(sharedDir('corpus', 'wmi/windows-glpi', name)),
  );
  const adapters = text
    .replaceAll('\r', '')
    .split('\n\n')
    .map((block) =>
      Object.fromEntries(block.split('\n').flatMap((line) => [typed(line)].filter(([key]) => key !== ''))),
    )
    .filter((one) => 'InterfaceAdminStatus' in one);
  return json({ ...WINDOWS_BATCH, adapters });
};
const typed = (line: string): readonly [string, unknown] => {
  const [, key = '', value = ''] = /^([A-Za-z]+)=(.*)$/.exec(line.trim()) ?? [];
  if (/^(TRUE|FALSE)$/.test(value)) return [key, value === 'TRUE'];
  return [key, value === '' ? null : /^\d{1,15}$/.test(value) ? Number(value) : value];
};

const proxy = (server: string): Partial<Batch> => ({ proxy: { enabled: 1, server, script: null } });

export const connectivityOnWindows: readonly Evidence[] = [
  row(
    'no-adapter',
    'MSFT_NetAdapter has only the WAN miniports that are always there',
    windows({ adapters: [WAN_MINIPORT], ...NOWHERE }, STRANDED),
  ),
  row(
    'adapter-disabled',
    'MSFT_NetAdapter.InterfaceAdminStatus 2',
    windows(
      { adapters: [{ ...ETHERNET, InterfaceAdminStatus: 2, MediaConnectState: 0 }], ...NOWHERE },
      STRANDED,
    ),
  ),
  row(
    'adapter-disabled',
    'one of two is switched off, the other one works',
    windows({ adapters: [ETHERNET, { ...WLAN, InterfaceAdminStatus: 2, MediaConnectState: 0 }] }),
    quiet,
  ),
  row(
    'link-down',
    'MSFT_NetAdapter.MediaConnectState 2',
    windows({ adapters: [UNPLUGGED], ...NOWHERE }, STRANDED),
  ),
  ...['10-net-MSFT_NetAdapter.wmi', 'vpn-up-MSFT_NetAdapter.wmi'].map((name) =>
    row(
      'link-down',
      `wmi/windows-glpi/${name}: several adapters without a link beside the one that works`,
      { ...windows(), 'net.adapters': fromWmi(name) },
      { from: 'corpus', ...quiet },
    ),
  ),
  row(
    'wifi-not-associated',
    'NdisPhysicalMedium 9 with MediaConnectState 2',
    windows({ adapters: [{ ...WLAN, MediaConnectState: 2 }], ...NOWHERE }, STRANDED),
  ),
  row(
    'wifi-not-associated',
    'Wi-Fi that nobody joined, beside a cable',
    windows({ adapters: [ETHERNET, { ...WLAN, MediaConnectState: 2 }] }),
    quiet,
  ),
  ...(
    [
      ['RadioState 2 of the Windows Runtime: off in the system', { radios: [{ name: 'Wi-Fi', state: 2 }] }],
      ['RadioState 3: off by a switch', { radios: [{ name: 'Wi-Fi', state: 3 }] }],
      ['SystemRadioState 1: airplane mode, and the radios could not be asked', { airplane: 1 }],
    ] as const
  ).map(([what, given]) =>
    row(
      'wifi-radio-off',
      what,
      windows({ adapters: [{ ...WLAN, MediaConnectState: 2 }], ...NOWHERE, ...given }, STRANDED),
    ),
  ),
  row(
    'wifi-radio-off',
    'Wi-Fi is off, the cable works',
    windows({
      adapters: [ETHERNET, { ...WLAN, MediaConnectState: 2 }],
      radios: [{ name: 'Wi-Fi', state: 2 }],
    }),
    quiet,
  ),
  row('wifi-auth-failed', 'WLAN-AutoConfig 8002 with reason 294932, twice within five minutes', {
    ...windows({ adapters: [{ ...WLAN, MediaConnectState: 2 }], ...NOWHERE }, STRANDED),
    'net.wifi.failures': wlanEvents(294_932, 294_932),
  }),
  row(
    'wifi-auth-failed',
    'WLAN-AutoConfig 8002 with reason 163851: the network is out of reach',
    {
      ...windows({ adapters: [{ ...WLAN, MediaConnectState: 2 }], ...NOWHERE }, STRANDED),
      'net.wifi.failures': wlanEvents(163_851, 163_851),
    },
    quiet,
  ),
  ...[2, 4].map((bars) =>
    row(
      'wifi-weak-signal',
      `ConnectionProfile.GetSignalBars: ${bars} of 5`,
      windows({
        adapters: [WLAN],
        addresses: [addressOn('WLAN', `${OWN}/24`)],
        routes: [routeOn('WLAN', '0.0.0.0/0', ROUTER)],
        signals: [{ adapter: '00000000-0000-4000-8000-000000000007', bars }],
      }),
      bars === 2 ? {} : quiet,
    ),
  ),
  row(
    'ethernet-slow-link',
    '*SpeedDuplex knows 6 (1.0 Gbit/s), the link has 100 Mbit/s',
    windows({
      adapters: [{ ...ETHERNET, Speed: 100_000_000 }],
      modes: [{ Name: 'Ethernet', ValidRegistryValues: ['0', '1', '2', '3', '4', '6'] }],
    }),
  ),
  row(
    'ethernet-slow-link',
    '*SpeedDuplex knows no more than 100 Mbit/s',
    windows({
      adapters: [{ ...ETHERNET, Speed: 100_000_000 }],
      modes: [{ Name: 'Ethernet', ValidRegistryValues: ['0', '1', '2', '3', '4'] }],
    }),
    quiet,
  ),
  row(
    'ethernet-slow-link',
    'MSFT_NetAdapter.FullDuplex false at 100 Mbit/s',
    windows({ adapters: [{ ...ETHERNET, Speed: 100_000_000, FullDuplex: false }] }),
  ),
  row(
    'ethernet-slow-link',
    'Wi-Fi is half duplex by nature',
    windows({ adapters: [{ ...WLAN, Name: 'Ethernet' }] }),
    quiet,
  ),
  row(
    'apipa-address',
    'MSFT_NetIPAddress 169.254.7.7/16 alone, no default route',
    windows({ ...NOWHERE, addresses: [addressOn('Ethernet', '169.254.7.7/16')] }, STRANDED),
  ),
  row(
    'apipa-address',
    'a second adapter with an address of its own making beside the one that works',
    windows({
      adapters: [ETHERNET, { ...ETHERNET, Name: 'Ethernet 2', InterfaceIndex: 8 }],
      addresses: [addressOn('Ethernet', `${OWN}/24`), addressOn('Ethernet 2', '169.254.7.7/16')],
    }),
    quiet,
  ),
  row(
    'no-ip-address',
    'fe80:: alone on a link that is up',
    windows({ ...NOWHERE, addresses: [addressOn('Ethernet', 'fe80::1:2%7/64')] }, STRANDED),
  ),
  row(
    'duplicate-ip',
    'MSFT_NetIPAddress.AddressState 2',
    windows({ addresses: [addressOn('Ethernet', `${OWN}/24`, 2)] }),
  ),
  row(
    'no-default-route',
    'MSFT_NetRoute without 0.0.0.0/0 and ::/0',
    windows({ routes: [routeOn('Ethernet', '192.168.1.0/24', '0.0.0.0', 281)] }, STRANDED),
  ),
  row('no-default-route', 'IPv6 alone leads out', windows(ONLY_V6), quiet),
  row(
    'gateway-unreachable',
    'MSFT_NetNeighbor.State 0 for the gateway',
    windows(
      { neighbours: [{ IPAddress: ROUTER, InterfaceAlias: 'Ethernet', State: 0, IsRouter: false }] },
      SILENT,
    ),
  ),
  row(
    'gateway-unreachable',
    'a router that ignores pings, and has an entry in the table',
    windows({}, SILENT),
    quiet,
  ),
  row('ipv6-broken', 'a global address and ::/0, all IPv6 anchors time out', windows(V6, only(4))),
  row('ipv6-broken', 'no IPv6 was ever offered', windows({}, only(4)), quiet),
  row('ipv4-broken', 'all IPv4 anchors time out, IPv6 ones answer', windows(V6, only(6))),
  row('ipv4-broken', 'the network offers IPv6 alone', windows(ONLY_V6, only(6)), quiet),
  row(
    'wrong-subnet',
    'a gateway outside every network on the link',
    windows(
      {
        addresses: [addressOn('Ethernet', '10.99.0.5/24')],
        routes: [
          routeOn('Ethernet', '0.0.0.0/0', ROUTER),
          routeOn('Ethernet', '10.99.0.0/24', '0.0.0.0', 281),
        ],
        neighbours: [{ IPAddress: ROUTER, InterfaceAlias: 'Ethernet', State: 0, IsRouter: false }],
      },
      SILENT,
    ),
  ),
  row(
    'vpn-blocking',
    'half of all addresses go into a TAP adapter, nothing comes back, and a connection from the cable gets out',
    windows(VPN, SILENT, from(OWN)),
  ),
  row('vpn-blocking', 'a VPN that is wanted and works', windows(VPN), quiet),
  row(
    'wrong-default-route',
    'two ways: the preferred one leads nowhere, a connection from the other address gets out',
    windows(
      {
        adapters: [ETHERNET, { ...ETHERNET, Name: 'Ethernet 2', InterfaceIndex: 8 }],
        addresses: [addressOn('Ethernet', `${OWN}/24`), addressOn('Ethernet 2', '192.168.2.10/24')],
        routes: [
          routeOn('Ethernet 2', '0.0.0.0/0', '192.168.2.1', 10),
          routeOn('Ethernet', '0.0.0.0/0', ROUTER, 100),
        ],
      },
      SILENT,
      from(OWN),
    ),
  ),
  row('dns-not-configured', 'MSFT_DNSClientServerAddress is empty for every interface', {
    ...windows(
      { resolvers: [{ InterfaceAlias: 'Ethernet', ServerAddresses: [] }] },
      { lookup: () => notFound },
    ),
  }),
  row(
    'proxy-misconfigured',
    'Internet Settings ProxyEnable 1, nobody listens there',
    windows(
      proxy('127.0.0.1:8888'),
      {},
      {
        'net.tcp/127.0.0.1:8888': raw('tcp', tries('refused', 1, 'ECONNREFUSED')),
      },
    ),
  ),
  row(
    'proxy-misconfigured',
    'Internet Settings AutoConfigURL: the script is gone (404)',
    windows(
      { proxy: { enabled: 0, server: null, script: 'http://proxy.corp.example/wpad.dat' } },
      {},
      {
        'net.http/http://proxy.corp.example/wpad.dat': raw('http', page(404)),
      },
    ),
  ),
  row(
    'proxy-misconfigured',
    'a proxy that was left in the field and is switched off',
    windows({ proxy: { enabled: 0, server: '127.0.0.1:8888', script: null } }),
    quiet,
  ),
  row(
    'ncsi-false-alarm',
    'MSFT_NetConnectionProfile.IPv4Connectivity 1, everything that was tried works',
    windows({ profiles: { InterfaceAlias: 'Ethernet', IPv4Connectivity: 1, IPv6Connectivity: 1 } }),
  ),
  row('ncsi-false-alarm', 'IPv4Connectivity 4', windows(), quiet),
  row(
    'dns-slow',
    'one of two servers in the list is silent',
    windows(
      { resolvers: [{ InterfaceAlias: 'Ethernet', ServerAddresses: [ROUTER, '192.168.1.2'] }] },
      {},
      Object.fromEntries(deadServer()),
    ),
  ),
];

function deadServer() {
  return [...new Set(Object.keys(windows()))]
    .filter((id) => id.startsWith(`net.resolve/${ROUTER} `))
    .map((id) => [id.replace(ROUTER, '192.168.1.2'), raw('resolve', noAnswer('timeout'))] as const);
}

/** A minute apart, the last one a minute ago. */
function wlanEvents(...codes: readonly number[]) {
  return json({
    logs: [{ log: 'System', state: 'ok' }],
    events: codes.map((code, at) => ({
      log: 'Microsoft-Windows-WLAN-AutoConfig/Operational',
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      id: 8002,
      at: new Date(NOW - (codes.length - at) * 60_000).toISOString(),
      data: [
        { n: 'SSID', v: 'home' },
        { n: 'FailureReason', v: 'Der Netzwerkschlüssel stimmt nicht' },
        { n: 'ReasonCode', v: String(code) },
      ],
    })),
  });
}

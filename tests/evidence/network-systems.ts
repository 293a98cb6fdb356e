/** The healthy computer of network.ts under Windows and macOS. */
import { settings } from '../../checks/connectivity/settings.ts';
import { page } from '../checks/connectivity/world.ts';
import { exec, json, raw } from './evidence.ts';
import { type Answers, type Around, around, common, OWN, ROUTER } from './network.ts';

export const ETHERNET = {
  Name: 'Ethernet',
  InterfaceIndex: 7,
  HardwareInterface: true,
  Virtual: false,
  InterfaceAdminStatus: 1,
  MediaConnectState: 1,
  NdisPhysicalMedium: 14,
  InterfaceType: 6,
  Speed: 1_000_000_000,
  FullDuplex: true,
  PermanentAddress: '020000000001',
  InterfaceGuid: '{00000000-0000-4000-8000-000000000007}',
};
export const WLAN = {
  ...ETHERNET,
  Name: 'WLAN',
  InterfaceIndex: 9,
  NdisPhysicalMedium: 9,
  InterfaceType: 71,
  Speed: 144_400_000,
  FullDuplex: false,
};
export const addressOn = (InterfaceAlias: string, text: string, AddressState = 4) => {
  const [IPAddress, prefix] = text.split('/');
  return { InterfaceAlias, IPAddress, PrefixLength: Number(prefix), AddressState };
};
export const routeOn = (InterfaceAlias: string, DestinationPrefix: string, NextHop: string, metric = 25) => ({
  DestinationPrefix,
  NextHop,
  InterfaceAlias,
  RouteMetric: 0,
  InterfaceMetric: metric,
});

export const WINDOWS_BATCH = {
  adapters: [ETHERNET] as readonly object[],
  addresses: [
    addressOn('Ethernet', `${OWN}/24`),
    addressOn('Ethernet', 'fe80::1:2%7/64'),
    addressOn('Loopback Pseudo-Interface 1', '127.0.0.1/8'),
  ] as readonly object[],
  routes: [
    routeOn('Ethernet', '0.0.0.0/0', ROUTER),
    routeOn('Ethernet', '192.168.1.0/24', '0.0.0.0', 281),
  ] as readonly object[],
  neighbours: [
    {
      IPAddress: ROUTER,
      InterfaceAlias: 'Ethernet',
      LinkLayerAddress: '02-00-00-00-00-FE',
      State: 5,
      IsRouter: false,
    },
  ] as readonly object[],
  resolvers: [{ InterfaceAlias: 'Ethernet', ServerAddresses: [ROUTER] }] as readonly object[],
  profiles: { InterfaceAlias: 'Ethernet', IPv4Connectivity: 4, IPv6Connectivity: 1 } as object,
  proxy: { enabled: 0, server: null, script: null } as object,
  signals: [] as readonly object[],
  radios: [] as readonly object[],
  airplane: null as number | null,
  modes: [] as readonly object[],
};

export type Batch = typeof WINDOWS_BATCH;

const WINDOWS_IDS = [
  ...['adapters', 'addresses', 'routes', 'neighbours', 'neighbours.later', 'resolvers', 'verdict'],
  ...['proxy.system', 'wifi.radios', 'wifi.link/WLAN', 'ethernet.modes/Ethernet'],
];

/** One batch of src/sources/network/windows.ts answers for all of them. */
export const windows = (changed: Partial<Batch> = {}, beyond: Around = {}, given: Answers = {}): Answers => {
  const batch = json({ ...WINDOWS_BATCH, ...changed });
  return {
    ...common('win32'),
    ...Object.fromEntries(WINDOWS_IDS.map((id) => [`net.${id}`, batch])),
    ...around('win32', beyond),
    ...given,
  };
};

/** `ifconfig -a` of a MacBook: what every one has beside its adapters. */
const ALWAYS = `lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384
\tinet 127.0.0.1 netmask 0xff000000
\tinet6 ::1 prefixlen 128
gif0: flags=8010<POINTOPOINT,MULTICAST> mtu 1280
stf0: flags=0<> mtu 1280
awdl0: flags=8943<UP,BROADCAST,RUNNING,PROMISC,SIMPLEX,MULTICAST> mtu 1484
\tether 02:00:00:00:00:aa
\tstatus: active
utun0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1380
\tinet6 fe80::aaaa%utun0 prefixlen 64 scopeid 0xf
`;

export interface En {
  readonly name?: string;
  readonly flags?: string;
  /** Lines with addresses. */
  readonly inet?: readonly string[];
  readonly media?: string;
  readonly status?: string;
}

const INET = [
  `inet ${OWN} netmask 0xffffff00 broadcast 192.168.1.255`,
  'inet6 fe80::10%en0 prefixlen 64 secured scopeid 0x6',
];

export const ifconfig = (...all: readonly En[]) =>
  exec(
    ALWAYS +
      all
        .map(
          ({
            name = 'en0',
            flags = 'UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST',
            inet = INET,
            media,
            status = 'active',
          }) =>
            `${name}: flags=8863<${flags}> mtu 1500\n\tether 02:00:00:00:00:01\n${inet.map((line) => `\t${line}\n`).join('')}\tmedia: ${media ?? 'autoselect (1000baseT <full-duplex>)'}\n\tstatus: ${status}\n`,
        )
        .join(''),
  );

/** `netstat -rn`, as macOS 14 prints it. */
export const netstat = (...defaults: readonly string[]) =>
  exec(
    `Routing tables\n\nInternet:\nDestination        Gateway            Flags               Netif Expire\n${defaults
      .filter((line) => !line.includes('fe80'))
      .map((line) => `${line}\n`)
      .join(
        '',
      )}127                127.0.0.1          UCS                   lo0\n\nInternet6:\nDestination                             Gateway                         Flags               Netif Expire\n${defaults
      .filter((line) => line.includes('fe80'))
      .map((line) => `${line}\n`)
      .join(
        '',
      )}default                                 fe80::%utun0                    UGcIg               utun0\n::1                                     ::1                             UHL                   lo0\n`,
  );
export const WAY_OUT = `default            ${ROUTER}        UGScg                 en0`;
const LINK = '192.168.1          link#6             UCS                   en0      !';

/** `system_profiler -json SPAirPortDataType` */
export const airport = (status: string, noise = '-52 dBm / -95 dBm') =>
  json({
    SPAirPortDataType: [
      {
        spairport_airport_interfaces: [
          {
            _name: 'en0',
            spairport_status_information: `spairport_status_${status}`,
            ...(status === 'connected' && {
              spairport_current_network_information: {
                _name: 'home',
                spairport_network_rate: 144,
                spairport_signal_noise: noise,
              },
            }),
          },
          { _name: 'awdl0' },
        ],
      },
    ],
  });

/** A Mac on a cable: `airport` and `ifconfig` of another make it one with Wi-Fi. */
export const mac = (given: Answers = {}, beyond: Around = {}): Answers => {
  const own = ifconfig({});
  return {
    ...common('darwin'),
    'net.adapters': own,
    'net.addresses': own,
    'net.routes': netstat(WAY_OUT, LINK),
    'net.neighbours': exec(`? (${ROUTER}) at 2:0:0:0:0:fe on en0 ifscope [ethernet]\n`),
    'net.neighbours.later': exec(`? (${ROUTER}) at 2:0:0:0:0:fe on en0 ifscope [ethernet]\n`),
    'net.resolvers': exec(
      `DNS configuration\n\nresolver #1\n  nameserver[0] : ${ROUTER}\n  if_index : 6 (en0)\n`,
    ),
    'net.proxy.system': exec(
      '<dictionary> {\n  HTTPEnable : 0\n  HTTPSEnable : 0\n  ProxyAutoConfigEnable : 0\n}\n',
    ),
    'net.wifi.airport': json({ SPAirPortDataType: [] }),
    [`net.http/${settings.macosProbe}`]: raw('http', page(200, '<BODY>Success</BODY></HTML>')),
    ...around('darwin', beyond),
    ...given,
  };
};

/** Both reads of the one `ifconfig`. */
export const ens = (...all: readonly En[]): Answers => {
  const answer = ifconfig(...all);
  return { 'net.adapters': answer, 'net.addresses': answer };
};

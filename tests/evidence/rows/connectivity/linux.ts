/** Connectivity faults as Linux tells of them: /sys, iproute2, iw, NetworkManager. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { noAnswer, noConnection, noPage, notFound, tries } from '../../../checks/connectivity/world.ts';
import { attributes, corpus, type Evidence, exec, file, machine, raw } from '../../evidence.ts';
import {
  type Answers,
  type Around,
  anchors,
  echoes,
  ipAddr,
  ipNeigh,
  ipRoute,
  LO,
  linkOf,
  linux,
  NOW,
  OWN,
  ROUTER,
} from '../../network.ts';

const row = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({ code: `connectivity/${code}`, os: 'linux', from: 'composed', what, answers, ...more });
const quiet = { quiet: true } as const;

/** Our own file, in this form. */
const lab = parse(readFileSync(new URL('../../../lab/techsupport.config.yaml', import.meta.url), 'utf8')) as {
  readonly connectivity: NonNullable<Evidence['settings']>;
};
/** A computer that was recorded in the fault lab. */
const recorded = (code: string, name: string): Evidence =>
  row(
    code,
    `tests/machines/${name}.json`,
    Object.fromEntries(Object.entries(machine(name).entries).map(([id, { answer }]) => [id, answer])),
    { from: 'recorded', settings: lab.connectivity },
  );

/** Without any way out the system itself says so at once. */
const STRANDED: Around = {
  tcp: () => tries('unreachable', 1, 'ENETUNREACH'),
  tls: () => noConnection('no-name', 'EAI_AGAIN'),
  http: () => noPage('no-name', 'EAI_AGAIN'),
  resolve: () => noAnswer('unreachable', 'ENETUNREACH'),
  lookup: () => notFound,
  ping: () => echoes('linux', 2, { lost: 2 }),
};
/** A way out, and nobody answers on it. */
const SILENT: Around = {
  ...STRANDED,
  tcp: () => tries('timeout', 3000),
  resolve: () => noAnswer('timeout'),
};
const adapters = (all: Readonly<Record<string, Readonly<Record<string, string>>>>) => ({
  'net.adapters': attributes({ lo: LO, ...all }),
});
const NO_ROUTES: Answers = {
  'net.addresses': ipAddr('lo 127.0.0.1/8', 'lo ::1/128'),
  'net.routes': ipRoute(),
  'net.routes6': ipRoute(),
};
const OFF = { flags: '0x1002\n', carrier: '', speed: '-1\n', duplex: 'unknown\n' };
/** An adapter that is switched off: reading `carrier` fails with EINVAL. */
const switchedOff = { type: '1\n', flags: OFF.flags, device: '' };
const unplugged = linkOf({ carrier: '0\n', speed: '-1\n', duplex: 'unknown\n' });
const wlan = (given: Readonly<Record<string, string>> = {}) => {
  const { speed: _, duplex: __, ...rest } = linkOf({ phy80211: '', ...given });
  return rest;
};
const rfkill = (soft: string, hard: string) => ({
  'net.wifi.radios': attributes({ rfkill0: { type: 'wlan\n', soft, hard } }),
});
const MARK = raw('stat', { type: 'file', bytes: 0, inode: 7, modifiedAt: '2026-11-20T11:00:00.000Z' });
const [first = ''] = anchors.map(({ ipv4 = '' }) => ipv4);
const TUN = { flags: '0x1091\n', type: '65534\n', carrier: '1\n' };

export const connectivityOnLinux: readonly Evidence[] = [
  recorded('internet-unreachable', 'isp-down'),
  recorded('captive-portal', 'captive-302'),
  recorded('dns-unreachable', 'dns-dead'),
  recorded('wrong-subnet', 'static-wrong-subnet'),
  recorded('vpn-blocking', 'vpn-leftover'),

  row('no-adapter', '/sys/class/net has nothing but lo', linux({ ...adapters({}), ...NO_ROUTES }, STRANDED)),
  row(
    'no-adapter',
    'a container has its cable, without hardware behind it',
    linux(
      { ...adapters({ eth0: { flags: '0x1003\n', type: '1\n', carrier: '1\n' } }), ...NO_ROUTES },
      STRANDED,
    ),
    quiet,
  ),
  row(
    'no-adapter',
    'a container that was given no network has none on purpose',
    linux({ ...adapters({}), ...NO_ROUTES, 'system.container.docker': MARK }, STRANDED),
    quiet,
  ),
  row(
    'no-adapter',
    'the bridge of Docker is left on a computer whose adapter is gone',
    linux(
      {
        ...adapters({ docker0: { flags: '0x1003\n', type: '1\n', carrier: '0\n' } }),
        ...NO_ROUTES,
        'net.addresses': ipAddr('docker0 172.17.0.1/16'),
        'net.routes': ipRoute('172.17.0.0/16 dev docker0 proto kernel linkdown'),
      },
      STRANDED,
    ),
  ),
  row(
    'adapter-disabled',
    'IFF_UP is not set, reading carrier fails',
    linux({ ...adapters({ eth0: switchedOff }), ...NO_ROUTES }, STRANDED),
  ),
  row(
    'adapter-disabled',
    'one of two is switched off, the other one works',
    linux(adapters({ eth0: linkOf(), eth1: switchedOff })),
    quiet,
  ),
  ...(
    [
      ['1\n', '0\n', 'soft: switched off in the system'],
      ['0\n', '1\n', 'hard: switched off by a key'],
    ] as const
  ).map(([soft, hard, what]) =>
    row(
      'wifi-radio-off',
      `rfkill, ${what}`,
      linux({ ...adapters({ wlan0: switchedOffWlan() }), ...rfkill(soft, hard), ...NO_ROUTES }, STRANDED),
    ),
  ),
  row(
    'wifi-radio-off',
    'airplane mode with a cable that works',
    linux({ ...adapters({ eth0: linkOf(), wlan0: switchedOffWlan() }), ...rfkill('1\n', '0\n') }),
    quiet,
  ),
  row('link-down', 'carrier 0', linux({ ...adapters({ eth0: unplugged }), ...NO_ROUTES }, STRANDED)),
  row(
    'link-down',
    'a second adapter without a cable beside the one that works',
    linux(adapters({ eth0: linkOf(), eth1: unplugged })),
    quiet,
  ),
  row(
    'link-down',
    'kernel operstates.rst: a tunnel has no link to report, and the cable below it works',
    linux({
      ...adapters({ eth0: linkOf(), tun0: { flags: '0x1091\n', type: '65534\n' } }),
      'net.routes': ipRoute(`default via ${ROUTER} dev eth0`, '10.8.0.0/24 dev tun0 proto kernel'),
    }),
    quiet,
  ),
  row(
    'wifi-not-associated',
    'iw: Not connected.',
    linux(
      {
        ...adapters({ wlan0: wlan({ carrier: '0\n' }) }),
        ...NO_ROUTES,
        'net.wifi.link/wlan0': exec('Not connected.\n'),
      },
      STRANDED,
    ),
  ),
  row(
    'wifi-not-associated',
    'Wi-Fi that nobody joined, beside a cable',
    linux({
      ...adapters({ eth0: linkOf(), wlan0: wlan({ carrier: '0\n' }) }),
      'net.wifi.link/wlan0': exec('Not connected.\n'),
    }),
    quiet,
  ),
  row(
    'wifi-auth-failed',
    'wpa_supplicant: WRONG_KEY twice within five minutes',
    linux(
      {
        ...adapters({ wlan0: wlan({ carrier: '0\n' }) }),
        ...NO_ROUTES,
        'net.wifi.link/wlan0': exec('Not connected.\n'),
        'net.wifi.failures': exec(
          [2, 1]
            .map((minutesAgo) =>
              JSON.stringify({
                __REALTIME_TIMESTAMP: String((NOW - minutesAgo * 60_000) * 1000),
                SYSLOG_IDENTIFIER: 'wpa_supplicant',
                MESSAGE:
                  'wlan0: CTRL-EVENT-SSID-TEMP-DISABLED id=0 ssid="home" auth_failures=1 duration=10 reason=WRONG_KEY',
              }),
            )
            .join('\n'),
        ),
      },
      STRANDED,
    ),
  ),
  row(
    'wifi-weak-signal',
    'iw/checkbox/iw_dev_link_wifi_4.txt of the corpus with −78 dBm',
    {
      ...linux({ ...adapters({ eth0: wlan() }) }),
      'net.wifi.link/eth0': corpus('iw/checkbox/iw_dev_link_wifi_4.txt', (text) =>
        exec(text.replace(/signal: -\d+ dBm/, 'signal: -78 dBm')),
      ),
    },
    { from: 'corpus' },
  ),
  ...['link_succ', 'link_legacy_wifi', 'link_wifi_4', 'link_wifi_6'].map((name) =>
    row(
      'wifi-weak-signal',
      `iw/checkbox/iw_dev_${name}.txt`,
      {
        ...linux(adapters({ eth0: wlan() })),
        'net.wifi.link/eth0': corpus(`iw/checkbox/iw_dev_${name}.txt`),
      },
      { from: 'corpus', ...quiet },
    ),
  ),
  row(
    'ethernet-slow-link',
    'ethtool/jc-generic/ethtool--default1.out: an adapter of 1000 Mbit/s that agreed on 100',
    {
      ...linux(adapters({ eth0: linkOf({ speed: '100\n' }) })),
      'net.ethernet.modes/eth0': corpus('ethtool/jc-generic/ethtool--default1.out'),
    },
    { from: 'corpus' },
  ),
  row(
    'ethernet-slow-link',
    'ethtool/jc-generic/ethtool--link-partner-advertised-link-modes.out: the other end offers no more than 100',
    {
      ...linux(adapters({ eth0: linkOf({ speed: '100\n' }) })),
      'net.ethernet.modes/eth0': corpus('ethtool/jc-generic/ethtool--link-partner-advertised-link-modes.out'),
    },
    { from: 'corpus', ...quiet },
  ),
  row(
    'ethernet-slow-link',
    'rx_crc_errors: one packet of five hundred is damaged',
    linux(
      adapters({
        eth0: linkOf({ 'statistics/rx_packets': '500000\n', 'statistics/rx_crc_errors': '1000\n' }),
      }),
    ),
  ),
  row(
    'ethernet-slow-link',
    'rx_crc_errors: three damaged packets of half a million',
    linux(
      adapters({ eth0: linkOf({ 'statistics/rx_packets': '500000\n', 'statistics/rx_crc_errors': '3\n' }) }),
    ),
    quiet,
  ),
  row(
    'ethernet-slow-link',
    'an adapter that knows no more than 100',
    linux({
      ...adapters({ eth0: linkOf({ speed: '100\n' }) }),
      'net.ethernet.modes/eth0': exec(
        'Settings for eth0:\n\tSupported link modes:   10baseT/Half 10baseT/Full\n\t                        100baseT/Half 100baseT/Full\n\tSupported pause frame use: No\n',
      ),
    }),
    quiet,
  ),
  row(
    'apipa-address',
    'ip -j addr: 169.254.7.7/16 alone, no default route',
    linux(
      { 'net.addresses': ipAddr('lo 127.0.0.1/8', 'eth0 169.254.7.7/16', 'eth0 fe80::10/64'), ...noWay() },
      STRANDED,
    ),
  ),
  row(
    'apipa-address',
    'fe80:: is always there, and IPv6 alone works (RFC 8925)',
    linux({
      'net.addresses': ipAddr('lo 127.0.0.1/8', 'eth0 2001:db8:1::10/64', 'eth0 fe80::10/64'),
      'net.routes': ipRoute(),
    }),
    quiet,
  ),
  row(
    'no-ip-address',
    'carrier 1 and fe80:: alone',
    linux({ 'net.addresses': ipAddr('lo 127.0.0.1/8', 'eth0 fe80::10/64'), ...noWay() }, STRANDED),
  ),
  row(
    'no-ip-address',
    'a network of IPv6 alone',
    linux({
      'net.addresses': ipAddr('lo 127.0.0.1/8', 'eth0 2001:db8:1::10/64', 'eth0 fe80::10/64'),
      'net.routes': ipRoute(),
    }),
    quiet,
  ),
  row(
    'duplicate-ip',
    'ip -j addr: dadfailed',
    linux({
      'net.addresses': exec(
        JSON.stringify([
          {
            ifname: 'eth0',
            addr_info: [
              { family: 'inet', local: OWN, prefixlen: 24 },
              { family: 'inet6', local: '2001:db8:1::10', prefixlen: 64, dadfailed: true, tentative: true },
            ],
          },
        ]),
      ),
    }),
  ),
  row(
    'duplicate-ip',
    'arping(8) -D ends with 1: somebody answers for our address',
    linux(
      {
        'system.user': raw('user', { name: 'root', home: '/root', uid: 0, elevated: true }),
        [`net.arping/eth0@${OWN}`]: exec('', 1),
      },
      SILENT,
    ),
  ),
  row('no-default-route', 'an address, and only the link in the table', linux(noWay(), STRANDED)),
  row(
    'no-default-route',
    'a virtual machine whose lease names no router: kept apart on purpose is only remarked upon',
    linux(
      {
        ...noWay(),
        'net.addresses': ipAddr('lo 127.0.0.1/8', 'eth0 192.168.1.10/24'),
        'machine.processor': file('flags\t\t: fpu hypervisor lahf_lm\n'),
        'net.leases': raw('list', { names: ['2'] }),
        'net.lease/2': file(`ADDRESS=${OWN}\nNETMASK=255.255.255.0\n`),
      },
      STRANDED,
    ),
  ),
  row(
    'gateway-unreachable',
    'ip -j neigh: FAILED after eight seconds of asking',
    linux(
      {
        'net.addresses': ipAddr('lo 127.0.0.1/8', `eth0 ${OWN}/24`),
        'net.routes6': ipRoute(),
        'net.neighbours': ipNeigh('INCOMPLETE'),
        'net.neighbours.later': ipNeigh('FAILED'),
      },
      SILENT,
    ),
  ),
  row(
    'gateway-unreachable',
    'a router that ignores pings, and has an entry in the table',
    linux({}, { ...SILENT }),
    quiet,
  ),
  row(
    'wrong-subnet',
    'a gateway outside every network on the link, set by hand',
    linux(
      {
        'net.addresses': ipAddr('lo 127.0.0.1/8', 'eth0 10.99.0.5/24'),
        'net.routes': ipRoute(
          `default via ${ROUTER} dev eth0 proto static`,
          '10.99.0.0/24 dev eth0 proto kernel',
        ),
        'net.routes6': ipRoute(),
        'net.manual': file('iface eth0 inet static\n  address 10.99.0.5/24\n'),
        'net.neighbours.later': ipNeigh('FAILED'),
      },
      SILENT,
    ),
  ),
  row(
    'wrong-default-route',
    'two ways: the preferred one leads nowhere, an echo through the other one comes back',
    linux(
      {
        ...adapters({ eth0: linkOf(), eth1: linkOf() }),
        'net.addresses': ipAddr('eth0 192.168.1.10/24', 'eth1 192.168.2.10/24'),
        'net.routes': ipRoute(
          'default via 192.168.2.1 dev eth1 metric 10',
          `default via ${ROUTER} dev eth0 metric 100`,
        ),
        'net.routes6': ipRoute(),
        [`net.ping.through/${first}@eth0`]: echoes('linux', 2),
      },
      SILENT,
    ),
  ),
  row(
    'vpn-blocking',
    'the default route is a tunnel; nothing comes through it, and an echo beside it does',
    linux(
      {
        ...adapters({ eth0: linkOf(), tun0: TUN }),
        'net.addresses': ipAddr(`eth0 ${OWN}/24`, 'tun0 10.8.0.2/24'),
        'net.routes': ipRoute('0.0.0.0/1 via 10.8.0.1 dev tun0', `default via ${ROUTER} dev eth0`),
        'net.routes6': ipRoute(),
        [`net.ping.through/${first}@eth0`]: echoes('linux', 2),
      },
      SILENT,
    ),
  ),
  row(
    'vpn-blocking',
    'a VPN that is wanted and works',
    linux({
      ...adapters({ eth0: linkOf(), tun0: TUN }),
      'net.addresses': ipAddr(`eth0 ${OWN}/24`, 'tun0 10.8.0.2/24'),
      'net.routes': ipRoute('0.0.0.0/1 via 10.8.0.1 dev tun0', `default via ${ROUTER} dev eth0`),
      'net.routes6': ipRoute(),
    }),
    quiet,
  ),
  row('ipv6-broken', 'a global address and ::/0, all IPv6 anchors time out', linux({}, only(4))),
  row(
    'ipv6-broken',
    'no IPv6 was ever offered',
    linux(
      { 'net.addresses': ipAddr(`eth0 ${OWN}/24`, 'eth0 fe80::10/64'), 'net.routes6': ipRoute() },
      only(4),
    ),
    quiet,
  ),
  row('ipv4-broken', 'all IPv4 anchors time out, IPv6 ones answer', linux({}, only(6))),
  row(
    'ipv4-broken',
    '464XLAT or NAT64: the network offers IPv6 alone',
    linux(
      {
        'net.addresses': ipAddr('lo 127.0.0.1/8', 'eth0 2001:db8:1::10/64', 'eth0 fe80::10/64'),
        'net.routes': ipRoute(),
      },
      only(6),
    ),
    quiet,
  ),
  row(
    'blocked-by-router',
    'ICMP type 3 code 13 from the gateway, in the words of iputils',
    linux(
      {},
      {
        ...SILENT,
        ping: (target) =>
          target === ROUTER || target.startsWith('fe80')
            ? echoes('linux', 2)
            : echoes('linux', 2, { lost: 2, says: `From ${ROUTER} icmp_seq=1 Packet filtered\n` }),
      },
    ),
  ),
  row('dns-not-configured', '/etc/resolv.conf without a server', {
    ...linux({ 'net.resolvers': file('# Generated by NetworkManager\n') }, { lookup: () => notFound }),
  }),
  row(
    'ncsi-false-alarm',
    'nmcli says limited, everything that was tried works',
    linux({ 'net.verdict': exec('limited\n') }),
  ),
  row('ncsi-false-alarm', 'nmcli says full', linux(), quiet),
];

function switchedOffWlan() {
  return { ...switchedOff, phy80211: '' };
}

/** An address, and no way out. */
function noWay(): Answers {
  return {
    'net.routes': ipRoute('192.168.1.0/24 dev eth0 proto kernel'),
    'net.routes6': ipRoute('fe80::/64 dev eth0 proto kernel'),
  };
}

/** One family works, the other one does not. */
function only(family: 4 | 6): Around {
  return {
    tcp: (endpoint) =>
      endpoint.startsWith('[') === (family === 6) ? tries('connected') : tries('timeout', 3000),
  };
}

/** Connectivity faults as macOS tells of them: ifconfig, netstat, arp, scutil, system_profiler. */
import { noAnswer, noConnection, noPage, notFound, page, tries } from '../../../checks/connectivity/world.ts';
import { corpus, type Evidence, exec, raw } from '../../evidence.ts';
import { type Answers, type Around, anchors, echoes, OWN, ROUTER } from '../../network.ts';
import { airport, ens, mac, netstat, WAY_OUT } from '../../network-systems.ts';

const row = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({ code: `connectivity/${code}`, os: 'darwin', from: 'composed', what, answers, ...more });
const quiet = { quiet: true } as const;

/** Without any way out the system itself says so at once. */
const STRANDED: Around = {
  tcp: () => tries('unreachable', 1, 'ENETUNREACH'),
  tls: () => noConnection('no-name', 'ENOTFOUND'),
  http: () => noPage('no-name', 'ENOTFOUND'),
  resolve: () => noAnswer('unreachable', 'ENETUNREACH'),
  lookup: () => notFound,
  ping: () => echoes('darwin', 2, { lost: 2 }),
};
const SILENT: Around = { ...STRANDED, tcp: () => tries('timeout', 3000), resolve: () => noAnswer('timeout') };
const NO_WAY: Answers = { 'net.routes': netstat() };
const down = { inet: [], status: 'inactive', media: 'autoselect' };
const FE80 = 'inet6 fe80::10%en0 prefixlen 64 secured scopeid 0x6';
const GLOBAL6 = 'inet6 2001:db8:1::10 prefixlen 64 autoconf secured';
const INET = `inet ${OWN} netmask 0xffffff00 broadcast 192.168.1.255`;
const WAY6 =
  'default                                 fe80::1%en0                     UGcg                  en0';
const V6: Answers = { ...ens({ inet: [INET, FE80, GLOBAL6] }), 'net.routes': netstat(WAY_OUT, WAY6) };
const ONLY_V6: Answers = { ...ens({ inet: [FE80, GLOBAL6] }), 'net.routes': netstat(WAY6) };
const only = (family: 4 | 6): Around => ({
  tcp: (endpoint) =>
    endpoint.startsWith('[') === (family === 6) ? tries('connected') : tries('timeout', 3000),
});
const [first = ''] = anchors.map(({ ipv4 = '' }) => ipv4);
const incomplete = exec(`? (${ROUTER}) at (incomplete) on en0 ifscope [ethernet]\n`);
const TUNNEL_OUT = [
  '0/1                10.8.0.1           UGSc                utun4',
  '128.0/1            10.8.0.1           UGSc                utun4',
];
const settings = (...lines: readonly string[]): Answers => ({
  'net.proxy.system': exec(`<dictionary> {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`),
});
const wifi = (status: string, noise?: string): Answers => ({ 'net.wifi.airport': airport(status, noise) });

export const connectivityOnMacos: readonly Evidence[] = [
  row(
    'no-adapter',
    'ifconfig -a: gif0, stf0, awdl0 and utun0, and no en',
    mac({ ...ens(), ...NO_WAY }, STRANDED),
  ),
  row(
    'adapter-disabled',
    'ifconfig en0 without UP',
    mac({ ...ens({ ...down, flags: 'BROADCAST,SMART,SIMPLEX,MULTICAST' }), ...NO_WAY }, STRANDED),
  ),
  row(
    'wifi-radio-off',
    'system_profiler: spairport_status_off',
    mac({ ...ens(down), ...NO_WAY, ...wifi('off') }, STRANDED),
  ),
  row(
    'wifi-radio-off',
    'Wi-Fi is off, the cable works',
    mac({
      ...ens({ name: 'en0', ...down }, { name: 'en7' }),
      'net.routes': netstat(WAY_OUT.replace('en0', 'en7')),
      ...wifi('off'),
    }),
    quiet,
  ),
  row('link-down', 'ifconfig en0: status: inactive', mac({ ...ens(down), ...NO_WAY }, STRANDED)),
  row('link-down', 'a second adapter without a cable', mac(ens({}, { name: 'en7', ...down })), quiet),
  row(
    'wifi-not-associated',
    'system_profiler: not connected; en0 inactive',
    mac({ ...ens(down), ...NO_WAY, ...wifi('supported') }, STRANDED),
  ),
  row('wifi-weak-signal', '−78 dBm in spairport_signal_noise', mac(wifi('connected', '-78 dBm / -97 dBm'))),
  row(
    'wifi-weak-signal',
    'system_profiler/wifi-heatmapper/mac-sp_15.5-wpa2-en.json: −58 dBm, with weaker networks of others beside it',
    { ...mac(), 'net.wifi.airport': corpus('system_profiler/wifi-heatmapper/mac-sp_15.5-wpa2-en.json') },
    { from: 'corpus', ...quiet },
  ),
  row(
    'ethernet-slow-link',
    'ifconfig en0: 100baseTX <half-duplex>',
    mac(ens({ media: 'autoselect (100baseTX <half-duplex>)' })),
  ),
  row('wifi-weak-signal', '−60 dBm, and 15 dB above the noise', mac(wifi('connected', '-60 dBm / -75 dBm'))),
  row('ethernet-slow-link', 'ifconfig -m en0 offers 1000baseT, the link has 100baseTX', {
    ...mac(ens({ media: 'autoselect (100baseTX <full-duplex>)' })),
    'net.ethernet.modes/en0': exec(
      'en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500\n\tmedia: autoselect (100baseTX <full-duplex>)\n\tsupported media:\n\t\tmedia autoselect\n\t\tmedia 100baseTX mediaopt full-duplex\n\t\tmedia 1000baseT mediaopt full-duplex\n',
    ),
  }),
  row('ncsi-false-alarm', "Apple's own page is blocked, everything else works", {
    ...mac(),
    'net.http/http://captive.apple.com/hotspot-detect.html': raw('http', noPage('refused', 'ECONNREFUSED')),
  }),
  row('ncsi-false-alarm', 'captive.apple.com says Success', mac(), quiet),
  row(
    'apipa-address',
    'ifconfig en0: 169.254.7.7 alone, no default route',
    mac(
      {
        ...ens({ inet: ['inet 169.254.7.7 netmask 0xffff0000 broadcast 169.254.255.255', FE80] }),
        ...NO_WAY,
      },
      STRANDED,
    ),
  ),
  row(
    'no-ip-address',
    'en0 is active and has fe80:: alone',
    mac({ ...ens({ inet: [FE80] }), ...NO_WAY }, STRANDED),
  ),
  row('no-ip-address', 'a network of IPv6 alone', mac(ONLY_V6, only(6)), quiet),
  row(
    'duplicate-ip',
    'ifconfig en0: duplicated',
    mac(ens({ inet: [INET, FE80, 'inet6 2001:db8:1::10 prefixlen 64 duplicated autoconf secured'] })),
  ),
  row(
    'no-default-route',
    'netstat -rn with the default route of an idle tunnel alone',
    mac(NO_WAY, STRANDED),
  ),
  row(
    'gateway-unreachable',
    'arp -an: (incomplete) after eight seconds of asking',
    mac({ 'net.neighbours': incomplete, 'net.neighbours.later': incomplete }, SILENT),
  ),
  row(
    'gateway-unreachable',
    'a router that ignores pings, and has an entry in the table',
    mac({}, SILENT),
    quiet,
  ),
  row(
    'wrong-subnet',
    'a gateway outside every network on the link',
    mac(
      {
        ...ens({ inet: ['inet 10.99.0.5 netmask 0xffffff00 broadcast 10.99.0.255', FE80] }),
        'net.routes': netstat(WAY_OUT, '10.99.0/24         link#6             UCS                 en0'),
        'net.neighbours': incomplete,
        'net.neighbours.later': incomplete,
      },
      SILENT,
    ),
  ),
  row('ipv6-broken', 'a global address and ::/0, all IPv6 anchors time out', mac(V6, only(4))),
  row('ipv6-broken', 'the default routes of idle tunnels over IPv6 offer nothing', mac({}, only(4)), quiet),
  row('ipv4-broken', 'all IPv4 anchors time out, IPv6 ones answer', mac(V6, only(6))),
  row(
    'ipv4-broken',
    'the network offers IPv6 alone (RFC 8925, with a CLAT inside)',
    mac(ONLY_V6, only(6)),
    quiet,
  ),
  row(
    'vpn-blocking',
    'half of all addresses go into utun4, nothing comes back, and an echo beside it does',
    mac(
      {
        'net.routes': netstat(WAY_OUT, ...TUNNEL_OUT),
        [`net.ping.through/${first}@en0`]: echoes('darwin', 2),
      },
      SILENT,
    ),
  ),
  row(
    'vpn-blocking',
    'a VPN that is wanted and works',
    mac({ 'net.routes': netstat(WAY_OUT, ...TUNNEL_OUT) }),
    quiet,
  ),
  row(
    'wrong-default-route',
    'two ways: the preferred one leads nowhere, an echo through the other one comes back',
    mac(
      {
        ...ens({}, { name: 'en7', inet: ['inet 192.168.2.10 netmask 0xffffff00 broadcast 192.168.2.255'] }),
        'net.routes': netstat(
          'default            192.168.2.1        UGScg                 en7',
          WAY_OUT.replace('UGScg ', 'UGScIg'),
        ),
        [`net.ping.through/${first}@en0`]: echoes('darwin', 2),
      },
      SILENT,
    ),
  ),
  row(
    'blocked-by-router',
    'BSD ping: Communication prohibited by filter',
    mac(
      {},
      {
        ...SILENT,
        ping: (target) =>
          target === ROUTER
            ? echoes('darwin', 2)
            : echoes('darwin', 2, {
                lost: 2,
                says: `36 bytes from ${ROUTER}: Communication prohibited by filter\n`,
              }),
      },
    ),
  ),
  row('dns-not-configured', 'scutil --dns: No DNS configuration available', {
    ...mac({ 'net.resolvers': exec('No DNS configuration available\n') }, { lookup: () => notFound }),
  }),
  row(
    'proxy-misconfigured',
    'scutil --proxy: HTTPSEnable 1, nobody listens there',
    mac({
      ...settings('HTTPSEnable : 1', 'HTTPSPort : 8888', 'HTTPSProxy : 127.0.0.1'),
      'net.tcp/127.0.0.1:8888': raw('tcp', tries('refused', 1, 'ECONNREFUSED')),
    }),
  ),
  row(
    'proxy-misconfigured',
    'scutil --proxy: the script of ProxyAutoConfigURLString is gone (404)',
    mac({
      ...settings('ProxyAutoConfigEnable : 1', 'ProxyAutoConfigURLString : http://proxy.corp.example/p.pac'),
      'net.http/http://proxy.corp.example/p.pac': raw('http', page(404)),
    }),
  ),
  row(
    'proxy-misconfigured',
    'a proxy that is written down and switched off',
    mac(settings('HTTPEnable : 0', 'HTTPPort : 8888', 'HTTPProxy : 127.0.0.1')),
    quiet,
  ),
];

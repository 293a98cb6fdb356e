/** Raw answers of a computer and of what stands around it: nothing is wrong but for what a row says. */

import { settings } from '../../checks/connectivity/settings.ts';
import type { Answer, Raw } from '../../src/contract.ts';
import { answer, found, page, secure, tries } from '../checks/connectivity/world.ts';
import { attributes, type EvidenceOs, exec, file, type Given, json, none, raw } from './evidence.ts';

export type Answers = Readonly<Record<string, Given>>;

export const NOW = Date.UTC(2026, 10, 20, 12);
const STAMP = Math.floor(NOW / 1000).toString(36);

export const ROUTER = '192.168.1.1';
export const OWN = '192.168.1.10';
export const { anchors, probes, controls } = settings.targets;
const hostOf = (url: string): string => url.split('/')[2] ?? url;
/** Names that exist, and names that cannot. */
export const NAMES = probes.map(({ url }) => hostOf(url));
export const MADE_UP = [`ts-${STAMP}.invalid`, `ts-${STAMP}.${NAMES[0]}`];

/** What stands around the computer, by the id of the family: given what follows the slash. */
export interface Around {
  readonly ping?: (target: string) => Answer;
  readonly tcp?: (endpoint: string) => Raw['tcp'];
  readonly tls?: (host: string) => Raw['tls'];
  readonly http?: (url: string) => Raw['http'];
  readonly resolve?: (server: string, name: string) => Raw['resolve'];
  readonly lookup?: (name: string) => Raw['lookup'];
}

/** The pings of one system, in its own form. `lost`: how many of them; `says`: what came instead. */
export const echoes = (
  os: EvidenceOs,
  sent: number,
  {
    lost = 0,
    ms = 2,
    says = '',
  }: { readonly lost?: number; readonly ms?: number; readonly says?: string } = {},
): Answer => {
  const received = sent - lost;
  if (os === 'win32') {
    const words = `Ping wird ausgeführt für ${ROUTER} mit 32 Bytes Daten:\r\n`;
    const lines = Array.from({ length: sent }, (_, at) =>
      at < received
        ? `Antwort von ${ROUTER}: Bytes=32 Zeit=${ms}ms TTL=64\r\n`
        : 'Zeitüberschreitung der Anforderung.\r\n',
    );
    return exec(words + lines.join(''), lost === sent ? 1 : 0);
  }
  const lines = Array.from(
    { length: received },
    (_, at) => `64 bytes from ${ROUTER}: icmp_seq=${at + 1} ttl=64 time=${ms}.0 ms\n`,
  );
  const loss = ((100 * lost) / sent).toFixed(os === 'darwin' ? 1 : 0);
  const times =
    received === 0
      ? ''
      : `${os === 'darwin' ? 'round-trip' : 'rtt'} min/avg/max/${os === 'darwin' ? 'stddev' : 'mdev'} = ${ms}.0/${ms}.0/${ms}.0/0.1 ms\n`;
  return exec(
    `PING ${ROUTER}\n${lines.join('')}${says}\n--- ${ROUTER} ping statistics ---\n${sent} packets transmitted, ${received}${os === 'darwin' ? ' packets' : ''} received, ${loss}% packet loss\n${times}`,
    lost === sent ? 1 : 0,
  );
};

/** Twenty echoes to the router and to each of three anchors; `lost` of them beyond the router, by anchor. */
export const series = (os: EvidenceOs, lost: readonly number[], ms = 20): Answers => {
  const reached = anchors.slice(0, 3).map(({ ipv4 = '' }) => ipv4);
  const all = [ROUTER, ...reached].map((address, at) => ({
    address,
    lost: at === 0 ? 0 : (lost[at - 1] ?? 0),
    ms: at === 0 ? 2 : ms,
  }));
  if (os !== 'win32')
    return Object.fromEntries(
      all.map(({ address, ...rest }) => [`net.ping.series/${address}`, echoes(os, 20, rest)]),
    );
  return {
    [`net.echoes/${all.map(({ address }) => address).join(' ')}`]: json({
      echoes: all.flatMap((one) =>
        Array.from({ length: 20 }, (_, at) => ({
          address: one.address,
          ...(at < one.lost ? { status: 11_010, ms: 0 } : { status: 0, ms: one.ms }),
        })),
      ),
    }),
  };
};

const addressOf = (name: string): string => `198.51.100.${20 + [...NAMES, ...controls].indexOf(name)}`;

/** Everything that the check may ask of what stands around. */
export const around = (os: EvidenceOs, own: Around): Answers => {
  const tcp = own.tcp ?? (() => tries('connected'));
  const tls = own.tls ?? ((host: string) => secure(host));
  const http =
    own.http ??
    ((url: string) => {
      const probe = probes.find((one) => one.url === url);
      return page(probe?.status ?? 200, probe?.body ?? '');
    });
  const resolve =
    own.resolve ??
    ((_: string, name: string) =>
      MADE_UP.includes(name) ? answer('NXDOMAIN') : answer('NOERROR', [addressOf(name)]));
  const lookup = own.lookup ?? (() => found());
  const ping = own.ping ?? (() => echoes(os, 2));
  const places = anchors.flatMap(({ ipv4 = '', ipv6 = '' }) => [ipv4, ipv6]);
  const entries: (readonly [string, Given])[] = [
    ...[ROUTER, 'fe80::1%eth0', 'fe80::1%en0', ...places].flatMap((target) => [
      [`net.ping/${target}`, ping(target)] as const,
      [`net.ping.patient/${target}`, ping(target)] as const,
    ]),
    ...places.map((address) => {
      const endpoint = address.includes(':') ? `[${address}]:443` : `${address}:443`;
      return [`net.tcp/${endpoint}`, raw('tcp', tcp(endpoint))] as const;
    }),
    ...controls.map((host) => [`net.tls/${host}`, raw('tls', tls(host))] as const),
    ...probes.map(({ url }) => [`net.http/${url}`, raw('http', http(url))] as const),
    ...NAMES.map((name) => [`net.lookup/${name}`, raw('lookup', lookup(name))] as const),
    ...[ROUTER, ...settings.targets.resolvers].flatMap((server) =>
      [...NAMES, ...MADE_UP].map(
        (name) => [`net.resolve/${server} ${name}`, raw('resolve', resolve(server, name))] as const,
      ),
    ),
  ];
  return Object.fromEntries(entries);
};

/** What every system is asked alike. */
export const common = (os: EvidenceOs): Answers => ({
  'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }),
  'system.user': raw('user', { name: 'anna', home: '/home/anna', uid: 1000, elevated: false }),
  'system.platform': raw('system', {
    platform: os,
    release: os === 'linux' ? '6.1.0-40-amd64' : os === 'darwin' ? '24.5.0' : '10.0.26100',
    arch: 'x64',
    hostname: 'desk',
    bootedSecondsAgo: 9000,
  }),
  'net.hosts': file('127.0.0.1 localhost\n::1 localhost\n'),
  'net.proxy.environment': raw('env', { values: {} }),
});

export const linkOf = (given: Readonly<Record<string, string>> = {}) => ({
  flags: '0x1003\n',
  type: '1\n',
  carrier: '1\n',
  speed: '1000\n',
  duplex: 'full\n',
  device: '',
  ...given,
});
export const LO = { flags: '0x9\n', type: '772\n', carrier: '1\n' };

/** `ip -j addr`, as short as the parser needs it. */
export const ipAddr = (...all: readonly string[]): Answer =>
  json(
    [...new Set(all.map((one) => one.split(' ')[0]))].map((ifname) => ({
      ifname,
      addr_info: all
        .filter((one) => one.startsWith(`${ifname} `))
        .map((one) => {
          const [local = '', prefixlen] = (one.split(' ')[1] ?? '').split('/');
          return { family: local.includes(':') ? 'inet6' : 'inet', local, prefixlen: Number(prefixlen) };
        }),
    })),
  );

/** `ip -j route`: `default via 192.168.1.1 dev eth0`. */
export const ipRoute = (...all: readonly string[]): Answer =>
  json(
    all.map((one) => {
      const words = one.split(' ');
      const after = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
      const [gateway, metric] = [after('via'), after('metric')];
      return {
        dst: words[0],
        ...(gateway !== undefined && { gateway }),
        dev: after('dev'),
        protocol: after('proto') ?? 'dhcp',
        ...(metric !== undefined && { metric: Number(metric) }),
        flags: words.includes('linkdown') ? ['linkdown'] : [],
      };
    }),
  );

/** `ip -j neigh` of the router. */
export const ipNeigh = (state: string): Answer => json([{ dst: ROUTER, dev: 'eth0', state: [state] }]);

/** A computer on a cable, with IPv4 and IPv6. */
export const linux = (given: Answers = {}, beyond: Around = {}): Answers => ({
  ...common('linux'),
  'net.adapters': attributes({ lo: LO, eth0: linkOf() }),
  'net.addresses': ipAddr(
    'lo 127.0.0.1/8',
    'lo ::1/128',
    `eth0 ${OWN}/24`,
    'eth0 2001:db8:1::10/64',
    'eth0 fe80::10/64',
  ),
  'net.routes': ipRoute(`default via ${ROUTER} dev eth0`, '192.168.1.0/24 dev eth0 proto kernel'),
  'net.routes6': ipRoute('default via fe80::1 dev eth0 proto ra', '2001:db8:1::/64 dev eth0 proto ra'),
  'net.neighbours': ipNeigh('REACHABLE'),
  'net.neighbours.later': ipNeigh('REACHABLE'),
  'net.resolvers': file(`nameserver ${ROUTER}\n`),
  'net.manual': file('auto lo\niface lo inet loopback\n'),
  'net.proxy.session': file(''),
  'net.proxy.system': none(),
  'net.verdict': exec('full\n'),
  ...around('linux', beyond),
  ...given,
});

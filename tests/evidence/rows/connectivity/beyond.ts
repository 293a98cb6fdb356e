/** What stands beyond the computer is asked in the same way on every system. */
import {
  answer,
  noAnswer,
  noConnection,
  noHandshake,
  noPage,
  notFound,
  page,
  secure,
  tries,
  untrusted,
} from '../../../checks/connectivity/world.ts';
import { type Evidence, type EvidenceOs, file, none, raw } from '../../evidence.ts';
import {
  type Answers,
  type Around,
  anchors,
  echoes,
  linux,
  MADE_UP,
  NAMES,
  probes,
  ROUTER,
  series,
} from '../../network.ts';
import { mac, windows } from '../../network-systems.ts';

const SYSTEMS: readonly EvidenceOs[] = ['linux', 'win32', 'darwin'];

const machineOf = (os: EvidenceOs, around: Around, given: Answers): Answers =>
  os === 'linux' ? linux(given, around) : os === 'darwin' ? mac(given, around) : windows({}, around, given);

interface Scenario {
  readonly code: string;
  readonly what: string;
  readonly around?: (os: EvidenceOs) => Around;
  readonly given?: (os: EvidenceOs) => Answers;
  readonly settings?: Evidence['settings'];
  readonly quiet?: true;
}

const isRouter = (target: string): boolean => target === ROUTER || target.startsWith('fe80');

/** Nothing from beyond the router. */
const CUT_OFF = (os: EvidenceOs): Around => ({
  tcp: () => tries('timeout', 3000),
  tls: () => noConnection('no-name', 'EAI_AGAIN'),
  http: () => noPage('no-name', 'EAI_AGAIN'),
  resolve: () => noAnswer('timeout'),
  lookup: () => notFound,
  ping: (target) => (isRouter(target) ? echoes(os, 2) : echoes(os, 2, { lost: 2 })),
});

const PORTAL = page(302, '', { location: 'https://login.wifi.example/' });
const [first = ''] = anchors.map(({ ipv4 = '' }) => ipv4);

/** One connection of twelve was sent again. */
const ONE_RESENT = (endpoint: string) =>
  endpoint.startsWith(first)
    ? { attempts: [...tries('connected').attempts.slice(0, 2), { outcome: 'connected' as const, ms: 1030 }] }
    : tries('connected');

const whole = (os: EvidenceOs, working: number): Answers =>
  Object.fromEntries(
    [1500, 1492, 1420, 1280, 1000].map((bytes) => [
      `net.ping.whole/${first}@${bytes}`,
      echoes(os, 2, bytes <= working ? {} : { lost: 2 }),
    ]),
  );

const STALLS: Around = { tls: () => noHandshake('handshake-timeout', 'ETIMEDOUT') };

const scenarios: readonly Scenario[] = [
  {
    code: 'internet-unreachable',
    what: 'the router answers pings, all four anchors time out',
    around: CUT_OFF,
  },
  {
    code: 'internet-unreachable',
    what: 'one blocked anchor decides nothing',
    around: () => ({ tcp: (endpoint) => tries(endpoint.startsWith(first) ? 'timeout' : 'connected') }),
    quiet: true,
  },
  {
    code: 'internet-unreachable',
    what: 'pings are blocked everywhere, all else works',
    around: (os) => ({ ping: () => echoes(os, 2, { lost: 2 }) }),
    quiet: true,
  },
  {
    code: 'captive-portal',
    what: 'every page leads to a sign-in (302), nothing else gets out',
    around: () => ({
      http: () => PORTAL,
      tcp: () => tries('timeout', 3000),
      tls: () => noConnection('timeout'),
    }),
  },
  {
    code: 'captive-portal',
    what: 'RFC 6585: 511 Network Authentication Required',
    around: () => ({ http: () => page(511, '<p>Sign in'), tls: () => noHandshake('handshake-failed') }),
  },
  {
    code: 'captive-portal',
    what: 'the probes answer 204 and their own words: nobody stands between',
    quiet: true,
  },
  {
    code: 'captive-portal',
    what: "one probe's own server is in trouble (503)",
    around: () => ({
      http: (url) => {
        const probe = probes.find((one) => one.url === url);
        return url === probes[0]?.url
          ? page(503, 'try later')
          : page(probe?.status ?? 200, probe?.body ?? '');
      },
    }),
    quiet: true,
  },
  {
    code: 'dns-unreachable',
    what: 'the configured server is silent, another one and the anchors answer',
    around: () => ({
      resolve: (server) => (server === ROUTER ? noAnswer('timeout') : answer('NOERROR', ['198.51.100.9'])),
      lookup: () => notFound,
      tls: () => noConnection('no-name', 'EAI_AGAIN'),
      http: () => noPage('no-name', 'EAI_AGAIN'),
    }),
  },
  {
    code: 'dns-bad-answers',
    what: 'SERVFAIL for every name that another server knows',
    around: () => ({
      resolve: (server, name) =>
        server === ROUTER
          ? answer('SERVFAIL')
          : answer('NOERROR', [`198.51.100.${20 + NAMES.indexOf(name)}`]),
      lookup: () => notFound,
      tls: () => noConnection('no-name', 'EAI_AGAIN'),
      http: () => noPage('no-name', 'EAI_AGAIN'),
    }),
  },
  {
    code: 'dns-hijack',
    what: 'an address for names that cannot exist (RFC 6761)',
    around: () => ({
      resolve: (_, name) =>
        answer('NOERROR', [
          MADE_UP.includes(name) ? '203.0.113.66' : `198.51.100.${20 + NAMES.indexOf(name)}`,
        ]),
    }),
  },
  {
    code: 'dns-slow',
    what: 'three seconds for every name',
    around: () => ({
      resolve: (_, name) =>
        MADE_UP.includes(name)
          ? answer('NXDOMAIN', [], 3010)
          : answer('NOERROR', [`198.51.100.${20 + NAMES.indexOf(name)}`], 3010),
      lookup: () => ({ outcome: 'found', addresses: ['198.51.100.20'], ms: 3020 }),
    }),
  },
  {
    code: 'proxy-misconfigured',
    what: 'http_proxy names a port on which nobody listens, the direct way works',
    given: () => ({
      'net.proxy.environment': raw('env', { values: { http_proxy: 'http://127.0.0.1:8888' } }),
      'net.tcp/127.0.0.1:8888': raw('tcp', tries('refused', 1, 'ECONNREFUSED')),
      ...viaProxy('http://127.0.0.1:8888', () => noPage('refused', 'ECONNREFUSED')),
    }),
  },
  {
    code: 'proxy-misconfigured',
    what: 'a proxy that works',
    given: () => ({
      'net.proxy.environment': raw('env', { values: { http_proxy: 'http://10.0.0.5:3128' } }),
      'net.tcp/10.0.0.5:3128': raw('tcp', tries('connected')),
      ...viaProxy('http://10.0.0.5:3128', (at) => page(probes[at]?.status ?? 200, probes[at]?.body ?? '')),
    }),
    quiet: true,
  },
  {
    code: 'proxy-auth-required',
    what: '407 for every page',
    given: () => ({
      'net.proxy.environment': raw('env', { values: { http_proxy: 'http://10.0.0.5:3128' } }),
      'net.tcp/10.0.0.5:3128': raw('tcp', tries('connected')),
      ...viaProxy('http://10.0.0.5:3128', () => page(407, '', { 'proxy-authenticate': 'Basic realm="x"' })),
    }),
  },
  {
    code: 'https-blocked',
    what: 'port 443 times out for everybody, plain pages open',
    around: () => ({ tcp: () => tries('timeout', 3000), tls: () => noConnection('timeout', 'ETIMEDOUT') }),
  },
  {
    code: 'tls-failure',
    what: 'three sites of different owners close the connection after the greeting',
    around: () => ({ tls: () => noHandshake('handshake-failed') }),
  },
  {
    code: 'tls-failure',
    what: 'certificates that are not valid yet: this clock is wrong',
    around: () => ({ tls: (host) => untrusted(host, 'CERT_NOT_YET_VALID', 'CN=A Public Authority') }),
  },
  {
    code: 'tls-interception',
    what: 'one unknown authority vouches for three unrelated sites',
    around: () => ({
      tls: (host) => untrusted(host, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CN=Avast Web Shield Root'),
    }),
  },
  {
    code: 'site-certificate-invalid',
    what: "one site's certificate has run out, the others are right",
    around: () => ({
      tls: (host) =>
        host === 'ya.ru' ? untrusted(host, 'CERT_HAS_EXPIRED', 'CN=A Public Authority') : secure(host),
    }),
  },
  {
    code: 'site-down',
    what: "the person's own site refuses connections, the others answer",
    given: () => ({
      'net.tls/shop.example': raw('tls', noConnection('refused', 'ECONNREFUSED')),
      'net.lookup/shop.example': raw('lookup', { outcome: 'found', addresses: ['203.0.113.9'], ms: 9 }),
    }),
    settings: { sites: ['shop.example'] },
  },
  {
    code: 'hosts-override',
    what: 'a line for a public name that DNS answers otherwise',
    given: () => ({
      'net.hosts': file('127.0.0.1 localhost\n203.0.113.99 shop.example\n'),
      [`net.resolve/${ROUTER} shop.example`]: raw('resolve', answer('NOERROR', ['198.51.100.44'])),
    }),
  },
  {
    code: 'hosts-override',
    what: "the computer's own name, names of the house and a developer's own",
    given: () => ({
      'net.hosts': file(
        '127.0.0.1 localhost\n127.0.1.1 desk.home.arpa desk\n192.168.1.7 nas.lan\n127.0.0.1 app.example\n',
      ),
      [`net.resolve/${ROUTER} app.example`]: raw('resolve', answer('NXDOMAIN')),
    }),
    quiet: true,
  },
  {
    code: 'firewall-blocks',
    what: 'this system itself refuses the connection (EPERM, EACCES of Winsock)',
    around: (os) => ({ tcp: () => tries('denied', 1, os === 'win32' ? 'EACCES' : 'EPERM') }),
  },
  {
    code: 'mtu-blackhole',
    what: 'handshakes stall; 1500 whole bytes get lost, 1492 pass (PPPoE)',
    around: () => STALLS,
    given: (os) => ({
      ...whole(os, 1492),
      [`net.download/${'https://speed.cloudflare.com/__down?bytes=1000000'}`]: none('timeout'),
    }),
  },
  {
    code: 'mtu-blackhole',
    what: 'handshakes stall, packets of all sizes pass: it is not the size',
    around: () => STALLS,
    given: (os) => whole(os, 1500),
    quiet: true,
  },
  {
    code: 'path-quality-poor',
    what: 'of twenty echoes to each of three anchors three to five are lost, none before the router',
    around: () => ({ tcp: ONE_RESENT }),
    given: (os) => series(os, [4, 3, 5]),
  },
  {
    code: 'path-quality-poor',
    what: 'the first anchor loses no echo, the line does',
    around: () => ({ tcp: ONE_RESENT }),
    given: (os) => series(os, [0, 1, 2]),
  },
  {
    code: 'path-quality-poor',
    what: 'no echo comes back from beyond, and of twenty connections four were sent again',
    around: (os) => ({
      tcp: ONE_RESENT,
      ping: (target) => echoes(os, 2, isRouter(target) ? {} : { lost: 2 }),
    }),
    given: (os) => ({
      ...series(os, [20, 20, 20]),
      [`net.tcp.series/${first}:443`]: raw('tcp', {
        attempts: Array.from({ length: 20 }, (_, at) => ({
          outcome: 'connected' as const,
          ms: at < 4 ? 1030 : 21,
        })),
      }),
    }),
  },
  {
    code: 'path-quality-poor',
    what: 'one connection was late, and of sixty echoes one is lost',
    around: () => ({ tcp: ONE_RESENT }),
    given: (os) => series(os, [1]),
    quiet: true,
  },
  {
    code: 'path-quality-poor',
    what: 'one anchor answers only some echoes, as servers may',
    around: () => ({ tcp: ONE_RESENT }),
    given: (os) => series(os, [9]),
    quiet: true,
  },
  {
    code: 'slow-throughput',
    what: 'handshakes take long, a download brings 64 kbit/s',
    around: () => ({ tls: (host) => secure(host, 2400) }),
    given: () => ({
      'net.download/https://speed.cloudflare.com/__down?bytes=1000000': raw('http', {
        ...page(200),
        outcome: 'stalled',
        bodyBytes: 30_000,
        complete: false,
        firstByteMs: 250,
        ms: 4000,
      }),
    }),
  },
  {
    code: 'slow-throughput',
    what: 'handshakes take long, a download is quick',
    around: () => ({ tls: (host) => secure(host, 2400) }),
    given: () => ({
      'net.download/https://speed.cloudflare.com/__down?bytes=1000000': raw('http', {
        ...page(200),
        bodyBytes: 1_000_000,
        firstByteMs: 50,
        ms: 850,
      }),
    }),
    quiet: true,
  },
];

/** The pages that are asked for through a proxy. */
function viaProxy(proxy: string, each: (at: number) => ReturnType<typeof page>): Answers {
  return Object.fromEntries(
    probes.slice(0, 2).map(({ url }, at) => [`net.http.via/${proxy} ${url}`, raw('http', each(at))]),
  );
}

export const connectivityBeyond: readonly Evidence[] = SYSTEMS.flatMap((os) =>
  scenarios.map(({ code, what, around, given, settings, quiet }) => ({
    code: `connectivity/${code}`,
    os,
    from: 'composed' as const,
    what,
    answers: machineOf(os, around?.(os) ?? {}, given?.(os) ?? {}),
    ...(settings !== undefined && { settings }),
    ...(quiet && { quiet }),
  })),
);

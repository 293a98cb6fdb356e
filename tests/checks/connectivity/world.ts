/** A computer and its surroundings in plain values, asked as `run` asks: round after round. */
import { diagnose } from '../../../checks/connectivity/findings.ts';
import { followUps } from '../../../checks/connectivity/follow-ups.ts';
import { type ConnectivityFacts, reads } from '../../../checks/connectivity/probe.ts';
import { type ConnectivitySettings, settings } from '../../../checks/connectivity/settings.ts';
import type { Connection, Raw, Reading, Source } from '../../../src/contract.ts';
import type { Adapter } from '../../../src/sources/network/adapters.ts';
import type { Address } from '../../../src/sources/network/addresses.ts';
import { familyOf } from '../../../src/sources/network/ip.ts';
import type { Neighbour } from '../../../src/sources/network/neighbours.ts';
import type { Ping } from '../../../src/sources/network/ping.ts';
import type { Route } from '../../../src/sources/network/routes.ts';
import { type Followed, factsOf, missing, ok } from '../../facts.ts';

export const adapter = (name: string, rest: Partial<Adapter> = {}): Adapter => ({
  name,
  physical: true,
  wireless: false,
  tunnel: false,
  loopback: false,
  enabled: true,
  carrier: true,
  speedMbps: 1000,
  fullDuplex: true,
  ...rest,
});

export const loopback = adapter('lo', { physical: false, loopback: true, speedMbps: null, fullDuplex: null });

export const tunnel = (name: string): Adapter =>
  adapter(name, { physical: false, tunnel: true, speedMbps: null, fullDuplex: null });

/** `eth0 192.168.1.10/24` */
export const address = (text: string, rest: Partial<Address> = {}): Address => {
  const [name = '', whole = ''] = text.split(' ');
  const [plain = '', prefix = ''] = whole.split('/');
  return {
    interface: name,
    family: familyOf(plain) ?? 4,
    address: plain,
    prefix: Number(prefix),
    duplicate: false,
    ...rest,
  };
};

/** `0.0.0.0/0 via 192.168.1.1 eth0` or `10.0.0.0/8 tun0` */
export const route = (text: string, rest: Partial<Route> = {}): Route => {
  const found = /^(\S+) (?:via (\S+) )?(\S+)$/.exec(text);
  const destination = found?.[1] ?? '';
  return {
    family: destination.includes(':') ? 6 : 4,
    destination,
    gateway: found?.[2] ?? null,
    interface: found?.[3] ?? '',
    metric: 0,
    linkDown: false,
    manual: false,
    ...rest,
  };
};

export const neighbour = (
  of: string,
  state: Neighbour['state'],
  rest: Partial<Neighbour> = {},
): Neighbour => ({
  address: of,
  interface: 'eth0',
  state,
  router: false,
  ...rest,
});

export const echoes = (sent: number, received: number, rest: Partial<Ping> = {}): Ping => ({
  sent,
  received,
  lossPct: Math.round((1000 * (sent - received)) / sent) / 10,
  minMs: received === 0 ? null : 1,
  averageMs: received === 0 ? null : 2,
  deviationMs: received === 0 ? null : 0.5,
  roundTripsMs: [],
  errors: [],
  ...rest,
});

export const tries = (outcome: Connection, ms = 20, code?: string): Raw['tcp'] => ({
  attempts: Array.from({ length: 3 }, () => ({ outcome, ms, ...(code !== undefined && { code }) })),
});

const certificate = (subject: string, issuer: string) => ({
  subject,
  issuer,
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2026-12-31T00:00:00.000Z',
  fingerprint: 'AA',
});

export const secure = (host: string, ms = 60): Raw['tls'] => ({
  outcome: 'secure',
  connection: 'connected',
  connectMs: 20,
  ms,
  chain: [certificate(host, 'A Public Authority')],
});

export const untrusted = (host: string, code: string, issuer: string): Raw['tls'] => ({
  outcome: 'untrusted',
  connection: 'connected',
  code,
  connectMs: 20,
  ms: 60,
  chain: [certificate(host, issuer)],
});

export const noHandshake = (
  outcome: 'handshake-failed' | 'handshake-timeout',
  code = 'ECONNRESET',
): Raw['tls'] => ({
  outcome,
  connection: 'connected',
  code,
  connectMs: 20,
  ms: 4000,
  chain: [],
});

export const noConnection = (connection: Connection, code?: string): Raw['tls'] => ({
  outcome: 'tcp-failed',
  connection,
  ms: 3000,
  chain: [],
  ...(code !== undefined && { code }),
});

export const page = (
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Raw['http'] => ({
  outcome: 'answered',
  status,
  headers,
  body,
  bodyBytes: body.length,
  complete: true,
  connectMs: 20,
  firstByteMs: 40,
  ms: 41,
});

export const noPage = (outcome: Raw['http']['outcome'], code?: string): Raw['http'] => ({
  outcome,
  headers: {},
  body: '',
  bodyBytes: 0,
  complete: false,
  ms: 3000,
  ...(code !== undefined && { code }),
});

export const answer = (rcode: string, addresses: readonly string[] = [], ms = 10): Raw['resolve'] => ({
  outcome: 'answered',
  rcode,
  addresses,
  extendedErrors: [],
  ms,
});

export const noAnswer = (outcome: Raw['resolve']['outcome'], code?: string): Raw['resolve'] => ({
  outcome,
  addresses: [],
  extendedErrors: [],
  ms: 5000,
  ...(code !== undefined && { code }),
});

export const found = (ms = 12): Raw['lookup'] => ({ outcome: 'found', addresses: ['198.51.100.7'], ms });

export const notFound: Raw['lookup'] = { outcome: 'not-found', code: 'EAI_AGAIN', addresses: [], ms: 5000 };

/** By id of a family or source; given what stands behind the slash. `undefined`: as in the healthy world. */
type Replies = Readonly<Record<string, (parameter: string) => unknown>>;

type Named = { readonly [N in keyof typeof reads]?: Reading<unknown> };

export interface World {
  readonly named: Named;
  readonly replies: Replies;
  readonly settings: ConnectivitySettings;
}

const probeOf = (url: string) => settings.targets.probes.find((probe) => probe.url === url);

const isMadeUp = (name: string): boolean => name.startsWith('ts-');

/** Sites of different owners live in different places. */
const addressOf = (name: string): string => {
  const place = [...settings.targets.probes.map(({ url }) => url), ...settings.targets.controls].findIndex(
    (target) => target.includes(name),
  );
  return place < 0 ? '198.51.100.7' : `198.51.100.${20 + place}`;
};

/** What the surroundings of a computer answer on which nothing is wrong. */
const fine: Replies = {
  'net.ping': () => echoes(2, 2),
  'net.ping.patient': () => echoes(8, 8),
  'net.ping.series': () => echoes(20, 20),
  'net.ping.through': () => echoes(2, 2),
  'net.ping.whole': () => echoes(2, 2),
  'net.tcp': () => tries('connected'),
  'net.tcp.from': () => tries('connected'),
  'net.tcp.series': () => tries('connected'),
  'net.tls': (host) => secure(host),
  'net.http': (url) => page(probeOf(url)?.status ?? 200, probeOf(url)?.body ?? ''),
  'net.http.via': (target) => {
    const probe = probeOf(target.split(' ')[1] ?? '');
    return page(probe?.status ?? 200, probe?.body ?? '');
  },
  'net.download': () => ({ ...page(200), bodyBytes: 1_000_000, firstByteMs: 50, ms: 850 }),
  'net.resolve': (target) => {
    const name = target.split(' ')[1] ?? '';
    return isMadeUp(name) ? answer('NXDOMAIN') : answer('NOERROR', [addressOf(name)]);
  },
  'net.lookup': () => found(),
  'net.neighbours': () => [neighbour('192.168.1.1', 'reachable')],
  'net.neighbours.later': () => [neighbour('192.168.1.1', 'reachable')],
  'net.wifi.link': () => ({ associated: true, ssid: 'home', signalDbm: -50, bitrateMbps: 300 }),
  'net.wifi.failures': () => [],
  'net.ethernet.modes': () => 1000,
  'net.arping': () => ({ taken: false }),
  'net.leases': () => [],
  'machine.processor': () => ({ hypervisor: false }),
  // No systemd here.
  'systemd.units': () => unread,
  'drivers.command-line': () => ['BOOT_IMAGE=/vmlinuz', 'quiet'],
};

/** A computer on a cable behind a home router, with IPv4 and IPv6, on which nothing is wrong. */
export const home: World = {
  named: {
    clock: ok({ epochMs: 1_790_000_000_000, timeZone: 'UTC' }),
    user: ok({ name: 'anna', home: '/home/anna', uid: 1000, elevated: false }),
    platform: ok({
      platform: 'linux',
      release: '6.1.0',
      arch: 'x64',
      hostname: 'desk',
      bootedSecondsAgo: 9000,
    }),
    adapters: ok([loopback, adapter('eth0')]),
    addresses: ok([
      address('lo 127.0.0.1/8'),
      address('eth0 192.168.1.10/24'),
      address('eth0 2001:db8:1::10/64'),
      address('eth0 fe80::10/64'),
    ]),
    routes: ok([route('0.0.0.0/0 via 192.168.1.1 eth0'), route('192.168.1.0/24 eth0')]),
    routes6: ok([route('::/0 via fe80::1 eth0'), route('2001:db8:1::/64 eth0')]),
    resolvers: ok(['192.168.1.1']),
    hosts: ok([]),
    environmentProxies: ok([]),
    sessionProxies: ok([]),
  },
  replies: fine,
  settings,
};

/** The same world but for what is said. */
export const but = (
  world: World,
  named: Named,
  replies: Replies = {},
  changed: Partial<ConnectivitySettings> = {},
): World => ({
  named: { ...world.named, ...named },
  replies: { ...world.replies, ...replies },
  settings: { ...world.settings, ...changed },
});

const reply = (world: World, { id }: Source<unknown>): Followed[1] => {
  const [family = '', ...rest] = id.split('/');
  const parameter = rest.join('/');
  const value = world.replies[family]?.(parameter) ?? fine[family]?.(parameter);
  if (value === undefined) throw new Error(`nobody answers ${id} in this world`);
  return typeof value === 'object' && value !== null && 'unread' in value
    ? missing('timeout', 'after 3 s', id)
    : ok(value, id);
};

/** Stands for a read that came to nothing. */
export const unread = { unread: true };

/** Asks round after round, as `run` does, and diagnoses what came back. */
export const examine = (world: World) => {
  const asked = new Map<string, Followed>();
  const facts = (): ConnectivityFacts =>
    // Each name holds a value of its own source's type, as far as the worlds above are true to them.
    factsOf(reads, world.named as Parameters<typeof factsOf<typeof reads>>[1], [...asked.values()]);
  for (let round = 0; round < 8; round++) {
    const fresh = followUps(facts(), world.settings).filter(({ id }) => !asked.has(id));
    if (fresh.length === 0) break;
    for (const source of fresh) asked.set(source.id, [source, reply(world, source)]);
  }
  return { ...diagnose(facts(), world.settings), asked: [...asked.keys()] };
};

/** The findings that are more than a remark. */
export const troubles = (world: World): readonly string[] =>
  examine(world)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code);

/** Nothing from beyond answers: neither by address nor by name. */
export const cutOff: Replies = {
  'net.tcp': () => tries('timeout', 3000),
  'net.tls': () => noConnection('no-name', 'EAI_AGAIN'),
  'net.http': () => noPage('no-name', 'EAI_AGAIN'),
  'net.http.via': () => noPage('timeout'),
  'net.resolve': () => noAnswer('timeout'),
  'net.lookup': () => notFound,
  'net.ping': (target) => (/^(192\.168|fe80)/.test(target) ? echoes(2, 2) : echoes(2, 0)),
  'net.ping.through': () => echoes(2, 0),
};

/** The same from a computer without any way out: the system itself says so at once. */
export const stranded: Replies = {
  ...cutOff,
  'net.tcp': () => tries('unreachable', 1, 'ENETUNREACH'),
  'net.resolve': () => noAnswer('unreachable', 'ENETUNREACH'),
  'net.ping': () => echoes(2, 0),
};

/** Portals, proxies, secure connections, single sites, quality: `diagnose` on plain facts. */
import { describe, expect, test } from 'vitest';
import { ok } from '../../facts.ts';
import {
  but,
  cutOff,
  echoes,
  examine,
  found,
  home,
  noConnection,
  noHandshake,
  noPage,
  notFound,
  page,
  secure,
  tries,
  troubles,
  untrusted,
} from './world.ts';

describe('captive portals', () => {
  const closed = {
    'net.tls': () => noHandshake('handshake-failed'),
    'net.tcp': () => tries('timeout', 3000),
  };
  const portal = (http: ReturnType<typeof page>) =>
    examine(but(home, {}, { ...closed, 'net.http': () => http })).findings[0];

  test('one that redirects names its page', () => {
    expect(portal(page(302, '', { location: 'http://portal.lan/login' }))).toMatchObject({
      code: 'connectivity/captive-portal',
      params: { status: 302, portal: 'http://portal.lan/login' },
    });
  });

  test("one that answers in the site's name", () => {
    expect(portal(page(200, '<html>Welcome to our hotel'))).toMatchObject({
      code: 'connectivity/captive-portal',
      params: { status: 200, portal: '' },
    });
  });

  test('one that says 511, as RFC 6585 asks', () => {
    expect(portal(page(511, 'sign in'))).toMatchObject({ code: 'connectivity/captive-portal' });
  });

  test("a probe's own server that is in trouble is no portal", () => {
    expect(troubles(but(home, {}, { 'net.http': () => page(503) }))).toEqual([]);
  });

  test('pages that a filter changes while secure sites open are no portal', () => {
    expect(troubles(but(home, {}, { 'net.http': () => page(200, 'an advertisement') }))).not.toContain(
      'connectivity/captive-portal',
    );
  });
});

describe('port 443', () => {
  test.each([
    ['dropped', 'timeout'],
    ['rejected', 'refused'],
  ] as const)('%s for everybody while plain pages open', (how, outcome) => {
    const world = but(
      home,
      {},
      {
        'net.tcp': () => tries(outcome, 3000),
        'net.tls': () => noConnection(outcome),
      },
    );
    expect(examine(world).findings).toMatchObject([{ code: 'connectivity/https-blocked', params: { how } }]);
  });
});

describe('proxies', () => {
  const PROXY = 'proxy.corp:3128';
  const set = { environmentProxies: ok([{ for: 'all', url: `http://${PROXY}`, setIn: 'https_proxy' }]) };
  const door = (outcome: 'refused' | 'timeout' | 'connected' | 'no-name') => ({
    'net.tcp': (target: string) => (target === PROXY ? tries(outcome) : undefined),
  });

  test('one that works is no finding', () => {
    expect(troubles(but(home, set))).toEqual([]);
  });

  test.each(['refused', 'timeout', 'no-name'] as const)('one that is gone (%s)', (outcome) => {
    expect(examine(but(home, set, door(outcome))).findings).toMatchObject([
      {
        code: 'connectivity/proxy-misconfigured',
        params: { proxy: PROXY, setIn: 'https_proxy', how: outcome },
      },
    ]);
  });

  describe('a script that chooses them', () => {
    const URL = 'http://wpad.example/proxy.pac';
    const scripted = {
      systemProxies: ok([{ for: 'script', url: URL, setIn: 'Internet Settings' }]),
    } as const;
    const gives = (answer: ReturnType<typeof page | typeof noPage>) => ({
      'net.http': (url: string) => (url === URL ? answer : undefined),
    });

    test('is no finding when it is there', () => {
      expect(troubles(but(home, scripted, gives(page(200, 'function FindProxyForURL() {}'))))).toEqual([]);
    });

    test.each([
      ['HTTP 404', page(404)],
      ['refused', noPage('refused')],
    ])('is one when it is gone (%s)', (how, answer) => {
      expect(examine(but(home, scripted, gives(answer))).findings).toMatchObject([
        { code: 'connectivity/proxy-misconfigured', params: { proxy: URL, setIn: 'Internet Settings', how } },
      ]);
    });
  });

  test('one whose address is none', () => {
    const world = but(home, {
      environmentProxies: ok([{ for: 'all', url: 'http://', setIn: 'http_proxy' }]),
    });
    expect(troubles(world)).toEqual(['connectivity/proxy-misconfigured']);
  });

  test('one that refuses while nothing else works either is named beside the line', () => {
    const world = but(home, set, {
      ...cutOff,
      'net.tcp': (target) => (target === PROXY ? tries('refused') : tries('timeout', 3000)),
    });
    expect(troubles(world)).toContain('connectivity/proxy-misconfigured');
  });

  test('one that is only silent while nothing else works is not blamed', () => {
    expect(troubles(but(home, set, cutOff))).not.toContain('connectivity/proxy-misconfigured');
  });

  test('one that wants somebody to sign in', () => {
    expect(examine(but(home, set, { 'net.http.via': () => page(407) })).findings).toMatchObject([
      { code: 'connectivity/proxy-auth-required', params: { proxy: PROXY } },
    ]);
  });

  test('one that answers with something else while the way around it works', () => {
    expect(troubles(but(home, set, { 'net.http.via': () => page(502) }))).toEqual([
      'connectivity/proxy-misconfigured',
    ]);
  });
});

describe('secure connections', () => {
  test('handshakes that fail everywhere', () => {
    const world = but(home, {}, { 'net.tls': () => noHandshake('handshake-failed', 'EPROTO') });
    expect(examine(world).findings).toMatchObject([
      {
        code: 'connectivity/tls-failure',
        severity: 'critical',
        params: { code: 'EPROTO', failed: 3, tried: 3 },
      },
    ]);
  });

  test("one stranger's authority for all of them", () => {
    const world = but(
      home,
      {},
      {
        'net.tls': (host) => untrusted(host, 'SELF_SIGNED_CERT_IN_CHAIN', 'CN=Web Filter'),
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/tls-interception', severity: 'warning', params: { issuer: 'CN=Web Filter' } },
    ]);
  });

  test("expired everywhere is the clock's or the network's, not a stranger's", () => {
    const world = but(
      home,
      {},
      { 'net.tls': (host) => untrusted(host, 'CERT_HAS_EXPIRED', 'A Public Authority') },
    );
    expect(troubles(world)).toEqual(['connectivity/tls-failure']);
  });

  test('one site whose certificate has run out', () => {
    const world = but(
      home,
      {},
      {
        'net.tls': (host) =>
          host === 'shop.example.com' ? untrusted(host, 'CERT_HAS_EXPIRED', 'A Public Authority') : undefined,
      },
      { sites: ['shop.example.com'] },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/site-certificate-invalid', subject: 'shop.example.com', severity: 'warning' },
    ]);
  });
});

describe('one site', () => {
  const shop = (tls: unknown, lookup: unknown = found()) =>
    examine(
      but(
        home,
        {},
        {
          'net.tls': (host) => (host === 'shop.example.com' ? tls : undefined),
          'net.lookup': (name) => (name === 'shop.example.com' ? lookup : undefined),
        },
        { sites: ['https://shop.example.com/'] },
      ),
    ).findings;

  test('that refuses connections', () => {
    expect(shop(noConnection('refused', 'ECONNREFUSED'))).toMatchObject([
      { code: 'connectivity/site-down', severity: 'warning', params: { layer: 'tcp', how: 'refused' } },
    ]);
  });

  test('whose name is gone', () => {
    expect(shop(noConnection('no-name', 'ENOTFOUND'), notFound)).toMatchObject([
      { code: 'connectivity/site-down', params: { layer: 'dns' } },
    ]);
  });

  test('that breaks off in the middle of the handshake', () => {
    expect(shop(noHandshake('handshake-failed'))).toMatchObject([
      { code: 'connectivity/site-down', params: { layer: 'tls', how: 'ECONNRESET' } },
    ]);
  });

  test('that answers with an error of its own', () => {
    const world = but(
      home,
      {},
      { 'net.http': (url) => (url === 'https://shop.example.com/' ? page(503) : undefined) },
      {
        sites: ['shop.example.com'],
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/site-down', severity: 'warning', params: { layer: 'http', how: '503' } },
    ]);
  });

  test('that asks to sign in works', () => {
    const world = but(
      home,
      {},
      { 'net.http': (url) => (url === 'https://shop.example.com/' ? page(401) : undefined) },
      {
        sites: ['shop.example.com'],
      },
    );
    expect(troubles(world)).toEqual([]);
  });

  test('that works is none', () => {
    expect(shop(secure('shop.example.com'))).toEqual([]);
  });
});

describe('quality', () => {
  const late = {
    'net.tcp': () => ({ attempts: [20, 20, 1040].map((ms) => ({ outcome: 'connected', ms })) }),
  };

  test('packets lost on the way to the router', () => {
    const world = but(home, {}, { ...late, 'net.ping.series': () => echoes(20, 15) });
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/path-quality-poor', params: { segment: 'local', lossPct: 25 } },
    ]);
  });

  test('packets lost beyond it', () => {
    const world = but(
      home,
      {},
      {
        ...late,
        'net.ping.series': (target) => echoes(20, target.startsWith('192.168') ? 20 : 12),
      },
    );
    expect(examine(world).findings).toMatchObject([
      {
        code: 'connectivity/path-quality-poor',
        severity: 'warning',
        params: { segment: 'beyond', lossPct: 40 },
      },
    ]);
  });

  test('a line that loses makes names late too: the line is named, not the name server', () => {
    const world = but(
      home,
      {},
      {
        ...late,
        'net.ping.series': (target) => echoes(20, target.startsWith('192.168') ? 20 : 12),
        'net.lookup': () => found(4000),
      },
    );
    expect(troubles(world)).toEqual(['connectivity/path-quality-poor']);
  });

  test('one lost of sixty is no loss, one of every twenty is', () => {
    const losing = (...targets: readonly string[]) =>
      troubles(
        but(
          home,
          {},
          { ...late, 'net.ping.series': (target) => echoes(20, targets.includes(target) ? 19 : 20) },
        ),
      );
    expect(losing('8.8.8.8')).toEqual([]);
    expect(losing('192.168.1.1')).toEqual([]);
    expect(losing('1.1.1.1', '8.8.8.8', '9.9.9.9')).toEqual(['connectivity/path-quality-poor']);
  });

  test('targets that ignore pings tell nothing of loss: connections do', () => {
    const world = but(
      home,
      {},
      {
        ...late,
        'net.ping.series': (target) => echoes(20, target.startsWith('192.168') ? 20 : 0),
      },
    );
    expect(troubles(world)).toEqual([]);
    const { attempts } = tries('connected');
    const resent = { attempts: [...attempts, ...tries('connected', 1040).attempts] };
    expect(troubles(but(world, {}, { 'net.tcp.series': () => resent }))).toEqual([
      'connectivity/path-quality-poor',
    ]);
  });

  test('a line with long delays', () => {
    const world = but(
      home,
      {},
      {
        'net.tcp': () => tries('connected', 650),
        'net.tls': (host) => ({ ...secure(host, 2000), connectMs: 650 }),
        'net.ping.series': (target) =>
          echoes(20, 20, target.startsWith('192.168') ? {} : { minMs: 600, averageMs: 640, deviationMs: 10 }),
      },
    );
    expect(examine(world).findings).toMatchObject([
      {
        code: 'connectivity/path-quality-poor',
        severity: 'critical',
        params: { segment: 'beyond', averageMs: 640 },
      },
    ]);
  });

  test('echoes that are late only while our own first burst leaves the line are no trouble', () => {
    const late20 = [1200, 1000, 800, 600, 400, 300, 200, 100, ...Array.from({ length: 12 }, () => 20)];
    const world = but(
      home,
      {},
      {
        ...late,
        'net.ping.series': (target) =>
          echoes(
            20,
            20,
            target.startsWith('192.168')
              ? {}
              : { minMs: 20, averageMs: 140, deviationMs: 250, roundTripsMs: late20 },
          ),
      },
    );
    expect(troubles(world)).toEqual([]);
  });

  test('a line that carries little', () => {
    const world = but(
      home,
      {},
      {
        'net.tls': (host) => secure(host, 900),
        'net.download': () => ({
          ...page(200),
          bodyBytes: 32_000,
          complete: false,
          firstByteMs: 100,
          ms: 4000,
        }),
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/slow-throughput', params: { mbps: 0.07, limitMbps: 1 } },
    ]);
  });

  test('a contract that promises more is held to a third of it', () => {
    const world = but(
      home,
      {},
      {
        'net.tls': (host) => secure(host, 900),
        'net.download': () => ({ ...page(200), bodyBytes: 1_000_000, firstByteMs: 0, ms: 1000 }),
      },
    );
    expect(troubles(world)).toEqual([]);
    expect(troubles({ ...world, settings: { ...world.settings, planMbps: 100 } })).toEqual([
      'connectivity/slow-throughput',
    ]);
  });

  test('large packets that vanish without a word', () => {
    const world = but(
      home,
      {},
      {
        'net.tls': () => noHandshake('handshake-timeout', 'ETIMEDOUT'),
        'net.ping.whole': (target) => echoes(2, Number(target.split('@')[1]) > 1420 ? 0 : 2),
        'net.download': () => noPage('stalled'),
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/mtu-blackhole', params: { working: 1420, failing: 1492 } },
    ]);
  });

  test('packets that vanish whatever their size are no black hole', () => {
    const world = but(
      home,
      {},
      {
        'net.tls': () => noHandshake('handshake-timeout', 'ETIMEDOUT'),
        'net.ping.whole': (target) => echoes(2, target.endsWith('@1492') ? 1 : 0),
        'net.download': () => noPage('stalled'),
      },
    );
    expect(troubles(world)).not.toContain('connectivity/mtu-blackhole');
  });

  test('large packets of which somebody says that they are too large are no black hole', () => {
    const world = but(
      home,
      {},
      {
        'net.tls': (host) => (host === 'ya.ru' ? noHandshake('handshake-timeout', 'ETIMEDOUT') : undefined),
        'net.ping.whole': (target) =>
          Number(target.split('@')[1]) > 1420
            ? echoes(2, 0, { errors: [{ from: '192.168.1.1', says: 'Frag needed and DF set (mtu = 1420)' }] })
            : echoes(2, 2),
      },
    );
    expect(troubles(world)).not.toContain('connectivity/mtu-blackhole');
  });

  test("the system's icon says there is no internet, and there is", () => {
    expect(examine(but(home, { systemVerdict: ok('limited') })).findings).toMatchObject([
      { code: 'connectivity/ncsi-false-alarm', severity: 'info' },
    ]);
    expect(examine(but(home, { systemVerdict: ok('full') })).findings).toEqual([]);
  });
});

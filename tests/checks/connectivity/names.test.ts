/** Names and the hosts file: `diagnose` on plain facts. */
import { describe, expect, test } from 'vitest';
import { ok } from '../../facts.ts';
import {
  answer,
  but,
  cutOff,
  examine,
  found,
  home,
  noAnswer,
  noConnection,
  noHandshake,
  notFound,
  stranded,
  troubles,
} from './world.ts';

const [ROUTER, SECOND] = ['192.168.1.1', '192.168.1.2'] as const;
const INDEPENDENT = '9.9.9.9';

const isAsked = (target: string, server: string): boolean => target.startsWith(`${server} `);
const isMadeUp = (target: string): boolean => target.includes(' ts-');

const noNames = {
  'net.lookup': () => notFound,
  'net.http': () => ({ outcome: 'no-name', headers: {}, body: '', bodyBytes: 0, complete: false, ms: 1 }),
  'net.tls': () => ({ outcome: 'tcp-failed', connection: 'no-name', ms: 1, chain: [] }),
};

describe('servers', () => {
  test('none is named anywhere', () => {
    const world = but(home, { resolvers: ok([]) }, noNames);
    expect(troubles(world)).toEqual(['connectivity/dns-not-configured']);
  });

  test('none is named, and names are found all the same', () => {
    expect(troubles(but(home, { resolvers: ok([]) }))).toEqual([]);
  });

  test('none answers, while another one does', () => {
    const world = but(
      home,
      {},
      {
        ...noNames,
        'net.resolve': (target) => (isAsked(target, ROUTER) ? noAnswer('timeout') : undefined),
      },
    );
    expect(examine(world).findings).toMatchObject([
      {
        code: 'connectivity/dns-unreachable',
        severity: 'critical',
        params: { servers: ROUTER, independentWorks: true },
      },
    ]);
  });

  test('none answers, because nothing does: the line comes first', () => {
    expect(troubles(but(home, {}, cutOff))[0]).toBe('connectivity/internet-unreachable');
  });

  test('a computer without a link is owed no name server', () => {
    const world = but(home, { resolvers: ok([]), routes: ok([]), routes6: ok([]) }, stranded);
    expect(troubles(world)).toEqual(['connectivity/no-default-route']);
  });

  test('the first of two is silent: everything waits for it', () => {
    const world = but(
      home,
      { resolvers: ok([ROUTER, SECOND]) },
      {
        'net.resolve': (target) => (isAsked(target, ROUTER) ? noAnswer('timeout') : undefined),
        'net.lookup': () => found(5012),
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/dns-slow', params: { server: ROUTER, dead: true, ms: 5012 } },
    ]);
  });

  describe('and takes the time of what is asked by name', () => {
    const late = {
      'net.resolve': (target: string) => (isAsked(target, ROUTER) ? noAnswer('timeout') : undefined),
    };
    const sites = (lookupMs: number, tls: (host: string) => unknown) =>
      troubles(
        but(
          home,
          { resolvers: ok([ROUTER, SECOND]) },
          { ...late, 'net.lookup': () => found(lookupMs), 'net.tls': tls },
        ),
      );
    const unfinished = (connectMs: number) => ({ ...noHandshake('handshake-timeout'), connectMs, ms: 3000 });

    test('a handshake that it left no time for is no TLS failure', () => {
      expect(sites(2700, () => unfinished(2720))).toEqual(['connectivity/dns-slow']);
    });

    test('one that had time is', () => {
      expect(sites(500, () => unfinished(520))).toContain('connectivity/tls-failure');
    });

    test.each([
      ['is still being looked up', noConnection('no-name', 'ETIMEOUT')],
      ['was found too late to connect', noConnection('timeout', 'ETIMEDOUT')],
    ])('a site whose name %s is not down', (_, tls) => {
      expect(sites(2700, (host) => (host === 'ya.ru' ? tls : undefined))).toEqual(['connectivity/dns-slow']);
    });

    test('one that refuses is', () => {
      const tls = noConnection('refused', 'ECONNREFUSED');
      expect(sites(2700, (host) => (host === 'ya.ru' ? tls : undefined))).toContain('connectivity/site-down');
    });
  });

  test('one that takes two seconds', () => {
    const world = but(
      home,
      {},
      {
        'net.resolve': (target) =>
          isMadeUp(target) ? answer('NXDOMAIN') : answer('NOERROR', ['198.51.100.7'], 2000),
        'net.lookup': () => found(2010),
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/dns-slow', params: { server: ROUTER, dead: false, ms: 2000 } },
    ]);
  });

  test('one slow name of three is no slow server', () => {
    const world = but(
      home,
      {},
      {
        'net.resolve': (target) =>
          isMadeUp(target)
            ? answer('NXDOMAIN')
            : answer('NOERROR', ['198.51.100.7'], target.includes('firefox') ? 3000 : 20),
      },
    );
    expect(troubles(world)).toEqual([]);
  });

  test.each(['SERVFAIL', 'REFUSED'])('one that answers %s to everything', (rcode) => {
    const world = but(
      home,
      {},
      {
        ...noNames,
        'net.resolve': (target) => (isAsked(target, ROUTER) ? answer(rcode) : undefined),
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/dns-bad-answers', params: { server: ROUTER, rcode } },
    ]);
  });

  test('one that knows no name at all, while another server does', () => {
    const world = but(
      home,
      {},
      {
        ...noNames,
        'net.resolve': (target) => (isAsked(target, ROUTER) ? answer('NXDOMAIN') : undefined),
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/dns-bad-answers', params: { server: ROUTER, rcode: 'NXDOMAIN' } },
    ]);
  });

  test('every server fails, the independent ones too: the answers are made on the way', () => {
    const world = but(home, {}, { ...noNames, 'net.resolve': () => answer('SERVFAIL') });
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/dns-bad-answers', severity: 'critical' },
    ]);
  });

  test('one that fails for names that no other knows either is not to blame while programs find them', () => {
    const world = but(home, {}, { 'net.resolve': () => answer('SERVFAIL') });
    expect(troubles(world)).not.toContain('connectivity/dns-bad-answers');
  });

  test('one that fails for one name is no bad server', () => {
    const world = but(
      home,
      {},
      {
        'net.resolve': (target) => (target.includes('firefox') ? answer('SERVFAIL') : undefined),
      },
    );
    expect(troubles(world)).toEqual([]);
  });

  test('one that finds names that cannot exist', () => {
    const world = but(
      home,
      {},
      {
        'net.resolve': (target) =>
          isAsked(target, ROUTER) ? answer('NOERROR', ['203.0.113.66']) : undefined,
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/dns-hijack', params: { server: ROUTER, address: '203.0.113.66' } },
    ]);
  });

  test('one that sends every name to the same place, while another server tells them apart', () => {
    const own = (target: string): number =>
      [...target].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 200;
    const world = but(
      home,
      {},
      {
        'net.resolve': (target) => {
          if (isMadeUp(target)) return answer('NXDOMAIN');
          return answer('NOERROR', [
            target.startsWith(ROUTER) ? '203.0.113.66' : `198.51.100.${own(target)}`,
          ]);
        },
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/dns-hijack', params: { server: ROUTER, address: '203.0.113.66' } },
    ]);
  });

  test('names that share one address everywhere do share it', () => {
    const world = but(
      home,
      {},
      {
        'net.resolve': (target) =>
          isMadeUp(target) ? answer('NXDOMAIN') : answer('NOERROR', ['198.51.100.7']),
      },
    );
    expect(troubles(world)).toEqual([]);
  });

  test('one that lies only below real domains does so for one of two names: not told', () => {
    const world = but(
      home,
      {},
      {
        'net.resolve': (target) =>
          isMadeUp(target) && !target.endsWith('.invalid') ? answer('NOERROR', ['203.0.113.66']) : undefined,
      },
    );
    expect(troubles(world)).toEqual([]);
  });

  test('one that lies only about .invalid: not told either', () => {
    const world = but(
      home,
      {},
      {
        'net.resolve': (target) =>
          target.endsWith('.invalid') ? answer('NOERROR', ['203.0.113.66']) : undefined,
      },
    );
    expect(troubles(world)).toEqual([]);
  });

  test('the independent servers are asked only when names fail', () => {
    const usual = examine(home).asked.filter((id) => id.startsWith(`net.resolve/${INDEPENDENT}`));
    expect(usual.length).toBeLessThanOrEqual(1);
  });
});

describe('the hosts file', () => {
  const line = (address: string, name: string, at = 3) => ({ address, name, line: at });

  test('a line that leads a site elsewhere', () => {
    const world = but(home, { hosts: ok([line('10.1.2.3', 'shop.example.com')]) });
    expect(examine(world).findings).toMatchObject([
      {
        code: 'connectivity/hosts-override',
        severity: 'warning',
        params: { name: 'shop.example.com', address: '10.1.2.3', line: 3, real: '198.51.100.7' },
      },
    ]);
  });

  test('a line that leads updates or a bank elsewhere is critical', () => {
    const world = but(home, { hosts: ok([line('10.1.2.3', 'security.debian.org')]) });
    expect(examine(world).findings).toMatchObject([{ severity: 'critical' }]);
  });

  test("a developer's own .test name, which DNS does not know, is fine", () => {
    const world = but(
      home,
      {
        hosts: ok([
          line('127.0.0.1', 'app.example.test'),
          line('127.0.1.1', 'desk.lan'),
          line('10.0.0.4', 'nas.home'),
        ]),
      },
      { 'net.resolve': (target) => (target.includes('.test') ? answer('NXDOMAIN') : undefined) },
    );
    expect(examine(world).findings).toEqual([]);
  });

  test('a block list is at most a remark', () => {
    const list = Array.from({ length: 2000 }, (_, at) => line('0.0.0.0', `ads${at}.example.net`, at + 1));
    const { findings, asked } = examine(but(home, { hosts: ok(list) }));
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['info']));
    expect(asked.filter((id) => id.includes('ads')).length).toBeLessThanOrEqual(16);
  });

  test('a line that says what DNS says is none', () => {
    expect(troubles(but(home, { hosts: ok([line('198.51.100.7', 'shop.example.com')]) }))).toEqual([]);
  });

  test("the computer's own name is its own", () => {
    expect(troubles(but(home, { hosts: ok([line('127.0.1.1', 'desk.example.com')]) }))).toEqual([]);
  });
});

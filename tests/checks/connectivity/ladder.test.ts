/** From the adapter to the provider: `diagnose` on plain facts. */
import { describe, expect, test } from 'vitest';
import { missing, ok } from '../../facts.ts';
import {
  adapter,
  address,
  but,
  cutOff,
  echoes,
  examine,
  home,
  loopback,
  neighbour,
  noAnswer,
  noConnection,
  noPage,
  route,
  stranded,
  tries,
  troubles,
  tunnel,
  unread,
} from './world.ts';

describe('in rescue mode', () => {
  const words = (...own: readonly string[]) => ({
    'drivers.command-line': () => ['BOOT_IMAGE=/vmlinuz', 'root=/dev/sda1', ...own],
  });
  const target = (name: string) => ({
    'systemd.units': () => [{ name, load: 'loaded', active: 'active', sub: 'active', description: '' }],
  });
  const told = (replies: Parameters<typeof but>[2]) => {
    const { findings, skipped } = examine(
      but(home, { routes: ok([]), routes6: ok([]) }, { ...stranded, ...replies }),
    );
    return [findings[0]?.code, findings[0]?.severity, skipped];
  };

  test('a network that nobody has started is told, and is no fault', () => {
    const muted = ['connectivity/no-default-route', 'info', 'rescue-mode'];
    expect(told(words('single'))).toEqual(muted);
    expect(told(target('emergency.target'))).toEqual(muted);
  });

  test('elsewhere, or after rescue mode was left, it is one', () => {
    const loud = ['connectivity/no-default-route', 'critical', undefined];
    expect(told(words('quiet'))).toEqual(loud);
    expect(told({ ...words('single'), ...target('multi-user.target') })).toEqual(loud);
  });

  test('a network that works is looked at as always, and nobody asks for the mode', () => {
    const { asked, skipped } = examine(but(home, {}, words('single')));
    expect(skipped).toBeUndefined();
    expect(asked.filter((id) => /^(systemd|drivers)\./.test(id))).toEqual([]);
  });
});

describe('nothing is wrong', () => {
  test('at home, with both families', () => {
    const { findings, unknown, metrics } = examine(home);
    expect(findings).toEqual([]);
    expect(unknown).toEqual([]);
    expect(metrics?.map(({ name, value }) => [name, value])).toEqual([
      ['gateway', 2],
      ['internet', 20],
      ['dns', 10],
    ]);
  });

  test('and a healthy computer is asked for nothing twice and for no series of pings', () => {
    const { asked } = examine(home);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((id) => /series|patient|through|whole|download|later/.test(id))).toEqual([]);
  });

  test('with a gateway that resolves but ignores ping', () => {
    expect(troubles(but(home, {}, { 'net.ping': () => echoes(2, 0) }))).toEqual([]);
  });

  test('with ICMP blocked everywhere: that alone is no outage', () => {
    const none = () => echoes(2, 0);
    expect(
      troubles(
        but(home, {}, { 'net.ping': none, 'net.ping.series': () => echoes(20, 0), 'net.ping.whole': none }),
      ),
    ).toEqual([]);
  });

  test('with one anchor blocked: one never decides', () => {
    const world = but(
      home,
      {},
      {
        'net.tcp': (target) => (target.startsWith('1.1.1.1') ? tries('timeout', 3000) : tries('connected')),
      },
    );
    expect(troubles(world)).toEqual([]);
  });

  test('with one probe page that shows something else', () => {
    const world = but(
      home,
      {},
      {
        'net.http': (url) => (url.includes('firefox') ? noPage('timeout') : undefined),
      },
    );
    expect(troubles(world)).toEqual([]);
  });

  test('on a network of IPv4 only', () => {
    const world = but(home, {
      addresses: ok([address('eth0 192.168.1.10/24'), address('eth0 fe80::10/64')]),
      routes6: ok([]),
    });
    expect(troubles(world)).toEqual([]);
  });

  test('on a network of IPv6 only, which is not broken IPv4', () => {
    const world = but(
      home,
      { addresses: ok([address('eth0 2001:db8:1::10/64'), address('eth0 fe80::10/64')]), routes: ok([]) },
      { 'net.tcp': (target) => (target.startsWith('[') ? tries('connected') : tries('unreachable', 1)) },
    );
    expect(troubles(world)).toEqual([]);
  });

  test('through a PPP tunnel that is the default route and works', () => {
    const world = but(home, {
      adapters: ok([loopback, adapter('eth0'), tunnel('ppp0')]),
      addresses: ok([address('ppp0 198.51.100.77/32')]),
      routes: ok([route('0.0.0.0/0 ppp0')]),
      routes6: ok([]),
    });
    expect(troubles(world)).toEqual([]);
  });

  test('behind a VPN that takes everything and works', () => {
    const world = but(home, {
      adapters: ok([loopback, adapter('eth0'), tunnel('wg0')]),
      addresses: ok([address('eth0 192.168.1.10/24'), address('wg0 10.8.0.2/24')]),
      routes: ok([
        route('0.0.0.0/1 wg0'),
        route('128.0.0.0/1 wg0'),
        route('0.0.0.0/0 via 192.168.1.1 eth0', { metric: 100 }),
      ]),
      routes6: ok([]),
    });
    expect(troubles(world)).toEqual([]);
  });

  test('in a container, whose cable has no hardware behind it', () => {
    const world = but(home, { adapters: ok([loopback, adapter('eth0', { physical: false })]) });
    expect(troubles(world)).toEqual([]);
  });

  test('on a company network without direct access but with a proxy that works', () => {
    const world = but(
      home,
      { environmentProxies: ok([{ for: 'all', url: 'http://proxy.corp:3128', setIn: 'https_proxy' }]) },
      {
        ...cutOff,
        'net.tcp': (target) =>
          target === 'proxy.corp:3128' ? tries('connected', 2) : tries('timeout', 3000),
        'net.http.via': home.replies['net.http.via'] ?? (() => undefined),
      },
    );
    expect(examine(world).findings).toEqual([]);
    expect(examine(world).unknown).toEqual([]);
  });
});

describe('the link', () => {
  const without = (list: readonly ReturnType<typeof adapter>[], rest = {}) =>
    but(
      home,
      { adapters: ok([loopback, ...list]), addresses: ok([]), routes: ok([]), routes6: ok([]), ...rest },
      stranded,
    );

  test('no adapter at all', () => {
    expect(troubles(without([]))).toContain('connectivity/no-adapter');
    expect(troubles(without([]))[0]).toBe('connectivity/no-adapter');
  });

  test('an adapter that is switched off, and nothing of what follows from that', () => {
    const { findings } = examine(without([adapter('eth0', { enabled: false, carrier: null })]));
    expect(findings).toMatchObject([{ code: 'connectivity/adapter-disabled', params: { adapter: 'eth0' } }]);
  });

  test('a radio that is switched off in the system, or by a key', () => {
    const wlan = adapter('wlan0', { wireless: true, carrier: null, enabled: false });
    const blocked = (softBlocked: boolean) =>
      examine(without([wlan], { radios: ok([{ name: 'rfkill0', softBlocked, hardBlocked: !softBlocked }]) }))
        .findings[0];
    expect(blocked(true)).toMatchObject({ code: 'connectivity/wifi-radio-off', params: { how: 'soft' } });
    expect(blocked(false)).toMatchObject({ code: 'connectivity/wifi-radio-off', params: { how: 'hard' } });
  });

  test('a Mac whose Wi-Fi is switched off', () => {
    const port = {
      interface: 'en0',
      on: false,
      associated: false,
      ssid: null,
      signalDbm: null,
      bitrateMbps: null,
    };
    const world = without([adapter('en0', { carrier: false })], { airPort: ok([port]) });
    expect(examine(world).findings[0]).toMatchObject({
      code: 'connectivity/wifi-radio-off',
      params: { how: 'soft', radio: 'en0' },
      evidence: ['net.wifi.airport'],
    });
  });

  test('a radio switched off is nothing while the cable works', () => {
    const wlan = adapter('wlan0', { wireless: true, carrier: null, enabled: false });
    const world = but(home, {
      adapters: ok([loopback, adapter('eth0'), wlan]),
      radios: ok([{ name: 'rfkill0', softBlocked: true, hardBlocked: false }]),
    });
    expect(troubles(world)).toEqual([]);
  });

  test('a cable that is not plugged in', () => {
    expect(troubles(without([adapter('eth0', { carrier: false })]))[0]).toBe('connectivity/link-down');
  });

  test('a cable that is not plugged in, while containers have bridges and cables of their own', () => {
    const world = without(
      [
        adapter('eth0', { carrier: false }),
        adapter('docker0', { physical: false }),
        adapter('veth12ab', { physical: false }),
      ],
      { addresses: ok([address('docker0 172.17.0.1/16')]) },
    );
    expect(troubles(world)[0]).toBe('connectivity/link-down');
  });

  test('Wi-Fi that is joined to no network', () => {
    const world = without([adapter('wlan0', { wireless: true, carrier: false })]);
    expect(troubles(world)[0]).toBe('connectivity/wifi-not-associated');
  });

  test('Wi-Fi whose password is refused again and again', () => {
    const world = without([adapter('wlan0', { wireless: true, carrier: false })]);
    const refusal = { network: 'home', epochMs: 1_790_000_000_000 - 60_000 };
    const refused = but(world, {}, { 'net.wifi.failures': () => [refusal, refusal] });
    expect(examine(refused).findings[0]).toMatchObject({
      code: 'connectivity/wifi-auth-failed',
      params: { network: 'home', times: 2 },
    });
    const apart = [{ ...refusal, epochMs: refusal.epochMs - 6 * 60_000 }, refusal];
    const once = but(world, {}, { 'net.wifi.failures': () => apart });
    expect(troubles(once)).not.toContain('connectivity/wifi-auth-failed');
  });

  test('a weak signal is a warning, and a very weak one critical', () => {
    const at = (signalDbm: number) =>
      examine(
        but(
          home,
          { adapters: ok([loopback, adapter('eth0', { wireless: true })]) },
          { 'net.wifi.link': () => ({ associated: true, ssid: 'home', signalDbm, bitrateMbps: 6 }) },
        ),
      ).findings.map(({ code, severity }) => [code, severity]);
    expect(at(-60)).toEqual([]);
    expect(at(-67)).toEqual([]);
    expect(at(-70)).toEqual([['connectivity/wifi-weak-signal', 'warning']]);
    expect(at(-80)).toEqual([['connectivity/wifi-weak-signal', 'critical']]);
  });

  test('a Mac with a weak signal', () => {
    const port = {
      interface: 'eth0',
      on: true,
      associated: true,
      ssid: 'home',
      signalDbm: -70,
      bitrateMbps: 6,
    };
    const world = but(home, { airPort: ok([port]) }, { 'net.wifi.link': () => unread });
    expect(troubles(world)).toEqual(['connectivity/wifi-weak-signal']);
  });

  test('a gigabit adapter that runs at 100 Mbit/s, and one that can do no more', () => {
    const slow = { adapters: ok([loopback, adapter('eth0', { speedMbps: 100 })]) };
    expect(troubles(but(home, slow))).toEqual(['connectivity/ethernet-slow-link']);
    expect(troubles(but(home, slow, { 'net.ethernet.modes': () => 100 }))).toEqual([]);
  });

  test('a cable at half duplex', () => {
    const world = but(
      home,
      { adapters: ok([loopback, adapter('eth0', { speedMbps: 100, fullDuplex: false })]) },
      { 'net.ethernet.modes': () => 100 },
    );
    expect(troubles(world)).toEqual(['connectivity/ethernet-slow-link']);
  });
});

describe('the address', () => {
  const addressed = (list: readonly string[]) =>
    but(home, { addresses: ok(list.map((one) => address(one))), routes: ok([]), routes6: ok([]) }, stranded);

  test("an address of the computer's own making", () => {
    expect(
      examine(addressed(['lo 127.0.0.1/8', 'eth0 169.254.17.3/16', 'eth0 fe80::10/64'])).findings[0],
    ).toMatchObject({
      code: 'connectivity/apipa-address',
      params: { adapter: 'eth0', address: '169.254.17.3' },
    });
  });

  test('none at all: fe80 alone is no address', () => {
    expect(troubles(addressed(['lo 127.0.0.1/8', 'eth0 fe80::10/64']))[0]).toBe('connectivity/no-ip-address');
  });

  test('an address that a duplicate check found taken', () => {
    const world = but(home, { addresses: ok([address('eth0 192.168.1.10/24', { duplicate: true })]) });
    expect(troubles(world)).toContain('connectivity/duplicate-ip');
  });

  test('an address that somebody else answers for, seen by an administrator', () => {
    const world = but(
      home,
      { user: ok({ name: 'root', home: '/root', uid: 0, elevated: true }) },
      { ...cutOff, 'net.arping': () => ({ taken: true }) },
    );
    expect(troubles(world)[0]).toBe('connectivity/duplicate-ip');
    const unable = but(world, {}, { 'net.arping': () => unread });
    expect(troubles(unable)).not.toContain('connectivity/duplicate-ip');
  });

  test('a gateway outside the network of the address', () => {
    const world = but(
      home,
      {
        addresses: ok([address('eth0 192.168.7.10/24')]),
        routes: ok([route('0.0.0.0/0 via 192.168.1.1 eth0', { manual: true }), route('192.168.7.0/24 eth0')]),
        routes6: ok([]),
      },
      {
        ...cutOff,
        'net.ping': () => echoes(2, 0),
        'net.ping.patient': () => echoes(8, 0),
        'net.neighbours': () => [],
        'net.neighbours.later': () => [],
      },
    );
    expect(examine(world).findings[0]).toMatchObject({
      code: 'connectivity/wrong-subnet',
      params: { how: 'outside' },
    });
  });

  test("a provider's gateway outside the own /32 is fine when it works", () => {
    const world = but(home, {
      addresses: ok([address('eth0 203.0.113.7/32')]),
      routes: ok([route('0.0.0.0/0 via 10.0.0.1 eth0'), route('10.0.0.1/32 eth0')]),
      routes6: ok([]),
    });
    expect(troubles(world)).toEqual([]);
  });
});

describe('the way out', () => {
  test('an address and no default route', () => {
    const world = but(home, { routes: ok([route('192.168.1.0/24 eth0')]), routes6: ok([]) }, stranded);
    expect(troubles(world)[0]).toBe('connectivity/no-default-route');
  });

  test('a virtual machine that was given no router is kept apart on purpose, a computer is not', () => {
    const told = (hypervisor: boolean, router: boolean) => {
      const world = but(
        home,
        { routes: ok([route('192.168.1.0/24 eth0')]), routes6: ok([]) },
        {
          ...stranded,
          'machine.processor': () => ({ hypervisor }),
          'net.leases': () => ['2'],
          'net.lease': () => ({ address: '192.168.1.10', router }),
        },
      );
      const { findings, skipped } = examine(world);
      return [findings[0]?.severity, skipped];
    };
    expect(told(true, false)).toEqual(['info', 'isolated']);
    // A route that got lost, or a home router gone wrong.
    expect(told(true, true)).toEqual(['critical', undefined]);
    expect(told(false, false)).toEqual(['critical', undefined]);
  });

  test('where there was no time to see whether it is kept apart, it is not called broken', () => {
    const told = (replies: Parameters<typeof but>[2]) => {
      const world = but(
        home,
        { routes: ok([route('192.168.1.0/24 eth0')]), routes6: ok([]) },
        { ...stranded, ...replies },
      );
      const { findings, unknown, skipped } = examine(world);
      return [findings.map(({ severity }) => severity), unknown?.map(({ source }) => source), skipped];
    };
    const virtual = { 'machine.processor': () => ({ hypervisor: true }), 'net.leases': () => ['2'] };
    expect(told({ 'machine.processor': () => unread })).toEqual([['info'], ['machine.processor'], undefined]);
    expect(told({ ...virtual, 'net.leases': () => unread })).toEqual([['info'], ['net.leases'], undefined]);
    expect(told({ ...virtual, 'net.lease': () => unread })).toEqual([['info'], ['net.lease/2'], undefined]);
  });

  test('a Mac has routes of its own tunnels, which are no way out', () => {
    const world = but(
      home,
      {
        adapters: ok([loopback, adapter('en0'), tunnel('utun0')]),
        addresses: ok([
          address('en0 192.168.1.10/24'),
          address('en0 fe80::10/64'),
          address('utun0 fe80::99/64'),
        ]),
        routes: ok([route('192.168.1.0/24 en0'), route('::/0 via fe80:: utun0', { metric: 1 })]),
        routes6: missing('unsupported'),
      },
      stranded,
    );
    expect(troubles(world)[0]).toBe('connectivity/no-default-route');
    // One family is tried in any case: without any attempt nothing could be told.
    expect(examine(world).asked).toContain('net.tcp/1.1.1.1:443');
  });

  test('two connections, of which the preferred one leads nowhere', () => {
    const world = but(
      home,
      {
        adapters: ok([loopback, adapter('eth0'), adapter('eth1')]),
        addresses: ok([address('eth0 192.168.1.10/24'), address('eth1 10.9.9.2/24')]),
        routes: ok([
          route('0.0.0.0/0 via 10.9.9.1 eth1', { metric: 10 }),
          route('0.0.0.0/0 via 192.168.1.1 eth0', { metric: 100 }),
        ]),
        routes6: ok([]),
      },
      { ...cutOff, 'net.ping.through': (target) => echoes(2, target.endsWith('@eth0') ? 2 : 0) },
    );
    expect(examine(world).findings[0]).toMatchObject({
      code: 'connectivity/wrong-default-route',
      params: { used: 'eth1', working: 'eth0' },
    });
  });

  const leftover = but(
    home,
    {
      adapters: ok([loopback, adapter('eth0'), tunnel('tun0')]),
      addresses: ok([address('eth0 192.168.1.10/24'), address('tun0 10.8.0.2/24')]),
      routes: ok([
        route('0.0.0.0/1 tun0'),
        route('128.0.0.0/1 tun0'),
        route('0.0.0.0/0 via 192.168.1.1 eth0'),
      ]),
      routes6: ok([]),
    },
    { ...cutOff, 'net.ping.through': (target) => echoes(2, target.endsWith('@eth0') ? 2 : 0) },
  );

  test('a tunnel whose program is gone', () => {
    expect(examine(leftover).findings[0]).toMatchObject({
      code: 'connectivity/vpn-blocking',
      params: { tunnel: 'tun0', through: 'eth0' },
    });
  });

  test('a tunnel that is gone for IPv4 alone is named, not the family', () => {
    const world = but(
      leftover,
      {
        addresses: ok([
          address('eth0 192.168.1.10/24'),
          address('tun0 10.8.0.2/24'),
          address('eth0 2001:db8:1::10/64'),
        ]),
        routes6: ok([route('::/0 via fe80::1 eth0')]),
      },
      {
        ...home.replies,
        'net.tcp': (target) => (target.startsWith('[') ? tries('connected') : tries('timeout', 3000)),
        'net.ping.through': (target) => echoes(2, target.endsWith('@eth0') ? 2 : 0),
      },
    );
    expect(troubles(world)).toEqual(['connectivity/vpn-blocking']);
  });

  test('a tunnel is not blamed when nothing works without it either', () => {
    expect(troubles(but(leftover, {}, { 'net.ping.through': () => echoes(2, 0) }))).not.toContain(
      'connectivity/vpn-blocking',
    );
  });

  const deadRouter = {
    ...cutOff,
    'net.ping': () => echoes(2, 0),
    'net.ping.patient': () => echoes(8, 0),
    'net.neighbours': () => [neighbour('192.168.1.1', 'stale'), neighbour('fe80::1', 'stale')],
    'net.neighbours.later': () => [neighbour('192.168.1.1', 'failed'), neighbour('fe80::1', 'failed')],
  };

  test('a router that nobody is behind', () => {
    expect(troubles(but(home, {}, deadRouter))[0]).toBe('connectivity/gateway-unreachable');
  });

  test('a router that answers over IPv6 is there, whatever IPv4 says', () => {
    const world = but(
      home,
      {},
      {
        ...deadRouter,
        'net.ping': (target) => echoes(2, target.startsWith('fe80') ? 2 : 0),
        'net.neighbours': () => [neighbour('192.168.1.1', 'failed'), neighbour('fe80::1', 'reachable')],
        'net.neighbours.later': () => [neighbour('192.168.1.1', 'failed'), neighbour('fe80::1', 'reachable')],
      },
    );
    expect(troubles(world)).not.toContain('connectivity/gateway-unreachable');
    expect(troubles(world)).toContain('connectivity/internet-unreachable');
  });

  test('the internet is not blamed for a dead router', () => {
    expect(troubles(but(home, {}, deadRouter))).not.toContain('connectivity/internet-unreachable');
  });

  test('a router that refuses to pass anything on', () => {
    const world = but(
      home,
      {},
      {
        ...cutOff,
        'net.ping': (target) =>
          /^(192\.168|fe80)/.test(target)
            ? echoes(2, 2)
            : echoes(2, 0, { errors: [{ from: '192.168.1.1', says: 'Packet filtered' }] }),
      },
    );
    expect(troubles(world)).toContain('connectivity/blocked-by-router');
  });

  test('a router that only says it cannot reach the host does not forbid it', () => {
    const world = but(
      home,
      {},
      {
        ...cutOff,
        'net.ping': (target) =>
          /^(192\.168|fe80)/.test(target)
            ? echoes(2, 2)
            : echoes(2, 0, { errors: [{ from: '192.168.1.1', says: 'Destination Net Unreachable' }] }),
      },
    );
    expect(troubles(world)).not.toContain('connectivity/blocked-by-router');
  });

  test('nothing beyond a router that answers: the provider', () => {
    expect(examine(but(home, {}, cutOff)).findings[0]).toMatchObject({
      code: 'connectivity/internet-unreachable',
      severity: 'critical',
      params: { gateway: '192.168.1.1', gatewayAnswers: true },
    });
  });

  test('nothing beyond is found without anchors too, by the pages', () => {
    const bare = { ...home.settings.targets, anchors: [] };
    expect(troubles(but(home, {}, cutOff, { targets: bare }))).toContain('connectivity/internet-unreachable');
  });

  test('IPv6 that is offered and leads nowhere', () => {
    const world = but(
      home,
      {},
      {
        'net.tcp': (target) => (target.startsWith('[') ? tries('timeout', 3000) : tries('connected')),
      },
    );
    expect(troubles(world)).toEqual(['connectivity/ipv6-broken']);
  });

  const only6 = {
    'net.tcp': (target: string) => (target.startsWith('[') ? tries('connected') : tries('unreachable', 3)),
  };

  test('an IPv4 router that nobody is behind is named, though IPv6 goes another way', () => {
    const world = but(
      home,
      {},
      {
        ...only6,
        'net.ping': (target) => echoes(2, target === '192.168.1.1' ? 0 : 2),
        'net.ping.patient': () => echoes(8, 0),
        'net.neighbours': () => [neighbour('192.168.1.1', 'failed'), neighbour('fe80::1', 'reachable')],
        'net.neighbours.later': () => [neighbour('192.168.1.1', 'failed'), neighbour('fe80::1', 'reachable')],
      },
    );
    expect(troubles(world)).toContain('connectivity/gateway-unreachable');
    expect(troubles(world)).not.toContain('connectivity/ipv4-broken');
  });

  test('an IPv4 address without a way out is broken IPv4; no IPv4 at all is a network of its own kind', () => {
    const link = route('192.168.1.0/24 eth0');
    const routeless = but(home, { routes: ok([link]) }, only6);
    expect(troubles(routeless)).toContain('connectivity/ipv4-broken');
    const given = ok([
      address('lo 127.0.0.1/8'),
      address('eth0 2001:db8:1::10/64'),
      address('docker0 172.17.0.1/16'),
    ]);
    const sixOnly = but(home, { routes: ok([route('172.17.0.0/16 docker0')]), addresses: given }, only6);
    expect(troubles(sixOnly)).not.toContain('connectivity/ipv4-broken');
  });

  test('IPv4 that is offered and leads nowhere', () => {
    const world = but(
      home,
      {},
      {
        'net.tcp': (target) => (target.startsWith('[') ? tries('connected') : tries('timeout', 3000)),
      },
    );
    expect(troubles(world)).toContain('connectivity/ipv4-broken');
  });

  test('a router that prohibits both families: Linux calls that denied for IPv6', () => {
    const says = 'Destination unreachable: Administratively prohibited';
    const world = but(
      home,
      {},
      {
        ...cutOff,
        'net.tcp': (target) =>
          target.startsWith('[') ? tries('denied', 30, 'EACCES') : tries('unreachable', 30, 'EHOSTUNREACH'),
        'net.ping': (target) =>
          /^(192\.168|fe80)/.test(target)
            ? echoes(2, 2)
            : echoes(2, 0, {
                errors: [{ from: target.includes(':') ? '2001:db8:1::1' : '192.168.1.1', says }],
              }),
      },
    );
    expect(troubles(world)).toContain('connectivity/blocked-by-router');
    expect(troubles(world)).not.toContain('connectivity/firewall-blocks');
  });

  test('IPv6 that a router prohibits is broken IPv6, no rule of this computer', () => {
    const world = but(
      home,
      {},
      {
        'net.tcp': (target) => (target.startsWith('[') ? tries('denied', 30, 'EACCES') : tries('connected')),
        'net.ping': (target) =>
          /^2001/.test(target)
            ? echoes(2, 0, { errors: [{ from: '2001:db8:1::1', says: 'Administratively prohibited' }] })
            : undefined,
      },
    );
    expect(troubles(world)).toEqual(['connectivity/ipv6-broken']);
  });

  test('a rule of this computer that rejects: the refusal comes from its own address', () => {
    const world = but(
      home,
      {},
      {
        ...cutOff,
        'net.tcp': () => tries('unreachable', 30, 'EHOSTUNREACH'),
        'net.ping': (target) =>
          /^(192\.168|fe80)/.test(target)
            ? echoes(2, 2)
            : echoes(2, 0, { errors: [{ from: '192.168.1.10', says: 'Packet filtered' }] }),
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/firewall-blocks', params: { code: 'Packet filtered' } },
    ]);
  });

  test('a rule of the system itself that forbids everything', () => {
    const world = but(
      home,
      {},
      {
        ...cutOff,
        'net.tcp': () => tries('denied', 1, 'EPERM'),
        'net.tls': () => noConnection('denied', 'EPERM'),
        'net.resolve': () => noAnswer('denied', 'EPERM'),
      },
    );
    expect(examine(world).findings).toMatchObject([
      { code: 'connectivity/firewall-blocks', severity: 'critical', params: { code: 'EPERM' } },
    ]);
  });
});

describe('could not look', () => {
  test('is never green: every connection timed out before it was told', () => {
    const nothing = () => unread;
    const world = but(home, {}, Object.fromEntries(Object.keys(home.replies).map((id) => [id, nothing])));
    const { findings, unknown } = examine(world);
    expect(findings.filter(({ severity }) => severity === 'critical')).toEqual([]);
    expect(unknown?.length).toBeGreaterThan(0);
  });

  test('says which reads of the computer itself are missing when it is cut off', () => {
    const world = but(home, { adapters: missing('denied'), routes: missing('denied') }, cutOff);
    expect(examine(world).unknown?.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['net.adapters', 'net.routes']),
    );
  });

  test('names nothing once the internet answers: the rungs below it do', () => {
    const world = but(home, {
      adapters: missing('denied'),
      routes: missing('denied'),
      routes6: missing('denied'),
    });
    expect(examine(world).unknown).toEqual([]);
  });
});

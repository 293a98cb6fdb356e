import { describe, expect, test } from 'vitest';
import { Unreadable } from '../../../src/contract.ts';
import {
  leadsOut,
  parseIpRoute,
  parseNetstatRoutes,
  parseProcRoute,
  parseProcRoute6,
} from '../../../src/sources/network/routes.ts';
import { hasShared } from '../../shared.ts';
import { samples, survives, tally } from './corpus.ts';

/** The first is the network's own; the others are those of the system's tunnels, scoped. */
const SIXTH = ['en0 0', 'utun0 1', 'utun1 1', 'utun2 1', 'utun3 1'];

describe.runIf(hasShared)('netstat -rn', () => {
  const all = hasShared ? samples('netstat', /^(?!.*\.json$)/) : [];
  const macs = all.filter(({ name }) => /osx|macos/.test(name) && !/_-i\.out/.test(name));

  test('of macOS is read, and every other kind of table is refused with its line', () => {
    const { read, refused } = tally(all, parseNetstatRoutes);
    expect(read).toEqual([
      'netstat/getmac-macos_10.12.6/netstat_-rn.out',
      'netstat/glpi/macosx1',
      'netstat/jc-osx-10.14.6/netstat-rnl.out',
    ]);
    expect(Object.keys(refused).length).toBeGreaterThanOrEqual(34);
    expect(refused['netstat/glpi/openbsd']).toMatch(/^default +10\.0\.1\.1/);
    // Names in place of networks, because -n was left out.
    expect(refused['netstat/jc-freebsd12/netstat-r.out']).toMatch(/^localhost/);
    // Linux' own table has another form: reading no route out of it would be a lie.
    expect(refused['netstat/jc-ubuntu-18.04/netstat-rne.out']).toMatch(/^Kernel IP routing table/);
  });

  test('names the router of each Mac, and puts scoped routes after it', () => {
    const first = macs.map(({ text }) => parseNetstatRoutes(text).filter(leadsOut)[0]);
    expect(first.map((route) => route?.gateway)).toEqual(['10.0.2.2', '192.168.0.254', '192.168.1.254']);
    const sixth = macs
      .flatMap(({ text }) => parseNetstatRoutes(text))
      .filter((route) => route.family === 6 && leadsOut(route));
    expect(sixth.map(({ interface: name, metric }) => `${name} ${metric}`)).toEqual(SIXTH);
  });

  test('survives whatever is done to it', () => {
    survives(
      macs.map(({ text }) => text),
      parseNetstatRoutes,
    );
  });
});

test('a Mac whose VPN takes half of all addresses each has two ways out more (made-up)', () => {
  const text = `Routing tables

Internet:
Destination        Gateway            Flags        Netif Expire
0/1                10.8.0.5           UGSc         utun3
default            192.168.1.1        UGScg          en0
default            link#17            UCSIg        utun3
128.0/1            10.8.0.5           UGSc         utun3
192.168.1          link#6             UCS            en0      !
`;
  expect(parseNetstatRoutes(text).filter(leadsOut)).toMatchObject([
    { destination: '0.0.0.0/1', gateway: '10.8.0.5', interface: 'utun3', metric: 0 },
    { destination: '0.0.0.0/0', gateway: '192.168.1.1', interface: 'en0', metric: 0 },
    { destination: '0.0.0.0/0', gateway: null, interface: 'utun3', metric: 1 },
    { destination: '128.0.0.0/1', gateway: '10.8.0.5', interface: 'utun3', metric: 0 },
  ]);
});

describe.runIf(hasShared)('/proc/net/route', () => {
  const all = hasShared
    ? [...samples('facter-fixtures', /^proc_net_route/), ...samples('procfs', /net_route$|net-route\.out$/)]
    : [];

  test('is read on six machines', () => {
    const { read, refused } = tally(all, parseProcRoute);
    expect(refused).toEqual({});
    expect(read.length).toBeGreaterThanOrEqual(6);
  });

  const of = (name: string) => parseProcRoute(all.find((sample) => sample.name === name)?.text ?? '');

  test('turns the bytes of addresses and masks around', () => {
    expect(of('procfs/jc-linux-proc/net_route')).toMatchObject([
      { destination: '0.0.0.0/0', gateway: '192.168.71.2', interface: 'ens33', metric: 100 },
      { destination: '192.168.71.0/24', gateway: null, interface: 'ens33', metric: 0 },
      { destination: '192.168.71.2/32', gateway: null, interface: 'ens33', metric: 100 },
    ]);
    expect(of('facter-fixtures/proc_net_route')[1]?.destination).toBe('10.16.112.0/20');
  });

  test('a blackhole is no way out', () => {
    expect(of('facter-fixtures/proc_net_route_blackhole')).toEqual([]);
  });

  test('a destination that is rejected is no way out (made-up)', () => {
    const table = 'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n';
    expect(parseProcRoute(`${table}lo\t00000000\t00000000\t0201\t0\t0\t0\t00000000\n`)).toEqual([]);
  });

  test('an empty table is no route, and an empty file is no table', () => {
    expect(of('facter-fixtures/proc_net_route_empty')).toEqual([]);
    expect(() => parseProcRoute('')).toThrow(Unreadable);
  });

  test('survives whatever is done to it', () => {
    survives(
      all.map(({ text }) => text),
      parseProcRoute,
    );
  });
});

/** `ip -j -4 route` of Debian 12 (iproute2 6.1), addresses of documentation; captured here. */
const ROUTES = `[{"dst":"default","gateway":"192.0.2.1","dev":"eth0","protocol":"dhcp","metric":100,"flags":[]},{"dst":"default","dev":"tun0","scope":"link","metric":50,"flags":["linkdown"]},{"dst":"192.0.2.0/24","dev":"eth0","protocol":"kernel","scope":"link","prefsrc":"192.0.2.2","flags":[]},{"dst":"198.51.100.7","gateway":"192.0.2.1","dev":"eth0","flags":[]},{"type":"blackhole","dst":"203.0.113.0/24","dev":"lo","flags":[]},{"type":"unreachable","dst":"default","flags":[]}]`;

describe('ip -j route', () => {
  test('tells who set a route, whether it is down, and leaves out those that lead nowhere', () => {
    expect(parseIpRoute(4)(ROUTES)).toEqual([
      {
        family: 4,
        destination: '0.0.0.0/0',
        gateway: '192.0.2.1',
        interface: 'eth0',
        metric: 100,
        linkDown: false,
        manual: false,
      },
      {
        family: 4,
        destination: '0.0.0.0/0',
        gateway: null,
        interface: 'tun0',
        metric: 50,
        linkDown: true,
        manual: null,
      },
      {
        family: 4,
        destination: '192.0.2.0/24',
        gateway: null,
        interface: 'eth0',
        metric: 0,
        linkDown: false,
        manual: true,
      },
      {
        family: 4,
        destination: '198.51.100.7/32',
        gateway: '192.0.2.1',
        interface: 'eth0',
        metric: 0,
        linkDown: false,
        manual: null,
      },
    ]);
  });

  test('prints nothing where there is no route', () => {
    expect(parseIpRoute(6)('')).toEqual([]);
  });

  test('without -j is refused with its line', () => {
    expect(() => parseIpRoute(4)('default via 192.0.2.1 dev eth0 proto dhcp\n')).toThrow(
      'default via 192.0.2.1',
    );
  });

  test('survives whatever is done to it', () => {
    survives([ROUTES], parseIpRoute(4));
  });
});

describe('/proc/net/ipv6_route', () => {
  // Copied from a Debian 12 machine, with addresses of documentation in place of its own.
  const table = `20010db8007700000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000003 00000000 00000001     eth0
fe800000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000002 00000000 00000001     eth0
00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe80000000000000505400fffe770001 00000400 00000003 00000000 00000003     eth0
00000000000000000000000000000001 80 00000000000000000000000000000000 00 00000000000000000000000000000000 00000000 00000003 00000000 80200001       lo
00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
`;

  test('ways out and networks; own addresses and rejections are none', () => {
    expect(parseProcRoute6(table).map(({ destination, gateway }) => [destination, gateway])).toEqual([
      ['2001:db8:77::/64', null],
      ['fe80::/64', null],
      ['::/0', 'fe80::5054:ff:fe77:1'],
    ]);
  });

  test('text that is none is refused', () => {
    expect(() => parseProcRoute6('Iface\tDestination')).toThrow(Unreadable);
    survives([table], parseProcRoute6);
  });
});

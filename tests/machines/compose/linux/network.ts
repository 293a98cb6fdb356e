/** iproute2 and procfs on a home network. */

const addresses = (name: string) => [
  {
    ifindex: 1,
    ifname: 'lo',
    flags: ['LOOPBACK', 'UP', 'LOWER_UP'],
    addr_info: [
      { family: 'inet', local: '127.0.0.1', prefixlen: 8, scope: 'host' },
      { family: 'inet6', local: '::1', prefixlen: 128, scope: 'host' },
    ],
  },
  {
    ifindex: 2,
    ifname: name,
    flags: ['BROADCAST', 'MULTICAST', 'UP', 'LOWER_UP'],
    addr_info: [
      { family: 'inet', local: '192.168.178.23', prefixlen: 24, scope: 'global', dynamic: true },
      { family: 'inet6', local: '2001:db8:1:2::23', prefixlen: 64, scope: 'global', dynamic: true },
      { family: 'inet6', local: 'fe80::23', prefixlen: 64, scope: 'link' },
    ],
  },
];

const routes = (dev: string) => [
  { dst: 'default', gateway: '192.168.178.1', dev, protocol: 'dhcp', metric: 600, flags: [] },
  { dst: '192.168.178.0/24', dev, protocol: 'kernel', scope: 'link', metric: 600, flags: [] },
];

const routes6 = (dev: string) => [
  { dst: '2001:db8:1:2::/64', dev, protocol: 'ra', metric: 600, flags: [] },
  { dst: 'fe80::/64', dev, protocol: 'kernel', metric: 1024, flags: [] },
  { dst: 'default', gateway: 'fe80::1', dev, protocol: 'ra', metric: 600, flags: [] },
];

const neighbours = (dev: string) => [
  { dst: '192.168.178.1', dev, lladdr: '3c:a6:2f:01:02:03', state: ['REACHABLE'] },
];

/** iproute2 with -j. */
export const ip =
  (dev: string, changed: { addresses?: unknown; routes?: unknown } = {}) =>
  (argv: readonly string[]): string => {
    const asked = argv.includes('-6')
      ? 'routes6'
      : (argv.find((word) => /^(addr|route|neigh)$/.test(word)) ?? '');
    const known: Readonly<Record<string, unknown>> = {
      addr: changed.addresses ?? addresses(dev),
      route: changed.routes ?? routes(dev),
      routes6: changed.routes === undefined ? routes6(dev) : [],
      neigh: neighbours(dev),
    };
    return JSON.stringify(known[asked] ?? []);
  };

export const PROC_TCP =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n   0: 0100007F:0277 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 21391 1 0000000000000000 100 0 0 10 0\n';

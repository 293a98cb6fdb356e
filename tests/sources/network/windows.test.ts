import { describe, expect, test } from 'vitest';
import { adapterOf, networkBatch, parseBatch } from '../../../src/sources/network/windows.ts';
import { dumped } from '../../agreement/tools/wmi.ts';
import { hasShared } from '../../shared.ts';
import { survives } from './corpus.ts';

const batchOf = (parts: object): string => JSON.stringify({ adapters: [], ...parts });

describe.runIf(hasShared)('MSFT_NetAdapter of two real computers', () => {
  const docked = hasShared ? dumped('10-net-MSFT_NetAdapter.wmi') : [];
  const remote = hasShared ? dumped('vpn-up-MSFT_NetAdapter.wmi') : [];

  test('all ten adapters are read', () => {
    expect(docked).toHaveLength(5);
    expect(remote).toHaveLength(5);
    expect(() => parseBatch(batchOf({ adapters: [...docked, ...remote] }))).not.toThrow();
  });

  test('a docked computer: a cable, Wi-Fi that is not joined, and nothing else of hardware', () => {
    const all = docked.map(adapterOf);
    expect(all.filter(({ physical }) => physical)).toEqual([
      {
        name: 'Ethernet 4',
        physical: true,
        wireless: false,
        tunnel: false,
        loopback: false,
        enabled: true,
        carrier: true,
        speedMbps: 1000,
        fullDuplex: true,
      },
      {
        name: 'Wi-Fi',
        physical: true,
        wireless: true,
        tunnel: false,
        loopback: false,
        enabled: true,
        carrier: false,
        speedMbps: null,
        fullDuplex: true,
      },
    ]);
    expect(all.find(({ name }) => name.startsWith('vEthernet'))).toMatchObject({
      physical: false,
      tunnel: false,
      carrier: true,
    });
  });

  test('a VPN program brings Ethernet without hardware: a tunnel', () => {
    const all = remote.map(adapterOf);
    expect(all.filter(({ tunnel }) => tunnel).map(({ name }) => name)).toEqual(['Ethernet 2', 'Ethernet 3']);
    expect(all.find(({ name }) => name === 'Wi-Fi')).toMatchObject({ carrier: true, speedMbps: 144 });
  });

  test('survives whatever is done to it', () => {
    survives([batchOf({ adapters: docked }), batchOf({ adapters: remote })], parseBatch);
  });
});

/** The other classes, as ConvertTo-Json prints them (made-up values; lists of one are the one). */
const REST = {
  adapters: {
    Name: 'Ethernet',
    HardwareInterface: true,
    InterfaceAdminStatus: 1,
    MediaConnectState: 1,
    NdisPhysicalMedium: 14,
    InterfaceType: 6,
    Speed: '1000000000',
    FullDuplex: true,
  },
  addresses: [
    { InterfaceAlias: 'Ethernet', IPAddress: '192.0.2.2', PrefixLength: 24, AddressState: 4 },
    { InterfaceAlias: 'Ethernet', IPAddress: 'FE80::1%12', PrefixLength: 64, AddressState: 2 },
  ],
  routes: [
    {
      DestinationPrefix: '0.0.0.0/0',
      NextHop: '192.0.2.1',
      InterfaceAlias: 'Ethernet',
      RouteMetric: 0,
      InterfaceMetric: 25,
    },
    {
      DestinationPrefix: '192.0.2.0/24',
      NextHop: '0.0.0.0',
      InterfaceAlias: 'Ethernet',
      RouteMetric: 256,
      InterfaceMetric: null,
    },
  ],
  neighbours: [
    {
      IPAddress: '192.0.2.1',
      InterfaceAlias: 'Ethernet',
      LinkLayerAddress: '00-00-5E-00-53-01',
      State: 5,
      IsRouter: false,
    },
    {
      IPAddress: '192.0.2.9',
      InterfaceAlias: 'Ethernet',
      LinkLayerAddress: '00-00-00-00-00-00',
      State: 0,
      IsRouter: false,
    },
  ],
  resolvers: [
    { InterfaceAlias: 'Ethernet', ServerAddresses: ['192.0.2.1'] },
    { InterfaceAlias: 'Loopback', ServerAddresses: ['fec0:0:0:ffff::1', 'fec0:0:0:ffff::2'] },
    { InterfaceAlias: 'Wi-Fi', ServerAddresses: [] },
  ],
  profiles: { InterfaceAlias: 'Ethernet', IPv4Connectivity: 4, IPv6Connectivity: 1 },
  proxy: {
    enabled: 1,
    server: 'http=proxy.example.com:8080;https=proxy.example.com:8443;socks=x:1',
    script: null,
  },
};

describe('the batch of Windows', () => {
  const batch = parseBatch(JSON.stringify(REST));

  test('has one adapter where PowerShell made one of a list', () => {
    expect(batch.adapters.map(({ name, speedMbps }) => [name, speedMbps])).toEqual([['Ethernet', 1000]]);
  });

  test('tells duplicates, adds up metrics, and knows a route without a next hop', () => {
    expect(batch.addresses).toMatchObject([
      { address: '192.0.2.2', prefix: 24, duplicate: false },
      { address: 'fe80::1', prefix: 64, duplicate: true },
    ]);
    expect(batch.routes).toMatchObject([
      { gateway: '192.0.2.1', metric: 25 },
      { gateway: null, metric: 256 },
    ]);
  });

  test('tells a neighbour that answers from one that does not', () => {
    expect(batch.neighbours.map(({ state }) => state)).toEqual(['reachable', 'failed']);
  });

  test('leaves out the site-local servers that Windows makes up', () => {
    expect(batch.resolvers).toEqual(['192.0.2.1']);
  });

  test('takes the proxy apart by scheme, and one that is switched off is none', () => {
    expect(batch.proxies).toEqual([
      { for: 'http', url: 'http://proxy.example.com:8080', setIn: 'Internet Settings' },
      { for: 'https', url: 'http://proxy.example.com:8443', setIn: 'Internet Settings' },
    ]);
    expect(parseBatch(JSON.stringify({ ...REST, proxy: { ...REST.proxy, enabled: 0 } })).proxies).toEqual([]);
  });

  test.each([
    ['no JSON', 'Get-CimInstance : Access denied'],
    ['another object', '{"a":1}'],
    ['an adapter without a name', batchOf({ adapters: [{ Name: null }] })],
    ['a number that is none', batchOf({ adapters: [{ ...REST.adapters, InterfaceType: '' }] })],
    [
      'an address that is none',
      batchOf({ addresses: [{ InterfaceAlias: 'x', IPAddress: 'y', PrefixLength: 1, AddressState: 4 }] }),
    ],
  ])('is refused for %s', (_, text) => {
    expect(() => parseBatch(text)).toThrow(expect.objectContaining({ status: 'unparsable' }));
  });

  test('reports no speed where the driver knows none', () => {
    expect(adapterOf({ ...REST.adapters, Speed: '18446744073709551615' }).speedMbps).toBeNull();
  });

  test('survives whatever is done to it', () => {
    survives([JSON.stringify(REST)], parseBatch);
  });

  test('is asked for by one call of PowerShell with an encoded script, which no quoting can break', () => {
    expect(networkBatch.shared).toBe(true);
    const script = Buffer.from(networkBatch.argv.at(-1) ?? '', 'base64').toString('utf16le');
    for (const name of [
      'MSFT_NetAdapter',
      'MSFT_NetRoute',
      'MSFT_DNSClientServerAddress',
      'ConvertTo-Json',
    ]) {
      expect(script).toContain(name);
    }
  });
});

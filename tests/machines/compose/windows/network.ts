/** Adapters, addresses and routes of a laptop on Wi-Fi, as CIM tells them. */
import { type Tongue, WORDS, type Words } from './words.ts';

export const adapter = (Name: string, rest: object) => ({
  Name,
  InterfaceIndex: 12,
  HardwareInterface: true,
  Virtual: false,
  InterfaceAdminStatus: 1,
  MediaConnectState: 1,
  NdisPhysicalMedium: 9,
  InterfaceType: 71,
  Speed: 1_201_000_000,
  FullDuplex: true,
  PermanentAddress: 'A0B1C2D3E4F5',
  ...rest,
});

export const networkOf = (words: Words) => ({
  adapters: [
    adapter(words.wifi, {}),
    // Nobody plugs a cable into it.
    adapter(words.ethernet, {
      InterfaceIndex: 9,
      MediaConnectState: 2,
      NdisPhysicalMedium: 14,
      InterfaceType: 6,
      Speed: '18446744073709551615',
    }),
    // On every laptop, and never connected.
    adapter(words.bluetooth, {
      InterfaceIndex: 7,
      MediaConnectState: 2,
      NdisPhysicalMedium: 10,
      InterfaceType: 6,
      Speed: 3_000_000,
    }),
  ],
  addresses: [
    { InterfaceAlias: words.wifi, IPAddress: '192.168.178.42', PrefixLength: 24, AddressState: 4 },
    { InterfaceAlias: words.wifi, IPAddress: 'fe80::a1b2:c3d4:e5f6:1%12', PrefixLength: 64, AddressState: 4 },
    { InterfaceAlias: words.loopback, IPAddress: '127.0.0.1', PrefixLength: 8, AddressState: 4 },
    { InterfaceAlias: words.loopback, IPAddress: '::1', PrefixLength: 128, AddressState: 4 },
  ],
  routes: [
    {
      DestinationPrefix: '0.0.0.0/0',
      NextHop: '192.168.178.1',
      InterfaceAlias: words.wifi,
      RouteMetric: 0,
      InterfaceMetric: 35,
    },
    {
      DestinationPrefix: '192.168.178.0/24',
      NextHop: '0.0.0.0',
      InterfaceAlias: words.wifi,
      RouteMetric: 256,
      InterfaceMetric: 35,
    },
  ],
  neighbours: [
    {
      IPAddress: '192.168.178.1',
      InterfaceAlias: words.wifi,
      LinkLayerAddress: '3C-A6-2F-01-02-03',
      State: 5,
      IsRouter: false,
    },
  ],
  resolvers: [{ InterfaceAlias: words.wifi, ServerAddresses: ['192.168.178.1'] }],
  profiles: [{ InterfaceAlias: words.wifi, IPv4Connectivity: 4, IPv6Connectivity: 1 }],
  proxy: { enabled: 0, server: null, script: null },
});

/** `ping` in the language of the system, and in its own code page: only TTL is the same everywhere. */
export const pingOf =
  (words: Words) =>
  (argv: readonly string[]): string =>
    words.pong.repeat(Number(argv[argv.indexOf('-n') + 1]));

export const silentPing = (tongue: Tongue) => (): string => WORDS[tongue].silence.repeat(2);

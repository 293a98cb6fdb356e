/** Whole machines: recorded in the fault lab, and Windows and macOS made of real and of made-up outputs. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { connectivity } from '../../../checks/connectivity/index.ts';
import type { Answer, Host, Os, Recording, Request, Settings } from '../../../src/contract.ts';
import { replay } from '../../../src/host/replay.ts';
import { type CheckOutcome, run } from '../../../src/run.ts';
import { hasShared, sharedDir } from '../../shared.ts';
import { noPage, page, secure, tries } from './world.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

// Our own files, in these forms.
const lab = parse(read('../../lab/techsupport.config.yaml')) as { readonly connectivity: Settings };
const recorded = (name: string) => JSON.parse(read(`../../machines/${name}.json`)) as Recording;

const outcome = async (host: Host, settings?: Settings): Promise<CheckOutcome> => {
  const { outcomes } = await run([connectivity], host, settings && { settings: { connectivity: settings } });
  const [first] = outcomes;
  if (first === undefined) throw new Error('nothing ran');
  return first;
};

const codes = ({ findings }: CheckOutcome): readonly string[] => findings.map(({ code }) => code);

describe('computers recorded in the fault lab', () => {
  test.each([
    ['isp-down', 'connectivity/internet-unreachable'],
    ['captive-302', 'connectivity/captive-portal'],
    ['dns-dead', 'connectivity/dns-unreachable'],
    ['static-wrong-subnet', 'connectivity/wrong-subnet'],
    ['vpn-leftover', 'connectivity/vpn-blocking'],
  ])('%s: %s comes first', async (name, code) => {
    const result = await outcome(replay(recorded(name)), lab.connectivity);
    expect(codes(result)[0]).toBe(code);
    expect(['warning', 'critical']).toContain(result.status);
    expect(result.crash).toBeUndefined();
  });

  test('healthy: nothing is found, and nothing was in the way of looking', async () => {
    const result = await outcome(replay(recorded('healthy')), lab.connectivity);
    expect(result).toMatchObject({ status: 'ok', findings: [], unknown: [] });
  });

  test('the evidence of every finding is in the recording', async () => {
    for (const name of ['isp-down', 'captive-302', 'dns-dead', 'static-wrong-subnet', 'vpn-leftover']) {
      const machine = recorded(name);
      const { findings } = await outcome(replay(machine), lab.connectivity);
      const missing = findings.flatMap(({ evidence }) =>
        evidence.filter((id) => !Object.hasOwn(machine.entries, id)),
      );
      expect(
        missing.filter((id) => !ALSO.has(id)),
        name,
      ).toEqual([]);
    }
  });

  test('an empty recording is unknown, never green', async () => {
    const result = await outcome(replay({ os: 'linux', entries: {} }), lab.connectivity);
    expect(result.status).toBe('unknown');
    expect(result.findings).toEqual([]);
  });
});

/** Named as evidence of an absence: the file is not there on that machine. */
const ALSO: ReadonlySet<string> = new Set(['net.manual']);

/** A machine that answers by what is asked: programs by their name, the rest by kind. */
const machine = (
  os: Os,
  programs: Readonly<Record<string, (argv: readonly string[]) => string>>,
  kinds: Readonly<Record<string, (request: Request) => unknown>>,
): Host => ({
  os,
  ask: async (_, request): Promise<Answer> => {
    if (request.kind === 'exec') {
      const stdout = programs[request.argv[0]]?.(request.argv);
      return stdout === undefined
        ? { status: 'absent', why: 'ENOENT', ms: 1 }
        : // What an exec brings back, by its kind.
          ({ status: 'ok', raw: { stdout, stderr: '', exitCode: 0 }, ms: 1 } as Answer);
    }
    const raw = kinds[request.kind]?.(request);
    return raw === undefined
      ? { status: 'absent', why: 'ENOENT', ms: 1 }
      : // The tables below give each kind what it brings back.
        ({ status: 'ok', raw, ms: 1 } as Answer);
  },
});

const works: Readonly<Record<string, (request: Request) => unknown>> = {
  clock: () => ({ epochMs: 1_790_000_000_000, timeZone: 'UTC' }),
  env: () => ({ values: {} }),
  tcp: () => tries('connected'),
  tls: (request) => secure(request.kind === 'tls' ? request.host : ''),
  http: (request) => {
    const url = request.kind === 'http' ? request.url : '';
    return url.endsWith('generate_204')
      ? page(204)
      : page(200, url.includes('msft') ? 'Microsoft Connect Test' : 'success');
  },
  resolve: (request) =>
    request.kind === 'resolve' && request.name.startsWith('ts-')
      ? { outcome: 'answered', rcode: 'NXDOMAIN', addresses: [], extendedErrors: [], ms: 9 }
      : { outcome: 'answered', rcode: 'NOERROR', addresses: ['198.51.100.7'], extendedErrors: [], ms: 9 },
  lookup: () => ({ outcome: 'found', addresses: ['198.51.100.7'], ms: 9 }),
};

const fails: typeof works = {
  ...works,
  tcp: () => tries('unreachable', 1, 'ENETUNREACH'),
  tls: () => ({ outcome: 'tcp-failed', connection: 'no-name', code: 'ENOTFOUND', ms: 1, chain: [] }),
  http: () => noPage('no-name', 'ENOTFOUND'),
  resolve: () => ({ outcome: 'unreachable', code: 'ENETUNREACH', addresses: [], extendedErrors: [], ms: 1 }),
  lookup: () => ({ outcome: 'failed', code: 'ENOTFOUND', addresses: [], ms: 1 }),
};

describe('Windows (made-up values in the form of its CIM classes)', () => {
  const ethernet = {
    Name: 'Ethernet',
    HardwareInterface: true,
    Virtual: false,
    InterfaceAdminStatus: 1,
    MediaConnectState: 1,
    NdisPhysicalMedium: 14,
    InterfaceType: 6,
    Speed: 1_000_000_000,
    FullDuplex: true,
  };
  const batch = {
    adapters: [ethernet],
    addresses: [
      { InterfaceAlias: 'Ethernet', IPAddress: '192.168.1.10', PrefixLength: 24, AddressState: 4 },
      { InterfaceAlias: 'Ethernet', IPAddress: 'fe80::1:2%12', PrefixLength: 64, AddressState: 4 },
      {
        InterfaceAlias: 'Loopback Pseudo-Interface 1',
        IPAddress: '127.0.0.1',
        PrefixLength: 8,
        AddressState: 4,
      },
    ],
    routes: [
      {
        DestinationPrefix: '0.0.0.0/0',
        NextHop: '192.168.1.1',
        InterfaceAlias: 'Ethernet',
        RouteMetric: 0,
        InterfaceMetric: 25,
      },
      {
        DestinationPrefix: '192.168.1.0/24',
        NextHop: '0.0.0.0',
        InterfaceAlias: 'Ethernet',
        RouteMetric: 256,
        InterfaceMetric: 25,
      },
    ],
    neighbours: [{ IPAddress: '192.168.1.1', InterfaceAlias: 'Ethernet', State: 5, IsRouter: false }],
    resolvers: [{ InterfaceAlias: 'Ethernet', ServerAddresses: ['192.168.1.1'] }],
    profiles: { InterfaceAlias: 'Ethernet', IPv4Connectivity: 4, IPv6Connectivity: 1 },
    proxy: { enabled: 0, server: null, script: null },
  };
  const PONG =
    'Antwort von 192.168.1.1: Bytes=32 Zeit=1ms TTL=64\r\nAntwort von 192.168.1.1: Bytes=32 Zeit=1ms TTL=64\r\n';
  const SILENCE = 'Zeitüberschreitung der Anforderung.\r\nZeitüberschreitung der Anforderung.\r\n';
  const windows = (changed: object, kinds = works, ping = PONG) =>
    outcome(
      machine(
        'win32',
        { powershell: () => JSON.stringify({ ...batch, ...changed }), ping: () => ping },
        kinds,
      ),
    );

  test('a healthy one', async () => {
    expect(await windows({})).toMatchObject({ status: 'ok', findings: [], unknown: [] });
  });

  test('a cable that is not plugged in', async () => {
    const pulled = {
      adapters: [{ ...ethernet, MediaConnectState: 2, Speed: '18446744073709551615' }],
      addresses: [],
      routes: [],
    };
    expect(codes(await windows(pulled, fails, SILENCE))[0]).toBe('connectivity/link-down');
  });

  test('an adapter switched off', async () => {
    const off = {
      adapters: [{ ...ethernet, InterfaceAdminStatus: 2, MediaConnectState: 0 }],
      addresses: [],
      routes: [],
    };
    expect(codes(await windows(off, fails, SILENCE))[0]).toBe('connectivity/adapter-disabled');
  });

  test('an address of its own making', async () => {
    const own = {
      addresses: [
        { InterfaceAlias: 'Ethernet', IPAddress: '169.254.7.7', PrefixLength: 16, AddressState: 4 },
      ],
      routes: [],
    };
    expect(codes(await windows(own, fails, SILENCE))[0]).toBe('connectivity/apipa-address');
  });

  test('an address that another one has', async () => {
    const twice = { addresses: [{ ...batch.addresses[0], AddressState: 2 }] };
    expect(codes(await windows(twice))).toContain('connectivity/duplicate-ip');
  });

  test('a router that is gone', async () => {
    const gone = {
      neighbours: [{ IPAddress: '192.168.1.1', InterfaceAlias: 'Ethernet', State: 0, IsRouter: false }],
    };
    expect(codes(await windows(gone, fails, SILENCE))[0]).toBe('connectivity/gateway-unreachable');
  });

  test('a proxy in the settings that is gone', async () => {
    const set = { proxy: { enabled: 1, server: '127.0.0.1:8888', script: null } };
    const kinds = {
      ...works,
      tcp: (request: Request) =>
        request.kind === 'tcp' && request.port === 8888 ? tries('refused') : tries('connected'),
    };
    expect(await windows(set, kinds)).toMatchObject({
      findings: [
        {
          code: 'connectivity/proxy-misconfigured',
          params: { proxy: '127.0.0.1:8888', setIn: 'Internet Settings' },
        },
      ],
    });
  });

  test('PowerShell that is forbidden: what is not seen is said, and the runtime still knows the addresses', async () => {
    const host = machine('win32', { ping: () => SILENCE }, fails);
    const result = await outcome(host);
    expect(result.status).not.toBe('ok');
    expect(result.unknown.map(({ source }) => source)).toContain('net.adapters');
  });
});

describe.runIf(hasShared)('macOS (outputs captured on real Macs)', () => {
  const captured = (path: string): string => readFileSync(sharedDir('corpus', path), 'utf8');
  const mac = (
    kinds: typeof works,
    changed: Readonly<Record<string, (argv: readonly string[]) => string>> = {},
  ) =>
    outcome(
      machine(
        'darwin',
        {
          ifconfig: () => captured('ifconfig/jc-osx-10.14.6/ifconfig.out'),
          netstat: () => captured('netstat/jc-osx-10.14.6/netstat-rnl.out'),
          arp: () => '? (192.168.1.254) at fc:ae:34:a1:3a:80 on en0 ifscope [ethernet]\n',
          scutil: (argv) =>
            argv.includes('--dns')
              ? 'DNS configuration\n\nresolver #1\n  nameserver[0] : 192.168.1.254\n'
              : '<dictionary> {\n  HTTPEnable : 0\n}\n',
          system_profiler: () => captured('system_profiler/wifi-heatmapper/mac-sp_15.5-wpa2-en.json'),
          ping: () =>
            '2 packets transmitted, 2 packets received, 0.0% packet loss\nround-trip min/avg/max/stddev = 1.0/2.0/3.0/0.5 ms\n',
          ping6: () =>
            '2 packets transmitted, 2 packets received, 0.0% packet loss\nround-trip min/avg/max/std-dev = 1.0/2.0/3.0/0.5 ms\n',
          ...changed,
        },
        kinds,
      ),
    );

  test('a healthy one, joined by Wi-Fi', async () => {
    expect(await mac(works)).toMatchObject({ status: 'ok', findings: [], unknown: [] });
  });

  test('one that is joined, and nothing beyond the router answers', async () => {
    const dead: typeof works = {
      ...fails,
      tcp: () => tries('timeout', 3000),
      resolve: () => ({ outcome: 'timeout', addresses: [], extendedErrors: [], ms: 5000 }),
    };
    expect(codes(await mac(dead))[0]).toBe('connectivity/internet-unreachable');
  });

  const apart = (): string =>
    captured('ifconfig/jc-osx-10.14.6/ifconfig.out')
      .replace(/(en0: [\s\S]*?)status: active/, '$1status: inactive')
      .replace(/^\tinet 192\.168\.1\.72 .*\n/m, '')
      .replace(/^\tinet6 2600.*\n/gm, '');
  const silence = () => '2 packets transmitted, 0 packets received, 100.0% packet loss\n';
  const lonely = {
    ifconfig: apart,
    netstat: () =>
      'Routing tables\n\nInternet:\nDestination        Gateway            Flags        Netif Expire\n127                127.0.0.1          UCS            lo0\n',
    ping: silence,
    ping6: silence,
  };

  test('one whose Wi-Fi has lost its network, with AirDrop and the T2 chip still up', async () => {
    expect(codes(await mac(fails, lonely))).toEqual(['connectivity/wifi-not-associated']);
  });

  test('one whose Wi-Fi is switched off', async () => {
    const off = captured('system_profiler/wifi-heatmapper/mac-sp_15.5-wpa2-en.json').replaceAll(
      'spairport_status_connected',
      'spairport_status_off',
    );
    expect(codes(await mac(fails, { ...lonely, system_profiler: () => off }))).toEqual([
      'connectivity/wifi-radio-off',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { parseHosts } from '../../../src/sources/network/hosts.ts';
import { parseInterfaces } from '../../../src/sources/network/manual.ts';
import { hostAndPort, parseGsettingsProxy, parseScutilProxy } from '../../../src/sources/network/proxy.ts';
import { parseResolvConf, parseScutilDns } from '../../../src/sources/network/resolvers.ts';
import { parseNmcliConnectivity } from '../../../src/sources/network/verdict.ts';
import { hasShared } from '../../shared.ts';
import { samples, survives } from './corpus.ts';

describe.runIf(hasShared)('resolv.conf', () => {
  const all = hasShared ? samples('resolve.conf', /\d$/) : [];

  test('there are four', () => {
    expect(all.length).toBeGreaterThanOrEqual(4);
  });

  test('survives whatever is done to it', () => {
    survives(
      all.map(({ text }) => text),
      parseResolvConf,
    );
  });
});

test('an empty resolv.conf names no server; a web page is no resolv.conf', () => {
  expect(parseResolvConf('')).toEqual([]);
  expect(parseResolvConf('# emptied by hand\n')).toEqual([]);
  expect(() => parseResolvConf('<html>')).toThrow('<html>');
  expect(() => parseResolvConf('nameserver router.lan')).toThrow('router.lan');
});

describe.runIf(hasShared)('the hosts file', () => {
  const all = hasShared ? samples('hosts', /\.out$/) : [];

  test('survives whatever is done to it', () => {
    survives(
      all.map(({ text }) => text),
      parseHosts,
    );
  });
});

test('the hosts file of Windows, with its line ends, comments and capitals', () => {
  expect(
    parseHosts(
      '# Copyright\r\n\r\n0.0.0.0 Ads.Example.com # blocked\r\n\t127.0.0.1\tlocalhost\r\nnonsense line\r\n',
    ),
  ).toEqual([
    { address: '0.0.0.0', name: 'ads.example.com', line: 3 },
    { address: '127.0.0.1', name: 'localhost', line: 4 },
  ]);
});

/** `scutil --dns` of macOS, shortened; made-up addresses. */
const SCUTIL_DNS = `DNS configuration

resolver #1
  search domain[0] : home
  nameserver[0] : 192.0.2.1
  nameserver[1] : fe80::1%en0
  if_index : 6 (en0)
  flags    : Request A records
  reach    : 0x00020002 (Reachable,Directly Reachable Address)

resolver #2
  domain   : local
  options  : mdns
  timeout  : 5
  order    : 300000

DNS configuration (for scoped queries)

resolver #1
  nameserver[0] : 192.0.2.1
  if_index : 6 (en0)
`;

test('scutil --dns: each server once, without its zone', () => {
  expect(parseScutilDns(SCUTIL_DNS)).toEqual(['192.0.2.1', 'fe80::1']);
  expect(parseScutilDns('No DNS configuration available\n')).toEqual([]);
  expect(() => parseScutilDns('usage: scutil')).toThrow('usage');
  survives([SCUTIL_DNS], parseScutilDns);
});

/** `scutil --proxy` of macOS, made-up addresses. */
const SCUTIL_PROXY = `<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
  }
  HTTPEnable : 1
  HTTPPort : 3128
  HTTPProxy : proxy.example.com
  HTTPSEnable : 0
  HTTPSProxy : other.example.com
  ProxyAutoConfigEnable : 1
  ProxyAutoConfigURLString : http://wpad.example.com/wpad.dat
}
`;

test('scutil --proxy: only what is switched on', () => {
  expect(parseScutilProxy(SCUTIL_PROXY)).toEqual([
    { for: 'http', url: 'http://proxy.example.com:3128', setIn: 'System Settings' },
    { for: 'script', url: 'http://wpad.example.com/wpad.dat', setIn: 'System Settings' },
  ]);
  expect(parseScutilProxy('<dictionary> {\n}\n')).toEqual([]);
  survives([SCUTIL_PROXY], parseScutilProxy);
});

/** `gsettings list-recursively org.gnome.system.proxy` of GNOME 43, made-up addresses. */
const GSETTINGS = `org.gnome.system.proxy autoconfig-url ''
org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1']
org.gnome.system.proxy mode 'manual'
org.gnome.system.proxy use-same-proxy true
org.gnome.system.proxy.ftp host ''
org.gnome.system.proxy.ftp port 0
org.gnome.system.proxy.http host 'proxy.example.com'
org.gnome.system.proxy.http port 8080
org.gnome.system.proxy.https host ''
org.gnome.system.proxy.https port 0
`;

test('GNOME: a proxy set by hand counts, one that is left over in mode none does not', () => {
  expect(parseGsettingsProxy(GSETTINGS)).toEqual([
    { for: 'http', url: 'http://proxy.example.com:8080', setIn: 'org.gnome.system.proxy' },
  ]);
  expect(parseGsettingsProxy(GSETTINGS.replace("'manual'", "'none'"))).toEqual([]);
  survives([GSETTINGS], parseGsettingsProxy);
});

test.each([
  ['http://proxy:3128', { host: 'proxy', port: 3128 }],
  ['http://user:secret@proxy.example.com:8080/', { host: 'proxy.example.com', port: 8080 }],
  ['https://proxy', { host: 'proxy', port: 443 }],
  ['http://[2001:db8::1]:3128', { host: '2001:db8::1', port: 3128 }],
  ['socks5://proxy', { host: 'proxy', port: 1080 }],
  ['proxy', null],
])('%s leads to %o', (url, place) => {
  expect(hostAndPort(url)).toEqual(place);
});

test('interfaces(5): only those with an address set by hand', () => {
  expect(
    parseInterfaces(
      'auto lo\niface lo inet loopback\niface eth0 inet static\n  address 192.0.2.2/24\niface eth1 inet dhcp\niface eth2 inet6 static\n',
    ),
  ).toEqual(['eth0']);
});

test('NetworkManager says one word, in no language', () => {
  expect(parseNmcliConnectivity('portal\n')).toBe('portal');
  expect(() => parseNmcliConnectivity('Error: NetworkManager is not running.')).toThrow('not running');
});

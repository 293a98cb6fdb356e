import { describe, expect, test } from 'vitest';
import { en } from '../../checks/connectivity/messages.en.ts';
import { ru } from '../../checks/connectivity/messages.ru.ts';
import type { Words } from '../../src/contract.ts';

const e = en.findings;
const r = ru.findings;

/** Each finding with params as they come from a machine, in both languages; twice where the words branch. */
const said: readonly (readonly [string, Words, Words])[] = [
  both('no-adapter', e['connectivity/no-adapter'].say(), r['connectivity/no-adapter'].say()),
  ...pairs('adapter-disabled', e['connectivity/adapter-disabled'], r['connectivity/adapter-disabled'], [
    { adapter: 'eth0' },
  ]),
  ...pairs('wifi-radio-off', e['connectivity/wifi-radio-off'], r['connectivity/wifi-radio-off'], [
    { how: 'soft', radio: 'phy0' },
    { how: 'hard', radio: 'phy0' },
  ]),
  ...pairs('link-down', e['connectivity/link-down'], r['connectivity/link-down'], [{ adapter: 'eth0' }]),
  ...pairs(
    'wifi-not-associated',
    e['connectivity/wifi-not-associated'],
    r['connectivity/wifi-not-associated'],
    [{ adapter: 'wlan0' }],
  ),
  ...pairs('wifi-auth-failed', e['connectivity/wifi-auth-failed'], r['connectivity/wifi-auth-failed'], [
    { network: 'home', times: 2 },
    { network: 'home', times: 21 },
  ]),
  ...pairs('wifi-weak-signal', e['connectivity/wifi-weak-signal'], r['connectivity/wifi-weak-signal'], [
    { adapter: 'wlan0', signalDbm: -80, limitDbm: -67 },
    { adapter: 'wlan0', signalDbm: -60, limitDbm: -67, aboveNoiseDb: 12 },
    { adapter: 'WLAN', signalDbm: 0, limitDbm: 0, bars: 2 },
  ]),
  ...pairs('ethernet-slow-link', e['connectivity/ethernet-slow-link'], r['connectivity/ethernet-slow-link'], [
    { adapter: 'eth0', speedMbps: 100, possibleMbps: 1000, halfDuplex: true },
    { adapter: 'eth0', speedMbps: 1000, possibleMbps: 1000, halfDuplex: false, damaged: 51, packets: 40_000 },
  ]),
  ...pairs('apipa-address', e['connectivity/apipa-address'], r['connectivity/apipa-address'], [
    { adapter: 'eth0', address: '169.254.3.4' },
  ]),
  ...pairs('no-ip-address', e['connectivity/no-ip-address'], r['connectivity/no-ip-address'], [
    { adapter: 'eth0' },
  ]),
  ...pairs('duplicate-ip', e['connectivity/duplicate-ip'], r['connectivity/duplicate-ip'], [
    { adapter: 'eth0', address: '192.0.2.7' },
  ]),
  ...pairs('wrong-subnet', e['connectivity/wrong-subnet'], r['connectivity/wrong-subnet'], [
    { adapter: 'eth0', address: '192.0.2.7', prefix: 24, gateway: '198.51.100.1', how: 'outside' },
    { adapter: 'eth0', address: '192.0.2.7', prefix: 24, gateway: '192.0.2.1', how: 'silent' },
  ]),
  ...pairs('no-default-route', e['connectivity/no-default-route'], r['connectivity/no-default-route'], [
    { adapter: 'eth0', address: '192.0.2.7', isolated: false },
    { adapter: 'eth0', address: '192.0.2.7', isolated: true },
  ]),
  ...pairs(
    'wrong-default-route',
    e['connectivity/wrong-default-route'],
    r['connectivity/wrong-default-route'],
    [{ used: 'eth1', working: 'eth0' }],
  ),
  ...pairs('vpn-blocking', e['connectivity/vpn-blocking'], r['connectivity/vpn-blocking'], [
    { tunnel: 'tun0', through: 'eth0' },
    { tunnel: 'tun0', through: '' },
  ]),
  ...pairs(
    'gateway-unreachable',
    e['connectivity/gateway-unreachable'],
    r['connectivity/gateway-unreachable'],
    [{ gateway: '192.0.2.1', adapter: 'eth0' }],
  ),
  ...pairs('blocked-by-router', e['connectivity/blocked-by-router'], r['connectivity/blocked-by-router'], [
    { gateway: '192.0.2.1', says: '' },
    { gateway: 'fe80::1', says: 'Packet filtered' },
  ]),
  ...pairs(
    'internet-unreachable',
    e['connectivity/internet-unreachable'],
    r['connectivity/internet-unreachable'],
    [
      { gateway: '192.0.2.1', gatewayAnswers: true, tried: 4, owners: 'Quad9, Google' },
      { gateway: '', gatewayAnswers: false, tried: 1, owners: 'Quad9' },
    ],
  ),
  ...pairs('ipv4-broken', e['connectivity/ipv4-broken'], r['connectivity/ipv4-broken'], [{ tried: 4 }]),
  ...pairs('ipv6-broken', e['connectivity/ipv6-broken'], r['connectivity/ipv6-broken'], [{ tried: 4 }]),
  ...pairs('firewall-blocks', e['connectivity/firewall-blocks'], r['connectivity/firewall-blocks'], [
    { target: '192.0.2.9:443', code: 'EPERM' },
  ]),
  both(
    'dns-not-configured',
    e['connectivity/dns-not-configured'].say(),
    r['connectivity/dns-not-configured'].say(),
  ),
  ...pairs('dns-unreachable', e['connectivity/dns-unreachable'], r['connectivity/dns-unreachable'], [
    { servers: '192.0.2.53', independentWorks: true },
    { servers: '192.0.2.53', independentWorks: false },
  ]),
  ...pairs('dns-bad-answers', e['connectivity/dns-bad-answers'], r['connectivity/dns-bad-answers'], [
    { server: '192.0.2.53', rcode: 'SERVFAIL', extended: -1 },
    ...Array.from({ length: 26 }, (_, extended) => ({ server: '192.0.2.53', rcode: 'REFUSED', extended })),
  ]),
  ...pairs('dns-hijack', e['connectivity/dns-hijack'], r['connectivity/dns-hijack'], [
    { server: '192.0.2.53', name: 'a.invalid', address: '192.0.2.80' },
  ]),
  ...pairs('dns-slow', e['connectivity/dns-slow'], r['connectivity/dns-slow'], [
    { server: '192.0.2.53', ms: 3000, dead: false },
    { server: '192.0.2.53', ms: 20, dead: true },
  ]),
  ...pairs('hosts-override', e['connectivity/hosts-override'], r['connectivity/hosts-override'], [
    { name: 'shop.example.test', address: '127.0.0.1', line: 4, real: '192.0.2.80' },
    { name: 'shop.example.test', address: '127.0.0.1', line: 4, real: '' },
  ]),
  ...pairs('captive-portal', e['connectivity/captive-portal'], r['connectivity/captive-portal'], [
    { url: 'http://probe.test/', status: 302, portal: 'http://portal.test/' },
    { url: 'http://probe.test/', status: 200, portal: '' },
  ]),
  ...pairs('https-blocked', e['connectivity/https-blocked'], r['connectivity/https-blocked'], [
    { how: 'dropped', tried: 4 },
    { how: 'rejected', tried: 4 },
  ]),
  ...pairs(
    'proxy-misconfigured',
    e['connectivity/proxy-misconfigured'],
    r['connectivity/proxy-misconfigured'],
    ['refused', 'timeout', 'no-name', 'not an address', ''].map((how) => ({
      proxy: '192.0.2.8:3128',
      setIn: 'http_proxy',
      how,
    })),
  ),
  ...pairs(
    'proxy-auth-required',
    e['connectivity/proxy-auth-required'],
    r['connectivity/proxy-auth-required'],
    [{ proxy: '192.0.2.8:3128', setIn: 'http_proxy' }],
  ),
  ...pairs(
    'tls-failure',
    e['connectivity/tls-failure'],
    r['connectivity/tls-failure'],
    ['CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ECONNRESET', 'E'].map(
      (code) => ({ hosts: 'a.test, b.test', code, failed: 2, tried: 3 }),
    ),
  ),
  ...pairs('tls-interception', e['connectivity/tls-interception'], r['connectivity/tls-interception'], [
    { issuer: 'Box CA', hosts: 'a.test, b.test' },
  ]),
  ...pairs(
    'site-certificate-invalid',
    e['connectivity/site-certificate-invalid'],
    r['connectivity/site-certificate-invalid'],
    [
      { host: 'a.test', code: 'CERT_HAS_EXPIRED', validTo: '2026-01-01', issuer: 'CA' },
      { host: 'a.test', code: 'CERT_HAS_EXPIRED', validTo: '', issuer: '' },
    ],
  ),
  ...pairs('site-down', e['connectivity/site-down'], r['connectivity/site-down'], [
    { host: 'a.test', layer: 'dns', how: 'NXDOMAIN' },
    { host: 'a.test', layer: 'tcp', how: 'refused' },
    { host: 'a.test', layer: 'tls', how: 'ECONNRESET' },
    { host: 'a.test', layer: 'http', how: '503' },
  ]),
  ...pairs('ncsi-false-alarm', e['connectivity/ncsi-false-alarm'], r['connectivity/ncsi-false-alarm'], [
    { verdict: 'limited' },
  ]),
  ...pairs('mtu-blackhole', e['connectivity/mtu-blackhole'], r['connectivity/mtu-blackhole'], [
    { working: 1420, failing: 1500 },
    { working: 0, failing: 1500 },
  ]),
  ...pairs('path-quality-poor', e['connectivity/path-quality-poor'], r['connectivity/path-quality-poor'], [
    { segment: 'local', lossPct: 2.5, averageMs: 40, jitterMs: 3, target: '192.0.2.1' },
    { segment: 'beyond', lossPct: 20, averageMs: 140.25, jitterMs: 35, target: '192.0.2.9' },
  ]),
  ...pairs('slow-throughput', e['connectivity/slow-throughput'], r['connectivity/slow-throughput'], [
    { mbps: 0.06, limitMbps: 1 },
  ]),
];

function both(code: string, english: Words, russian: Words): readonly [string, Words, Words] {
  return [code, english, russian];
}

interface Speaker<P> {
  say(params: P): Words;
}

function pairs<P>(code: string, english: Speaker<P>, russian: Speaker<P>, params: readonly P[]) {
  return params.map((one) => both(code, english.say(one), russian.say(one)));
}

test('every finding is said here', () => {
  const codes = new Set(said.map(([code]) => `connectivity/${code}`));
  expect(Object.keys(e).filter((code) => !codes.has(code))).toEqual([]);
});

describe.each(said)('%s', (_, english, russian) => {
  test.each([
    ['English', english],
    ['Russian', russian],
  ])('in %s: a title that stands alone, a reason, and something to do', (_language, { title, why, next }) => {
    for (const text of [title, why, next]) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\{\w+\}| {2}|\(\)/);
    }
    expect(title).not.toMatch(/[.!]$/);
    expect(next).not.toMatch(/[?]$|please|пожалуйста/i);
    expect(`${title} ${why}`).not.toMatch(/illegal|oops|simply|\bjust\b/i);
  });

  test('Russian has no English left, and its units are not parted from their numbers', () => {
    const { title, why, next } = russian;
    expect(`${title} ${why} ${next}`).not.toMatch(/\d (?:%|мс|дБм|Мбит|байт|раз)|[“”]|\b(?:the|and|of)\b/);
    expect(title).toMatch(/[а-я]/);
  });
});

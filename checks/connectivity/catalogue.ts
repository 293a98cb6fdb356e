/** Which finding certainly explains which (fault catalogue, 3.1 and 3.14), and where each rule comes from. */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

const own = (...codes: readonly string[]): readonly string[] => codes.map((code) => `connectivity/${code}`);

const LAB = 'techsupport fault catalogue, section 3.14';

export const catalogue: Readonly<Record<keyof Messages['findings'], CatalogueEntry>> = {
  'connectivity/no-adapter': {
    explains: own('adapter-disabled', 'link-down', 'no-default-route', 'internet-unreachable'),
    reference: 'Linux kernel ABI sysfs-class-net; Microsoft Learn MSFT_NetAdapter',
  },
  'connectivity/adapter-disabled': {
    explains: own('link-down', 'no-default-route', 'internet-unreachable'),
    reference: 'ip-link(8); Microsoft Learn MSFT_NetAdapter',
  },
  'connectivity/wifi-radio-off': {
    explains: own('wifi-not-associated', 'link-down', 'internet-unreachable'),
    reference: 'rfkill(8); Linux kernel documentation, rfkill',
  },
  'connectivity/link-down': {
    explains: own(
      'apipa-address',
      'no-default-route',
      'gateway-unreachable',
      'internet-unreachable',
      'dns-unreachable',
    ),
    reference: 'RFC 2863; Linux kernel documentation, operstates',
  },
  'connectivity/wifi-not-associated': {
    explains: own('no-default-route', 'internet-unreachable'),
    reference: 'iw(8); Microsoft WLAN-AutoConfig events',
  },
  'connectivity/wifi-auth-failed': {
    explains: own('wifi-not-associated'),
    reference: 'IEEE 802.11 reason codes; NetworkManager device state reasons',
  },
  'connectivity/wifi-weak-signal': {
    explains: own('path-quality-poor'),
    reference: 'Cisco voice-over-WLAN design guide (−67 dBm at the edge of the cell)',
  },
  'connectivity/ethernet-slow-link': {
    explains: own('slow-throughput'),
    reference: 'IEEE 802.3 clause 40; ethtool(8)',
  },
  'connectivity/apipa-address': {
    explains: own('no-default-route', 'internet-unreachable', 'dns-unreachable'),
    reference: 'RFC 3927; RFC 2131; RFC 8925',
  },
  'connectivity/no-ip-address': {
    explains: own('no-default-route', 'internet-unreachable'),
    reference: 'RFC 2131; RFC 4862',
  },
  'connectivity/duplicate-ip': { reference: 'RFC 5227; RFC 4862 section 5.4' },
  'connectivity/wrong-subnet': {
    explains: own('gateway-unreachable', 'internet-unreachable'),
    reference: LAB,
  },
  'connectivity/no-default-route': {
    explains: own('gateway-unreachable', 'internet-unreachable', 'dns-unreachable'),
    reference: 'ip-route(8); Microsoft Learn MSFT_NetRoute',
  },
  'connectivity/wrong-default-route': { explains: own('internet-unreachable'), reference: LAB },
  'connectivity/vpn-blocking': {
    explains: own('internet-unreachable', 'dns-unreachable'),
    reference: 'ip-route(8)',
  },
  'connectivity/gateway-unreachable': {
    explains: own('internet-unreachable', 'dns-unreachable'),
    reference: 'RFC 4861 section 10; RFC 826',
  },
  'connectivity/blocked-by-router': {
    explains: own('internet-unreachable'),
    reference: `RFC 1812 section 5.2.7.1; ${LAB}`,
  },
  'connectivity/internet-unreachable': {
    explains: [...own('dns-unreachable', 'site-down'), 'updates/download-failed'],
    reference: 'RFC 8305; Microsoft NCSI; NetworkManager.conf(5), connectivity',
  },
  'connectivity/ipv4-broken': { reference: LAB },
  'connectivity/ipv6-broken': { reference: 'RFC 8305 section 8; RFC 6724' },
  'connectivity/firewall-blocks': { reference: 'Winsock error codes; connect(2)' },
  'connectivity/dns-not-configured': {
    explains: own('dns-unreachable'),
    reference: `resolv.conf(5); ${LAB}`,
  },
  'connectivity/dns-unreachable': {
    explains: [...own('site-down'), 'updates/download-failed'],
    reference: 'resolv.conf(5); RFC 1035; RFC 9210',
  },
  'connectivity/dns-bad-answers': { explains: own('site-down'), reference: 'RFC 8914; RFC 6891; RFC 4035' },
  'connectivity/dns-hijack': { reference: 'RFC 6761 section 6.4' },
  'connectivity/dns-slow': { explains: own('slow-throughput'), reference: `resolv.conf(5); ${LAB}` },
  'connectivity/hosts-override': { explains: own('site-down'), reference: 'hosts(5)' },
  'connectivity/captive-portal': {
    explains: [...own('tls-failure', 'dns-bad-answers', 'internet-unreachable'), 'updates/download-failed'],
    reference: 'RFC 8910; RFC 8908; RFC 6585',
  },
  'connectivity/https-blocked': { explains: own('tls-failure'), reference: LAB },
  'connectivity/proxy-misconfigured': {
    explains: [...own('site-down'), 'updates/download-failed'],
    reference: 'curl(1); Microsoft Windows Update troubleshooting',
  },
  'connectivity/proxy-auth-required': { reference: 'RFC 9110 section 15.5.8' },
  'connectivity/tls-failure': {
    explains: ['updates/download-failed'],
    reference: 'RFC 8446; Node.js documentation, tls',
  },
  'connectivity/tls-interception': { explains: own('tls-failure'), reference: LAB },
  'connectivity/site-certificate-invalid': { reference: `RFC 5280; ${LAB}` },
  'connectivity/site-down': { reference: 'RFC 9110 section 15.6' },
  'connectivity/ncsi-false-alarm': { reference: 'Microsoft NCSI; NetworkManager.conf(5), connectivity' },
  'connectivity/mtu-blackhole': { reference: 'RFC 1191; RFC 8201; RFC 8899' },
  'connectivity/path-quality-poor': {
    explains: own('slow-throughput'),
    reference: 'Microsoft 365 media quality targets; ITU-T G.114',
  },
  'connectivity/slow-throughput': { reference: 'project policy' },
};

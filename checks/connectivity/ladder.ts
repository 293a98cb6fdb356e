/** What stands on what, from the adapter to the sites. */
import type { Rung } from '../../src/contract.ts';

const codes = (...names: readonly string[]): readonly string[] => names.map((name) => `connectivity/${name}`);

export const ladder: readonly Rung[] = [
  {
    id: 'adapter',
    breaks: [
      ...codes('no-adapter', 'adapter-disabled', 'wifi-radio-off'),
      'drivers/device-no-driver',
      'updates/kernel-modules-missing',
    ],
  },
  {
    id: 'link',
    breaks: codes(
      'link-down',
      'wifi-not-associated',
      'wifi-auth-failed',
      'wifi-weak-signal',
      'ethernet-slow-link',
    ),
  },
  { id: 'address', breaks: codes('apipa-address', 'no-ip-address', 'duplicate-ip', 'wrong-subnet') },
  {
    id: 'router',
    breaks: codes('no-default-route', 'wrong-default-route', 'gateway-unreachable', 'blocked-by-router'),
  },
  {
    id: 'internet',
    breaks: codes(
      'internet-unreachable',
      'captive-portal',
      'vpn-blocking',
      'firewall-blocks',
      'ipv4-broken',
      'ipv6-broken',
      'mtu-blackhole',
      'path-quality-poor',
      'slow-throughput',
    ),
  },
  {
    id: 'names',
    breaks: codes('dns-not-configured', 'dns-unreachable', 'dns-bad-answers', 'dns-hijack', 'dns-slow'),
  },
  {
    id: 'secure',
    breaks: [
      ...codes(
        'https-blocked',
        'tls-interception',
        'tls-failure',
        'proxy-misconfigured',
        'proxy-auth-required',
      ),
      'clock/skew',
    ],
  },
  { id: 'sites', breaks: codes('hosts-override', 'site-certificate-invalid', 'site-down') },
];

/** Addresses, in English. */
import type { FindingWords } from '../../../src/contract.ts';

export const address = {
  'connectivity/apipa-address': {
    name: 'The router gives no address (169.254.x.x)',
    means:
      'The computer asked for an address, nobody gave one, so it took one of its own that leads nowhere. The address service (DHCP) of the router is silent.',
    found: 'The only IPv4 address lies in 169.254.0.0/16, and there is no default route.',
    say: (p: { adapter: string; address: string }) => ({
      title: `${p.adapter} got no address from the router and uses ${p.address}`,
      why: 'With an address of its own making the computer reaches nothing beyond this cable or Wi-Fi. The router (its DHCP) is the one that did not answer.',
      next: 'Unplug the router for 60 seconds, wait three minutes, then reconnect (Windows: ipconfig /renew; Linux: nmcli device reapply, with the name of the adapter)',
    }),
  },
  'connectivity/no-ip-address': {
    name: 'The connection is up but has no IP address',
    means: 'The link is there, but the computer has no address on it: neither IPv4 nor a usable IPv6 one.',
    found: 'Carrier is up, and the interface has no IPv4 and no routable IPv6 address.',
    say: (p: { adapter: string }) => ({
      title: `${p.adapter} is connected but has no IP address`,
      why: 'Nothing can be sent without one. Either this computer does not ask, or the router does not give one.',
      next: 'Disconnect and connect again in the network menu; if that does not help, set the address to automatic (DHCP) and restart the router',
    }),
  },
  'connectivity/duplicate-ip': {
    name: 'Another device uses the same address',
    means: 'Two devices on this network have one address: answers reach now the one, now the other.',
    found: 'Duplicate address detection: the address was answered for by another device.',
    say: (p: { adapter: string; address: string }) => ({
      title: `Another device on this network uses ${p.address}, the address of ${p.adapter}`,
      why: 'The connection comes and goes. The fault is in this network: one of the two addresses was set by hand.',
      next: 'Set the address of this computer to automatic (DHCP), then reconnect',
    }),
  },
  'connectivity/wrong-subnet': {
    name: 'The fixed address does not belong to this network',
    means:
      'Address and gateway were set by hand in this computer, for another network than the one it is connected to.',
    found:
      'The gateway lies outside every network of the interfaces; or nobody answers on the network that was set, while another one is seen.',
    say: (p: {
      adapter: string;
      address: string;
      prefix: number;
      gateway: string;
      how: 'outside' | 'silent';
    }) => ({
      title:
        p.how === 'outside'
          ? `The gateway ${p.gateway} lies outside ${p.address}/${p.prefix}, the network set on ${p.adapter}`
          : `${p.address}/${p.prefix} on ${p.adapter} is not of this network: ${p.gateway} does not answer there`,
      why: 'The computer looks for its router where it is not. The fault is in the settings of this computer.',
      next: `Set the address of ${p.adapter} to automatic (DHCP) in the network settings`,
    }),
  },
} satisfies Readonly<Record<string, FindingWords<never>>>;

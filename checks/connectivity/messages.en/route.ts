/** The way out: routes, router, provider, tunnels and rules, in English. */
import type { FindingWords } from '../../../src/contract.ts';

export const route = {
  'connectivity/no-default-route': {
    name: 'The computer does not know the way out (no gateway)',
    means: 'The computer has an address, but was told no router for what lies beyond its own network.',
    found: 'No default route in IPv4 or IPv6, while there is an address.',
    say: (p: { adapter: string; address: string; isolated: boolean }) => ({
      title: `${p.adapter} has the address ${p.address} but no gateway`,
      why: p.isolated
        ? 'This is a virtual machine on a network without a way out: its DHCP server names no router. That is how its host keeps it apart.'
        : 'Devices nearby can be reached, the internet cannot. The setting is missing in this computer, or the router did not give it.',
      next: p.isolated
        ? 'If it needs the internet, give it a NAT or bridged adapter in the settings of the virtual machine'
        : 'Disconnect and connect again in the network menu; where address and gateway are set by hand, set them to automatic (DHCP)',
    }),
  },
  'connectivity/wrong-default-route': {
    name: 'Traffic leaves through the wrong connection',
    means:
      'The computer has several ways out and prefers one that leads nowhere: a second cable, a phone, a leftover of a VPN.',
    found: 'The preferred default route does not reach the targets, another one does.',
    say: (p: { used: string; working: string }) => ({
      title: `Traffic leaves through ${p.used}, which leads nowhere; ${p.working} works`,
      why: 'Router and provider are fine: this computer chooses the wrong way.',
      next: `Disconnect ${p.used} (Linux: nmcli device disconnect ${p.used}), or give it a higher metric`,
    }),
  },
  'connectivity/vpn-blocking': {
    name: 'A VPN or its kill-switch blocks traffic',
    means:
      'All traffic is sent into a VPN tunnel that carries nothing, or a VPN that is down blocks everything so that nothing leaves unprotected.',
    found:
      'The targets fail through the tunnel, and the same ones answer through the adapter; or the system itself forbids connections at once.',
    say: (p: { tunnel: string; through: string }) => ({
      title:
        p.through === ''
          ? `The VPN ${p.tunnel} lets nothing through`
          : `The VPN ${p.tunnel} carries nothing, ${p.through} without it does`,
      why: 'The connection itself works. The VPN on this computer, or its server, is in the way.',
      next: 'Disconnect the VPN in its own window, and switch off its kill-switch if it has one; then connect it again',
    }),
  },
  'connectivity/gateway-unreachable': {
    name: 'The router does not answer',
    means:
      'The next station on the way out gives no sign of life. A router that only ignores ping is no finding.',
    found: 'No answer to the neighbour solicitation (ARP or NDP), and none to ping.',
    say: (p: { gateway: string; adapter: string }) => ({
      title: `The router ${p.gateway} does not answer on ${p.adapter}`,
      why: 'Nothing beyond it can be reached. The router, or the Wi-Fi or cable to it, is the place to look; the provider is not yet in question.',
      next: 'Unplug the router for 60 seconds, plug it in, wait three minutes; with Wi-Fi, try a cable as well',
    }),
  },
  'connectivity/blocked-by-router': {
    name: 'The router lets other devices out, but not this one',
    means:
      'The router answers, and refuses on purpose to pass on what this computer sends: a device list, a schedule, parental control, an unpaid account.',
    found:
      'ICMP "administratively prohibited" from the gateway, or another device on the same network works.',
    say: (p: { gateway: string; says: string }) => ({
      title:
        p.says === ''
          ? `The router ${p.gateway} does not let this computer out`
          : `The router ${p.gateway} refuses to let this computer out: ${p.says}`,
      why: 'Computer and line are fine: a rule of the router stands in the way.',
      next: `Open http://${p.gateway.includes(':') ? `[${p.gateway}]` : p.gateway}/ and look for blocked devices, a schedule or parental control`,
    }),
  },
  'connectivity/internet-unreachable': {
    name: 'The router works but there is no internet (provider or line)',
    means: 'This computer and the way to the router work. Beyond the router nothing answers.',
    found:
      'Connections to addresses of several owners, tried by number and at once, all fail, while the gateway can be reached.',
    say: (p: { gateway: string; gatewayAnswers: boolean; tried: number; owners: string }) => ({
      title: p.gatewayAnswers
        ? `The router ${p.gateway} answers, nothing beyond it does (${p.tried} tried: ${p.owners})`
        : `Nothing on the internet answers (${p.tried} tried: ${p.owners})`,
      why: p.gatewayAnswers
        ? 'This computer works. The line or the provider is out of order, or the router has lost its connection.'
        : 'The router, the line or the provider is out of order; this computer has an address and a way out.',
      next: 'Unplug router and modem for 60 seconds and wait three minutes; then look for an outage of your provider by phone',
    }),
  },
  'connectivity/ipv4-broken': {
    name: 'IPv4 does not work here, IPv6 does',
    means: 'Sites that speak IPv6 open, all others do not.',
    found: 'All IPv4 targets fail, IPv6 ones answer, and the network is not IPv6-only by design.',
    say: (p: { tried: number }) => ({
      title: `None of ${p.tried} IPv4 addresses answers, IPv6 works`,
      why: 'Large sites open, most others do not. The router or the provider does not carry IPv4; this computer is fine.',
      next: 'Restart the router; if that does not help, tell the provider: IPv4 does not work, IPv6 does',
    }),
  },
  'connectivity/ipv6-broken': {
    name: 'IPv6 is offered but does not work (pages open late)',
    means:
      'The network gives this computer an IPv6 address, but carries nothing sent from it. Programs try IPv6 first and wait.',
    found: 'There is a global IPv6 address and a route, all IPv6 targets fail, IPv4 ones answer.',
    say: (p: { tried: number }) => ({
      title: `IPv6 is offered but none of ${p.tried} addresses answers, IPv4 works`,
      why: 'Pages open late, some programs not at all. The router or the provider announces what it does not deliver.',
      next: 'Restart the router; until the provider has put it right, let this computer prefer IPv4 (Linux: the precedence line in /etc/gai.conf)',
    }),
  },
  'connectivity/firewall-blocks': {
    name: 'A local firewall blocks programs',
    means: 'A firewall or security program on this computer forbids connections before they leave it.',
    found: 'A connection is refused by the system itself with a permission error, at once.',
    say: (p: { target: string; code: string }) => ({
      title: `This computer itself forbids connections to ${p.target} (${p.code})`,
      why: 'Router and provider are not asked at all: a firewall or security program on this computer stands in the way.',
      next: 'Look for the blocked program in your firewall and allow it (Linux: sudo nft list ruleset); do not switch the firewall off',
    }),
  },
} satisfies Readonly<Record<string, FindingWords<never>>>;

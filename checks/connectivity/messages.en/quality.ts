/** It works, but badly, in English. */

import type { FindingWords } from '../../../src/contract.ts';
import { percentText } from '../../../src/sources/size.ts';
import { amount } from './terms.ts';

export const quality = {
  'connectivity/mtu-blackhole': {
    name: 'Large packets get lost (sites hang half-way)',
    means:
      'Small packets pass, whole ones vanish without a word. A tunnel or a line on the way is narrower than announced, and the message about it is filtered.',
    found:
      'A connection stalls once it carries data, and whole packets of several sizes are lost above a limit.',
    say: (p: { working: number; failing: number; adapter?: string }) => ({
      title:
        p.working === 0
          ? `Connections open and then stall: packets of ${amount(p.failing, 'bytes')} get lost`
          : `Packets of ${amount(p.failing, 'bytes')} get lost, ${amount(p.working, 'bytes')} pass`,
      why: 'Pages hang half-way and downloads stop. A router, a VPN or the provider on the way swallows large packets.',
      next:
        p.working === 0
          ? 'Try without VPN; then set a smaller MTU on the interface, for example 1280 (Linux: sudo ip link set dev ADAPTER mtu 1280)'
          : `Set the MTU of the interface to ${p.working} (Linux: sudo ip link set dev ADAPTER mtu ${p.working}), or switch on MSS clamping in the router`,
    }),
  },
  'connectivity/path-quality-poor': {
    name: 'The connection loses or delays packets',
    means: 'Packets arrive late, unevenly or not at all: calls break up, pages load in jumps.',
    found:
      'A series of pings to the router and beyond: loss above 1 %, above 100 ms (30 ms to the router), jitter above 30 ms.',
    say: (p: {
      segment: 'local' | 'beyond';
      lossPct: number;
      averageMs: number;
      jitterMs: number;
      target: string;
    }) => ({
      title: `${p.segment === 'local' ? 'On the way to the router' : 'Beyond the router'} ${percentText('en', p.lossPct)} of packets are lost, delay ${amount(p.averageMs, 'ms')}, jitter ${amount(p.jitterMs, 'ms')} (to ${p.target})`,
      why:
        p.segment === 'local'
          ? 'The trouble is at home: Wi-Fi, cable or router. The provider is not the reason.'
          : 'Wi-Fi and cable are fine: the line or the provider is the reason, or somebody else at home uses it up.',
      next:
        p.segment === 'local'
          ? 'Use a cable instead of Wi-Fi, or move closer to the router; then restart the router'
          : 'Stop large uploads on all devices and look again; if it stays, send the provider this report',
    }),
  },
  'connectivity/slow-throughput': {
    name: 'The internet is much slower than it should be',
    means: 'Data comes, but slowly.',
    found: 'A timed download of at most 1 MB, made only when something points to a slow line.',
    say: (p: { mbps: number; limitMbps: number }) => ({
      title: `Downloads come at ${amount(p.mbps, 'Mbit/s')}, expected at least ${amount(p.limitMbps, 'Mbit/s')}`,
      why: 'Pages and updates take long. It is the line, the provider or another device that uses the line.',
      next: 'Stop downloads on other devices and measure again by cable; if it stays, send the provider this report',
    }),
  },
} satisfies Readonly<Record<string, FindingWords<never>>>;

import { describe, expect, test } from 'vitest';
import { parseArp, parseIpNeigh, parseProcArp } from '../../../src/sources/network/neighbours.ts';
import { hasShared } from '../../shared.ts';
import { samples, survives, tally } from './corpus.ts';

describe.runIf(hasShared)('arp', () => {
  const all = hasShared ? samples('arp', /\.(out|raw)$|^glpi/) : [];

  test('tells a neighbour that never answered', () => {
    const table = all.find(({ name }) => name.endsWith('linux_arp_a.raw'));
    const silent = parseArp(table?.text ?? '').filter(({ state }) => state === 'incomplete');
    expect(silent.map(({ address }) => address)).toContain('192.168.10.100');
  });

  test('survives whatever is done to it', () => {
    survives(
      all.map(({ text }) => text),
      parseArp,
    );
  });
});

describe.runIf(hasShared)('/proc/net/arp', () => {
  const all = hasShared ? samples('procfs', /net_arp$|net-arp\.out$/) : [];

  test('is read on four machines', () => {
    const { read, refused } = tally(all, parseProcArp);
    expect(refused).toEqual({});
    expect(read.length).toBeGreaterThanOrEqual(4);
    expect(all.flatMap(({ text }) => parseProcArp(text)).length).toBeGreaterThanOrEqual(8);
  });

  test('survives whatever is done to it', () => {
    survives(
      all.map(({ text }) => text),
      parseProcArp,
    );
  });
});

/** `ip -j neigh` of Debian 12 (iproute2 6.1) in a network of namespaces; captured here. */
const NEIGHBOURS = `[{"dst":"192.0.2.1","dev":"eth0","lladdr":"02:fc:00:00:00:05","state":["REACHABLE"]},{"dst":"192.0.2.55","dev":"eth0","state":["FAILED"]},{"dst":"fe80::5054:ff:fe77:1","dev":"eth0","lladdr":"52:54:00:77:00:01","router":null,"state":["STALE"]}]`;

describe('ip -j neigh', () => {
  test('tells who answers, who does not, and who is a router', () => {
    expect(parseIpNeigh(NEIGHBOURS)).toEqual([
      { address: '192.0.2.1', interface: 'eth0', state: 'reachable', router: false },
      { address: '192.0.2.55', interface: 'eth0', state: 'failed', router: false },
      { address: 'fe80::5054:ff:fe77:1', interface: 'eth0', state: 'stale', router: true },
    ]);
  });

  test('survives whatever is done to it', () => {
    survives([NEIGHBOURS], parseIpNeigh);
  });
});

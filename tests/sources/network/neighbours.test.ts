import { describe, expect, test } from 'vitest';
import { parseArp, parseIpNeigh, parseProcArp } from '../../../src/sources/network/neighbours.ts';
import { hasShared } from '../../shared.ts';
import { samples, survives, tally } from './corpus.ts';

/** A row of jc's reading of `arp -a`. */
interface Row {
  readonly address: string;
  readonly hwaddress: string | null;
  readonly iface?: string;
}

describe.runIf(hasShared)('arp', () => {
  const all = hasShared ? samples('arp', /\.(out|raw)$|^glpi/) : [];

  test('of macOS, the BSDs and Linux with -a is read, and tables of another form are refused', () => {
    const { read, refused } = tally(all, parseArp);
    expect(read.length).toBeGreaterThanOrEqual(14);
    expect(refused).toEqual({
      'arp/getmac-openbsd_6/arp_an.out': expect.stringMatching(/^Host +Ethernet Address/),
      'arp/getmac-solaris10/arp_-a.out': 'Net to Media Table: IPv4',
      'arp/glpi/linux-ip-neighbor': expect.stringMatching(/^10\.0\.10\.1 dev/),
      'arp/glpi/none': 'Aucune entrée ARP trouvée.',
      'arp/glpi/win32': expect.stringMatching(/^Interface/),
      'arp/jc-aix-7.1/arp-a.out': expect.stringMatching(/^bucket: +0/),
      'arp/jc-centos-7.7/arp-v.out': expect.stringMatching(/^Address +HWtype/),
      'arp/jc-centos-7.7/arp.out': expect.stringMatching(/^Address +HWtype/),
      'arp/jc-ubuntu-18.04/arp-v.out': expect.stringMatching(/^Address +HWtype/),
      'arp/jc-ubuntu-18.04/arp.out': expect.stringMatching(/^Address +HWtype/),
    });
  });

  const compared = all.filter(
    ({ name, expected }) =>
      expected !== undefined && /(osx|freebsd|\/arp-a)/.test(name) && !name.includes('aix'),
  );

  test('there are five tables to compare with', () => {
    expect(compared.length).toBeGreaterThanOrEqual(5);
  });

  test.each(compared)('$name holds the neighbours that jc reads', ({ text, expected }) => {
    // The file beside it is jc's own output, in this form.
    const rows = expected as readonly Row[];
    expect(
      parseArp(text).map(({ address, interface: name, state }) => [address, name, state === 'incomplete']),
    ).toEqual(rows.map(({ address, iface, hwaddress }) => [address, iface, hwaddress === null]));
  });

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

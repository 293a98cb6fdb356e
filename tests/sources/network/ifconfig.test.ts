import { describe, expect, test } from 'vitest';
import { parseIfconfigAdapters } from '../../../src/sources/network/adapters.ts';
import { parseIfconfigAddresses, parseIpAddr } from '../../../src/sources/network/addresses.ts';
import { prefixOf } from '../../../src/sources/network/ip.ts';
import { hasShared } from '../../shared.ts';
import { samples, survives, tally } from './corpus.ts';

/** An interface as jc reads it. */
interface Interface {
  readonly name: string;
  readonly state: readonly string[] | null;
  readonly ipv4?: readonly { readonly address: string; readonly mask: string }[];
  readonly ipv6?: readonly { readonly address: string; readonly mask: number }[];
  readonly status?: string;
}

describe.runIf(hasShared)('ifconfig', () => {
  const all = hasShared ? samples('ifconfig', /^(?!.*(\.json|networksetup)$)/) : [];
  const macs = all.filter(({ name }) => /osx|OSX|macos/.test(name));

  test('of macOS is read whole, but for one whose addresses were blacked out by hand', () => {
    expect(macs.length).toBeGreaterThanOrEqual(8);
    const { read, refused } = tally(macs, parseIfconfigAddresses);
    expect(read.length).toBeGreaterThanOrEqual(7);
    expect(refused).toEqual({
      'ifconfig/macos-glpi/macbook-m1-pro-2021-macosx-14.5':
        '     inet BB.CC.DD.AA netmask 0xfffffe00 broadcast AA.BB.CC.DD',
    });
  });

  test('of old Linux, NetBSD and Solaris is refused with its line', () => {
    for (const parse of [parseIfconfigAddresses, parseIfconfigAdapters]) {
      const { refused } = tally(all, parse);
      for (const name of [
        'getmac-ubuntu_12.04/ifconfig.out',
        'getmac-android_9/ifconfig.out',
        'getmac-netbsd8.2/ifconfig.out',
        'getmac-solaris10/ifconfig_-a.out',
        'glpi/linux-bonding',
        'jc-ubuntu-16.04/ifconfig.out',
      ]) {
        expect(refused[`ifconfig/${name}`], name).toMatch(/\S/);
      }
    }
  });

  const compared = all.filter(
    ({ expected, text }) =>
      Array.isArray(expected) &&
      tally([{ name: '', text, expected }], parseIfconfigAddresses).read.length > 0,
  );

  test('there are seven to compare with', () => {
    expect(compared.length).toBeGreaterThanOrEqual(6);
  });

  test.each(compared)('$name has the addresses and prefixes that jc reads', ({ text, expected }) => {
    // The file beside it is jc's own output, in this form.
    const interfaces = expected as readonly Interface[];
    const theirs = interfaces.flatMap(({ name, ipv4 = [], ipv6 = [] }) => [
      ...ipv4.map(({ address, mask }) => `${name} ${address}/${prefixOf(mask)}`),
      ...ipv6.map(({ address, mask }) => `${name} ${address}/${mask}`),
    ]);
    const ours = parseIfconfigAddresses(text).map(
      ({ interface: name, address, prefix }) => `${name} ${address}/${prefix}`,
    );
    expect([...ours].sort()).toEqual([...theirs].sort());
  });

  test.each(compared.filter(({ name }) => /osx/.test(name)))(
    '$name is up, and has a link, where jc says so',
    ({ text, expected }) => {
      // The file beside it is jc's own output, in this form.
      const interfaces = expected as readonly Interface[];
      const ours = parseIfconfigAdapters(text);
      expect(ours.length).toBeGreaterThanOrEqual(6);
      for (const { name, enabled, carrier, loopback } of ours) {
        const theirs = interfaces.find((one) => one.name === name);
        expect(enabled, name).toBe(theirs?.state?.includes('UP') === true);
        expect(loopback, name).toBe(theirs?.state?.includes('LOOPBACK') === true);
        expect(carrier, name).toBe(typeof theirs?.status === 'string' ? theirs.status === 'active' : null);
      }
    },
  );

  test('a Mac has one way to its network, and AirDrop and the T2 chip are none', () => {
    const mac = macs.find(({ name }) => name.includes('jc-osx-10.14.6'));
    const ours = parseIfconfigAdapters(mac?.text ?? '');
    expect(ours.filter(({ carrier }) => carrier === true).map(({ name }) => name)).toEqual(['en0']);
    expect(ours.map(({ name }) => name)).not.toContain('awdl0');
    expect(ours.filter(({ tunnel }) => tunnel).length).toBeGreaterThanOrEqual(5);
  });

  test('the speed of a cable is read from its medium', () => {
    const mac = macs.find(({ name }) => name.includes('macos_10.12.6'));
    expect(parseIfconfigAdapters(mac?.text ?? '')).toMatchObject([
      { name: 'en0', physical: true, speedMbps: 1000, fullDuplex: true, carrier: true },
    ]);
  });

  test('survives whatever is done to it', () => {
    const texts = all.map(({ text }) => text);
    survives(texts, parseIfconfigAddresses);
    survives(texts, parseIfconfigAdapters);
  });
});

/** `ip -j addr` of Debian 12 (iproute2 6.1); captured in a network of namespaces, shortened by fields nobody reads. */
const ADDRESSES = `[{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP","LOWER_UP"],"addr_info":[{"family":"inet","local":"127.0.0.1","prefixlen":8,"scope":"host","label":"lo"},{"family":"inet6","local":"::1","prefixlen":128,"scope":"host"}]},{"ifindex":2,"ifname":"eth0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"addr_info":[{"family":"inet","local":"192.0.2.2","prefixlen":24,"scope":"global"},{"family":"inet6","local":"2001:db8:77:0:5054:ff:fe77:64","prefixlen":64,"scope":"global","dadfailed":true},{"family":"inet6","local":"fe80::fc:ff:fe00:1","prefixlen":64,"scope":"link"}]},{"ifindex":3,"ifname":"wlan0","flags":["BROADCAST"],"addr_info":[]}]`;

describe('ip -j addr', () => {
  test('gives every address with its interface, and tells a duplicate', () => {
    const ours = parseIpAddr(ADDRESSES);
    expect(ours.map(({ interface: name, address, prefix }) => `${name} ${address}/${prefix}`)).toEqual([
      'lo 127.0.0.1/8',
      'lo ::1/128',
      'eth0 192.0.2.2/24',
      'eth0 2001:db8:77:0:5054:ff:fe77:64/64',
      'eth0 fe80::fc:ff:fe00:1/64',
    ]);
    expect(ours.filter(({ duplicate }) => duplicate).map(({ address }) => address)).toEqual([
      '2001:db8:77:0:5054:ff:fe77:64',
    ]);
  });

  test('survives whatever is done to it', () => {
    survives([ADDRESSES], parseIpAddr);
  });
});

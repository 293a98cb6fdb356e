import { describe, expect, test } from 'vitest';
import { parseIfconfigAdapters } from '../../../src/sources/network/adapters.ts';
import { parseIfconfigAddresses, parseIpAddr } from '../../../src/sources/network/addresses.ts';
import { hasShared } from '../../shared.ts';
import { samples, survives, tally } from './corpus.ts';

describe.runIf(hasShared)('ifconfig', () => {
  const all = hasShared ? samples('ifconfig', /^(?!.*(\.json|networksetup)$)/) : [];
  const macs = all.filter(({ name }) => /osx|OSX|macos/.test(name));

  test('of macOS is read whole, but for one whose addresses were blacked out by hand', () => {
    expect(macs.length).toBeGreaterThanOrEqual(8);
    const { read, refused } = tally(macs, parseIfconfigAddresses);
    expect(read.length).toBeGreaterThanOrEqual(7);
    expect(refused).toEqual({
      // Its lines were broken by hand too.
      'ifconfig/macos-glpi/macbook-m1-pro-2021-macosx-14.5': 'mtu 1500',
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

test('an address below a head of another form is not given to the interface before (made-up)', () => {
  const head = 'eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500';
  const text = `${head}\n        inet 192.0.2.2  netmask 255.255.255.0\n\neth0:1: flags=4163<UP>  mtu 1500\n        inet 192.0.2.3  netmask 255.255.255.0\n`;
  expect(() => parseIfconfigAddresses(text)).toThrow('eth0:1');
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

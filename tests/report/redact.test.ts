import { readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/contract.ts';
import { formatIpv4, ipv4, maskOf } from '../../src/report/redact/ipv4.ts';
import { prf } from '../../src/report/redact/prf.ts';
import { redactor } from '../../src/report/redact/redactor.ts';
import { isNameToken, nameToken } from '../../src/report/redact/token.ts';
import { scopeOf } from '../../src/sources/network/ip.ts';
import { growsTooFast } from '../growth.ts';
import { hasShared, sharedDir } from '../shared.ts';

const KEY = Buffer.alloc(32, 7);
const fresh = (fill = 7) => redactor({ key: Buffer.alloc(32, fill) });
const hide = (text: string) => fresh().text(text);

describe('addresses', () => {
  const addresses = fc.nat(0xffffffff).map((value) => value >>> 0);
  const map = ipv4(prf(KEY), new Set(), []).map;

  test('the same address gives the same token, and another key another one', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(hide(`from ${address} to ${address}`)).toBe(`from ${hide(address)} to ${hide(address)}`);
      }),
    );
    expect(fresh(1).text('93.184.113.9')).not.toBe(fresh(2).text('93.184.113.9'));
  });

  test('an address keeps its class', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(scopeOf(formatIpv4(map(address)))).toBe(scopeOf(formatIpv4(address)));
      }),
      { numRuns: 2000 },
    );
  });

  test('no private and no public address stays what it was', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (a, b, c) => {
        for (const address of [
          `192.168.${a}.${b}`,
          `10.${a}.${b}.${c}`,
          `172.${16 + (a % 16)}.${b}.${c}`,
          `93.184.113.${a}`,
          `100.${64 + (a % 64)}.${b}.${c}`,
        ]) {
          expect(hide(`inet ${address}`)).not.toContain(` ${address}`);
        }
      }),
    );
  });

  test('different addresses get different tokens', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(255), { minLength: 2, maxLength: 50 }), (hosts) => {
        const tokens = hosts.map((host) => map(((192 << 24) | (168 << 16) | (77 << 8) | host) >>> 0));
        expect(new Set(tokens).size).toBe(hosts.length);
      }),
    );
  });

  test('two addresses share a network after redaction when they shared it before', () => {
    fc.assert(
      fc.property(
        fc.nat(0xffffff),
        fc.nat(0xffff),
        fc.nat(0xffff),
        fc.integer({ min: 17, max: 30 }),
        (base, one, other, bits) => {
          const network = ((10 << 24) | base) & maskOf(bits);
          const host = (value: number) => ((network | (value & ~maskOf(bits))) >>> 0) as number; // a number by its operator
          const redact = ipv4(prf(KEY), new Set(), [{ base: network >>> 0, bits }]).map;
          const [a, b] = [redact(host(one)), redact(host(other))];
          expect((a & maskOf(bits)) >>> 0).toBe((b & maskOf(bits)) >>> 0);
          // Network and broadcast addresses stay what they are.
          expect(redact(network >>> 0) & ~maskOf(bits)).toBe(0);
          expect(~(redact((network | ~maskOf(bits)) >>> 0) | maskOf(bits))).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('the gateway stays inside the network of the address, with its last octet', () => {
    const [, address = '', gateway = ''] =
      /inet (\S+)\/24 .* via (\S+)/s.exec(
        hide('inet 192.168.77.23/24 brd 192.168.77.255\ndefault via 192.168.77.1'),
      ) ?? [];
    expect(gateway.endsWith('.1')).toBe(true);
    expect(gateway.split('.').slice(0, 3)).toEqual(address.split('.').slice(0, 3));
    expect(address).not.toBe('192.168.77.23');
  });

  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '255.255.255.0',
    '255.255.255.255',
    '224.0.0.251',
    '8.8.8.8',
    '::1',
    '::',
    'ff02::1',
    '10.0.0.0/8',
    '0.0.0.0/0',
    'version 6.1.0.13',
    '"DriverVersion": "9.17.10.42"',
    '1.2.3.4-5',
    'linux-image-6.1.0.13-amd64',
    'ii  libfoo  1.2.3.4  amd64',
    'Chrome/120.0.6.9',
    '1.3.6.1.4.1.311',
    '12:34:56',
    '2024-10-11T12:34:56Z',
    '0000:00:1f.6',
    '0x80070005',
    'e1000e 0000:00:1f.6 eth0: NIC Link is Up 1000 Mbps',
    'ff:ff:ff:ff:ff:ff',
    '00:00:00:00:00:00',
    '01:00:5e:00:00:fb',
    'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'd670460b4b4aece5915caf5c68d12f560a9fe3e4',
    'getty@tty1.service',
    'icons-64x64@2.tar',
    'passwd: files systemd',
    'PWD=/usr/bin',
    'std::string a::b Foo::Bar',
    '00001801-0000-1000-8000-00805f9b34fb',
    '/home/linuxbrew/.linuxbrew',
    '/etc/rc.local',
  ])('%s stays', (text) => {
    expect(hide(text)).toBe(text);
  });

  test('an IPv6 address keeps its class and its networks, and tells no hardware address', () => {
    const text = hide(
      '2a0e:4c7:1:2::1/64 2a0e:4c7:1:2:a00:27ff:fe4e:66a1 fe80::a00:27ff:fe4e:66a1 fd12:3456:789a::5',
    );
    const [router = '', own = '', local = '', unique = ''] = text.split(/\/64 | /);
    expect(own.split(':').slice(0, 4)).toEqual(router.split('::')[0]?.split(':'));
    expect([own, local, unique].map((one) => ipaddr.parse(one).range())).toEqual([
      'unicast',
      'linkLocal',
      'uniqueLocal',
    ]);
    expect(text).not.toMatch(/27ff|66a1|3456|:db8/);
    expect(router.endsWith('::1')).toBe(true);
  });

  test('every form of an IPv6 address gives the same token', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const parsed = ipaddr.IPv6.parse(address);
        // 0000::/8 is nobody's (RFC 4291); its short groups are told from hardware addresses by nothing.
        fc.pre((parsed.parts[0] ?? 0) > 0xff && !address.includes('.'));
        const [a, b] = hide(`[${parsed.toNormalizedString()}] [${parsed.toString()}]`).split(' ');
        expect(ipaddr.parse((a ?? '').slice(1, -1)).toNormalizedString()).toBe(
          ipaddr.parse((b ?? '').slice(1, -1)).toNormalizedString(),
        );
        const kept = ['unicast', 'uniqueLocal', 'linkLocal', 'multicast', 'loopback'];
        if (kept.includes(parsed.range()))
          expect(ipaddr.parse((a ?? '').slice(1, -1)).range()).toBe(parsed.range());
      }),
    );
  });

  test('a hardware address keeps whether it is local or multicast', () => {
    const kind = (mac: string) => Number.parseInt(mac.slice(0, 2), 16) & 3;
    for (const mac of ['08:00:27:4e:66:a1', '02:42:ac:11:00:02', '0a-1b-2c-3d-4e-5f', '08:00:27:4E:66:A1']) {
      expect(kind(hide(`ether ${mac}`).slice(6))).toBe(kind(mac));
      expect(hide(`ether ${mac}`)).not.toContain(mac);
    }
    expect(hide('08:00:27:4e:66:a1').replaceAll(':', '-')).toBe(hide('08-00-27-4e-66-a1'));
    expect(hide('enx0800274e66a1')).toBe(`enx${hide('08:00:27:4e:66:a1').replaceAll(':', '')}`);
    expect(hide('00:01:00:01:2a:bb:cc:dd:08:00:27:4e:66:a1')).toBe(
      `00:01:00:01:2a:bb:cc:dd:${hide('08:00:27:4e:66:a1')}`,
    );
  });

  test("the kernel's hexadecimal tables are hidden with the same tokens and stay tables", () => {
    const redact = fresh();
    const address = redact.text('192.168.77.1');
    const hex = address
      .split('.')
      .reverse()
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
    const route =
      'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\neth0\t00000000\t014DA8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n';
    expect(redact.text(route)).toBe(route.replace('014DA8C0', hex));
    const inet6 =
      'fe800000000000000a0027fffe4e66a1 02 40 20 80     eth0\n00000000000000000000000000000001 01 80 10 80       lo\n';
    const groups = ipaddr.IPv6.parse(redact.text('fe80::a00:27ff:fe4e:66a1')).parts.map((part) =>
      part.toString(16).padStart(4, '0'),
    );
    expect(redact.text(inet6)).toBe(inet6.replace('fe800000000000000a0027fffe4e66a1', groups.join('')));
  });

  test('a name that holds an address turned round points to the same token', () => {
    const redact = fresh();
    const token = redact.text('93.184.113.9');
    expect(redact.text('9.113.184.93.in-addr.arpa')).toBe(
      `${token.split('.').reverse().join('.')}.in-addr.arpa`,
    );
  });
});

describe('names', () => {
  test('a token is known when it is seen again, under another key', () => {
    const once = fresh(1).text(
      'Linux labpc 6.1.0-13-amd64\nhostname: labpc.corp.example\n/home/labuser/x bob@acme.com\nSerial Number: S3Z9NB0K77\nSSID: "x"\nlink/ether 08:00:27:4e:66:a1 inet6 2a0e:4c7::5:1\n550e8400-e29b-41d4-a716-446655440000',
    );
    expect(fresh(2).text(once)).toBe(once);
  });

  test('chance makes no token', () => {
    expect(isNameToken('user-admin')).toBe(false);
    expect(isNameToken(nameToken(prf(KEY), 'host', 'labpc'))).toBe(true);
  });

  test.each([
    ['/home/jane/x', '/home/', '/x'],
    ['/Users/jane/x', '/Users/', '/x'],
    ['C:\\Users\\jane\\x', 'C:\\Users\\', '\\x'],
    ['C:\\\\Users\\\\Jane Roe\\\\x', 'C:\\\\Users\\\\', '\\\\x'],
    ['%2Fhome%2Fjane%2Fx', '%2Fhome%2F', '%2Fx'],
  ])('a home path is hidden: %s', (path, start, end) => {
    expect(hide(path)).toMatch(/user-[a-z2-9]{6}/);
    expect(hide(path).startsWith(start) && hide(path).endsWith(end)).toBe(true);
  });

  test('a common word as a user is hidden where a name is meant, and nowhere else', () => {
    expect(hide('/home/dev/x\ndefault via 192.168.1.1 dev eth0')).toMatch(
      /^\/home\/user-\w{6}\/x\ndefault via \S+ dev eth0$/,
    );
  });

  test('names of the system are nobody`s own', () => {
    expect(
      hide('Accepted password for root from 93.184.113.9\n/root/x deb http://deb.debian.org/debian'),
    ).toMatch(/^Accepted password for root from \S+\n\/root\/x deb http:\/\/deb\.debian\.org\/debian$/);
  });

  test('words of the configuration are hidden whatever they are', () => {
    const redact = redactor({ key: KEY, words: ['Project Falcon', 'dev'] });
    expect(redact.text('project falcon dev')).toMatch(/^word-\w{6} word-\w{6}$/);
  });
});

const recorded = (): Recording => ({
  os: 'linux',
  entries: {
    'system.platform': {
      request: { kind: 'system' },
      startedAt: '2026-01-02T03:04:05.000Z',
      answer: {
        status: 'ok',
        ms: 1,
        raw: {
          platform: 'linux',
          release: '6.1.0-13-amd64',
          arch: 'x64',
          hostname: 'labpc',
          bootedSecondsAgo: 5,
        },
      },
    },
    'system.user': {
      request: { kind: 'user' },
      startedAt: '2026-01-02T03:04:05.000Z',
      answer: {
        status: 'ok',
        ms: 1,
        raw: { name: 'labuser', home: '/srv/labuser', uid: 1000, elevated: false },
      },
    },
    'net.routes': {
      request: { kind: 'exec', argv: ['ip', 'route'] },
      startedAt: '2026-01-02T03:04:05.000Z',
      answer: {
        status: 'ok',
        ms: 1,
        raw: { stdout: 'default via 192.168.77.1 dev eth0\n', stderr: '', exitCode: 0 },
      },
    },
    'net.ping/192.168.77.1': {
      request: { kind: 'exec', argv: ['ping', '-c', '1', '192.168.77.1'] },
      startedAt: '2026-01-02T03:04:05.000Z',
      answer: { status: 'timeout', why: 'no answer of 192.168.77.1 after 1 s', ms: 1000 },
    },
    'disk.usage//srv/labuser/.cache': {
      request: { kind: 'usage', path: '/srv/labuser/.cache' },
      startedAt: '2026-01-02T03:04:05.000Z',
      answer: { status: 'denied', why: 'EACCES', ms: 1 },
    },
  },
});

describe('names that are made of other names', () => {
  test('stay beneath them', () => {
    const redact = fresh();
    const name = redact.text('probe.corp.test');
    expect(name).toMatch(/^probe\.name-\w{6}\.test$/);
    expect(redact.text('ts-tozkfv.probe.corp.test')).toBe(`ts-tozkfv.${name}`);
    expect(redact.text('printer.probe.corp.test')).toMatch(new RegExp(`^name-\\w{6}\\.${name}$`));
  });
});

describe('a recording', () => {
  test('asks for what its own answers lead to', () => {
    const redact = redactor({ key: KEY });
    const { entries } = redact.recording(recorded());
    const answer = entries['net.routes']?.answer;
    const [, gateway] =
      /via (\S+)/.exec(answer?.status === 'ok' && 'stdout' in answer.raw ? answer.raw.stdout : '') ?? [];
    expect(Object.keys(entries)).toContain(`net.ping/${gateway}`);
    expect(entries[`net.ping/${gateway}`]?.request).toEqual({
      kind: 'exec',
      argv: ['ping', '-c', '1', gateway],
    });
    const text = JSON.stringify(entries);
    expect(text).not.toMatch(/labpc|labuser|192\.168\.77/);
    expect(text).toContain('6.1.0-13-amd64');
    expect(redact.counts()).toMatchObject({ ipv4: 1, host: 1, user: 1 });
  });

  test('redacting what is redacted already changes no name, and no more than addresses', () => {
    const once = redactor({ key: Buffer.alloc(32, 1) }).recording(recorded());
    const twice = redactor({ key: Buffer.alloc(32, 2) }).recording(once);
    const plain = (value: unknown) => JSON.stringify(value).replace(/192\.168\.\d+\.\d+/g, 'A');
    expect(plain(twice)).toBe(plain(once));
  });

  test('keys cannot reach the prototype', () => {
    const entries = JSON.parse('{"__proto__":{"polluted":true}}');
    fresh().json({ entries });
    expect({}).not.toHaveProperty('polluted');
  });

  test('plain data stays plain data of the same shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shape = (one: unknown): unknown =>
          Array.isArray(one)
            ? one.map(shape)
            : typeof one === 'object' && one !== null
              ? Object.values(one).map(shape)
              : typeof one;
        expect(shape(fresh().json(value))).toEqual(shape(value));
      }),
    );
  });
});

describe('text', () => {
  test('JSON stays JSON', () => {
    fc.assert(
      fc.property(
        fc.record({
          address: fc.ipV4(),
          v6: fc.ipV6(),
          mail: fc.emailAddress(),
          password: fc.string(),
          path: fc.constant('C:\\Users\\jane\\x'),
          note: fc.string(),
        }),
        (value) => {
          expect(Object.keys(JSON.parse(hide(JSON.stringify(value))))).toEqual(Object.keys(value));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['a'.repeat(200_000), 'letters'],
    ['1.'.repeat(100_000), 'dots'],
    ['a:'.repeat(100_000), 'colons'],
    ['@'.repeat(100_000), 'at signs'],
    ['-----BEGIN PRIVATE KEY-----'.repeat(5_000), 'keys that never end'],
    ['password='.repeat(20_000), 'passwords of nothing'],
    [`${' '.repeat(200_000)}x`, 'blanks'],
    ['192.168.1.1 '.repeat(20_000), 'addresses'],
    ['"'.repeat(100_000), 'quotes'],
    ['\\'.repeat(100_000), 'backslashes'],
    ['user '.repeat(40_000), 'users'],
    [`${'a.'.repeat(60_000)}local`, 'labels'],
    ['/home/'.repeat(40_000), 'homes'],
  ])(
    'a text made to be slow is not (%#)',
    (text, what) => {
      expect(growsTooFast(hide, text), what).toBe(false);
    },
    600_000,
  );

  test('any text goes through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => typeof hide(text) === 'string'),
    );
  });
});

/** Put together here, so that nothing in the repository looks like somebody's secret. */
const part = (alphabet: string, length: number, seed: number): string =>
  Array.from({ length }, (_, at) => alphabet[(at * 7 + seed * 13 + at * at * seed) % alphabet.length]).join(
    '',
  );
const mixed = (length: number, seed = 3) => part('aB3dE5fG7hJ9kLmNpQrStUvWxYz', length, seed);
const upper = (length: number, seed = 5) => part('ABCDEFGHJKLMNPQRSTUVWXYZ234567', length, seed);
const hex = (length: number, seed = 7) => part('0123456789abcdef', length, seed);

const SEEDED: readonly (readonly [kind: string, value: string, line: string])[] = [
  ...(
    [
      ['93.184.113.77', 'sshd[311]: Failed password for x from 93.184.113.77 port 22'],
      ['10.20.30.40', 'nameserver 10.20.30.40'],
      ['192.168.178.23', 'IPv4 Address. . . . . . . . . . . : 192.168.178.23(Preferred)'],
      ['100.72.1.9', 'tailscale0 inet 100.72.1.9/32'],
      ['2a0e:4c7:77::a1b2', 'inet6 2a0e:4c7:77::a1b2/64 scope global'],
      ['fe80::1c2d:3eff:fe4f:5a6b', 'fe80::1c2d:3eff:fe4f:5a6b%eth0'],
      ['1e:2d:3e:4f:5a:6b', 'link/ether 1e:2d:3e:4f:5a:6b brd ff:ff:ff:ff:ff:ff'],
      ['1E-2D-3E-4F-5A-6C', 'Physical Address. . . : 1E-2D-3E-4F-5A-6C'],
      ['nas.lan', 'smb://nas.lan/share'],
      ['HomeOfJane', '    SSID                   : HomeOfJane'],
      ['c4:ad:34:11:22:33', '    BSSID                  : c4:ad:34:11:22:33'],
    ] as const
  ).map(([value, line]) => ['network', value, line] as const),
  ...(
    [
      ['janeroe', 'C:\\Users\\janeroe\\AppData\\Local'],
      ['mroe77', 'drwx------ /home/mroe77/.ssh'],
      ['jane.roe@acme.com', 'From: Jane <jane.roe@acme.com>'],
      ['Jane Q. Roe', 'janeq:x:1001:1001:Jane Q. Roe,,,:/home/janeq:/bin/bash'],
      ['DESKTOP-4F7K2LQ', 'Host Name: DESKTOP-4F7K2LQ'],
      ['S-1-5-21-1004336348-1177238915-682003330', 'SID S-1-5-21-1004336348-1177238915-682003330-1001'],
    ] as const
  ).map(([value, line]) => ['identity', value, line] as const),
  ...(
    [
      ['PF2ABC9X', 'Serial Number: PF2ABC9X'],
      ['S3Z9NB0K123456', 'E: ID_SERIAL_SHORT=S3Z9NB0K123456'],
      ['4c4c4544-0038-4a10-8052-b9c04f4e3732', 'UUID: 4c4c4544-0038-4a10-8052-b9c04f4e3732'],
    ] as const
  ).map(([value, line]) => ['hardware', value, line] as const),
  ...(
    [
      [mixed(14), `DB_PASSWORD=${mixed(14)}`],
      [mixed(12, 4), `"password": "${mixed(12, 4)}",`],
      [mixed(11, 5), `  password: ${mixed(11, 5)}`],
      [mixed(13, 6), `postgres://app:${mixed(13, 6)}@db.acme.com/x`],
      [mixed(10, 8), `mysql -u root -p${mixed(10, 8)}`],
      [mixed(24, 9), `curl -H "Authorization: Bearer ${mixed(24, 9)}"`],
      [mixed(16, 10), `Authorization: Basic ${mixed(16, 10)}`],
      [mixed(20, 11), `Cookie: session=${mixed(20, 11)}; lang=en`],
      [mixed(36, 12), `remote: ${'gh'}p_${mixed(36, 12)}`],
      [mixed(20, 13), `${'gl'}pat-${mixed(20, 13)}`],
      [upper(16), `${'AK'}IA${upper(16)}`],
      [mixed(40, 14), `aws_secret_access_key = ${mixed(40, 14)}`],
      [mixed(24, 15), `${'xo'}xb-1234567890-${mixed(24, 15)}`],
      [mixed(24, 16), `${'s'}k_live_${mixed(24, 16)}`],
      [mixed(32, 17), `${'s'}k-${mixed(32, 17)}`],
      [mixed(30, 18), `token ${'ey'}J${mixed(20, 19)}.${'ey'}J${mixed(30, 18)}.${mixed(30, 20)}`],
      [
        mixed(64, 21),
        `-----BEGIN OPENSSH ${'PRIVATE'} KEY-----\n${mixed(64, 21)}\n-----END OPENSSH ${'PRIVATE'} KEY-----`,
      ],
      [mixed(12, 22), `    Key Content            : ${mixed(12, 22)}`],
      [mixed(12, 23), `psk="${mixed(12, 23)}"`],
      [mixed(40, 24), `jane:$6$${mixed(8, 25)}$${mixed(40, 24)}:19000:0:99999:7:::`],
      [hex(32), `api_key: ${hex(32)}`],
    ] as const
  ).map(([value, line]) => ['secret', value, line] as const),
];

const CONTROLS: readonly string[] = [
  'linux-image-6.1.0-13-amd64 6.1.55-1',
  '12:34:56.789',
  'error 0x80070005',
  'e1000e 0000:00:1f.6',
  '/usr/share/doc/bash',
  'connect to 127.0.0.1 port 631',
  'commit d670460b4b4aece5915caf5c68d12f560a9fe3e4',
  'Linux version 5.15.0-91-generic',
  'nameserver 9.9.9.9',
  'nvidia driver version 535.129.03, firmware 31.0.15.36',
];

test('of 41 seeded values none is left, and the 10 controls are', () => {
  expect(SEEDED).toHaveLength(41);
  const text = [...SEEDED.map(([, , line]) => line), ...CONTROLS].join('\n');
  const out = hide(text);
  const left = SEEDED.filter(([, value]) => out.includes(value));
  const lost = CONTROLS.filter((line) => !out.includes(line));
  console.info(
    `seeded: ${SEEDED.length - left.length}/${SEEDED.length}, controls kept: ${CONTROLS.length - lost.length}/${CONTROLS.length}`,
  );
  expect(left.map(([kind, value]) => `${kind} ${value}`)).toEqual([]);
  expect(lost).toEqual([]);
});

describe.skipIf(!hasShared)('captured outputs', () => {
  const MAC = /(?<![0-9a-f:-])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![0-9a-f:-])/gi;
  const KEPT_MAC = /^(?:ff:ff:ff:ff:ff:ff|00:00:00:00:00:00|01:|33:33)/i;
  /** Only where nothing but an address can stand: elsewhere four numbers may be a version. */
  const ADDRESS =
    /(?:inet |addr:|from |via |Address[ .]+: |routers |nameserver )((?:\d{1,3}\.){3}\d{1,3})\b/g;
  const KEPT =
    /^(?:0|127|2[2-5]\d)\.|^(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|208\.67\.22\d\.22\d|4\.2\.2\.\d)$|^169\.254\.0\.0$/;
  const MAIL = /(?<![\w.+-])[a-z][\w.]+@[a-z][\w-]+\.(?:com|org|net|de)\b/gi;
  const TIME = /(?<![\w:.])[0-2]\d:[0-5]\d:[0-5]\d(?![:\w])/g;
  const PCI = /\b[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.\d\b/g;

  const filesIn = (folder: string): readonly string[] =>
    readdirSync(sharedDir('corpus', folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() && statSync(sharedDir('corpus', path)).size < 100_000 ? [path] : [];
    });

  test.each([
    'ifconfig',
    'ip',
    'ipconfig',
    'dhcp',
    'arp',
    'route',
    'syslog',
    'lsusb',
    'lspci',
    'dmesg',
    'nmcli',
    'iw',
    'netstat',
  ])('%s: no address and no mail is left, times and slots are', (tool) => {
    const files = filesIn(tool);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(sharedDir('corpus', file), 'utf8');
      const out = hide(text);
      const found = (pattern: RegExp, from: string) =>
        new Set([...from.matchAll(pattern)].map((match) => match[1] ?? match[0]));
      const stays = (pattern: RegExp) =>
        [...found(pattern, text)].filter((value) => found(pattern, out).has(value));
      expect(
        stays(MAC).filter((mac) => !KEPT_MAC.test(mac)),
        file,
      ).toEqual([]);
      // Another one may become it: of a small class there are few.
      const addresses = [text, out].map((from) =>
        [...from.matchAll(ADDRESS)].map(([, address = '']) => address),
      );
      const [before = [], after = []] = addresses;
      expect(after.length, file).toBe(before.length);
      expect(
        before.filter((address, at) => !KEPT.test(address) && address === after[at]),
        file,
      ).toEqual([]);
      expect(stays(MAIL), file).toEqual([]);
      expect(out.match(TIME), file).toEqual(text.match(TIME));
      expect(out.split('\n').length, file).toBe(text.split('\n').length);
      const slots = out.match(PCI) ?? [];
      expect(slots.length, file).toBeGreaterThanOrEqual((text.match(PCI) ?? []).length);
    }
  });
});

test('udisks names drives by model and serial number: the serial number goes, the model stays', () => {
  const path = '/org/freedesktop/UDisks2/drives/Samsung_SSD_860_EVO_1TB_S3Z8NB0K123456A';
  const hidden = hide(`{"type":"o","data":"${path}"}`);
  expect(hidden).not.toContain('S3Z8NB0K123456A');
  expect(hidden).toContain('drives/Samsung_SSD_860_EVO_1TB_');
});

/** What the security check says at the edges of its rules, and when it stays silent. */
import { describe, expect, test } from 'vitest';
import { security } from '../../checks/security/index.ts';
import type { Answer } from '../../src/contract.ts';
import { run } from '../../src/run.ts';
import { attributes, type Evidence, exec, file, hostOf, list, none, raw } from '../evidence/evidence.ts';
import { installHistory, laptop, macbook, procStats, procTcp, windows } from '../evidence/security.ts';

const look = async (
  os: Evidence['os'],
  answers: Readonly<Record<string, Answer>>,
  settings: Evidence['settings'] = {},
) => {
  const host = hostOf({ code: '', os, from: 'composed', what: '', answers }, true);
  const { outcomes } = await run([security], host, { settings: { security: settings } });
  const [outcome] = outcomes;
  if (outcome === undefined || outcome.crash !== undefined) throw outcome?.crash ?? new Error('nothing ran');
  return outcome;
};

const said = async (...given: Parameters<typeof look>) =>
  (await look(...given)).findings.map(({ code, severity }) => `${severity} ${code}`);

describe('a computer that is in order', () => {
  test.each([
    ['linux', laptop],
    ['win32', windows()],
    ['darwin', macbook],
  ] as const)('%s: nothing is said', async (os, answers) => {
    expect(await said(os, answers)).toEqual([]);
  });

  test('Windows and macOS were seen whole', async () => {
    expect((await look('win32', windows())).unknown).toEqual([]);
    expect((await look('darwin', macbook)).unknown).toEqual([]);
  });

  test('a container is skipped', async () => {
    const answers = {
      ...laptop,
      'system.container.docker': raw('stat', { type: 'file', bytes: 0, inode: 1, modifiedAt: '' }),
    };
    expect((await look('linux', answers)).skipped).toBe('container');
  });
});

describe('security/antivirus-off', () => {
  const aged = (age: number) =>
    windows({ defender: [{ service: true, enabled: true, realTime: true, age, mode: 'Normal' }] });

  test.each([
    [3, []],
    [4, ['warning security/antivirus-off']],
    [14, ['warning security/antivirus-off']],
    [15, ['critical security/antivirus-off']],
    [65_535, ['critical security/antivirus-off']],
  ] as const)('signatures of %i days', async (age, expected) => {
    expect(await said('win32', aged(age))).toEqual(expected);
  });

  test('Defender that steps back for another product is not off', async () => {
    const answers = windows({
      products: [{ class: 'AntiVirusProduct', name: 'ESET Security', state: 266_240 }],
      defender: [{ service: true, enabled: false, realTime: false, age: 90, mode: 'Passive Mode' }],
    });
    expect(await said('win32', answers)).toEqual([]);
  });

  test('another product that knows no recent viruses', async () => {
    const answers = windows({
      products: [{ class: 'AntiVirusProduct', name: 'ESET Security', state: 266_256 }],
      defender: [{ service: true, enabled: false, realTime: false, age: 90, mode: 'Passive Mode' }],
    });
    expect(await said('win32', answers)).toEqual(['warning security/antivirus-off']);
  });

  test('a refused look is unknown, not off', async () => {
    const outcome = await look('win32', windows({ products: { denied: 'x' }, defender: { denied: 'x' } }));
    expect(outcome.findings).toEqual([]);
    expect(outcome.unknown.map(({ reason }) => reason)).toEqual(['denied']);
  });

  test('XProtect data of 90 days, and of 91', async () => {
    const aged90 = { ...macbook, 'security.mac.installs': installHistory('2026-08-26T12:00:00Z') };
    const aged91 = { ...macbook, 'security.mac.installs': installHistory('2026-08-25T12:00:00Z') };
    expect(await said('darwin', aged90)).toEqual([]);
    expect(await said('darwin', aged91)).toEqual(['warning security/antivirus-off']);
  });
});

describe('security/firewall-off', () => {
  const off = { ...laptop, 'security.ufw': file('ENABLED=no\n') };

  test('without listeners it is a note', async () => {
    expect(await said('linux', off)).toEqual(['info security/firewall-off']);
  });

  test('settings that may not be read are unknown', async () => {
    const outcome = await look('linux', { ...laptop, 'security.ufw': none('denied', 'EACCES') });
    expect(outcome.findings).toEqual([]);
    expect(outcome.unknown.map(({ source }) => source)).toContain('security.ufw');
  });

  test('rules by hand that root sees count', async () => {
    const rules = (policy: string) =>
      exec(
        JSON.stringify({
          nftables: [
            { metainfo: {} },
            { chain: { family: 'inet', table: 'filter', name: 'input', hook: 'input', policy } },
          ],
        }),
      );
    const root = (policy: string) => ({
      ...off,
      'system.user': raw('user', { name: 'root', home: '/root', uid: 0, elevated: true }),
      'kernel.modules': file('nf_tables 372736 1 - Live 0x0000000000000000\n'),
      'security.nft/all': rules(policy),
      'security.list//root/.ssh': none(),
    });
    expect(await said('linux', root('drop'))).toEqual([]);
    expect(await said('linux', root('accept'))).toEqual(['info security/firewall-off']);
  });

  test('a profile that is not in use is a note', async () => {
    const answers = windows({
      firewall: [
        { name: 'Domain', enabled: 0 },
        { name: 'Public', enabled: 2 },
      ],
    });
    expect(await said('win32', answers)).toEqual(['info security/firewall-off']);
  });
});

describe('security/malware-detected', () => {
  const threat = (status: number, at: string) => ({
    name: 'Trojan',
    id: '1',
    status,
    at,
    resources: ['file:_C:\\a.exe'],
  });

  test('the last word on a file counts', async () => {
    const answers = windows({
      threats: [threat(3, '2026-11-22T10:00:00.0000000Z'), threat(1, '2026-11-21T10:00:00.0000000Z')],
    });
    expect(await said('win32', answers)).toEqual(['info security/malware-detected']);
  });

  test('what was cleaned more than 30 days ago is over', async () => {
    expect(await said('win32', windows({ threats: [threat(4, '2026-10-24T10:00:00.0000000Z')] }))).toEqual(
      [],
    );
  });

  test('what the person allowed is left alone', async () => {
    expect(await said('win32', windows({ threats: [threat(5, '2026-11-22T10:00:00.0000000Z')] }))).toEqual(
      [],
    );
  });

  test('a file that ClamAV found and that is gone is a note', async () => {
    const answers = {
      ...laptop,
      'security.clamav.log': file('/home/lena/x.exe: Win.Test.EICAR_HDB-1 FOUND\n'),
      'security.stat//home/lena/x.exe': none(),
    };
    expect(await said('linux', answers)).toEqual(['info security/malware-detected']);
  });
});

describe('security/disk-not-encrypted', () => {
  const on = (device: string, slaves: Readonly<Record<string, Answer>> = {}) => ({
    ...laptop,
    'disk.mounts': file(`29 1 9:0 / / rw,relatime - ext4 ${device} rw\n`),
    ...slaves,
  });

  test('a RAID of which one disk is encrypted is not', async () => {
    const answers = on('/dev/md0', { 'security.below/md0': list('dm-0', 'sdb1') });
    expect(await said('linux', answers)).toEqual(['warning security/disk-not-encrypted']);
  });

  test('a RAID on encrypted disks is', async () => {
    expect(await said('linux', on('/dev/md0', { 'security.below/md0': list('dm-0') }))).toEqual([]);
  });

  test('a device mapper that hides what is below is unknown', async () => {
    const outcome = await look(
      'linux',
      on('/dev/mapper/vg-root', { 'security.below/dm-1': none('denied', 'EACCES') }),
    );
    expect(outcome.findings).toEqual([]);
    expect(outcome.unknown.map(({ source }) => source)).toContain('security.mappings');
  });

  test.each([
    [1, []],
    [2, ['warning security/disk-not-encrypted']],
    [3, []],
    [5, ['warning security/disk-not-encrypted']],
  ] as const)('BitLocker state %i', async (state, expected) => {
    expect(await said('win32', windows({ bitlocker: [{ drive: 'C:', state }] }))).toEqual(expected);
  });

  test('a Windows that does not tell is unknown', async () => {
    const { findings, unknown } = await look('win32', windows({ bitlocker: [{ drive: 'C:', state: null }] }));
    expect(findings).toEqual([]);
    expect(unknown.map(({ source }) => source)).toEqual(['machine.bitlocker']);
  });
});

describe('security/no-backup', () => {
  const last = (iso: string) => windows({ backup: [{ name: 'File History', kind: 'copy', last: iso }] });

  test('30 days, and 31', async () => {
    expect(await said('win32', last('2026-10-25T12:00:00.0000000Z'))).toEqual([]);
    expect(await said('win32', last('2026-10-24T11:00:00.0000000Z'))).toEqual(['warning security/no-backup']);
  });

  test('a folder in the cloud counts partly', async () => {
    expect(
      await said('win32', windows({ backup: [{ name: 'OneDrive', kind: 'cloud', last: null }] })),
    ).toEqual(['info security/no-backup']);
  });

  test('Debian’s copy of its package lists is no backup', async () => {
    const answers = { ...laptop, 'security.list//home/lena/.cache/restic': none() };
    expect(await said('linux', answers)).toEqual(['warning security/no-backup']);
  });

  test('a backup disk whose last run macOS does not tell is unknown', async () => {
    const answers = {
      ...macbook,
      'security.mac.backup.last': exec(
        '',
        80,
        'tmutil: latestbackup requires Full Disk Access privileges.\n',
      ),
    };
    const { findings, unknown } = await look('darwin', answers);
    expect(findings).toEqual([]);
    expect(unknown).toMatchObject([{ source: 'security.mac.backup.last', reason: 'denied' }]);
  });
});

describe('security/no-screen-lock', () => {
  const idle = (seconds: number) => ({
    ...laptop,
    'security.gsettings/org.gnome.desktop.session': exec(
      `org.gnome.desktop.session idle-delay uint32 ${seconds}\n`,
    ),
  });

  test('15 minutes, and a second more', async () => {
    expect(await said('linux', idle(900))).toEqual([]);
    expect(await said('linux', idle(901))).toEqual(['warning security/no-screen-lock']);
  });

  test('automatic sign-in of a desktop computer is its owner’s business', async () => {
    const answers = {
      ...laptop,
      'machine.hardware': attributes({ id: { sys_vendor: 'ASUS\n', chassis_type: '3\n' } }),
      'security.autologin.gdm3': file('[daemon]\nAutomaticLoginEnable=true\nAutomaticLogin=lena\n'),
    };
    expect(await said('linux', answers)).toEqual([]);
  });

  test('Windows that asks for nothing on waking, and never locks', async () => {
    const lock = {
      autoLogon: '0',
      autoUser: 'x',
      console: 0,
      saverActive: '1',
      saverSecure: null,
      saverTimeout: null,
      saverProgram: null,
    };
    expect(await said('win32', windows({ lock: [{ ...lock, idle: null }] }))).toEqual([
      'warning security/no-screen-lock',
    ]);
    expect(await said('win32', windows({ lock: [{ ...lock, idle: 900 }] }))).toEqual([]);
    expect(await said('win32', windows({ lock: [{ ...lock, idle: 901 }] }))).toEqual([
      'warning security/no-screen-lock',
    ]);
  });
});

describe('security/remote-access-open', () => {
  const sshd = (config: string, more: Readonly<Record<string, Answer>> = {}) => ({
    ...laptop,
    'security.sshd': file(config),
    'net.listeners': procTcp(22),
    ...more,
  });

  test('behind a firewall passwords are a note, root’s are not', async () => {
    expect(await said('linux', sshd('UsePAM yes\n'))).toEqual(['info security/remote-access-open']);
    expect(await said('linux', sshd('PermitRootLogin yes\n'))).toEqual([
      'warning security/remote-access-open',
    ]);
  });

  test('keys alone are fine, also on another port', async () => {
    expect(
      await said(
        'linux',
        sshd('Port 2222\nPasswordAuthentication no\nUsePAM no\n', { 'net.listeners': procTcp(2222) }),
      ),
    ).toEqual([]);
  });

  test('a part that only root may read leaves it unknown', async () => {
    const answers = sshd('Include /etc/ssh/sshd_config.d/*.conf\n', {
      'security.sshd.parts': list('50-cloud-init.conf'),
      'security.part//etc/ssh/sshd_config.d/50-cloud-init.conf': none('denied', 'EACCES'),
    });
    const { findings, unknown } = await look('linux', answers);
    expect(findings).toEqual([]);
    expect(unknown.map(({ reason }) => reason)).toContain('denied');
  });

  test('what stands behind Match holds for some people only', async () => {
    expect(
      await said(
        'linux',
        sshd('PasswordAuthentication no\nMatch User guest\n  PasswordAuthentication yes\n'),
      ),
    ).toEqual([]);
  });

  test('a port of VNC without a program that shows a screen is anybody’s', async () => {
    expect(await said('linux', { ...laptop, 'net.listeners': procTcp(5900) })).toEqual([]);
    expect(
      await said('linux', { ...laptop, 'net.listeners': procTcp(5900), processes: procStats('x11vnc') }),
    ).toEqual(['warning security/remote-access-open']);
  });

  test('Remote Desktop with NLA: a note at home, a warning in a café', async () => {
    const rdp = { rdp: [{ deny: 0, nla: 1, port: 3389 }], listening: [{ port: 3389, address: '0.0.0.0' }] };
    expect(await said('win32', windows(rdp))).toEqual(['info security/remote-access-open']);
    expect(await said('win32', windows({ ...rdp, networks: [{ category: 0 }] }))).toEqual([
      'warning security/remote-access-open',
    ]);
  });
});

describe('security/remote-control-tool', () => {
  test('that does not start by itself is a note, and silent when it is wanted', async () => {
    const answers = { ...laptop, processes: procStats('anydesk') };
    expect(await said('linux', answers)).toEqual(['info security/remote-control-tool']);
    expect(await said('linux', answers, { wantedRemoteTools: ['AnyDesk'] })).toEqual([]);
  });

  test('an old list that finds nothing is no verdict', async () => {
    const later = {
      ...laptop,
      'system.clock': raw('clock', { epochMs: Date.UTC(2027, 10, 24), timeZone: 'UTC' }),
    };
    expect((await look('linux', later)).unknown.map(({ source }) => source)).toContain('system.clock');
  });
});

describe('security/unknown-root-ca', () => {
  test('a known program’s authority is not spoken of', async () => {
    expect(
      await said(
        'win32',
        windows({
          roots: [{ subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate', thumbprint: 'FF' }],
        }),
      ),
    ).toEqual([]);
  });

  test('it is a warning where a site shows a certificate of it and that fails', async () => {
    const answers = {
      ...windows({ roots: [{ subject: 'CN=Helpful Root, O=Nobody', thumbprint: 'FF' }] }),
      'net.tls/www.wikipedia.org': raw('tls', {
        outcome: 'untrusted',
        connection: 'connected',
        code: 'SELF_SIGNED_CERT_IN_CHAIN',
        ms: 1,
        chain: [
          {
            subject: 'www.wikipedia.org',
            issuer: 'Helpful Root',
            validFrom: '',
            validTo: '',
            fingerprint: '',
          },
        ],
      }),
    };
    expect(await said('win32', answers)).toEqual(['warning security/unknown-root-ca']);
  });
});

describe('security/secure-boot-stale', () => {
  test('under way it is a note, with an error a warning', async () => {
    const keys = { on: 1, status: 'InProgress', capable: 1 };
    expect(await said('win32', windows({ secureBoot: [{ ...keys, error: null }] }))).toEqual([
      'info security/secure-boot-stale',
    ]);
    expect(await said('win32', windows({ secureBoot: [{ ...keys, error: 5 }] }))).toEqual([
      'warning security/secure-boot-stale',
    ]);
  });

  test('keys of one’s own, and Secure Boot that is off, are left alone', async () => {
    const own = {
      ...laptop,
      'security.secure-boot': file('\x06\0\0\0\x01'),
      'security.secure-boot.kek': file('\x07\0\0\0my own KEK'),
      'security.secure-boot.db': file('\x07\0\0\0my own db'),
    };
    expect(await said('linux', own)).toEqual([]);
    expect(await said('linux', { ...laptop, 'security.secure-boot': file('\x06\0\0\0\0') })).toEqual([]);
  });
});

describe('security/private-files-exposed', () => {
  test('a key whose group may read it is critical; a public one is not looked at', async () => {
    const mode = (bits: number): Answer =>
      raw('stat', {
        type: 'file',
        bytes: 1,
        inode: 1,
        modifiedAt: '2026-01-01T00:00:00.000Z',
        mode: bits,
        uid: 1000,
      });
    const key = 'security.stat//home/lena/.ssh/id_ed25519';
    expect(await said('linux', { ...laptop, [key]: mode(0o640) })).toEqual([
      'critical security/private-files-exposed',
    ]);
    expect(await said('linux', { ...laptop, [key]: mode(0o400) })).toEqual([]);
  });

  test('a share of a server that does not run is no share', async () => {
    const config = file('[x]\nguest ok = yes\nread only = no\n');
    expect(await said('linux', { ...laptop, 'security.samba': config })).toEqual([]);
    expect(
      await said('linux', { ...laptop, 'security.samba': config, processes: procStats('smbd') }),
    ).toEqual(['warning security/private-files-exposed']);
  });

  test('everybody may write, but guests have no account', async () => {
    expect(
      await said('win32', windows({ shares: [{ share: 'x', sid: 'S-1-1-0', mask: 2032127, guest: 0 }] })),
    ).toEqual([]);
  });
});

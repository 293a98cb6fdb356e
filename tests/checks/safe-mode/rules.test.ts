import { describe, expect, test } from 'vitest';
import { bootFile, grubConfig } from '../../../checks/safe-mode/reads/boot.ts';
import { deviceFile, deviceNames } from '../../../checks/safe-mode/reads/devices.ts';
import { ownedBy, writableHome } from '../../../checks/safe-mode/reads/person.ts';
import { blame } from '../../../checks/safe-mode/reads/times.ts';
import { unitDetail, unitLog } from '../../../src/sources/systemd.ts';
import { followed, missing, ok } from '../../facts.ts';
import { codes, DAY, look, MINUTE, marks, NOW, ordered, sudden, UP, unit } from './machine.ts';

const ENTRY = { device: 'UUID=0b5a', path: '/data', type: 'ext4', options: ['defaults'] };

test('a computer that starts as it should has nothing to say', () => {
  expect(codes({})).toEqual([]);
  expect(look({}).unknown).toEqual([]);
});

test('a container and WSL are started by another computer', () => {
  expect(look({ dockerMark: ok(true) }).skipped).toBe('container');
});

describe('modes', () => {
  const rescue = { commandLine: ok(['root=/dev/sda1', 'systemd.unit=rescue.target']) };

  test('rescue mode by the command line, and by systemd alone', () => {
    expect(codes({ ...rescue, units: ok([unit('rescue.target')]) })).toEqual([
      'warning safe-mode/safe-mode-active',
    ]);
    expect(codes({ units: ok([unit('rescue.target')]) })).toEqual(['warning safe-mode/safe-mode-active']);
    expect(codes({ ...rescue, units: missing('absent') })).toEqual(['warning safe-mode/safe-mode-active']);
  });

  test('whoever went on from the rescue shell is not in it any more', () => {
    expect(codes({ ...rescue, units: ok(UP) })).toEqual([]);
  });

  test('a setting that asks for it at every start is named, and only a remark while it is not used', () => {
    const grub = { grubWords: ok(['quiet', 'single']) };
    expect(codes({ ...rescue, ...grub, units: ok([unit('rescue.target')]) })).toEqual([
      'warning safe-mode/safe-mode-active',
      'warning safe-mode/safeboot-flag-stuck',
    ]);
    expect(codes(grub)).toEqual(['info safe-mode/safeboot-flag-stuck']);
    expect(codes({ defaultTarget: ok('emergency.target') })).toEqual(['info safe-mode/safeboot-flag-stuck']);
    expect(codes({ defaultTarget: ok('graphical.target') })).toEqual([]);
  });

  test('emergency mode names the disk that is missing, and not a second time', () => {
    const found = look(
      { units: ok([unit('emergency.target'), unit('data.mount', 'inactive', 'dead')]), fstab: ok([ENTRY]) },
      [followed(deviceNames('by-uuid'), ['other'])],
    ).findings;
    expect(found.map(({ code }) => code)).toEqual(['safe-mode/emergency-mode', 'safe-mode/safe-mode-active']);
    expect(found[0]?.params).toEqual({ entries: [{ device: 'UUID=0b5a', path: '/data' }], units: [] });
  });

  test('emergency mode that was asked for is no stop', () => {
    expect(codes({ commandLine: ok(['emergency']), units: ok([unit('emergency.target')]) })).toEqual([
      'warning safe-mode/safe-mode-active',
    ]);
  });
});

describe('what the next start needs', () => {
  const names = ['vmlinuz-6.1.0-9-amd64', 'initrd.img-6.1.0-9-amd64', 'vmlinuz-6.1.0-13-amd64'];

  test('the newest kernel without its image, or with an empty one', () => {
    expect(codes({ bootFiles: ok(names) })).toEqual(['critical safe-mode/initramfs-missing']);
    const whole = [...names, 'initrd.img-6.1.0-13-amd64'];
    const image = bootFile('initrd.img-6.1.0-13-amd64');
    expect(
      codes({ bootFiles: ok(whole) }, [followed(image, { bytes: 40_000_000, type: 'file' as const })]),
    ).toEqual([]);
    expect(codes({ bootFiles: ok(whole) }, [followed(image, { bytes: 0, type: 'file' as const })])).toEqual([
      'critical safe-mode/initramfs-missing',
    ]);
  });

  test('an older kernel without one, a unified image, a kernel that needs none', () => {
    const older = ['vmlinuz-6.1.0-9-amd64', 'vmlinuz-6.1.0-13-amd64', 'initrd.img-6.1.0-13-amd64'];
    expect(codes({ bootFiles: ok(older) })).toEqual([]);
    expect(codes({ bootFiles: ok(names), unifiedImages: ok(['arch-linux.efi']) })).toEqual([]);
    expect(codes({ bootFiles: ok(['vmlinuz-6.6.1-gentoo']) })).toEqual([]);
    expect(codes({ bootFiles: ok([...older, 'vmlinuz-6.1.0-13-amd64.efi.signed']) })).toEqual([]);
  });

  test('GRUB without its menu', () => {
    const grub = { grubFiles: ok(['x86_64-efi', 'fonts']) };
    expect(codes(grub, [[grubConfig('grub'), missing('absent')]])).toEqual([
      'critical safe-mode/bootloader-damaged',
    ]);
    expect(codes(grub, [followed(grubConfig('grub'), { bytes: 0 })])).toEqual([
      'critical safe-mode/bootloader-damaged',
    ]);
    expect(codes(grub, [[grubConfig('grub'), missing('denied')]])).toEqual([]);
    expect(codes({ grubFiles: ok(['grubenv']) })).toEqual([]);
  });

  test('a disk of fstab that is not there', () => {
    const seen = [followed(deviceNames('by-uuid'), ['1111'])];
    expect(codes({ fstab: ok([ENTRY]) }, seen)).toEqual(['warning safe-mode/fstab-missing-device']);
    expect(
      codes({ fstab: ok([{ ...ENTRY, device: '/dev/sdz1' }]) }, [
        [deviceFile('/dev/sdz1'), missing('absent')],
      ]),
    ).toEqual(['warning safe-mode/fstab-missing-device']);
  });

  test.each([
    ['nofail', { options: ['defaults', 'nofail'] }],
    ['a network share', { type: 'nfs4', device: '/dev/x' }],
    ['swap', { type: 'swap', path: 'none' }],
    ['there, in other letters', { device: 'UUID=1111-ABCD' }],
    ['a label with a blank', { device: 'LABEL=My\\040Disk' }],
  ])('%s stops no start', (_, change) => {
    const seen = [
      followed(deviceNames('by-uuid'), ['1111-abcd']),
      followed(deviceNames('by-label'), ['My\\x20Disk']),
    ];
    expect(codes({ fstab: ok([{ ...ENTRY, ...change }]) }, seen)).toEqual([]);
  });

  test('an entry that is open has its disk, and without udev nobody can tell', () => {
    const open = {
      path: '/data',
      type: 'ext4',
      source: '/dev/sdb1',
      volume: '8:17',
      root: '/',
      readOnly: false,
    };
    expect(codes({ fstab: ok([ENTRY]), mounts: ok([open]) }, [followed(deviceNames('by-uuid'), [])])).toEqual(
      [],
    );
    expect(codes({ fstab: ok([ENTRY]) }, [[deviceNames('by-uuid'), missing('absent')]])).toEqual([]);
  });
});

describe('services', () => {
  const detail = {
    load: 'loaded',
    active: 'failed',
    sub: 'failed',
    enabled: 'enabled',
    result: 'exit-code',
    restarts: 0,
    exitStatus: 1,
  };
  const said = (text: string, from = 'sh', level = 6) => ({
    epochMs: NOW,
    level,
    from,
    text,
    bootId: 'b',
    messageId: null,
    fields: {},
  });

  test('one that matters is a warning with its last words, another one a remark', () => {
    const units = ok([
      ...UP,
      unit('cups.service', 'failed', 'failed'),
      unit('my.service', 'failed', 'failed'),
    ]);
    const found = look({ units }, [
      followed(unitDetail('cups.service'), detail),
      followed(unitLog('cups.service'), [
        said('Started CUPS.', 'systemd'),
        said('cannot bind', 'cupsd', 3),
        said('Main process exited', 'systemd', 5),
      ]),
    ]).findings;
    expect(found.map(({ severity, subject }) => `${severity} ${subject ?? ''}`)).toEqual([
      'warning cups.service',
      'info ',
    ]);
    expect(found[0]?.params).toMatchObject({ line: 'cannot bind', exitStatus: 1, result: 'exit-code' });
    expect(found[1]?.params).toMatchObject({ kind: 'others', names: ['my.service'] });
  });

  test('what fails on healthy computers is a remark', () => {
    expect(
      codes({ units: ok([...UP, unit('NetworkManager-wait-online.service', 'failed', 'failed')]) }),
    ).toEqual(['info safe-mode/failed-services']);
  });

  test('a service that is restarted again and again', () => {
    const restarts = (agoMs: number, pauseMs: number) =>
      ok(
        [1, 2, 3, 4].map((count) => ({
          unit: 'sync.service',
          epochMs: NOW - agoMs - (4 - count) * pauseMs,
          count,
        })),
      );
    expect(codes({ unitRestarts: restarts(500, 1300) })).toEqual(['warning safe-mode/failed-services']);
    // It needed some attempts while the computer started, and has run since.
    expect(codes({ unitRestarts: restarts(30 * MINUTE, 1300) })).toEqual([]);
    // Once a day is no loop.
    expect(codes({ unitRestarts: restarts(500, DAY) })).toEqual([]);
  });

  test('without rights for the journal systemd itself has counted', () => {
    const units = ok([...UP, unit('sync.service', 'activating', 'auto-restart')]);
    const values = { units, unitRestarts: missing('denied') };
    expect(codes(values, [followed(unitDetail('sync.service'), { ...detail, restarts: 7 })])).toEqual([
      'warning safe-mode/failed-services',
    ]);
    expect(codes(values, [followed(unitDetail('sync.service'), { ...detail, restarts: 1 })])).toEqual([]);
  });

  test('OpenRC keeps what failed; another system is said once', () => {
    const units = missing('absent');
    expect(codes({ units, openRcFailed: ok(['sshd']) })).toEqual(['warning safe-mode/failed-services']);
    expect(look({ units, openRcFailed: ok([]), bootMarks: missing('absent') }).unknown).toEqual([]);
    expect(look({ units, bootMarks: missing('absent') }).unknown).toHaveLength(1);
  });
});

describe('how starts ended', () => {
  test('a sudden end, and an old one', () => {
    const run = sudden('z', NOW - 60 * MINUTE);
    expect(codes({ bootMarks: ok([...sudden('a', NOW - DAY), ...run]) })).toEqual([
      'warning safe-mode/unexpected-shutdown',
    ]);
    expect(codes({ bootMarks: ok([...sudden('a', NOW - 20 * DAY), ...run]) })).toEqual([
      'info safe-mode/unexpected-shutdown',
    ]);
    expect(codes({ bootMarks: ok([...sudden('a', NOW - 40 * DAY), ...run]) })).toEqual([]);
  });

  test('ends that only look sudden', () => {
    const run = sudden('z', NOW - 60 * MINUTE);
    // A /var of its own is gone before the journal can be stopped.
    expect(
      codes({ bootMarks: ok([...marks('a', NOW - DAY, 'journal-started', 'shutdown-ordered'), ...run]) }),
    ).toEqual([]);
    // Its beginning was thrown away, its end may be too.
    expect(codes({ bootMarks: ok([...marks('a', NOW - DAY, 'started-up'), ...run]) })).toEqual([]);
    // The journal was restarted, and then stopped for good.
    expect(
      codes({
        bootMarks: ok([
          ...marks(
            'a',
            NOW - DAY,
            'journal-started',
            'journal-stopped',
            'journal-started',
            'journal-stopped',
          ),
          ...run,
        ]),
      }),
    ).toEqual([]);
  });

  test('three starts in half an hour that nobody ordered', () => {
    const loop = [0, 1, 2, 3].flatMap((at) => sudden(`s${at}`, NOW - 60 * MINUTE + at * 5 * MINUTE));
    expect(codes({ bootMarks: ok(loop) })).toContain('critical safe-mode/restart-loop');
    const patient = [0, 1, 2, 3].flatMap((at) => ordered(`s${at}`, NOW - 60 * MINUTE + at * 5 * MINUTE));
    expect(codes({ bootMarks: ok(patient) })).toEqual([]);
  });
});

describe('how long it took', () => {
  const started = (userspaceMs: number) => ({
    bootMarks: ok([{ bootId: 'b', epochMs: NOW - MINUTE, event: 'started-up' as const, userspaceMs }]),
  });

  test('the slowest are named, and who waits for a person is not', () => {
    const told = followed(blame('all'), [
      { unit: 'plymouth-quit-wait.service', ms: 80_000 },
      { unit: 'lab.service', ms: 70_000 },
      { unit: 'dev-sda1.device', ms: 60_000 },
    ]);
    const found = look(started(84_000), [told]).findings;
    expect(found.map(({ code }) => code)).toEqual(['safe-mode/slow-start']);
    expect(found[0]?.params).toMatchObject({ seconds: 84, slowest: [{ name: 'lab.service', seconds: 70 }] });
    expect(
      codes(started(84_000), [
        followed(blame('all'), [{ unit: 'systemd-cryptsetup@home.service', ms: 60_000 }]),
      ]),
    ).toEqual([]);
    expect(codes(started(20_000))).toEqual([]);
    // A virtual machine starts as fast as its host lets it.
    expect(codes({ ...started(84_000), processor: ok({ hypervisor: true }) })).toEqual([
      'info safe-mode/slow-start',
    ]);
  });
});

describe('signing in', () => {
  const home = (uid: number, error: string | null = null) => [
    followed(ownedBy('/home/maria'), { uid, mode: 0o700, type: 'folder' as const }),
    followed(writableHome('/home/maria'), error),
  ];

  test('a home folder of somebody else, a read-only one, files of root', () => {
    expect(codes({}, home(1000))).toEqual([]);
    expect(codes({}, home(0, 'EACCES'))).toEqual(['critical safe-mode/login-broken']);
    expect(codes({}, home(1000, 'EROFS'))).toEqual(['critical safe-mode/login-broken']);
    const file = followed(ownedBy('/home/maria/.Xauthority'), { uid: 0, mode: 0o600, type: 'file' as const });
    expect(look({}, [...home(1000), file]).findings[0]?.params).toEqual({
      kind: 'file',
      path: '/home/maria/.Xauthority',
      uid: 1000,
    });
  });

  test('root looks after the people; a service has no home to speak of', () => {
    const user = ok({ name: 'root', home: '/root', uid: 0, elevated: true });
    const accounts = ok([{ name: 'maria', uid: 1000, home: '/home/maria' }]);
    expect(codes({ user, accounts }, home(0))).toEqual(['critical safe-mode/login-broken']);
    const service = ok({ name: 'www-data', home: '/var/www', uid: 33, elevated: false });
    expect(
      codes({ user: service }, [
        followed(ownedBy('/var/www'), { uid: 0, mode: 0o755, type: 'folder' as const }),
      ]),
    ).toEqual([]);
  });
});

/** Disks, and what is mounted where. */
import { parseFstab } from '../../../src/sources/fstab.ts';
import { parseLsblk } from '../../../src/sources/lsblk.ts';
import { parseMacMount, parseMountinfo } from '../../../src/sources/mounts.ts';
import { parseMdstat, parseZpoolStatus } from '../../../src/sources/raid.ts';
import { parseSmartJson } from '../../../src/sources/smart-json.ts';
import { parseScan } from '../../../src/sources/smartctl.ts';
import { samples } from '../../sources/network/corpus.ts';
import { type Tool, tool } from '../agreement.ts';
import { NO_EXPECTATION, rowsOf } from './forms.ts';

const MOUNT_FORM = 'mount(8) of Linux and AIX has another form; on Linux /proc/self/mountinfo is read';

export const disks: readonly Tool[] = [
  tool(
    'smartctl --json',
    'parseSmartJson',
    samples('smartctl-json', /./),
    (text) => parseSmartJson(text, '/dev/sda'),
    {
      refuses: [
        [/smart-fail\.json/, 'smartctl could not open the disk'],
        [/smart-raid\.json/, 'a controller that tells no health'],
        [/smartctl_info/, 'only `-i` was asked, which holds no health'],
        [/smartctl_scan/, '`--scan`, no report'],
      ],
    },
  ),
  tool('smartctl --scan', 'parseScan', samples('smartctl-json', /smartctl_scan/), parseScan, {
    refuses: [[/./, 'JSON; the text of --scan is asked for, which versions before 7.0 have too']],
  }),
  tool(
    '/proc/mdstat',
    'parseMdstat',
    [...samples('mdstat', /./), ...samples('procfs', /mdstat$/)],
    parseMdstat,
  ),
  tool('zpool status', 'parseZpoolStatus', samples('zpool', NO_EXPECTATION), parseZpoolStatus, {
    refuses: [[/iostat/, '`zpool iostat`, which is not asked']],
    compare: (ours, { expected }) => [
      ours.map(({ name, state }) => [name, state]),
      rowsOf(expected).map(({ pool, state }) => [pool, state]),
    ],
  }),
  // KNAME was asked for, which is NAME for all that is no mapped device.
  tool('lsblk -J', 'parseLsblk', samples('udevadm-export-db', /lsblk\.json$/), (text) =>
    parseLsblk(text.replaceAll('"kname"', '"name"')),
  ),
  tool(
    'lsblk',
    'parseLsblk',
    [...samples('lsblk', NO_EXPECTATION), ...samples('facter-fixtures', /^lsblk/)],
    parseLsblk,
    {
      refuses: [[/./, 'the table of lsblk without -J, which is what is asked for']],
    },
  ),
  tool('/proc/self/mountinfo', 'parseMountinfo', samples('procfs', /mountinfo$/), parseMountinfo),
  tool('mount', 'parseMacMount', samples('mount', NO_EXPECTATION), parseMacMount, {
    refuses: [[/linux|ubuntu|centos|aix|generic/, MOUNT_FORM]],
    compare: (ours, { expected, name }) =>
      name.includes('osx')
        ? [
            ours.map(({ source, path, type }) => [source, path, type]),
            rowsOf(expected).map(({ filesystem, mount_point: path, options }) => [
              filesystem,
              path,
              // jc leaves the type among the options.
              Array.isArray(options) ? options[0] : '',
            ]),
          ]
        : undefined,
  }),
  tool(
    'mount (shortened)',
    'parseMacMount',
    samples('facter-fixtures', /^(mount|macosx_filesystems)$/),
    parseMacMount,
    {
      refuses: [[/mount$/, MOUNT_FORM]],
    },
  ),
  tool(
    'fstab',
    'parseFstab',
    [...samples('fstab', NO_EXPECTATION), ...samples('machines', /etc\/fstab$/)],
    parseFstab,
    {
      compare: (ours, { expected }) =>
        expected === undefined
          ? undefined
          : [
              ours.map(({ device, path, type, options }) => [device, path, type, options.join(',')]),
              rowsOf(expected).map((row) => [row.fs_spec, row.fs_file, row.fs_vfstype, row.fs_mntops]),
            ],
    },
  ),
];

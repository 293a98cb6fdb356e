/** The system itself: what it is, what is installed, what runs. */

import { parseUpgrade } from '../../../src/sources/apt.ts';
import { parseDpkg } from '../../../src/sources/dpkg.ts';
import { parseLocks } from '../../../src/sources/locks.ts';
import { machineReads } from '../../../src/sources/machine.ts';
import { parseModules } from '../../../src/sources/modules.ts';
import { parseAssignments, parseOsRelease } from '../../../src/sources/os-release.ts';
import { parseProcStats } from '../../../src/sources/processes.ts';
import { parseRpm } from '../../../src/sources/rpm.ts';
import { parseUnits } from '../../../src/sources/systemd.ts';
import { samples } from '../../sources/network/corpus.ts';
import { type Tool, tool } from '../agreement.ts';
import { NO_EXPECTATION, printed, rowsOf } from './forms.ts';

/** Put in by hand: dpkg has no state `h`. */
const NO_STATE = 'rh';

/** `dpkg -l` has the columns of the query that is asked, and others. */
const asked = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /^[a-z][a-zA-Z][ R] /.test(line) && !line.startsWith(`${NO_STATE} `))
    .map((line) => `${line.slice(0, 3)} ${line.slice(4).split(/\s/)[0]}`)
    .join('\n');

const stat = (text: string): Parameters<typeof parseProcStats>[0] => ({
  entries: { '1': { stat: { text } } },
});

export const system: readonly Tool[] = [
  tool(
    '/etc/os-release',
    'parseOsRelease',
    [
      ...samples('os-release', /os-release-[a-z]+$/),
      ...samples('distro', /os-release/),
      ...samples('facter-fixtures', /^os_release/),
      ...samples('sysfs', /os-release$/),
    ],
    (text) => ({ read: parseOsRelease(text), values: { ...parseAssignments(text) } }),
    {
      refuses: [
        [/centos-release/, '/etc/centos-release'],
        [/devuan/, '/etc/devuan_version'],
        [/mint/, '/etc/linuxmint/info'],
        [/solaris/, '/etc/release of Solaris'],
      ],
      compare: ({ values }, { expected }) => (expected === undefined ? undefined : [values, expected]),
    },
  ),
  tool(
    'dpkg -l',
    'parseDpkg',
    [...samples('dpkg', NO_EXPECTATION), ...samples('machines', /dpkg_-l$/)],
    (text) => parseDpkg(asked(text)),
    {
      compare: (ours, { expected }) => {
        if (expected === undefined) return undefined;
        const theirs = rowsOf(expected).filter(({ codes }) => codes !== NO_STATE);
        return [
          [ours.packages, ours.unfinished.map(({ name }) => name)],
          [
            theirs.length,
            theirs.filter(({ codes }) => /^.[HUFWt]|R/.test(`${codes}`)).map(({ name }) => name),
          ],
        ];
      },
    },
  ),
  tool('rpm -qi', 'parseRpm', samples('rpm', NO_EXPECTATION), parseRpm, {
    refuses: [[/./, 'every field; `rpm -qa --qf` with two of them is asked']],
  }),
  tool('apt-get -s', 'parseUpgrade', samples('apt', NO_EXPECTATION), (text) => parseUpgrade(printed(text)), {
    refuses: [
      [/cache_show/, '`apt-cache show`'],
      [/sqq/, 'with -qq, which leaves out the sums that are read'],
    ],
  }),
  tool(
    'systemctl list-units',
    'parseUnits',
    [...samples('systemctl', NO_EXPECTATION), ...samples('machines', /systemctl_list-units$/)],
    parseUnits,
    {
      refuses: [
        [/-ls\.out/, '`systemctl list-sockets`'],
        [/-luf\.out/, '`systemctl list-unit-files`'],
      ],
      compare: (ours, { expected }) =>
        expected === undefined
          ? undefined
          : [
              ours.map(({ name, load, active, sub, description }) => [name, load, active, sub, description]),
              rowsOf(expected).map((row) => [row.unit, row.load, row.active, row.sub, row.description]),
            ],
    },
  ),
  tool(
    '/proc/modules',
    'parseModules',
    [...samples('lsmod', NO_EXPECTATION), ...samples('machines', /lsmod$/)],
    parseModules,
    {
      refuses: [[/./, 'lsmod; /proc/modules, which it prints in part, is read']],
    },
  ),
  tool('/proc/locks', 'parseLocks', samples('procfs', /locks$/), parseLocks, {
    compare: (ours, { expected }) => [
      ours.map(({ pid, inode, access }) => [pid, inode, access]),
      rowsOf(expected).map(({ pid, inode, access }) => [pid, inode, `${access}`.toLowerCase()]),
    ],
  }),
  tool('/proc/[pid]/stat', 'parseProcStats', samples('procfs', /proc\/\d+\/stat$/), (text) =>
    parseProcStats(stat(text)),
  ),
  tool(
    '/proc/cpuinfo',
    'machineReads.processor',
    [
      ...samples('proc', /cpuinfo/),
      ...samples('cpuinfo', /./),
      ...samples('facter-fixtures', /^cpuinfo/),
      ...samples('procfs', /cpuinfo2?$/),
      ...samples('machines', /cpuinfo$/),
    ],
    (text) => machineReads.processor.on.linux?.parse({ text } as never, {} as never),
  ),
];

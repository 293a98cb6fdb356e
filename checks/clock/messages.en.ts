/** Words of the clock check, in English. */
import type { CheckMessages } from '../../src/contract.ts';
import { fixes, nodes, questions } from './messages.en/steps.ts';
import { symptoms } from './messages.en/symptoms.ts';
import type { Battery, Chip, Skew, Sync, Zone } from './params.ts';
import { dayText, offsetText, spanText } from './span.ts';

const SWITCH_ON: Readonly<Record<Sync['system'], string>> = {
  linux: 'sudo timedatectl set-ntp true',
  windows: 'Settings > Time & language > Date & time > Set time automatically',
  macos: 'System Settings > General > Date & Time > Set time and date automatically',
};

export const en = {
  name: 'Clock',
  complaint: 'The time is wrong',
  fine: 'the clock agrees with servers on the internet',
  findings: {
    'clock/skew': {
      name: 'The clock is wrong',
      means:
        'Secure sites, sign-ins and updates compare dates. With a wrong clock certificates look expired or not valid yet, and one-time codes are refused.',
      found:
        'The clock is compared with the Date header of several plain-HTTP servers; at least two must agree where two answer. Warning above 60 seconds, critical above 300.',
      say: (p: Skew) => ({
        title:
          p.source === ''
            ? 'The clock of this computer stands years in the past'
            : `The clock of this computer is ${spanText('en', p.offsetSeconds)} ${p.offsetSeconds < 0 ? 'behind' : 'ahead'} (compared with ${p.source})`,
        why: 'Certificates, sign-ins and updates are judged by it: they seem expired or not valid yet. The fault is in this computer, not at the sites.',
        next: 'Switch automatic date and time on in the settings (Linux: sudo timedatectl set-ntp true; Windows: w32tm /resync; macOS: sudo sntp -sS time.apple.com)',
      }),
    },
    'clock/sync-off': {
      name: 'Automatic time setting is off or fails',
      means:
        'Every clock drifts by seconds a day. A time server puts it right again and again, as long as the computer asks one.',
      found:
        'Linux: timedatectl, chronyc, ntpq and the programs that run. Windows: the type and start of its time service, and its events 36, 47 and 134 since it last followed a server. macOS: systemsetup, which answers administrators only. Virtual machines take the time from their host.',
      say: (p: Sync) => ({
        title: {
          off: 'Automatic time setting is switched off',
          none: 'No program on this computer sets the time by a server',
          failing: 'Automatic time setting is on, and no time server answers it',
        }[p.state],
        why: 'The clock drifts a little every day. After some weeks secure sites and sign-ins begin to fail.',
        next:
          p.state === 'failing'
            ? 'Name another time server, such as pool.ntp.org, and see whether the network lets UDP port 123 through'
            : p.state === 'none' && p.system === 'linux'
              ? 'Install one, such as chrony or systemd-timesyncd, then: sudo timedatectl set-ntp true'
              : SWITCH_ON[p.system],
      }),
    },
    'clock/timezone-wrong': {
      name: 'The time zone or summer-time rule is wrong',
      means:
        'The clock itself may be right to the second, and still show another hour: what it shows depends on the zone that is set and on the data of that zone.',
      found:
        'The link /etc/localtime leads nowhere; or the rule in its data is one that the country has given up since, by the tz database 2026d; or Windows was told not to follow summer time in a zone that has it. Where you are is never guessed: whether the right zone is set only you can say.',
      say: (p: Zone) => ({
        title: {
          'no-data': `The time zone ${p.zone === '' ? 'that is set' : p.zone} has no data on this computer`,
          'old-rules': `The data of the time zone ${p.zone} are out of date`,
          'no-summer-time': `Summer time is switched off in the time zone ${p.zone}`,
        }[p.problem],
        why: {
          'no-data': 'Programs show UTC instead of the local time.',
          'old-rules':
            'The country has changed its clocks since: the time shown is an hour off, always or in part of the year.',
          'no-summer-time': 'In summer the time shown is an hour off.',
        }[p.problem],
        next:
          p.system === 'windows'
            ? 'Settings > Time & language > Date & time: choose the time zone, and switch on «Adjust for daylight saving time automatically»'
            : p.problem === 'old-rules'
              ? p.system === 'macos'
                ? 'Install the updates of macOS: they bring the data of the time zones'
                : 'Update the package tzdata, as in: sudo apt-get install --only-upgrade tzdata'
              : p.system === 'macos'
                ? 'System Settings > General > Date & Time: choose the closest city'
                : 'List the zones with timedatectl list-timezones, then: sudo timedatectl set-timezone Region/City (the package tzdata has the data)',
      }),
    },
    'clock/rtc-local-time': {
      name: 'Two systems disagree about the hardware clock (dual boot)',
      means:
        'The clock chip keeps the time while the computer is off, and does not know in which zone. Windows takes it for local time, other systems for UTC: where both are on one computer, each start of one puts the other wrong.',
      found:
        'Linux keeps the chip in local time (timedatectl); or another system is on the disk, and the chip or the clock is off by just the offset of the time zone, give or take two minutes.',
      say: (p: Chip) => ({
        title:
          p.how === 'kept'
            ? 'The clock chip is kept in local time'
            : `Another system on this computer keeps the clock chip differently: the difference is the zone’s offset, ${offsetText(p.offsetMinutes)}`,
        why: 'After each change from one system to the other the clock may be off by hours, until a time server is asked.',
        next:
          p.system === 'windows'
            ? 'Tell Windows that the chip is in UTC: set RealTimeIsUniversal (DWORD) to 1 below HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation'
            : 'Keep the chip in UTC in both systems: sudo timedatectl set-local-rtc 0, and in Windows RealTimeIsUniversal = 1',
      }),
    },
    'clock/cmos-battery': {
      name: 'The clock battery on the board seems empty',
      means:
        'A small battery keeps the clock chip alive without power. When it is empty each start after the plug was pulled begins at a date years ago, and firmware settings may be lost too.',
      found:
        'Linux: the chip’s own mark (/proc/driver/rtc), and the date that the kernel took from it in this start and earlier ones. Windows: jumps of the clock (Kernel-General 1) from before 2025, or before the firmware was made. Once is a remark, twice a warning.',
      say: (p: Battery) => ({
        title: p.isDead
          ? 'The clock chip says that its battery is dead'
          : `The clock chip had lost the time in ${p.starts === 1 ? 'one start' : `${p.starts} starts`}${p.beganMs === null ? '' : `: it stood at ${dayText('en', p.beganMs)}`}`,
        why: 'Until the clock is set again secure sites, sign-ins and updates fail.',
        next: 'Set the time, then have the battery on the board (usually a CR2032) replaced. Note the firmware settings and have the key of an encrypted disk at hand before. Laptops often have none that can be changed.',
      }),
    },
  },
  fixes,
  questions,
  symptoms,
  nodes,
} satisfies CheckMessages;

export type Messages = typeof en;

/** Linux: what keeps the clock right, and the clock chip that keeps it while the computer is off. */
import type { Raw } from '../../src/contract.ts';
import { family, read, source, Unreadable, unparsable } from '../../src/contract.ts';
import { parseIsoTime } from '../../src/sources/calendar.ts';
import { type JournalLine, parseJournal } from '../../src/sources/journal.ts';

/** What systemd-timedated says. */
export interface TimeDate {
  /** `Europe/Berlin`; null where it does not say. */
  readonly zone: string | null;
  /** The clock chip holds local time. */
  readonly localRtc: boolean;
  /** There is a program that it could switch on. */
  readonly canSync: boolean;
  readonly on: boolean;
  /** The kernel's own word: some program keeps the clock right. */
  readonly synchronized: boolean;
}

const NOT_BOOTED = /System has not been booted with systemd|Running in chroot/;

const answered = ({ stdout, stderr, exitCode }: Raw['exec']): string => {
  if (NOT_BOOTED.test(stderr)) throw new Unreadable('absent', 'systemd does not run here');
  // systemd below 239.
  if (/Unknown (operation|command verb)/i.test(stderr)) throw new Unreadable('unsupported', stderr.trim());
  if (exitCode !== 0)
    throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode ?? 'by a signal'}`);
  return stdout;
};

export const timeDate = source<'exec', TimeDate>({
  id: 'clock.timedate',
  os: ['linux'],
  request: { kind: 'exec', argv: ['timedatectl', 'show'] },
  parse: (raw) => parseTimeDate(answered(raw)),
  otherwise: source({
    id: 'clock.timedate.status',
    os: ['linux'],
    request: { kind: 'exec', argv: ['timedatectl', 'status'] },
    parse: (raw) => parseTimeDateStatus(answered(raw)),
  }),
});

export const parseTimeDate = (text: string): TimeDate => {
  const values: Record<string, string> = Object.create(null);
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, name, value = ''] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (name === undefined) throw unparsable(line);
    values[name] = value.trim();
  }
  return {
    zone: values.Timezone || null,
    localRtc: isYes(values.LocalRTC),
    canSync: values.CanNTP === undefined || isYes(values.CanNTP),
    on: isYes(values.NTP),
    synchronized: isYes(values.NTPSynchronized),
  };
};

/** `yes`, `no`; newer and older versions write the state of a service or `n/a`. */
const isYes = (value: string | undefined): boolean => {
  if (value === undefined || !/^(yes|no|active|inactive|n\/a)$/.test(value)) throw unparsable(value ?? '');
  return value === 'yes' || value === 'active';
};

/** The same for people, as systemd 219 to 238 print it. The labels changed, and were never translated. */
export const parseTimeDateStatus = (text: string): TimeDate => {
  const of = (label: RegExp): string | undefined => {
    for (const line of text.split('\n')) {
      const at = line.indexOf(': ');
      if (at > 0 && label.test(line.slice(0, at).trim())) return line.slice(at + 2).trim();
    }
    return undefined;
  };
  const service = of(/^(NTP (enabled|service)|Network time on|systemd-timesyncd\.service active)$/);
  return {
    zone: /^(\S+)/.exec(of(/^Time zone$/) ?? '')?.[1] ?? null,
    localRtc: isYes(of(/^RTC in local TZ$/)),
    canSync: service !== 'n/a',
    on: isYes(service),
    synchronized: isYes(of(/^(NTP|System clock) synchronized$/)),
  };
};

/** systemd-timesyncd touches it each time that it has set the clock. */
export const lastSync = source({
  id: 'clock.timesync',
  os: ['linux'],
  request: { kind: 'stat', path: '/run/systemd/timesync/synchronized' },
  parse: ({ modifiedAt }): number => {
    const at = parseIsoTime(modifiedAt);
    if (at === null) throw unparsable(modifiedAt);
    return at;
  },
});

/** Whether another program keeps the clock right: asked where systemd does not know of one. */
export const otherSync = family<boolean, 'chrony' | 'ntp'>('clock.sync', 'program', (program) => ({
  on: {
    linux:
      program === 'chrony'
        ? read({ kind: 'exec', argv: ['chronyc', '-c', 'tracking'] }, (raw) => parseChrony(answered(raw)))
        : read({ kind: 'exec', argv: ['ntpq', '-p', '-n'] }, (raw) => parseNtpq(answered(raw))),
  },
}));

/** chronyc(1), -c: values by commas; the third is the stratum, the last the leap status. */
export const parseChrony = (text: string): boolean => {
  const values = text.trim().split(',');
  if (values.length < 14 || !/^\d{1,2}$/.test(values[2] ?? '')) throw unparsable(text.trim());
  // Stratum 0: nothing to follow yet.
  return values.at(-1) !== 'Not synchronised' && values[2] !== '0';
};

/** ntpq(8): a star stands before the server that is followed, `o` where a pulse per second leads. */
export const parseNtpq = (text: string): boolean => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rule = lines.findIndex((line) => /^={10,}$/.test(line.trim()));
  if (rule < 0) throw unparsable(text.trim() || 'nothing was printed');
  return lines.slice(rule + 1).some((line) => /^[*o]\S/.test(line));
};

/** The clock chip, as the kernel reads it in UTC. */
export interface Chip {
  /** `rtc_cmos 00:01` */
  readonly driver: string;
  readonly epochMs: number | null;
}

export const chips = source({
  id: 'clock.chips',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/class/rtc', names: ['name', 'since_epoch'] },
  parse: ({ entries }): readonly Chip[] =>
    Object.values(entries).map(({ name, since_epoch: since }) => {
      const driver = name !== undefined && 'text' in name ? name.text.trim() : '';
      // A chip whose time cannot be true answers EINVAL.
      const seconds = since !== undefined && 'text' in since ? since.text.trim() : null;
      if (seconds !== null && !/^-?\d{1,12}$/.test(seconds)) throw unparsable(seconds);
      return { driver, epochMs: seconds === null ? null : Number(seconds) * 1000 };
    }),
});

/** The chip of a PC knows whether its battery kept it alive (register D, bit VRT). */
export const chipBattery = source({
  id: 'clock.battery',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/driver/rtc' },
  parse: ({ text }): 'okay' | 'dead' => {
    const [, state] = /^batt_status[ \t]{0,8}: (okay|dead)$/m.exec(text) ?? [];
    if (state !== 'okay' && state !== 'dead') {
      if (!/^rtc_time/m.test(text)) throw unparsable(text.trim());
      throw new Unreadable('unsupported', 'this clock chip does not tell of its battery');
    }
    return state;
  },
});

/** What was said in each start about the time that the chip gave; an index lookup, no search. */
export const chipStarts = source({
  id: 'clock.starts',
  os: ['linux'],
  request: {
    kind: 'exec',
    argv: [
      'journalctl',
      '--system',
      '--lines=1000',
      '--output=json',
      '--output-fields=MESSAGE',
      '--no-pager',
      '_KERNEL_SUBSYSTEM=pnp',
      '_KERNEL_SUBSYSTEM=platform',
      '+',
      '_TRANSPORT=kernel',
      'SYSLOG_IDENTIFIER=systemd',
    ],
  },
  parse: (raw): readonly JournalLine[] => parseJournal(raw).filter(({ text }) => setTo(text) !== null),
});

/** `setting system clock to 2010-01-01 00:00:03 UTC (1262304003)`; kernels since 5.0 write a T between. */
const SET = /rtc_cmos \S{1,20}: setting system clock to \d{4}-\d\d-\d\d[T ][\d:]{8} UTC \((-?\d{1,12})\)$/;
/** systemd moves a clock on that stands before the day that it was built itself. */
const MOVED =
  /^(?:systemd\[1\]: )?System time (?:before build time, advancing clock|advanced to built-in epoch)/;

/** When the chip said it was, in milliseconds; 'too-early' where only that is known; null for any other line. */
export const setTo = (line: string): number | 'too-early' | null => {
  const text = line.trimEnd();
  const [, seconds] = SET.exec(text) ?? [];
  if (seconds !== undefined) return Number(seconds) * 1000;
  return MOVED.test(text) ? 'too-early' : null;
};

/** /etc/localtime: a link to the data of the zone, whose last line is the rule that holds from now on. */
export const zoneMark = source({
  id: 'clock.zone.mark',
  os: ['linux', 'darwin'],
  request: { kind: 'stat', path: '/etc/localtime' },
  parse: ({ type }) => type,
});

export const zoneRule = source({
  id: 'clock.zone.rule',
  os: ['linux', 'darwin'],
  request: { kind: 'file', path: '/etc/localtime' },
  parse: ({ text }): string => {
    // tzfile(5); version 1 ends without a rule.
    if (!text.startsWith('TZif')) throw unparsable(text.slice(0, 20));
    const rule = text.trimEnd().split('\n').at(-1) ?? '';
    if (!/^[A-Za-z0-9<>+,./:-]{3,80}$/.test(rule))
      throw new Unreadable('unsupported', 'the data of the zone end without a rule');
    return rule;
  },
});

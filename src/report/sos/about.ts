/** Which computer it was, and when. */
import type { Raw } from '../../contract.ts';
import type { SosTree } from './tree.ts';

/** As Node calls what uname says. */
const ARCH: Readonly<Record<string, string>> = {
  x86_64: 'x64',
  aarch64: 'arm64',
  i686: 'ia32',
  i386: 'ia32',
  armv7l: 'arm',
  ppc64le: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
};

/** `Linux name 5.4.0-99-generic #112-Ubuntu SMP … x86_64 x86_64 x86_64 GNU/Linux` */
export const system = (uname: string, tree: SosTree): Raw['system'] | undefined => {
  const [, hostname, release, rest = ''] = /^Linux (\S+) (\S+) (.*)/.exec(uname) ?? [];
  const machine = rest.split(' ').find((word) => Object.hasOwn(ARCH, word));
  const bootedSecondsAgo = uptimeSeconds(tree);
  if (hostname === undefined || release === undefined || machine === undefined) return undefined;
  if (bootedSecondsAgo === undefined) return undefined;
  return { platform: 'linux', release, arch: ARCH[machine] ?? machine, hostname, bootedSecondsAgo };
};

/** `up 25 min`, `up 7:09`, `up 3 days, 2:11` */
const uptimeSeconds = (tree: SosTree): number | undefined => {
  const [exact] = /^\d+\.\d+/.exec(tree.text('proc/uptime')?.text ?? '') ?? [];
  if (exact !== undefined) return Number(exact);
  const said = tree.text('sos_commands/host/uptime')?.text ?? '';
  const [, days, hours, clockMinutes, minutes] =
    /\bup\s+(?:(\d{1,6}) days?,\s+)?(?:(\d{1,2}):(\d\d)|(\d{1,2}) min)/.exec(said) ?? [];
  if ((hours ?? minutes) === undefined) return undefined;
  return ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(clockMinutes ?? minutes)) * 60;
};

/** 1 January 2025. The rules take an earlier clock for a wrong one, since no report of ours is older; archives of sos are. */
const OLDEST_JUDGED_MS = 1_735_689_600_000;

export const clock = (date: string, tree: SosTree): Raw['clock'] | undefined => {
  const epochMs = epochMsOf(date);
  if (epochMs === undefined || epochMs < OLDEST_JUDGED_MS) return undefined;
  const told = tree.text('sos_commands/systemd/timedatectl')?.text ?? '';
  return { epochMs, timeZone: /Time zone: ([A-Za-z_+/-]+\d{0,2})/.exec(told)?.[1] ?? 'UTC' };
};

/** `Fri Feb 11 19:23:39 UTC 2022`, `Fri 11 Feb 2022 07:23:39 PM UTC`: in UTC only, other short names are ambiguous. */
const epochMsOf = (date: string): number | undefined => {
  const line = date.trim().split('\n', 1)[0] ?? '';
  const [time] = /\d{1,2}:\d\d:\d\d(?: [AP]M)?/.exec(line) ?? [];
  const [month] = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/.exec(line) ?? [];
  const [, year] = /\b(\d{4})\b/.exec(line) ?? [];
  const [, day] = /\s(\d{1,2})\s/.exec(line) ?? [];
  if (!line.includes('UTC') || [time, month, year, day].includes(undefined)) return undefined;
  const epochMs = Date.parse(`${month} ${day} ${year} ${time} UTC`);
  return Number.isNaN(epochMs) ? undefined : epochMs;
};

/** Only root makes a report with sos. */
export const root = (): Raw['user'] => ({ name: 'root', home: '/root', uid: 0, elevated: true });

export const DATES = ['sos_commands/date/date_--utc', 'sos_commands/date/date'];

/** When sos ran; ISO 8601. */
export const takenAt = (tree: SosTree): string | undefined => {
  const times = DATES.flatMap((path) => epochMsOf(tree.text(path)?.text ?? '') ?? []);
  return times[0] === undefined ? undefined : new Date(times[0]).toISOString();
};

/** `sosreport: 4.0`, the first line of what sos says of itself. */
export const sosVersion = (tree: SosTree): string | undefined =>
  /^sosreport: (\d[\w.+-]{0,30})$/m.exec(tree.text('version.txt')?.text ?? '')?.[1];

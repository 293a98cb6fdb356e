/** macOS: how it was started, what stopped it, and what launchd could not keep running. */
import { family, type Raw, read, source, Unreadable, unparsable } from '../../../src/contract.ts';
import { isDict, type Plist, parsePlist } from '../../../src/sources/plist.ts';

export interface MacJob {
  readonly label: string;
  readonly pid: number | null;
  /** The last exit: negative for a signal. */
  readonly status: number;
}

/** One line of last(1): the year is not told. Minutes since the beginning of that year, by the Mac's own zone. */
export interface MacStart {
  readonly kind: 'reboot' | 'shutdown';
  readonly month: number;
  readonly day: number;
  readonly minute: number;
}

export const macReads = {
  macSafeBoot: source({
    id: 'start.mac.safe-boot',
    os: ['darwin'],
    request: { kind: 'exec', argv: ['sysctl', '-n', 'kern.safeboot'] },
    parse: ({ stdout, stderr }): boolean => {
      if (/unknown oid/.test(stderr)) throw new Unreadable('absent', stderr.trim());
      if (!/^[01]\s*$/.test(stdout)) throw unparsable(stdout.trim() || stderr.trim());
      return stdout.trim() === '1';
    },
  }),
  /** Exit 1 where the variable is not set. */
  macBootArgs: source({
    id: 'start.mac.boot-args',
    os: ['darwin'],
    request: { kind: 'exec', argv: ['nvram', 'boot-args'] },
    parse: ({ stdout, stderr, exitCode }): readonly string[] => {
      if (exitCode !== 0 && /data was not found/.test(stderr)) return [];
      const found = /^boot-args\t(.*)$/m.exec(stdout);
      if (found === null) throw unparsable(stdout.trim() || stderr.trim());
      return (found[1] ?? '').split(/\s+/).filter((word) => word !== '');
    },
  }),
  macStarts: source({
    id: 'start.mac.last',
    os: ['darwin'],
    request: { kind: 'exec', argv: ['last', '-60', 'reboot', 'shutdown'] },
    parse: ({ stdout }) => parseMacLast(stdout),
  }),
  macJobs: source({
    id: 'start.mac.jobs',
    os: ['darwin'],
    request: { kind: 'exec', argv: ['launchctl', 'list'] },
    parse: (raw) => parseLaunchctl(raw),
  }),
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `reboot time                                Thu Nov 19 10:04`, before macOS 12 `reboot    ~   Thu Nov 19 10:04`; newest first. */
export const parseMacLast = (text: string): readonly MacStart[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('wtmp begins'))
    .map((line): MacStart => {
      const words = line.split(/\s+/);
      const [kind] = words;
      const [month = '', day = '', time = ''] = words.slice(-3);
      const clock = /^(\d{2}):(\d{2})$/.exec(time);
      const at = MONTHS.indexOf(month);
      if ((kind !== 'reboot' && kind !== 'shutdown') || at < 0 || !/^\d{1,2}$/.test(day) || clock === null)
        throw unparsable(line);
      return { kind, month: at, day: Number(day), minute: Number(clock[1]) * 60 + Number(clock[2]) };
    });

/** `PID	Status	Label`, then one job a line; `-` for one that does not run. */
export const parseLaunchctl = ({ stdout, stderr, exitCode }: Raw['exec']): readonly MacJob[] => {
  const lines = stdout.split('\n').filter((line) => line.trim() !== '');
  if (exitCode !== 0 || lines.length === 0)
    throw new Unreadable('failed', stderr.trim().slice(0, 200) || `exit ${exitCode}`);
  return lines
    .filter((line) => !/^PID\tStatus\tLabel/.test(line))
    .map((line) => {
      const [, pid, status, label] = /^(-|\d{1,10})\t(-?\d{1,10})\t(.{1,400})$/.exec(line) ?? [];
      if (status === undefined || label === undefined) throw unparsable(line);
      return { label, pid: pid === '-' ? null : Number(pid), status: Number(status) };
    });
};

/** Roles of the volumes of each APFS container. Looking takes a moment. */
export const macVolumeRoles = family<readonly string[]>('start.mac.roles', 'what', () => ({
  on: {
    darwin: read(
      { kind: 'exec', argv: ['diskutil', 'apfs', 'list', '-plist'], timeoutMs: 10_000 },
      ({ stdout }) => parseRoles(stdout),
    ),
  },
  cost: 'slow' as const,
}));

export const parseRoles = (text: string): readonly string[] => {
  const all = parsePlist(text);
  if (!isDict(all) || !Array.isArray(all.Containers)) throw unparsable('no Containers');
  const inside = (value: Plist | undefined): readonly Plist[] => (Array.isArray(value) ? value : []);
  return inside(all.Containers).flatMap((container) =>
    isDict(container)
      ? inside(container.Volumes).flatMap((volume) =>
          isDict(volume) ? inside(volume.Roles).filter((role) => typeof role === 'string') : [],
        )
      : [],
  );
};

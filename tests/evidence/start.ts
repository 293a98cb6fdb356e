/** Answers that the rows of the start-up check share. */
import { exec, json, raw } from './evidence.ts';

/** The moment of the rows: everything else is told by it. */
export const NOW = Date.UTC(2026, 10, 26, 12);
const MINUTE = 60_000;

export const clockAt = { 'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }) };

export const system = (platform: 'linux' | 'win32' | 'darwin', bootedSecondsAgo = 3600) => ({
  'system.platform': raw('system', {
    platform,
    release: platform === 'linux' ? '6.1.0-49-amd64' : '10.0.22631',
    arch: 'x64',
    hostname: 'pc',
    bootedSecondsAgo,
  }),
  ...clockAt,
});

/** `systemctl list-units`, as systemd 252 prints it. */
export const units = (...lines: readonly string[]) => ({
  'systemd.units': exec(
    `${['graphical.target loaded active active Graphical Interface', 'multi-user.target loaded active active Multi-User System', ...lines].join('\n')}\n`,
  ),
});

export const onlyUnits = (...lines: readonly string[]) => ({
  'systemd.units': exec(`${lines.join('\n')}\n`),
});

/** Lines of `journalctl --output=json`. */
export const journal = (...entries: readonly Readonly<Record<string, string>>[]) =>
  exec(entries.map((entry) => JSON.stringify(entry)).join('\n'));

const IDS = {
  started: 'f77379a8490b408bbe5f6940505a777b',
  stopped: 'd93fb3c9c24d451a97cea615ce59c00b',
  up: 'b07a249cd024414a82dd00cd181378ff',
  order: '98268866d1d54a499c4e98921d93bc40',
} as const;

/** A mark of a start: which start, how many minutes ago, which mark. */
export const mark = (boot: string, minutesAgo: number, what: keyof typeof IDS, userspaceS?: number) => ({
  _BOOT_ID: boot,
  MESSAGE_ID: IDS[what],
  __REALTIME_TIMESTAMP: String((NOW - minutesAgo * MINUTE) * 1000),
  ...(userspaceS !== undefined && { USERSPACE_USEC: String(userspaceS * 1_000_000) }),
});

interface Event {
  readonly log?: string;
  readonly provider: string;
  readonly id: number;
  readonly data?: readonly (string | readonly [name: string, value: string])[];
  readonly minutesAgo?: number;
}

/** The batch of src/sources/windows-events.ts. */
export const events = (...all: readonly Event[]) => ({
  ...system('win32'),
  'windows.events': json({
    logs: [{ log: 'System', state: 'ok' }],
    events: all.map(({ log = 'System', provider, id, data = [], minutesAgo = 50 }) => ({
      log,
      provider,
      id,
      at: new Date(NOW - minutesAgo * MINUTE).toISOString(),
      data: data.map((one) => (typeof one === 'string' ? { n: '', v: one } : { n: one[0], v: one[1] })),
    })),
  }),
});

const PARTS = {
  safeboot: { value: [{ option: null }] },
  flag: { denied: 'UnauthorizedAccess' },
  services: { value: [] },
  fast: { value: [{ on: 0 }] },
  recovery: { denied: 'GetContentReaderUnauthorizedAccessError' },
  points: { denied: '80041003' },
} as const;

const READS: Readonly<Record<keyof typeof PARTS, string>> = {
  safeboot: 'safeboot',
  flag: 'flag',
  services: 'services',
  fast: 'fast-startup',
  recovery: 'recovery',
  points: 'restore-points',
};

/** What the batch of src/sources/machine.ts says of the system drive. */
export const bitLocker = (state: number | null) => ({
  'machine.bitlocker': json({ lock: { value: [{ drive: 'C:', state }] } }),
});

/** The batch of checks/safe-mode/reads/windows.ts, as an ordinary user sees it but for what is given. */
export const windows = (given: Partial<Record<keyof typeof PARTS, object>>, bootedSecondsAgo = 3600) => {
  const batch = json({ ...PARTS, ...given });
  return {
    ...system('win32', bootedSecondsAgo),
    ...Object.fromEntries(Object.values(READS).map((id) => [`start.windows.${id}`, batch])),
  };
};

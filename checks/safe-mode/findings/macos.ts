/** macOS: safe mode, panics, sudden ends, restarts, jobs of launchd, FileVault, and Recovery. */
import type { Finding } from '../../../src/contract.ts';
import { DAY_MS, parseIsoTime } from '../../../src/sources/calendar.ts';
import { MAC_LOG_SPAN, macDiskLog, macPanic } from '../../../src/sources/mac-hardware.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import { suddenStarts } from '../mac-starts.ts';
import type { Messages } from '../messages.en.ts';
import type { SafeModeFacts } from '../probe.ts';
import { macVolumeRoles } from '../reads/macos.ts';
import type { SafeModeSettings } from '../settings.ts';

type Found = Finding<Messages>;

const HOUR_MS = 3_600_000;

export const macFindings = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => [
  ...mode(facts),
  ...panics(facts, settings),
  ...loops(facts, settings),
  ...suddenEnds(facts, settings),
  ...jobs(facts),
  ...guard(facts),
  ...recovery(facts),
];

const mode = ({ macSafeBoot, macBootArgs }: SafeModeFacts): readonly Found[] => {
  const isSafe = macSafeBoot.status === 'ok' && macSafeBoot.value;
  const isFlagged = macBootArgs.status === 'ok' && macBootArgs.value.includes('-x');
  return [
    ...(isSafe
      ? [
          {
            code: 'safe-mode/safe-mode-active',
            severity: 'warning',
            params: { on: 'darwin', mode: 'safe', word: '' },
            evidence: [macSafeBoot.from],
            // Network works in the safe mode of a Mac.
            explains: [
              ...['audio/service-down', 'audio/no-output-device', 'drivers/gpu-fallback'],
              ...['printing/spooler-stopped', 'safe-mode/failed-services'],
            ],
          } as const,
        ]
      : []),
    ...(isFlagged
      ? [
          {
            code: 'safe-mode/safeboot-flag-stuck',
            severity: isSafe ? 'warning' : 'info',
            params: { on: 'darwin', where: 'nvram boot-args', word: '-x' },
            evidence: [macBootArgs.from],
          } as const,
        ]
      : []),
  ];
};

/** `Kernel_2026-11-19-101500_mac.panic`, `panic-full-2026-11-19-101500.0002.panic`: in the Mac's own time. */
const panicTime = (name: string): number | null => {
  const found = /(20\d\d-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)/.exec(name);
  return found === null ? null : parseIsoTime(`${found[1]}T${found[2]}:${found[3]}:${found[4]}Z`);
};

const LONGEST_LINE = 160;

const panics = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => {
  const { macPanicFiles, clock, platform } = facts;
  if (macPanicFiles.status !== 'ok' || clock.status !== 'ok') return [];
  const now = clock.value.epochMs;
  const recent = macPanicFiles.value
    .flatMap((name) => {
      const ms = panicTime(name);
      return ms !== null && now - ms <= settings.crashDays * DAY_MS && ms <= now + DAY_MS
        ? [{ name, ms }]
        : [];
    })
    .sort((left, right) => right.ms - left.ms);
  const [last] = recent;
  if (last === undefined) return [];
  const reading = facts.get(macPanic(last.name));
  const text = reading.status === 'ok' ? reading.value : '';
  const said = /panic\(cpu \d{1,3} caller [^)\n]{1,60}\): ([^\n]{1,400})/.exec(text)?.[1] ?? '';
  const kext = /Kernel Extensions in backtrace:\s{1,20}([\w.-]{1,80})/.exec(text)?.[1] ?? '';
  const startedMs = platform.status === 'ok' ? now - platform.value.bootedSecondsAgo * 1000 : now;
  return [
    {
      code: 'safe-mode/bugcheck',
      severity: recent.length >= settings.criticalCrashes ? 'critical' : 'warning',
      params: {
        on: 'darwin',
        // It is written in the start that follows.
        when: Math.abs(last.ms - startedMs) < HOUR_MS ? 'before' : 'earlier',
        kind: 'panic',
        line: (said.split('\\n')[0] ?? '').trim().slice(0, LONGEST_LINE),
        name: '',
        class: kext !== '' && !kext.startsWith('com.apple.') ? 'driver' : '',
        place: kext,
        count: recent.length,
        days: settings.crashDays,
        noDump: false,
      },
      evidence: [macPanicFiles.from],
    },
  ];
};

/** Wherever the Mac is: no zone is farther from the others. */
const ZONE_MS = 14 * HOUR_MS;

const loops = (
  facts: SafeModeFacts,
  { loopStarts, loopMinutes, loopHours }: SafeModeSettings,
): readonly Found[] => {
  const sudden = suddenStarts(facts);
  const within = (ms: number): number =>
    sudden.filter((one) => one <= ms && ms - one <= loopMinutes * 60_000).length;
  const last = sudden.find((ms) => within(ms) >= loopStarts);
  const now = facts.clock.status === 'ok' ? facts.clock.value.epochMs : 0;
  return last === undefined || now - last > loopHours * HOUR_MS + ZONE_MS
    ? []
    : [
        {
          code: 'safe-mode/restart-loop',
          severity: 'critical',
          params: { count: within(last), minutes: loopMinutes },
          evidence: [facts.macStarts.from],
        },
      ];
};

/** `Previous shutdown cause: 3`. Apple does not document the numbers: 5 is in order, 3 the button, 0 the power. */
const CAUSE = /Previous shutdown cause: (-?\d{1,5})\b/;

const kindOf = (cause: number): string | null => {
  if (cause === 3) return 'button';
  if (cause === 0) return 'power';
  return cause < 0 ? 'unknown' : null;
};

const suddenEnds = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => {
  if (facts.clock.status !== 'ok') return [];
  const now = facts.clock.value.epochMs;
  const log = facts.get(macDiskLog(MAC_LOG_SPAN));
  const told =
    log.status === 'ok'
      ? log.value.flatMap(({ at, text }) => {
          const cause = Number(CAUSE.exec(text)?.[1] ?? Number.NaN);
          const kind = kindOf(cause);
          const ms = parseIsoTime(at);
          return kind === null || ms === null
            ? []
            : [{ ms, kind, cause: kind === 'unknown' ? String(cause) : '' }];
        })
      : suddenStarts(facts).map((ms) => ({ ms, kind: 'unknown', cause: '' }));
  const ends = told
    .filter(({ ms }) => now - ms <= settings.crashDays * DAY_MS)
    .sort((left, right) => right.ms - left.ms);
  const [last] = ends;
  return last === undefined
    ? []
    : [
        {
          code: 'safe-mode/unexpected-shutdown',
          severity: ends.length > 1 || now - last.ms <= settings.suddenEndDays * DAY_MS ? 'warning' : 'info',
          params: {
            kind: last.kind,
            count: ends.length,
            days: settings.crashDays,
            hoursAgo: Math.max(0, Math.round((now - last.ms) / HOUR_MS)),
            cause: last.cause,
          },
          evidence: [log.status === 'ok' ? log.from : facts.macStarts.from],
        },
      ];
};

/** EX_CONFIG and «not found», as launchd passes them on: its program is gone or cannot be started. */
const CANNOT_START: ReadonlySet<number> = new Set([78, 126, 127]);

/** Many jobs end with a number that means nothing to others: only what could not be started at all is told. */
const jobs = ({ macJobs }: SafeModeFacts): readonly Found[] => {
  if (macJobs.status !== 'ok') return [];
  const names = macJobs.value
    .filter(
      ({ label, pid, status }) =>
        pid === null && CANNOT_START.has(status) && !/^(?:com\.apple\.|application\.|\[)/.test(label),
    )
    .map(({ label }) => label);
  const [first] = names;
  return first === undefined
    ? []
    : [
        {
          code: 'safe-mode/failed-services',
          severity: 'info',
          params: {
            on: 'darwin',
            kind: 'others',
            name: first,
            description: '',
            names,
            result: '',
            exitStatus: null,
            restarts: null,
            line: '',
          },
          evidence: [macJobs.from],
        },
      ];
};

const guard = ({ fileVault }: SafeModeFacts): readonly Found[] =>
  fileVault.status === 'ok' && fileVault.value
    ? [
        {
          code: 'safe-mode/encryption-guard',
          severity: 'info',
          params: { on: 'darwin', volume: 'Macintosh HD' },
          evidence: [fileVault.from],
        },
      ]
    : [];

/** Apple's own processors keep another one beside the system. An Intel Mac still has the internet for it. */
const recovery = (facts: SafeModeFacts): readonly Found[] => {
  const roles = facts.get(macVolumeRoles('all'));
  if (roles.status !== 'ok' || machineOf(facts).appleSilicon) return [];
  return roles.value.length === 0 || roles.value.includes('Recovery')
    ? []
    : [
        {
          code: 'safe-mode/no-recovery-path',
          severity: 'info',
          params: { on: 'darwin', kernel: '' },
          evidence: [roles.from],
        },
      ];
};

/** Facts of a computer that starts as it should, for the rules of the start-up check. */
import { diagnose } from '../../../checks/safe-mode/findings.ts';
import { reads } from '../../../checks/safe-mode/probe.ts';
import { settings } from '../../../checks/safe-mode/settings.ts';
import type { BootMark, StartEvent } from '../../../src/sources/journal.ts';
import type { Unit } from '../../../src/sources/systemd.ts';
import { type Followed, factsOf, ok } from '../../facts.ts';

export const NOW = Date.UTC(2026, 10, 26, 12);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

export const unit = (name: string, active = 'active', sub = 'running'): Unit => ({
  name,
  load: 'loaded',
  active,
  sub,
  description: '',
});

export const UP: readonly Unit[] = [
  unit('graphical.target'),
  unit('multi-user.target'),
  unit('cron.service'),
];

/** Marks of one start: its name, when, and which. */
export const marks = (
  bootId: string,
  fromMs: number,
  ...events: readonly StartEvent[]
): readonly BootMark[] =>
  events.map((event, at) => ({
    bootId,
    epochMs: fromMs + at * 1000,
    event,
    userspaceMs: event === 'started-up' ? 9000 : null,
  }));

export const ordered = (bootId: string, fromMs: number) =>
  marks(bootId, fromMs, 'journal-started', 'started-up', 'shutdown-ordered', 'journal-stopped');
export const sudden = (bootId: string, fromMs: number) =>
  marks(bootId, fromMs, 'journal-started', 'started-up');

type Values = Parameters<typeof factsOf<typeof reads>>[1];

export const healthy: Values = {
  platform: ok({
    platform: 'linux',
    release: '6.1.0-13-amd64',
    arch: 'x64',
    hostname: 'pc',
    bootedSecondsAgo: 3600,
  }),
  clock: ok({ epochMs: NOW, timeZone: 'UTC' }),
  user: ok({ name: 'maria', home: '/home/maria', uid: 1000, elevated: false }),
  commandLine: ok(['BOOT_IMAGE=/vmlinuz', 'root=/dev/sda1', 'ro', 'quiet']),
  units: ok(UP),
  unitRestarts: ok([]),
  bootMarks: ok([...ordered('a', NOW - 2 * DAY), ...sudden('b', NOW - 60 * MINUTE)]),
  lastStartKernelLog: ok([]),
  kernelLog: ok([{ seconds: 0, level: 5, text: 'Linux version 6.1.0-13-amd64' }]),
  taint: ok(0),
  fstab: ok([]),
  mounts: ok([]),
  bootFiles: ok([]),
};

export const factsWith = (values: Values, followed: readonly Followed[] = []) =>
  factsOf(reads, { ...healthy, ...values }, followed);

export const look = (values: Values, followed: readonly Followed[] = []) =>
  diagnose(factsWith(values, followed), settings);

export const codes = (values: Values, followed: readonly Followed[] = []): readonly string[] =>
  look(values, followed).findings.map(({ code, severity }) => `${severity} ${code}`);

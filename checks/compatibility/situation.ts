/** Which system this is, what time it is there, and what it is called. */
import type { System } from './params.ts';
import type { CompatibilityFacts } from './probe.ts';

const DAY_MS = 86_400_000;

export const systemOf = ({ platform }: CompatibilityFacts): System | null => {
  const name = platform.status === 'ok' ? platform.value.platform : '';
  return name === 'linux' ? 'linux' : name === 'win32' ? 'windows' : name === 'darwin' ? 'macos' : null;
};

/** Whether it was in the last days; what lies a day ahead is local time, what lies further was another clock. */
export const isWithin = (atMs: number, days: number, { clock }: CompatibilityFacts): boolean =>
  clock.status === 'ok' &&
  clock.value.epochMs - atMs <= days * DAY_MS &&
  atMs - clock.value.epochMs <= DAY_MS;

/** When something was that the kernel dates by the seconds since its start. */
export const sinceStart = (seconds: number | null, { clock, platform }: CompatibilityFacts): number | null =>
  seconds === null || clock.status !== 'ok' || platform.status !== 'ok'
    ? null
    : clock.value.epochMs - (platform.value.bootedSecondsAgo - seconds) * 1000;

/** As people write it: `x64` is x86-64, `arm64` ARM64. */
export const ownArchitecture = ({ platform, hardware, windowsOwn }: CompatibilityFacts): string => {
  if (windowsOwn.status === 'ok') return WINDOWS[windowsOwn.value.arch] ?? windowsOwn.value.arch;
  // A program for Intel that is translated says x64 on Apple silicon.
  if (hardware.status === 'ok' && hardware.value.appleSilicon) return 'ARM64';
  const arch = platform.status === 'ok' ? platform.value.arch : '';
  return NODE[arch] ?? arch;
};

const WINDOWS: Readonly<Record<string, string>> = { AMD64: 'x86-64', x86: '32-bit x86', ARM64: 'ARM64' };
const NODE: Readonly<Record<string, string>> = {
  x64: 'x86-64',
  ia32: '32-bit x86',
  arm64: 'ARM64',
  arm: '32-bit ARM',
};

/** Locks, broken-off installations and waiting restarts on Windows and macOS. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { isNewerMac } from '../life.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import type { UpdateSettings } from '../settings.ts';
import { isWithin } from '../when.ts';
import { openAttempts } from './attempts.ts';

type Findings = readonly Finding<Messages>[];

const attempt = (codes: readonly string[], days: number, facts: UpdateFacts) =>
  openAttempts(facts).find(({ code, at }) => codes.includes(code) && isWithin(days, parseIsoTime(at), facts));

const locked = (
  holder: string,
  pid: number,
  file: string,
  evidence: readonly string[],
): Finding<Messages> => ({
  code: 'updates/package-manager-locked',
  severity: 'info',
  params: { holder, pid, files: [], file, stale: false },
  evidence,
});

/** Windows and macOS wait for each other by themselves: that somebody is at it is worth a remark. */
export const otherInstallers = (facts: UpdateFacts): Findings => {
  const { windowsUpdate, macInstallers, windowsHistory } = facts;
  const busy = attempt(['0x80070652', '0x80240016'], 1, facts);
  const windows = windowsUpdate.status === 'ok' ? windowsUpdate.value : undefined;
  const [first] = macInstallers.status === 'ok' ? macInstallers.value : [];
  return [
    ...(windows?.installerBusy ? [locked('Windows Installer', 0, 'windows', [windowsUpdate.from])] : []),
    ...(windows?.servicingBusy && !windows.installerBusy
      ? [locked('TiWorker', 0, 'windows', [windowsUpdate.from])]
      : []),
    ...(busy !== undefined && windows?.installerBusy !== true && windows?.servicingBusy !== true
      ? [locked(busy.code, 0, 'windows', [windowsHistory.from])]
      : []),
    ...(first === undefined ? [] : [locked(first.name, first.pid, 'macos', [macInstallers.from])]),
  ];
};

/** Component changes that no restart is noted for; ERROR_FAIL_REBOOT_REQUIRED says the same. */
export const windowsInterrupted = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const { windowsUpdate, windowsRestart, windowsHistory } = facts;
  const isMarked =
    windowsRestart.status === 'ok' &&
    (windowsRestart.value.componentServicing || windowsRestart.value.windowsUpdate);
  const isLeft =
    windowsUpdate.status === 'ok' &&
    windowsRestart.status === 'ok' &&
    windowsUpdate.value.pendingXml &&
    !windowsUpdate.value.servicingBusy &&
    !isMarked;
  const failed = isMarked ? undefined : attempt(['0x80070bc9'], failureDays, facts);
  if (!isLeft && failed === undefined) return [];
  return [
    {
      code: 'updates/package-db-interrupted',
      severity: 'critical',
      params: { tool: 'windows', packages: [], reinstall: [] },
      evidence: [
        ...(isLeft ? [windowsUpdate.from, windowsRestart.from] : []),
        ...(failed === undefined ? [] : [windowsHistory.from]),
      ],
    },
  ];
};

/** Windows Installer cannot repair or remove a program whose own package is gone. */
export const brokenPrograms = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const { windowsUpdate, windowsHistory, brewMissing } = facts;
  const events =
    windowsUpdate.status === 'ok'
      ? windowsUpdate.value.brokenInstallers.filter(({ at }) =>
          isWithin(failureDays, parseIsoTime(at), facts),
        )
      : [];
  const failed = attempt(['0x8007064c'], failureDays, facts);
  const missing = brewMissing.status === 'ok' ? brewMissing.value : [];
  const unmet = [
    ...events.map(({ text }) => text),
    ...(failed === undefined ? [] : [`${failed.title} (${failed.code})`]),
  ];
  return [
    ...(unmet.length === 0
      ? []
      : [broken('msi', unmet, [windowsUpdate.from, ...(failed ? [windowsHistory.from] : [])])]),
    ...(missing.length === 0 ? [] : [broken('brew', missing, [brewMissing.from])]),
  ];
};

const broken = (tool: string, unmet: readonly string[], evidence: readonly string[]): Finding<Messages> => ({
  code: 'updates/broken-dependencies',
  severity: 'warning',
  params: { tool, unmet },
  evidence,
});

export const otherRestarts = (facts: UpdateFacts, settings: UpdateSettings): Findings => [
  ...windowsRestarts(facts, settings),
  ...macRestarts(facts),
];

const windowsRestarts = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const { windowsRestart, windowsHistory } = facts;
  if (windowsRestart.status !== 'ok') return [];
  const { componentServicing, windowsUpdate, fileRenames } = windowsRestart.value;
  const failed = attempt(['0x80242014'], failureDays, facts);
  if (!componentServicing && !windowsUpdate && !fileRenames && failed === undefined) return [];
  return [
    {
      code: 'updates/pending-reboot',
      severity: componentServicing || windowsUpdate || failed !== undefined ? 'warning' : 'info',
      params: { packages: [], during: false },
      evidence: [windowsRestart.from, ...(failed === undefined ? [] : [windowsHistory.from])],
    },
  ];
};

/** Unpacked and not yet the running one. */
const macRestarts = (facts: UpdateFacts): Findings => {
  const { macInstallLog, macVersion } = facts;
  const prepared = macInstallLog.status === 'ok' ? macInstallLog.value.prepared : null;
  if (prepared === null || macVersion.status !== 'ok' || !isNewerMac(prepared.version, facts)) return [];
  if (!isWithin(30, prepared.atMs, facts)) return [];
  return [
    {
      code: 'updates/pending-reboot',
      severity: 'warning',
      params: { packages: [prepared.name], during: true },
      evidence: [macInstallLog.from, macVersion.from],
    },
  ];
};

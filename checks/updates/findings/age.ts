/** How long ago this system was updated, and how long it gets updates at all. */
import type { Finding, Reading, Unknown } from '../../../src/contract.ts';
import { unknown } from '../../../src/contract.ts';
import { upgradeSize } from '../../../src/sources/apt.ts';
import { APT_LISTS } from '../../../src/sources/apt-targets.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { outdated } from '../../../src/sources/dated.ts';
import { RPM_DATABASES } from '../../../src/sources/rpm.ts';
import { fileStat } from '../../../src/sources/space.ts';
import { placeOf } from '../../../src/sources/system.ts';
import { AS_OF } from '../data/ends.ts';
import { APK_DATABASE, APT_STAMP, DPKG_STATUS } from '../files.ts';
import { isNewerMac, type Life, lifeOf } from '../life.ts';
import { managerOf } from '../managers.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import type { UpdateSettings } from '../settings.ts';
import { dateText, daysSince } from '../when.ts';

type Findings = readonly Finding<Messages>[];

export const overdueFindings = (facts: UpdateFacts, settings: UpdateSettings): Findings => {
  // A container and a live system are renewed as a whole.
  if (placeOf(facts) === 'container') return [];
  const last = lastUpdate(facts, settings);
  const days = last === undefined ? null : daysSince(last.atMs, facts);
  if (last === undefined || days === null || days <= settings.overdueDays || last.waiting === 0) return [];
  return [
    {
      code: 'updates/overdue',
      severity: days > settings.overdueCriticalDays ? 'critical' : 'warning',
      params: {
        days,
        date: dateText(last.atMs),
        waiting: last.waiting,
        looked: last.looked,
        manager: last.manager,
      },
      evidence: last.evidence,
    },
  ];
};

interface LastUpdate {
  readonly atMs: number;
  /** How many wait; null where that was not asked. */
  readonly waiting: number | null;
  /** The time is that of the last look for updates. */
  readonly looked: boolean;
  readonly manager: string;
  readonly evidence: readonly string[];
}

const changedAt = (path: string, facts: UpdateFacts): number | null => {
  const reading = facts.get(fileStat(path));
  return reading.status === 'ok' ? parseIsoTime(reading.value.modifiedAt) : null;
};

const plain = (
  atMs: number | null,
  manager: string,
  reading: { readonly from: string },
): LastUpdate | undefined =>
  atMs === null ? undefined : { atMs, waiting: null, looked: false, manager, evidence: [reading.from] };

const lastUpdate = (facts: UpdateFacts, settings: UpdateSettings): LastUpdate | undefined => {
  if (facts.windowsHistory.status === 'ok') return windowsUpdated(facts);
  if (facts.macInstallHistory.status === 'ok') return macUpdated(facts);
  const manager = managerOf(facts);
  if (manager === 'apt') return aptUpdated(facts, settings);
  if (manager === 'pacman' && facts.pacmanLog.status === 'ok')
    return plain(facts.pacmanLog.value.upgradedMs, manager, facts.pacmanLog);
  if (manager === 'zypper' && facts.zyppHistory.status === 'ok')
    return plain(facts.zyppHistory.value.installedMs, manager, facts.zyppHistory);
  if (manager === 'dnf' || manager === 'zypper') return rpmUpdated(facts, manager);
  if (manager === 'apk') return plain(changedAt(APK_DATABASE, facts), manager, fileOf(APK_DATABASE));
  if (manager === 'ostree' && facts.ostreeDeployments.status === 'ok') {
    const running = facts.ostreeDeployments.value.find(({ booted }) => booted);
    return plain(running?.builtMs ?? null, manager, facts.ostreeDeployments);
  }
  return undefined;
};

const fileOf = (path: string) => ({ from: fileStat(path).id });

/** The database changes with every package: since it changed last, nothing was installed. */
const rpmUpdated = (facts: UpdateFacts, manager: string): LastUpdate | undefined => {
  const { rpmPackages } = facts;
  if (rpmPackages.status === 'ok') return plain(rpmPackages.value.newestMs, manager, rpmPackages);
  const path = RPM_DATABASES.find((one) => facts.get(fileStat(one)).status === 'ok');
  return path === undefined ? undefined : plain(changedAt(path, facts), manager, fileOf(path));
};

/** When apt looked last, and when it upgraded last; what waits decides where it looks and does not install. */
const aptUpdated = (facts: UpdateFacts, settings: UpdateSettings): LastUpdate | undefined => {
  const partial = `${APT_LISTS}/partial`;
  const stamp = changedAt(APT_STAMP, facts);
  const lookedMs = stamp ?? changedAt(partial, facts);
  const lookedDays = daysSince(lookedMs, facts);
  if (lookedMs !== null && lookedDays !== null && lookedDays > settings.overdueDays) {
    const evidence = [fileStat(stamp === null ? partial : APT_STAMP).id];
    return { atMs: lookedMs, waiting: null, looked: true, manager: 'apt', evidence };
  }
  const installed = aptInstalled(facts);
  const size = facts.get(upgradeSize('apt'));
  if (installed === undefined || size.status !== 'ok') return undefined;
  return {
    ...installed,
    waiting: size.value.packages,
    looked: false,
    manager: 'apt',
    evidence: [...installed.evidence, size.from],
  };
};

/** The log is begun anew each month: then the last change of the database stands for it. */
const aptInstalled = (facts: UpdateFacts): Pick<LastUpdate, 'atMs' | 'evidence'> | undefined => {
  const { aptHistory } = facts;
  const upgrade =
    aptHistory.status === 'ok'
      ? aptHistory.value.findLast(({ upgraded, error, ended }) => upgraded && ended && error === '')
      : undefined;
  if (upgrade !== undefined) return { atMs: upgrade.atMs, evidence: [aptHistory.from] };
  const atMs = changedAt(DPKG_STATUS, facts);
  return atMs === null ? undefined : { atMs, evidence: [fileStat(DPKG_STATUS).id] };
};

/** Whether to ask apt what waits: only where nothing was upgraded for long. */
export const isStale = (facts: UpdateFacts, settings: UpdateSettings): boolean => {
  if (managerOf(facts) !== 'apt' || placeOf(facts) === 'container') return false;
  const days = daysSince(aptInstalled(facts)?.atMs ?? null, facts);
  return days !== null && days > settings.overdueDays;
};

/** Renewed daily, whatever becomes of Windows itself: Defender's data and engine, the removal tool, its own health. */
const NOT_WINDOWS: ReadonlySet<string> = new Set([
  'KB2267602',
  'KB4052623',
  'KB890830',
  'KB5007651',
  'KB2461484',
]);

const windowsUpdated = (facts: UpdateFacts): LastUpdate | undefined => {
  if (facts.windowsHistory.status !== 'ok') return undefined;
  const last = facts.windowsHistory.value.find(
    ({ kb, succeeded }) => succeeded && kb !== null && !NOT_WINDOWS.has(kb),
  );
  return plain(parseIsoTime(last?.at ?? ''), 'windows', facts.windowsHistory);
};

const macUpdated = (facts: UpdateFacts): LastUpdate | undefined => {
  if (facts.macInstallHistory.status !== 'ok') return undefined;
  const last = facts.macInstallHistory.value.findLast(({ system }) => system);
  if (last === undefined) return undefined;
  // Apple's updates come when they come: without one that waits an old version is no neglect.
  const { macUpdateSettings } = facts;
  const waiting =
    macUpdateSettings.status === 'ok'
      ? macUpdateSettings.value.recommended.filter(
          ({ name, version }) => /^macOS/.test(name) && isNewerMac(version, facts),
        ).length
      : null;
  return {
    atMs: last.atMs,
    waiting,
    looked: false,
    manager: 'macos',
    evidence: [
      facts.macInstallHistory.from,
      ...(macUpdateSettings.status === 'ok' ? [macUpdateSettings.from] : []),
    ],
  };
};

/** What would have told when this system was updated last, and did not. */
export const overdueUnseen = (facts: UpdateFacts, settings: UpdateSettings): readonly Unknown[] => {
  if (placeOf(facts) === 'container') return [];
  if (isStale(facts, settings)) return unread([facts.get(upgradeSize('apt'))]);
  const { windowsHistory } = facts;
  if (windowsHistory.status === 'ok' && windowsUpdated(facts) === undefined) {
    return [
      { source: windowsHistory.from, reason: 'absent', why: 'Windows lists no update that was installed' },
    ];
  }
  const manager = managerOf(facts);
  if (manager === 'pacman') return unread([facts.pacmanLog]);
  if (manager === 'ostree') return unread([facts.ostreeDeployments]);
  if (manager === 'apk') return unread([facts.get(fileStat(APK_DATABASE))]);
  if ((manager === 'dnf' || manager === 'zypper') && lastUpdate(facts, settings) === undefined)
    return unread([facts.rpmPackages]);
  return [];
};

const unread = (readings: readonly Reading<unknown>[]): readonly Unknown[] =>
  readings.flatMap((reading) => (reading.status === 'ok' ? [] : [unknown(reading)]));

/** Whether the makers still mend this version. */
export const endFindings = (facts: UpdateFacts, { endSoonDays }: UpdateSettings): Findings => {
  const life = lifeOf(facts);
  if (life === undefined || untrusted(life, facts) !== undefined || facts.clock.status !== 'ok') return [];
  const endMs = parseIsoTime(life.end);
  if (endMs === null) return [];
  // The day itself still counts.
  const left = Math.floor(endMs / DAY_MS) - Math.floor(facts.clock.value.epochMs / DAY_MS);
  if (left >= endSoonDays) return [];
  return [
    {
      code: 'updates/release-eol',
      severity: left < 0 ? 'critical' : 'warning',
      params: { name: life.name, end: life.end, daysLeft: left, asOf: life.asOf, system: life.system },
      evidence: [life.from],
    },
  ];
};

const DAY_MS = 24 * 3600 * 1000;

/** The maker's own date on the machine does not age; ours does. */
const untrusted = (life: Life, facts: UpdateFacts): Unknown | undefined =>
  life.asOf === '' ? undefined : outdated(AS_OF, facts.clock);

export const endUnseen = (facts: UpdateFacts): readonly Unknown[] => {
  const life = lifeOf(facts);
  const doubt = life === undefined ? undefined : untrusted(life, facts);
  return doubt === undefined ? [] : [doubt];
};

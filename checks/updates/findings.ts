/** What stands in the way of an update. Synchronous and pure. */
import type { Diagnosis, Finding, Reading, Unknown } from '../../src/contract.ts';
import { unknown } from '../../src/contract.ts';
import { fileStat } from '../../src/sources/space.ts';
import { addressText, proxyConnection } from '../../src/sources/update-proxy.ts';
import { endFindings, endUnseen, overdueFindings, overdueUnseen } from './findings/age.ts';
import { blockedFindings } from './findings/blocked.ts';
import { storeFindings } from './findings/component-store.ts';
import { conflictFindings, conflictsUnclear } from './findings/conflicts.ts';
import { downloadFindings, serverFindings } from './findings/downloads.ts';
import { brokenPrograms, otherInstallers, otherRestarts, windowsInterrupted } from './findings/foreign.ts';
import { aptAnswer, dependencyFindings, interruptedFindings, lockFindings } from './findings/packages.ts';
import { moduleFindings, restartFindings } from './findings/restart.ts';
import { sourceFindings } from './findings/sources.ts';
import { spaceFindings } from './findings/space.ts';
import { pausedFindings, serviceFindings } from './findings/switched.ts';
import { LOCK_FILES } from './locked.ts';
import { managerOf } from './managers.ts';
import type { Messages } from './messages.en.ts';
import type { UpdateFacts } from './probe.ts';
import { deadProxies, directReadings, fileNaming, isProxyAtFault, proxiesOf } from './proxied.ts';
import type { UpdateSettings } from './settings.ts';

type Findings = readonly Finding<Messages>[];

export const diagnose = (facts: UpdateFacts, settings: UpdateSettings): Diagnosis<Messages> => {
  if (facts.platform.status !== 'ok') return { findings: [], unknown: [unknown(facts.platform)] };
  const system = facts.platform.value.platform;
  const common: Findings = [
    ...proxyFindings(facts),
    ...spaceFindings(facts, settings),
    ...downloadFindings(facts, settings),
    ...conflictFindings(facts, settings),
    ...blockedFindings(facts, settings),
    ...endFindings(facts, settings),
    ...overdueFindings(facts, settings),
    ...serviceFindings(facts, settings),
    ...pausedFindings(facts),
  ];
  if (system === 'linux') return linux(facts, settings, common);
  if (system !== 'win32' && system !== 'darwin') return { findings: [], skipped: 'no-package-manager' };
  const findings: Findings = [
    ...otherInstallers(facts),
    ...windowsInterrupted(facts, settings),
    ...storeFindings(facts, settings),
    ...serverFindings(facts),
    ...brokenPrograms(facts, settings),
    ...otherRestarts(facts, settings),
    ...common,
  ];
  const { windowsRestart, windowsHistory, windowsUpdate, componentStore } = facts;
  const { macVersion, macUpdateSettings, macInstallHistory, macInstallLog } = facts;
  const needed: readonly Reading<unknown>[] =
    system === 'win32'
      ? [windowsRestart, windowsHistory, windowsUpdate, componentStore]
      : [macVersion, macUpdateSettings, macInstallHistory, macInstallLog];
  return {
    findings,
    unknown: [
      ...unread(needed),
      ...unread(proxyReadings(facts)),
      ...conflictsUnclear(facts, settings),
      ...overdueUnseen(facts, settings),
      ...endUnseen(facts),
    ],
  };
};

const linux = (facts: UpdateFacts, settings: UpdateSettings, common: Findings): Diagnosis<Messages> => {
  const findings: Findings = [
    ...lockFindings(facts),
    ...interruptedFindings(facts),
    ...sourceFindings(facts),
    ...dependencyFindings(facts),
    ...restartFindings(facts),
    ...moduleFindings(facts),
    ...common,
  ];
  const isKnown = managerOf(facts) !== null || facts.osRelease.status !== 'ok';
  if (!isKnown && findings.length === 0) return { findings, skipped: 'no-package-manager' };
  return {
    findings,
    unknown: [...unseen(facts, findings), ...overdueUnseen(facts, settings), ...endUnseen(facts)],
  };
};

const proxyFindings = (facts: UpdateFacts): Findings =>
  deadProxies(facts)
    .filter((dead) => isProxyAtFault(dead, facts))
    .map(({ proxy, outcome, from }) => ({
      code: 'updates/proxy-unreachable' as const,
      severity: 'warning' as const,
      subject: addressText(proxy),
      params: { address: addressText(proxy), outcome, option: proxy.setBy, file: fileNaming(proxy, facts) },
      evidence: [
        proxySource(proxy.setBy, facts),
        from,
        ...directReadings(facts).flatMap((reading) => (reading.status === 'ok' ? [reading.from] : [])),
      ],
    }));

const proxySource = (setBy: string, { dnfProxy, windowsUpdate, aptConfig }: UpdateFacts): string =>
  setBy === 'proxy' ? dnfProxy.from : setBy === 'WinHTTP' ? windowsUpdate.from : aptConfig.from;

const proxyReadings = (facts: UpdateFacts): readonly Reading<unknown>[] =>
  proxiesOf(facts).map((proxy) => facts.get(proxyConnection(addressText(proxy))));

const unread = (readings: readonly Reading<unknown>[]): readonly Unknown[] =>
  readings.flatMap((reading) => (reading.status === 'ok' ? [] : [unknown(reading)]));

/** A system without a name may be Debian: then that is told, and not that all is well. */
const neededOf = (facts: UpdateFacts): readonly Reading<unknown>[] => {
  switch (managerOf(facts)) {
    case 'dnf':
    case 'zypper':
      return [facts.rpmState, facts.rpmPackages];
    case 'pacman':
      return [facts.pacmanState, facts.pacmanConfig];
    case 'apk':
      return [facts.apkState, facts.apkWorld];
    case 'ostree':
      return [];
    default: {
      // Where apt's own check was left out, the list of what it would fetch says that it can read its sources.
      const answer = aptAnswer(facts);
      const isSilent = answer.status === 'left-out' || facts.aptTargets.status === 'unrecorded';
      return [facts.dpkgState, ...(isSilent ? [facts.aptTargets] : []), answer];
    }
  }
};

/** What had to be seen. What only repeats a finding (apt fails where dpkg is half-way) did not. */
const unseen = (facts: UpdateFacts, findings: Findings): readonly Unknown[] => {
  const isTold = findings.some(
    ({ code }) => code === 'updates/package-db-interrupted' || code === 'updates/package-manager-locked',
  );
  const needed = neededOf(facts).filter((reading) => !(isTold && APT.includes(reading.from)));
  const lockFiles = LOCK_FILES.some((path) => facts.get(fileStat(path)).status === 'ok');
  return unread([...needed, ...(lockFiles ? [facts.locks] : []), ...proxyReadings(facts)]);
};

/** apt's answers, by which way of asking: half-way packages make it fail. */
const APT: readonly string[] = ['packages.apt-check', 'packages.apt-check/suspected'];

/** What stands in the way of an update. Synchronous and pure. */
import type { Diagnosis, Finding, Unknown } from '../../src/contract.ts';
import { unknown } from '../../src/contract.ts';
import { processName } from '../../src/sources/locks.ts';
import { fileStat } from '../../src/sources/space.ts';
import { placeOf } from '../../src/sources/system.ts';
import { addressText, proxyConnection } from '../../src/sources/update-proxy.ts';
import { LOCK_FILES, lockHolders, PACMAN_LOCK } from './locked.ts';
import type { Messages } from './messages.en.ts';
import type { UpdateFacts } from './probe.ts';
import { deadProxies, directReadings, fileNaming, isProxyAtFault, proxiesOf } from './proxied.ts';
import type { UpdateSettings } from './settings.ts';
import { sourceFindings } from './sources.ts';
import { spaceFindings } from './space.ts';

type Findings = readonly Finding<Messages>[];

export const diagnose = (facts: UpdateFacts, settings: UpdateSettings): Diagnosis<Messages> => {
  if (facts.platform.status !== 'ok') return { findings: [], unknown: [unknown(facts.platform)] };
  const system = facts.platform.value.platform;
  if (system === 'win32') return diagnoseWindows(facts, settings);
  if (system !== 'linux' || !hasPackageManager(facts)) return { findings: [], skipped: 'no-package-manager' };
  const findings: Findings = [
    ...lockFindings(facts),
    ...interruptedFindings(facts),
    ...sourceFindings(facts),
    ...dependencyFindings(facts),
    ...proxyFindings(facts),
    ...spaceFindings(facts, settings),
    ...restartFindings(facts),
  ];
  return { findings, unknown: unseen(facts, findings) };
};

const diagnoseWindows = (facts: UpdateFacts, settings: UpdateSettings): Diagnosis<Messages> => ({
  findings: [...spaceFindings(facts, settings), ...restartFindings(facts)],
  unknown: [facts.windowsRestart, facts.windowsHistory].flatMap((reading) =>
    reading.status === 'ok' ? [] : [unknown(reading)],
  ),
});

const KNOWN = /^(debian|ubuntu|fedora|rhel|centos|suse|opensuse.*|arch|manjaro)$/;

/** Which packages a system has is told by its name; dpkg's own answer counts where there is no name. */
const hasPackageManager = ({ osRelease, dpkgState }: UpdateFacts): boolean =>
  dpkgState.status === 'ok' ||
  osRelease.status !== 'ok' ||
  [osRelease.value.id, ...osRelease.value.like].some((id) => KNOWN.test(id));

/** A system without a name may be one: then that is told, and not that all is well. */
const mayBeDebian = ({ osRelease, dpkgState }: UpdateFacts): boolean =>
  dpkgState.status === 'ok' ||
  osRelease.status !== 'ok' ||
  [osRelease.value.id, ...osRelease.value.like].some((id) => id === 'debian' || id === 'ubuntu');

const lockFindings = (facts: UpdateFacts): Findings => {
  const pacman = facts.get(fileStat(PACMAN_LOCK));
  return [
    ...lockHolders(facts).map(({ pid, files }): Finding<Messages> => {
      const name = pid === null ? undefined : facts.get(processName(String(pid)));
      return {
        code: 'updates/package-manager-locked',
        severity: 'warning',
        params: {
          holder: name?.status === 'ok' ? name.value : '',
          pid: pid ?? 0,
          files,
          file: files[0] ?? '',
        },
        evidence: [facts.locks.from, ...files.map((file) => fileStat(file).id), ...(name ? [name.from] : [])],
      };
    }),
    ...(pacman.status === 'ok'
      ? [
          {
            code: 'updates/package-manager-locked' as const,
            severity: 'warning' as const,
            params: { holder: '', pid: 0, files: [PACMAN_LOCK], file: PACMAN_LOCK },
            evidence: [pacman.from],
          },
        ]
      : []),
  ];
};

/** While somebody installs, packages are half-way by nature. */
const isBusy = (facts: UpdateFacts): boolean =>
  lockHolders(facts).some(({ files }) => files.some((file) => file.startsWith('/var/lib/dpkg/')));

const interruptedFindings = (facts: UpdateFacts): Findings => {
  const { dpkgState, dpkgJournal } = facts;
  if (isBusy(facts)) return [];
  const unfinished = dpkgState.status === 'ok' ? dpkgState.value.unfinished : [];
  const journal = dpkgJournal.status === 'ok' ? dpkgJournal.value.length : 0;
  if (unfinished.length === 0 && journal === 0) return [];
  return [
    {
      code: 'updates/package-db-interrupted',
      severity: 'critical',
      params: {
        packages: unfinished.map(({ name, state }) => ({ name, state })),
        reinstall: unfinished.filter(({ state }) => state === 'reinstall').map(({ name }) => name),
      },
      evidence: [
        ...(unfinished.length > 0 ? [dpkgState.from] : []),
        ...(journal > 0 ? [dpkgJournal.from] : []),
      ],
    },
  ];
};

const dependencyFindings = (facts: UpdateFacts): Findings => {
  const { aptState } = facts;
  return aptState.status !== 'ok' || aptState.value.status !== 'broken' || isBusy(facts)
    ? []
    : [
        {
          code: 'updates/broken-dependencies',
          severity: 'critical',
          params: { unmet: aptState.value.unmet },
          evidence: [aptState.from],
        },
      ];
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
        proxy.setBy === 'proxy' ? facts.dnfProxy.from : facts.aptConfig.from,
        from,
        ...directReadings(facts).flatMap((reading) => (reading.status === 'ok' ? [reading.from] : [])),
      ],
    }));

const restartFindings = (facts: UpdateFacts): Findings => {
  const { rebootMark, rebootPackages, windowsRestart } = facts;
  if (windowsRestart.status === 'ok') {
    const { componentServicing, windowsUpdate, fileRenames } = windowsRestart.value;
    if (!componentServicing && !windowsUpdate && !fileRenames) return [];
    return [
      {
        code: 'updates/pending-reboot',
        severity: componentServicing || windowsUpdate ? 'warning' : 'info',
        params: { packages: [] },
        evidence: [windowsRestart.from],
      },
    ];
  }
  // A container is started anew from its image; the mark in it was copied along.
  if (rebootMark.status !== 'ok' || placeOf(facts) === 'container') return [];
  return [
    {
      code: 'updates/pending-reboot',
      severity: 'warning',
      params: { packages: rebootPackages.status === 'ok' ? rebootPackages.value : [] },
      evidence: [rebootMark.from, ...(rebootPackages.status === 'ok' ? [rebootPackages.from] : [])],
    },
  ];
};

/** What had to be seen. What only repeats a finding (apt fails where dpkg is half-way) did not. */
const unseen = (facts: UpdateFacts, findings: Findings): readonly Unknown[] => {
  const isTold = findings.some(
    ({ code }) => code === 'updates/package-db-interrupted' || code === 'updates/package-manager-locked',
  );
  const packages = mayBeDebian(facts) ? [facts.dpkgState, ...(isTold ? [] : [facts.aptState])] : [];
  const lockFiles = LOCK_FILES.some((path) => facts.get(fileStat(path)).status === 'ok');
  const proxies = proxiesOf(facts).map((proxy) => facts.get(proxyConnection(addressText(proxy))));
  return [...packages, ...(lockFiles ? [facts.locks] : []), ...proxies].flatMap((reading) =>
    reading.status === 'ok' ? [] : [unknown(reading)],
  );
};

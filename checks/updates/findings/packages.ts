/** Locks, half-installed packages, and packages that contradict each other. */
import type { Finding } from '../../../src/contract.ts';
import { aptStateNow } from '../../../src/sources/apt.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { processName } from '../../../src/sources/locks.ts';
import { fileStat } from '../../../src/sources/space.ts';
import { lockHolders, PACMAN_LOCK } from '../locked.ts';
import { managerOf } from '../managers.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import { startedMs } from '../when.ts';

type Findings = readonly Finding<Messages>[];

export const lockFindings = (facts: UpdateFacts): Findings => [
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
        stale: false,
      },
      evidence: [facts.locks.from, ...files.map((file) => fileStat(file).id), ...(name ? [name.from] : [])],
    };
  }),
  ...pacmanLock(facts),
  ...zyppLock(facts),
];

/** One from before this start was left over: whoever made it is gone. */
const pacmanLock = (facts: UpdateFacts): Findings => {
  const lock = facts.get(fileStat(PACMAN_LOCK));
  if (lock.status !== 'ok') return [];
  const started = startedMs(facts);
  const madeMs = parseIsoTime(lock.value.modifiedAt);
  return [
    {
      code: 'updates/package-manager-locked',
      severity: 'warning',
      params: {
        holder: '',
        pid: 0,
        files: [PACMAN_LOCK],
        file: PACMAN_LOCK,
        stale: started !== null && madeMs !== null && madeMs < started,
      },
      evidence: [lock.from],
    },
  ];
};

/** The number alone may be another process by now: the name decides. */
const zyppLock = (facts: UpdateFacts): Findings => {
  const { zyppPid } = facts;
  if (zyppPid.status !== 'ok' || zyppPid.value === '') return [];
  const name = facts.get(processName(zyppPid.value));
  if (name.status !== 'ok' || !/zypp|y2base|yast|packagekit|transactional|ruby/i.test(name.value)) return [];
  return [
    {
      code: 'updates/package-manager-locked',
      severity: 'warning',
      params: {
        holder: name.value,
        pid: Number(zyppPid.value),
        files: ['/run/zypp.pid'],
        file: '/run/zypp.pid',
        stale: false,
      },
      evidence: [zyppPid.from, name.from],
    },
  ];
};

/** While somebody installs, packages are half-way by nature. */
const isBusy = (facts: UpdateFacts): boolean =>
  lockHolders(facts).some(({ files }) => files.some((file) => !/apt\/(lists|archives)/.test(file)));

export const interruptedFindings = (facts: UpdateFacts): Findings =>
  isBusy(facts)
    ? []
    : [
        ...dpkgInterrupted(facts),
        ...pacmanInterrupted(facts),
        ...rpmInterrupted(facts),
        ...apkInterrupted(facts),
      ];

const interrupted = (
  tool: string,
  packages: readonly { readonly name: string; readonly state: string }[],
  evidence: readonly string[],
): Finding<Messages> => ({
  code: 'updates/package-db-interrupted',
  severity: 'critical',
  params: {
    tool,
    packages,
    reinstall: packages.filter(({ state }) => state === 'reinstall').map(({ name }) => name),
  },
  evidence,
});

const dpkgInterrupted = ({ dpkgState, dpkgJournal }: UpdateFacts): Findings => {
  const unfinished = dpkgState.status === 'ok' ? dpkgState.value.unfinished : [];
  const journal = dpkgJournal.status === 'ok' ? dpkgJournal.value.length : 0;
  if (unfinished.length === 0 && journal === 0) return [];
  return [
    interrupted(
      'dpkg',
      unfinished.map(({ name, state }) => ({ name, state })),
      [...(unfinished.length > 0 ? [dpkgState.from] : []), ...(journal > 0 ? [dpkgJournal.from] : [])],
    ),
  ];
};

/** A run that the log saw begin and not end; its lock, if it lives, is from this start. */
const pacmanInterrupted = (facts: UpdateFacts): Findings => {
  const { pacmanLog, pacmanState } = facts;
  const damaged = pacmanState.status === 'ok' ? pacmanState.value.damaged : [];
  const lock = facts.get(fileStat(PACMAN_LOCK));
  const started = startedMs(facts);
  const brokenOff = pacmanLog.status === 'ok' ? pacmanLog.value.brokenOffMs : null;
  const mayRun = lock.status === 'ok' && started !== null && brokenOff !== null && brokenOff > started;
  const isBroken = brokenOff !== null && !mayRun;
  if (!isBroken && damaged.length === 0) return [];
  const touched = isBroken && pacmanLog.status === 'ok' ? pacmanLog.value.touched.slice(-1) : [];
  return [
    interrupted(
      'pacman',
      [
        ...damaged.map((name) => ({ name, state: 'damaged' })),
        ...touched.map((name) => ({ name, state: 'last' })),
      ],
      [...(isBroken ? [pacmanLog.from] : []), ...(damaged.length > 0 ? [pacmanState.from] : [])],
    ),
  ];
};

const rpmInterrupted = ({ rpmPackages, rpmState }: UpdateFacts): Findings => {
  const twice = rpmPackages.status === 'ok' ? rpmPackages.value.twice : [];
  const damage = rpmState.status === 'ok' ? rpmState.value.damage : '';
  if (twice.length === 0 && damage === '') return [];
  return [
    interrupted(
      damage === '' ? 'rpm' : 'rpm-database',
      twice.map((name) => ({ name, state: 'twice' })),
      [...(twice.length > 0 ? [rpmPackages.from] : []), ...(damage === '' ? [] : [rpmState.from])],
    ),
  ];
};

const apkInterrupted = ({ apkState }: UpdateFacts): Findings =>
  apkState.status !== 'ok' || apkState.value.broken.length === 0
    ? []
    : [
        interrupted(
          'apk',
          apkState.value.broken.map((name) => ({ name, state: 'damaged' })),
          [apkState.from],
        ),
      ];

/** apt's own word, whichever way it was asked. */
export const aptAnswer = (facts: UpdateFacts): UpdateFacts['aptState'] => {
  const now = facts.get(aptStateNow('suspected'));
  return facts.aptState.status === 'ok' || now.status === 'unrecorded' ? facts.aptState : now;
};

export const dependencyFindings = (facts: UpdateFacts): Findings => {
  if (isBusy(facts)) return [];
  const apt = aptAnswer(facts);
  const { rpmState, pacmanState, dpkgState } = facts;
  return [
    ...(apt.status === 'ok' && apt.value.status === 'broken'
      ? [broken('apt', apt.value.unmet, [apt.from])]
      : []),
    ...(rpmState.status === 'ok' && rpmState.value.unmet.length > 0
      ? [broken(managerOf(facts) === 'zypper' ? 'zypper' : 'dnf', rpmState.value.unmet, [rpmState.from])]
      : []),
    ...(pacmanState.status === 'ok' && pacmanState.value.unmet.length > 0
      ? [broken('pacman', pacmanState.value.unmet, [pacmanState.from])]
      : []),
    ...apkBroken(facts),
    ...essentialHeld(dpkgState),
  ];
};

const broken = (tool: string, unmet: readonly string[], evidence: readonly string[]): Finding<Messages> => ({
  code: 'updates/broken-dependencies',
  severity: 'critical',
  params: { tool, unmet: unmet.slice(0, MOST_UNMET) },
  evidence,
});

const MOST_UNMET = 50;

const apkBroken = ({ apkState, apkWorld }: UpdateFacts): Findings => {
  if (apkState.status !== 'ok' || apkWorld.status !== 'ok') return [];
  const { names } = apkState.value;
  const absent = apkWorld.value.filter((name) => !names.has(name));
  return absent.length === 0 ? [] : [broken('apk', absent, [apkWorld.from, apkState.from])];
};

/** A system that may not renew what it stands on gets stuck at the next upgrade that needs it newer. */
const essentialHeld = (dpkgState: UpdateFacts['dpkgState']): Findings => {
  if (dpkgState.status !== 'ok') return [];
  const held = dpkgState.value.held.filter(({ essential }) => essential).map(({ name }) => name);
  return held.length === 0
    ? []
    : [{ ...broken('held', held, [dpkgState.from]), severity: 'warning' as const }];
};

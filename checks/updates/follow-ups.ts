/** What is read next, by what was read: the files behind locks, sources, proxies and ages. */
import type { Source } from '../../src/contract.ts';
import { aptStateNow, upgradeSize } from '../../src/sources/apt.ts';
import { aptSourceFile } from '../../src/sources/apt-sources.ts';
import { APT_LISTS, aptRelease, releaseAnswer } from '../../src/sources/apt-targets.ts';
import { REPOSITORY_FOLDERS, repositoryFile, repositoryFiles } from '../../src/sources/dnf.ts';
import { processName } from '../../src/sources/locks.ts';
import { RESTART_MARKS, restartMark } from '../../src/sources/restart.ts';
import { RPM_DATABASES } from '../../src/sources/rpm.ts';
import { fileStat } from '../../src/sources/space.ts';
import {
  addressText,
  aptConfFile,
  aptConfFiles,
  aptServers,
  directConnection,
  proxyConnection,
} from '../../src/sources/update-proxy.ts';
import { APK_DATABASE, APT_STAMP, DPKG_STATUS } from './files.ts';
import { isStale } from './findings/age.ts';
import { kernelFiles, newestKernel } from './findings/restart.ts';
import { LOCK_FILES, lockHolders } from './locked.ts';
import { managerOf } from './managers.ts';
import type { UpdateFacts } from './probe.ts';
import { APT_CONF, deadProxies, proxiesOf } from './proxied.ts';
import type { UpdateSettings } from './settings.ts';
import {
  keyFilesOf,
  placedSources,
  releaseTarget,
  releaseTargets,
  repositoryPaths,
  sourcePaths,
} from './sources.ts';

export const followUps = (facts: UpdateFacts, settings: UpdateSettings): readonly Source<unknown>[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (system !== 'linux') return proxyFollowUps(facts);
  const kernel = newestKernel(facts);
  const { zyppPid: zypp } = facts;
  return [
    ...LOCK_FILES.map((path) => fileStat(path)),
    ...lockHolders(facts).flatMap(({ pid }) => (pid === null ? [] : [processName(String(pid))])),
    ...(zypp.status === 'ok' && zypp.value !== '' ? [processName(zypp.value)] : []),
    ...RESTART_MARKS.map(({ path }) => restartMark(path)),
    ...(kernel === undefined ? [] : kernelFiles(kernel, facts).map((path) => fileStat(path))),
    ...sourceFollowUps(facts),
    ...ageFollowUps(facts, settings),
    ...proxyFollowUps(facts),
  ];
};

const sourceFollowUps = (facts: UpdateFacts): readonly Source<unknown>[] => {
  const manager = managerOf(facts);
  const isSuspect = facts.unmetPackages.status === 'ok' && facts.unmetPackages.value.length > 0;
  const targets = releaseTargets(facts);
  const lists = facts.aptLists.status === 'ok' ? facts.aptLists.value : [];
  return [
    ...(manager === 'dnf' || manager === 'zypper' ? [repositoryFiles(REPOSITORY_FOLDERS[manager])] : []),
    ...repositoryPaths(facts).map((path) => repositoryFile(path)),
    ...sourcePaths(facts).map((path) => aptSourceFile(path)),
    ...keyFilesOf(facts).map((path) => fileStat(path)),
    ...(facts.aptState.status === 'left-out' && isSuspect ? [aptStateNow('suspected')] : []),
    ...(targets.length > 0 ? [fileStat(`${APT_LISTS}/partial`)] : []),
    ...[...new Set(targets.length > 0 ? placedSources(facts).map(({ file }) => file) : [])].map((path) =>
      fileStat(path),
    ),
    ...targets.filter(({ file }) => lists.includes(file)).map(({ file }) => aptRelease(file)),
    ...answersFor(facts),
  ];
};

/** First the signed list; where there is none, the older form with its signature apart. A proxy is tried before. */
const answersFor = (facts: UpdateFacts): readonly Source<unknown>[] => {
  if (!proxiesOf(facts).every((proxy) => facts.asked(proxyConnection(addressText(proxy))))) return [];
  return releaseTargets(facts).flatMap(({ url }) => {
    const first = releaseAnswer(releaseTarget(url, facts));
    const reading = facts.get(first);
    const isGone =
      reading.status === 'ok' && reading.value.status === 'answered' && reading.value.code >= 400;
    return isGone
      ? [first, releaseAnswer(releaseTarget(url.replace(/InRelease$/, 'Release'), facts))]
      : [first];
  });
};

const ageFollowUps = (facts: UpdateFacts, settings: UpdateSettings): readonly Source<unknown>[] => {
  const manager = managerOf(facts);
  if (manager === 'apt') {
    return [
      ...[APT_STAMP, DPKG_STATUS, `${APT_LISTS}/partial`].map((path) => fileStat(path)),
      ...(isStale(facts, settings) ? [upgradeSize('apt')] : []),
    ];
  }
  if (manager === 'dnf' || manager === 'zypper') return RPM_DATABASES.map((path) => fileStat(path));
  return manager === 'apk' ? [fileStat(APK_DATABASE)] : [];
};

/** The proxy is tried; only where it fails are the update server itself and the file that names the proxy looked at. */
const proxyFollowUps = (facts: UpdateFacts): readonly Source<unknown>[] => {
  const dead = deadProxies(facts).filter(({ proxy }) => proxy.setBy !== 'WinHTTP');
  const names = facts.get(aptConfFiles(APT_CONF));
  const servers = facts.get(aptServers('apt'));
  return [
    ...proxiesOf(facts).map((proxy) => proxyConnection(addressText(proxy))),
    ...(dead.length > 0 ? [aptServers('apt'), aptConfFiles(APT_CONF)] : []),
    ...(dead.length > 0 && servers.status === 'ok'
      ? servers.value.slice(0, 2).map((server) => directConnection(addressText(server)))
      : []),
    ...(dead.length > 0 && names.status === 'ok'
      ? names.value.slice(0, 40).map((name) => aptConfFile(`${APT_CONF}/${name}`))
      : []),
  ];
};

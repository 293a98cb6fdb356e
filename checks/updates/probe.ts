/** What is read: locks and their holders, package states, sources, the proxy, pending restarts. */
import type { Facts, Source } from '../../src/contract.ts';
import { aptConfig, aptState } from '../../src/sources/apt.ts';
import { aptLog } from '../../src/sources/apt-log.ts';
import { aptSourceFile, aptSourceFiles } from '../../src/sources/apt-sources.ts';
import { dpkgJournal, dpkgState } from '../../src/sources/dpkg.ts';
import { locks, processName } from '../../src/sources/locks.ts';
import { mounts } from '../../src/sources/mounts.ts';
import { rebootMark, rebootPackages, windowsRestart } from '../../src/sources/restart.ts';
import { fileStat } from '../../src/sources/space.ts';
import { clock, osRelease, placeReads } from '../../src/sources/system.ts';
import {
  addressText,
  aptConfFile,
  aptConfFiles,
  aptServers,
  directConnection,
  dnfProxy,
  proxyConnection,
} from '../../src/sources/update-proxy.ts';
import { windowsHistory } from '../../src/sources/windows-history.ts';
import { LOCK_FILES, lockHolders } from './locked.ts';
import { APT_CONF, deadProxies, proxiesOf } from './proxied.ts';
import { keyFilesOf, sourcePaths } from './sources.ts';

export const reads = {
  ...placeReads,
  osRelease,
  clock,
  mounts,
  locks,
  dpkgState,
  dpkgJournal,
  aptState,
  aptConfig,
  aptSourceFiles,
  aptLog,
  dnfProxy,
  rebootMark,
  rebootPackages,
  windowsRestart,
  windowsHistory,
};

export type UpdateFacts = Facts<typeof reads>;

export const families = [
  fileStat,
  processName,
  proxyConnection,
  aptServers,
  directConnection,
  aptConfFiles,
  aptConfFile,
  aptSourceFile,
];

/** The proxy is tried; only where it fails are the update server itself and the file that names the proxy looked at. */
export const followUps = (facts: UpdateFacts): readonly Source<unknown>[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (system !== 'linux') return [];
  const dead = deadProxies(facts);
  const names = facts.get(aptConfFiles(APT_CONF));
  const servers = facts.get(aptServers('apt'));
  return [
    ...LOCK_FILES.map((path) => fileStat(path)),
    ...sourcePaths(facts).map((path) => aptSourceFile(path)),
    ...keyFilesOf(facts).map((path) => fileStat(path)),
    ...lockHolders(facts).flatMap(({ pid }) => (pid === null ? [] : [processName(String(pid))])),
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

/** What is read: package managers and their sources, locks, logs, services, restarts, the age of it all. */
import type { Facts } from '../../src/contract.ts';
import { apkRepositories, apkState, apkWorld } from '../../src/sources/apk.ts';
import { aptConfig, aptState, aptStateNow, upgradeSize } from '../../src/sources/apt.ts';
import { aptHistory } from '../../src/sources/apt-history.ts';
import { aptLog } from '../../src/sources/apt-log.ts';
import { aptSourceFile, aptSourceFiles } from '../../src/sources/apt-sources.ts';
import {
  aptLists,
  aptRejected,
  aptRelease,
  aptTargets,
  releaseAnswer,
} from '../../src/sources/apt-targets.ts';
import { dnfLocks, dnfLog, repositoryFile, repositoryFiles } from '../../src/sources/dnf.ts';
import { dpkgJournal, dpkgState } from '../../src/sources/dpkg.ts';
import { unmetPackages } from '../../src/sources/dpkg-relations.ts';
import { bootFiles } from '../../src/sources/kernels.ts';
import { locks, processName } from '../../src/sources/locks.ts';
import {
  brewMissing,
  macInstallers,
  macInstallHistory,
  macInstallLog,
  macManagedUpdates,
  macSecurityExtensions,
  macUpdateSettings,
  macVersion,
} from '../../src/sources/macos-update.ts';
import { kernelModules } from '../../src/sources/modules.ts';
import { mounts } from '../../src/sources/mounts.ts';
import {
  pacmanConfig,
  pacmanKeyring,
  pacmanLog,
  pacmanMirrors,
  pacmanState,
} from '../../src/sources/pacman.ts';
import {
  moduleFolders,
  ostreeMark,
  rebootMark,
  rebootPackages,
  restartMark,
} from '../../src/sources/restart.ts';
import { ostreeDeployments, rpmPackages, rpmState } from '../../src/sources/rpm.ts';
import { fileStat } from '../../src/sources/space.ts';
import { clock, osRelease, placeReads } from '../../src/sources/system.ts';
import {
  aptConfFile,
  aptConfFiles,
  aptServers,
  directConnection,
  dnfProxy,
  proxyConnection,
} from '../../src/sources/update-proxy.ts';
import { distUpgradeLog, snapRefresh, ubuntuPro, updateUnits } from '../../src/sources/update-units.ts';
import {
  componentStore,
  windowsHistory,
  windowsRestart,
  windowsUpdate,
} from '../../src/sources/windows-update.ts';
import { zyppHistory, zyppLocks, zyppPid } from '../../src/sources/zypper.ts';

const apt = {
  dpkgState,
  dpkgJournal,
  unmetPackages,
  aptState,
  aptTargets,
  aptConfig,
  aptSourceFiles,
  aptLists,
  aptRejected,
  aptLog,
  aptHistory,
  distUpgradeLog,
  ubuntuPro,
};

const others = {
  rpmPackages,
  rpmState,
  ostreeMark,
  ostreeDeployments,
  dnfLog,
  dnfLocks,
  dnfProxy,
  zyppHistory,
  zyppPid,
  zyppLocks,
  pacmanLog,
  pacmanConfig,
  pacmanMirrors,
  pacmanKeyring,
  pacmanState,
  apkState,
  apkWorld,
  apkRepositories,
  snapRefresh,
};

const foreign = {
  windowsHistory,
  windowsRestart,
  windowsUpdate,
  componentStore,
  macVersion,
  macUpdateSettings,
  macManagedUpdates,
  macInstallHistory,
  macInstallLog,
  macInstallers,
  macSecurityExtensions,
  brewMissing,
};

export const reads = {
  ...placeReads,
  osRelease,
  clock,
  mounts,
  locks,
  updateUnits,
  rebootMark,
  rebootPackages,
  bootFiles,
  moduleFolders,
  kernelModules,
  ...apt,
  ...others,
  ...foreign,
};

export type UpdateFacts = Facts<typeof reads>;

export const families = [
  fileStat,
  processName,
  restartMark,
  aptStateNow,
  upgradeSize,
  aptRelease,
  releaseAnswer,
  repositoryFiles,
  repositoryFile,
  proxyConnection,
  aptServers,
  directConnection,
  aptConfFiles,
  aptConfFile,
  aptSourceFile,
];

/** What is read: settings and lists that are there for everybody, then what they lead to. */
import type { Facts, Source } from '../../src/contract.ts';
import { bitLocker } from '../../src/sources/encryption.ts';
import { listeners, listeners6 } from '../../src/sources/listeners.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { kernelModules } from '../../src/sources/modules.ts';
import { mounts } from '../../src/sources/mounts.ts';
import { tls } from '../../src/sources/network/probes.ts';
import { processes } from '../../src/sources/processes.ts';
import { clock, placeOf, placeReads, user } from '../../src/sources/system.ts';
import { backupSteps } from './backups.ts';
import { deviceSteps } from './encryption.ts';
import { keyFiles } from './keys.ts';
import { lockSchemas } from './lock.ts';
import { partPaths } from './parts.ts';
import {
  below,
  configPart,
  fileState,
  filterRules,
  gsettings,
  linuxReads,
  listOfNames,
  rootFile,
} from './reads/linux.ts';
import { macReads } from './reads/macos.ts';
import { windowsReads } from './reads/windows.ts';
import { addedRootFiles, addedRoots, WITNESSES } from './roots.ts';

export const reads = {
  ...placeReads,
  ...machineReads,
  user,
  clock,
  mounts,
  listeners,
  listeners6,
  processes,
  kernelModules,
  ...linuxReads,
  ...macReads,
  ...windowsReads,
  bitLocker,
};

export type SecurityFacts = Facts<typeof reads>;

export const families = [configPart, rootFile, below, listOfNames, fileState, gsettings, filterRules, tls];

export const followUps = (facts: SecurityFacts): readonly Source<unknown>[] => {
  if (placeOf(facts) !== 'computer') return [];
  return [
    ...partPaths(facts).map((path) => configPart(path)),
    ...deviceSteps(facts),
    ...backupSteps(facts),
    ...keyFiles(facts),
    ...lockSchemas(facts).map(gsettings),
    ...addedRootFiles(facts).map(rootFile),
    ...(addedRoots(facts).length > 0 ? WITNESSES.map(tls) : []),
    ...virusData(facts),
    ...(mayListRules(facts) ? [filterRules('all')] : []),
  ];
};

/** Asked only of root, and only where the kernel filters that way already: nft(8) would load the module. */
const mayListRules = ({ user: who, kernelModules: modules }: SecurityFacts): boolean =>
  who.status === 'ok' &&
  who.value.uid === 0 &&
  modules.status === 'ok' &&
  modules.value.some(({ name }) => name === 'nf_tables');

const MAX_FOUND = 5;

const virusData = ({ clamavData, clamavLog }: SecurityFacts): readonly Source<unknown>[] => [
  ...(clamavData.status === 'ok'
    ? clamavData.value
        .filter((name) => /^daily\.c[lv]d$/.test(name))
        .map((name) => fileState(`/var/lib/clamav/${name}`))
    : []),
  ...(clamavLog.status === 'ok' ? foundFiles(clamavLog.value).map(({ path }) => fileState(path)) : []),
];

/** The last few files that ClamAV found something in, each once. */
export const foundFiles = <T extends { readonly path: string }>(found: readonly T[]): readonly T[] =>
  [...new Map(found.map((one) => [one.path, one])).values()].slice(-MAX_FOUND);

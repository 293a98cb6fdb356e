/** What is read: what the system wrote down of its programs, then what that leads to. */
import type { Facts, Source } from '../../src/contract.ts';
import { upgradeSize } from '../../src/sources/apt.ts';
import { kernelLog } from '../../src/sources/kernel-log.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { macSecurityExtensions, macVersion } from '../../src/sources/macos-update.ts';
import { mounts } from '../../src/sources/mounts.ts';
import { processes } from '../../src/sources/processes.ts';
import { clock, osRelease, placeOf, placeReads, user } from '../../src/sources/system.ts';
import { windowsEvents } from '../../src/sources/windows-events.ts';
import {
  apportReports,
  flatpakUpdates,
  knownLibraries,
  loaderLines,
  noexec,
  processorFlags,
  programEvents,
  snapUpdates,
  totalMemory,
} from './reads/linux.ts';
import {
  brewOutdated,
  crashReport,
  crashReports,
  gatekeeper,
  macPrograms,
  neededVersions,
  rosetta,
  unapproved,
} from './reads/macos.ts';
import {
  windowsAntiviruses,
  windowsComputer,
  windowsOwn,
  windowsPrograms,
  wingetUpdates,
} from './reads/windows.ts';
import { reportFolders, reportsToRead } from './reports.ts';
import type { CompatibilitySettings } from './settings.ts';

export const reads = {
  ...placeReads,
  ...machineReads,
  user,
  clock,
  osRelease,
  kernelLog,
  mounts,
  programEvents,
  loaderLines,
  noexec,
  apportReports,
  processorFlags,
  totalMemory,
  flatpakUpdates,
  snapUpdates,
  windowsEvents,
  windowsPrograms,
  windowsOwn,
  windowsAntiviruses,
  windowsComputer,
  wingetUpdates,
  macVersion,
  macPrograms,
  neededVersions,
  unapproved,
  macSecurityExtensions,
  brewOutdated,
};

export type CompatibilityFacts = Facts<typeof reads>;

export const families = [
  crashReports,
  crashReport,
  gatekeeper,
  upgradeSize,
  processes,
  rosetta,
  knownLibraries,
];

/** Gatekeeper takes a second for each. */
const MAX_ASSESSED = 4;

export const followUps = (
  facts: CompatibilityFacts,
  settings: CompatibilitySettings,
): readonly Source<unknown>[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (placeOf(facts) === 'container') return [];
  if (system === 'linux') {
    const lacks =
      facts.loaderLines.status === 'ok' && facts.loaderLines.value.some(({ kind }) => kind === 'library');
    return [upgradeSize('apt'), processes, ...(lacks ? [knownLibraries] : [])];
  }
  if (system !== 'darwin') return [];
  return [
    ...reportFolders(facts).map(crashReports),
    ...reportsToRead(facts, settings).map(({ path }) => crashReport(path)),
    ...(hasIntel(facts) ? [rosetta] : []),
    ...(facts.unapproved.status === 'ok'
      ? facts.unapproved.value.slice(0, MAX_ASSESSED).map(gatekeeper)
      : []),
  ];
};

const hasIntel = ({ macPrograms: programs, hardware }: CompatibilityFacts): boolean =>
  hardware.status === 'ok' &&
  hardware.value.appleSilicon &&
  programs.status === 'ok' &&
  programs.value.some(({ kind }) => kind === 'arch_i64');

/** A restart that is waited for, and a kernel whose modules are gone. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { compareReleases, kernelSets } from '../../../src/sources/kernels.ts';
import { RESTART_MARKS, restartMark } from '../../../src/sources/restart.ts';
import { fileStat } from '../../../src/sources/space.ts';
import { placeOf } from '../../../src/sources/system.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import { startedMs } from '../when.ts';

type Findings = readonly Finding<Messages>[];

export const restartFindings = (facts: UpdateFacts): Findings => {
  // A container is started anew from its image; marks in it were copied along.
  if (placeOf(facts) === 'container') return [];
  const { rebootMark, rebootPackages, ostreeDeployments } = facts;
  const marks = RESTART_MARKS.flatMap(({ kind, path }) => {
    const reading = facts.get(restartMark(path));
    return reading.status === 'ok' ? [{ kind, from: reading.from }] : [];
  });
  const staged =
    ostreeDeployments.status === 'ok'
      ? ostreeDeployments.value.filter((one) => one.staged && !one.booted)
      : [];
  const kernel = newerKernel(facts);
  const packages = [
    ...(rebootPackages.status === 'ok' ? rebootPackages.value : []),
    ...staged.map(({ version }) => version),
    ...(kernel === undefined ? [] : [`linux ${kernel.release}`]),
  ];
  const evidence = [
    ...(rebootMark.status === 'ok' ? [rebootMark.from] : []),
    ...(rebootPackages.status === 'ok' ? [rebootPackages.from] : []),
    ...marks.map(({ from }) => from),
    ...(staged.length > 0 ? [ostreeDeployments.from] : []),
    ...(kernel?.evidence ?? []),
  ];
  const isMarked =
    rebootMark.status === 'ok' || marks.length > 0 || staged.length > 0 || kernel !== undefined;
  if (!isMarked) return [];
  const isOffline = marks.some(({ kind }) => kind === 'offline');
  return [
    {
      code: 'updates/pending-reboot',
      severity: 'warning',
      params: { packages: [...new Set(packages)], during: isOffline && rebootMark.status !== 'ok' },
      evidence,
    },
  ];
};

/** Words of a release that tell its kind: `amd64`, `generic`, `lts`, `fc`. A newer kernel of another kind is none. */
const kindOf = (release: string): string =>
  (release.match(/[a-z_]+/gi) ?? []).filter((word) => !/^(rc|bpo|deb|git|dirty)$/.test(word)).join(' ');

/** Newer than the running one, of its kind, by name. */
export const newestKernel = ({ platform, bootFiles, moduleFolders }: UpdateFacts): string | undefined => {
  if (platform.status !== 'ok' || platform.value.platform !== 'linux') return undefined;
  const running = platform.value.release;
  const inBoot = bootFiles.status === 'ok' ? kernelSets(bootFiles.value).map(({ release }) => release) : [];
  const inModules = moduleFolders.status === 'ok' ? moduleFolders.value : [];
  return [...new Set([...inBoot, ...inModules])]
    .filter((one) => /^\d/.test(one) && kindOf(one) === kindOf(running))
    .filter((one) => compareReleases(one, running) > 0)
    .sort(compareReleases)
    .at(-1);
};

/** What shows when a kernel was installed: packages keep the times of their build, what is made here does not. */
export const kernelFiles = (release: string, { bootFiles }: UpdateFacts): readonly string[] => {
  const names = bootFiles.status === 'ok' ? bootFiles.value : [];
  const made = [`initrd.img-${release}`, `initramfs-${release}.img`, `initrd-${release}`];
  return [
    ...made.filter((name) => names.includes(name)).map((name) => `/boot/${name}`),
    `/lib/modules/${release}`,
    `/lib/modules/${release}/vmlinuz`,
  ];
};

/** Installed since the start: one that was there before was passed over on purpose, or by the boot loader. */
const newerKernel = (facts: UpdateFacts) => {
  const release = newestKernel(facts);
  const started = startedMs(facts);
  if (release === undefined || started === null || placeOf(facts) !== 'computer') return undefined;
  const files = kernelFiles(release, facts).map((path) => ({ path, reading: facts.get(fileStat(path)) }));
  const isWhole =
    (facts.bootFiles.status === 'ok' &&
      kernelSets(facts.bootFiles.value).some((set) => set.release === release)) ||
    files.some(({ path, reading }) => path.endsWith('/vmlinuz') && reading.status === 'ok');
  const shows = files.find(({ path, reading }) => !path.endsWith('/vmlinuz') && reading.status === 'ok');
  const at = shows?.reading.status === 'ok' ? parseIsoTime(shows.reading.value.modifiedAt) : null;
  return isWhole && at !== null && at > started && shows !== undefined
    ? { release, evidence: [facts.platform.from, facts.bootFiles.from, shows.reading.from] }
    : undefined;
};

/** Only where modules are in use at all: some kernels have everything built in. */
export const moduleFindings = (facts: UpdateFacts): Findings => {
  const { platform, moduleFolders, kernelModules } = facts;
  if (placeOf(facts) !== 'computer' || platform.status !== 'ok' || moduleFolders.status !== 'ok') return [];
  const running = platform.value.release;
  if (kernelModules.status !== 'ok' || kernelModules.value.length === 0) return [];
  if (moduleFolders.value.includes(running)) return [];
  return [
    {
      code: 'updates/kernel-modules-missing',
      severity: 'warning',
      params: { running, installed: moduleFolders.value.slice(0, 5) },
      evidence: [moduleFolders.from, kernelModules.from, platform.from],
    },
  ];
};

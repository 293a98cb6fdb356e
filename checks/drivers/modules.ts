/** Linux' kernel modules: which knows a device, what keeps it out, which DKMS did not build. */
import { modulesFolder } from '../../src/sources/modules.ts';
import type { DriverFacts } from './probe.ts';
import { dkmsModule } from './reads/dkms.ts';
import { MODPROBE_FOLDERS, modprobeFolder, modprobeRules, modulesFor } from './reads/modprobe.ts';

/** However much lies in a folder. */
const MOST_FILES = 80;

export const modprobeFiles = (facts: DriverFacts): readonly string[] =>
  MODPROBE_FOLDERS.flatMap((folder) => {
    const reading = facts.get(modprobeFolder(folder));
    return reading.status === 'ok' ? reading.value.map((name) => `${folder}/${name}`) : [];
  }).slice(0, MOST_FILES);

export interface Known {
  /** '' where the kernel has none, or nobody could tell. */
  readonly module: string;
  /** `blacklist e1000e (/etc/modprobe.d/no-e1000e.conf)`; '' where nothing keeps it out. */
  readonly blockedBy: string;
  /** Set by a package and not by whoever administers this computer. */
  readonly byPackage: boolean;
}

export const knownFor = (modalias: string | undefined, facts: DriverFacts): Known => {
  const reading = modalias === undefined ? undefined : facts.get(modulesFor(modalias));
  const names = reading?.status === 'ok' ? reading.value : [];
  for (const path of modprobeFiles(facts)) {
    const rules = facts.get(modprobeRules(path));
    const rule = rules.status === 'ok' ? rules.value.find(({ module }) => names.includes(module)) : undefined;
    if (rule !== undefined) {
      return {
        module: rule.module,
        blockedBy: `${rule.line} (${path})`,
        byPackage: !path.startsWith('/etc/'),
      };
    }
  }
  return { module: names[0] ?? '', blockedBy: '', byPackage: false };
};

/** The folder of the running kernel was removed by an update: nothing can be loaded until the next start. */
export const areModulesGone = (facts: DriverFacts): boolean =>
  facts.platform.status === 'ok' &&
  facts.get(modulesFolder(facts.platform.value.release)).status === 'absent' &&
  // A kernel without modules has no such folder either.
  facts.kernelModules.status === 'ok';

export const isLoaded = (name: string, { kernelModules }: DriverFacts): boolean =>
  kernelModules.status === 'ok' &&
  kernelModules.value.some((module) => module.name === name.replaceAll('-', '_'));

export interface Unbuilt {
  readonly name: string;
  readonly version: string;
  /** `nvidia/535.54.03` */
  readonly path: string;
}

/** Registered with DKMS, and not installed for the running kernel. */
export const unbuilt = (facts: DriverFacts): readonly Unbuilt[] => {
  if (facts.dkmsModules.status !== 'ok' || facts.platform.status !== 'ok') return [];
  const { release } = facts.platform.value;
  return facts.dkmsModules.value.flatMap((name) => {
    const reading = facts.get(dkmsModule(name));
    if (reading.status !== 'ok') return [];
    const { versions, kernels } = reading.value;
    const version = versions.at(-1);
    // The architecture stands behind the release.
    const isBuilt = kernels.some((kernel) => kernel === release || kernel.startsWith(`${release}-`));
    return version === undefined || isBuilt || isLoaded(name, facts)
      ? []
      : [{ name, version, path: `${name}/${version}` }];
  });
};

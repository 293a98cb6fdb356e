/** DKMS: modules that are built anew for each kernel. Read from its folder: `dkms status` is a slow script. */
import { family, source } from '../../../src/contract.ts';

/** Absent where DKMS is not used. */
export const dkmsModules = source({
  id: 'drivers.dkms',
  os: ['linux'],
  request: { kind: 'list', path: '/var/lib/dkms' },
  parse: ({ names }) =>
    // Beside the modules lie its own keys and the version of its folder.
    names.filter((name) => /^[\w.+-]{1,80}$/.test(name) && !/^(?:mok\.|dkms_dbversion$)/.test(name)),
});

export interface DkmsModule {
  readonly versions: readonly string[];
  /** Kernels it is installed for, with the architecture: DKMS keeps a link `kernel-6.1.0-9-amd64-x86_64` for each. */
  readonly kernels: readonly string[];
}

export const dkmsModule = family('drivers.dkms-module', 'module', (name) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'list', path: `/var/lib/dkms/${name}` },
    parse: ({ names }): DkmsModule => ({
      versions: names.filter(
        (one) => /^[\w.+~:-]{1,80}$/.test(one) && !/^(?:kernel-|original_module)/.test(one),
      ),
      kernels: names.filter((one) => one.startsWith('kernel-')).map((one) => one.slice('kernel-'.length)),
    }),
  }),
);

/** Whether it is only meant for some kernels or machines: then nothing is missing on the others. */
export const dkmsLimits = family('drivers.dkms-limits', 'module/version', (path) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'file', path: `/var/lib/dkms/${path}/source/dkms.conf` },
    parse: ({ text }) => ({ limited: /^[ \t]*(?:BUILD_EXCLUSIVE|OBSOLETE_BY)/m.test(text) }),
  }),
);

/** Stays behind when building failed; after a success it moves away. */
export const dkmsFailure = family('drivers.dkms-failure', 'module/version', (path) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'stat', path: `/var/lib/dkms/${path}/build/make.log` },
    parse: ({ modifiedAt }) => modifiedAt,
  }),
);

/** What modules of a kernel are built with; absent without the package of its headers. */
export const kernelHeaders = family('drivers.kernel-headers', 'kernel release', (release) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'list', path: `/lib/modules/${release}/build` },
    parse: ({ names }) => names.length,
  }),
);

/** What the next system of each kind asks of a computer. */

export const AS_OF = '2026-11-26';

const GIB = 1024 ** 3;

/** Microsoft: Windows 11. Memory and disk a little below the figures: firmware and the graphics chip take their part. */
export const windows11 = {
  name: 'Windows 11',
  firstBuild: 22_000,
  memoryBytes: 3.5 * GIB,
  diskBytes: 60 * GIB,
  cores: 2,
  namedMemoryBytes: 4 * GIB,
  namedDiskBytes: 64 * GIB,
};

/**
 * Processors that are certainly not on Microsoft's list, by family, model and stepping: Intel before the
 * eighth Core generation, AMD before Zen+. Of what is not here nothing is said.
 */
export const isTooOldForWindows11 = (maker: string, identity: string): boolean => {
  const [, family, model, stepping] =
    /Family (\d{1,4}) Model (\d{1,4}) Stepping (\d{1,4})/.exec(identity)?.map(Number) ?? [];
  if (family === undefined || model === undefined || stepping === undefined) return false;
  if (maker === 'GenuineIntel') {
    if (family !== 6) return family < 6 || family === 15;
    // Kaby Lake: 142 and 158 below stepping 10; some of its models are allowed, with 9.
    if (model === 142 || model === 158) return stepping < 9;
    return OLD_INTEL.includes(model);
  }
  if (maker === 'AuthenticAMD') return family < 23 || (family === 23 && model === 1);
  return false;
};

/** Core 2 to Skylake, and the Atoms of their time. */
const OLD_INTEL: readonly number[] = [
  ...[15, 22, 23, 26, 28, 29, 30, 31, 37, 38, 42, 44, 45, 46, 47, 53, 54, 55, 58, 60, 61, 62, 63, 69, 70],
  ...[71, 76, 77, 78, 79, 86, 87, 90, 94],
];

export interface NextLinux {
  /** ID of os-release, and the major version that runs. */
  readonly ids: readonly string[];
  readonly from: number;
  readonly next: string;
  readonly level: 'x86-64-v2' | 'x86-64-v3';
  readonly memoryBytes: number;
}

export const nextLinux: readonly NextLinux[] = [
  {
    ids: ['rhel', 'centos', 'rocky', 'ol'],
    from: 8,
    next: 'Enterprise Linux 9',
    level: 'x86-64-v2',
    memoryBytes: 1.4 * GIB,
  },
  { ids: ['almalinux'], from: 8, next: 'AlmaLinux 9', level: 'x86-64-v2', memoryBytes: 1.4 * GIB },
  {
    ids: ['rhel', 'centos', 'rocky', 'ol'],
    from: 9,
    next: 'Enterprise Linux 10',
    level: 'x86-64-v3',
    memoryBytes: 1.4 * GIB,
  },
  { ids: ['opensuse-leap'], from: 15, next: 'openSUSE Leap 16', level: 'x86-64-v2', memoryBytes: 1.8 * GIB },
  {
    ids: ['sles', 'sled'],
    from: 15,
    next: 'SUSE Linux Enterprise 16',
    level: 'x86-64-v2',
    memoryBytes: 1.8 * GIB,
  },
];

/** Flags as /proc/cpuinfo names them (x86-64 psABI, microarchitecture levels); `pni` is SSE3, `abm` has LZCNT. */
export const levels: Readonly<Record<NextLinux['level'], readonly string[]>> = {
  'x86-64-v2': ['cx16', 'lahf_lm', 'popcnt', 'pni', 'sse4_1', 'sse4_2', 'ssse3'],
  'x86-64-v3': [
    ...['cx16', 'lahf_lm', 'popcnt', 'pni', 'sse4_1', 'sse4_2', 'ssse3'],
    ...['avx', 'avx2', 'bmi1', 'bmi2', 'f16c', 'fma', 'abm', 'movbe', 'xsave'],
  ],
};

/** Releases of Debian and its kind that ran on 32-bit PCs; the next ones do not. */
export const last32Bit: readonly { readonly id: string; readonly from: number; readonly next: string }[] = [
  { id: 'debian', from: 12, next: 'Debian 13' },
];

/** Apple: macOS 26 runs on every Mac with Apple silicon, and on these. */
export const macos26 = {
  name: 'macOS 26 Tahoe',
  major: 26,
  intel: ['MacBookPro16,1', 'MacBookPro16,2', 'MacBookPro16,4', 'iMac20,1', 'iMac20,2', 'MacPro7,1'],
};

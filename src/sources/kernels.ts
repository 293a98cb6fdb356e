/** Kernels in /boot: which files belong together, and which of them is newer. */
import { source } from '../contract.ts';

export interface KernelSet {
  readonly release: string;
  /** Names in /boot. */
  readonly files: readonly string[];
}

export const bootFiles = source({
  id: 'boot.files',
  os: ['linux'],
  request: { kind: 'list', path: '/boot' },
  parse: ({ names }) => names,
});

/** Sets with a kernel in them, oldest first. Rescue images are left out: updates do not replace them. */
export const kernelSets = (names: readonly string[]): readonly KernelSet[] => {
  const releases = names.flatMap((name) => {
    const release = KERNEL.exec(name)?.[1];
    return release === undefined || release.includes('rescue') || release.endsWith('.old') ? [] : [release];
  });
  return [...new Set(releases)].sort(compareReleases).map((release) => ({
    release,
    files: names.filter((name) => COMPANIONS.some((companion) => companion(release).includes(name))),
  }));
};

const KERNEL = /^(?:vmlinuz|vmlinux|Image|kernel)-(.+)$/;

const COMPANIONS: readonly ((release: string) => readonly string[])[] = [
  (release) => ['vmlinuz', 'vmlinux', 'Image', 'kernel'].map((name) => `${name}-${release}`),
  // Debian and Ubuntu; openSUSE; Fedora, Arch and their kdump and fallback images.
  (release) => [`initrd.img-${release}`, `initrd-${release}`, `initrd-${release}-kdump`],
  (release) => ['', 'kdump', '-fallback'].map((suffix) => `initramfs-${release}${suffix}.img`),
  (release) => ['System.map', 'config', 'symvers', 'sysctl.conf'].map((name) => `${name}-${release}`),
  (release) => ['gz', 'xz', 'zst'].map((packed) => `symvers-${release}.${packed}`),
];

/** Numbers as numbers: 6.1.0-9 is older than 6.1.0-13. */
export const compareReleases = (left: string, right: string): number => {
  const [a, b] = [left, right].map((text) => text.split(/(\d+)/));
  for (let at = 0; at < Math.max(a?.length ?? 0, b?.length ?? 0); at++) {
    const [x = '', y = ''] = [a?.[at], b?.[at]];
    if (x === y) continue;
    const isNumber = /^\d+$/.test(x) && /^\d+$/.test(y);
    return isNumber && Number(x) !== Number(y) ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return 0;
};

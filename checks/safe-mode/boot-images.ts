/** Kernels in /boot and the start images that belong to them. */
import type { Source } from '../../src/contract.ts';
import { kernelSets } from '../../src/sources/kernels.ts';
import type { SafeModeFacts } from './probe.ts';
import { bootFile } from './reads/boot.ts';

/** Debian and openSUSE; dracut, mkinitcpio; Alpine; genkernel; booster. */
const imageNames = (release: string): readonly string[] => [
  `initrd.img-${release}`,
  `initrd-${release}`,
  `initrd-${release}.img`,
  `initramfs-${release}.img`,
  `initramfs-${release}`,
  `initramfs-genkernel-x86_64-${release}`,
  `booster-${release}.img`,
];

export interface Kernel {
  readonly release: string;
  /** The image that belongs to it; null where none is there. */
  readonly image: string | null;
}

/** Leftovers of package managers and signatures are no kernels. */
const NO_KERNEL = /\.(?:efi\.signed|signed|sig|hmac|bak|old|dpkg-\w+|rpm\w+|pacnew)$/;

/** Oldest first. */
export const kernelsOf = ({ bootFiles }: Pick<SafeModeFacts, 'bootFiles'>): readonly Kernel[] => {
  if (bootFiles.status !== 'ok') return [];
  const names = bootFiles.value;
  return kernelSets(names)
    .filter(({ release }) => !NO_KERNEL.test(release))
    .map(({ release }) => ({
      release,
      image: imageNames(release).find((name) => names.includes(name)) ?? null,
    }));
};

/** The one that starts next: the newest. On Arch each flavour has its own entry, and any may be chosen. */
export const nextKernels = (kernels: readonly Kernel[]): readonly Kernel[] => {
  const numbered = kernels.filter(({ release }) => /^\d/.test(release));
  return [...numbered.slice(-1), ...kernels.filter(({ release }) => !/^\d/.test(release))];
};

export const imageReads = (facts: SafeModeFacts): readonly Source<unknown>[] =>
  nextKernels(kernelsOf(facts)).flatMap(({ image }) => (image === null ? [] : [bootFile(image)]));

/** Distributions whose kernels cannot start without one, and that make no unified images by themselves. */
const ALWAYS = /^(?:debian|ubuntu|linuxmint|pop|raspbian|alpine)$/;

/**
 * Whether a kernel without an image is a fault: unified images hold their own, and whoever builds the
 * drivers into the kernel needs none. Undefined where that could not be seen.
 */
export const needsImage = (facts: SafeModeFacts): boolean | undefined => {
  const listings = [facts.unifiedImages, facts.unifiedInBoot, facts.unifiedInEsp];
  if (listings.some((one) => one.status === 'ok' && one.value.length > 0)) return false;
  if (kernelsOf(facts).some(({ image }) => image !== null)) return true;
  const ids =
    facts.osRelease.status === 'ok' ? [facts.osRelease.value.id, ...facts.osRelease.value.like] : [];
  if (ids.some((id) => ALWAYS.test(id))) return true;
  return listings.some(({ status }) => status === 'denied') ? undefined : false;
};

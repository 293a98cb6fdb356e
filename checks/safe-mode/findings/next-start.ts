/** Linux: whether the next start can succeed: kernel, start image, boot loader, disks of fstab. */
import type { Finding } from '../../../src/contract.ts';
import { kernelsOf, needsImage, nextKernels } from '../boot-images.ts';
import { awaited, isThere } from '../fstab.ts';
import type { Messages } from '../messages.en.ts';
import { grubFolders, type SafeModeFacts } from '../probe.ts';
import { bootFile, grubConfig } from '../reads/boot.ts';
import { stoppedInEmergency } from './mode.ts';

type Found = Finding<Messages>;

export const nextStartFindings = (facts: SafeModeFacts): readonly Found[] => [
  ...imageFindings(facts),
  ...loaderFindings(facts),
  ...fstabFindings(facts),
];

const imageFindings = (facts: SafeModeFacts): readonly Found[] => {
  const kernels = kernelsOf(facts);
  return nextKernels(kernels).flatMap(({ release, image }): readonly Found[] => {
    const file = image === null ? null : facts.get(bootFile(image));
    const isEmpty = file?.status === 'ok' && file.value.type === 'file' && file.value.bytes === 0;
    const isMissing = image === null && needsImage(facts) === true;
    if (!isEmpty && !isMissing) return [];
    const others = kernels.filter((one) => one.release !== release && one.image !== null);
    return [
      {
        code: 'safe-mode/initramfs-missing',
        severity: 'critical',
        subject: release,
        params: {
          release,
          image: image ?? '',
          older: others.at(-1)?.release ?? '',
          tool: toolOf(facts),
        },
        evidence: [facts.bootFiles.from],
      },
    ];
  });
};

/** What makes start images on this system. */
const toolOf = ({ osRelease, bootFiles }: SafeModeFacts): string => {
  const ids = osRelease.status === 'ok' ? [osRelease.value.id, ...osRelease.value.like] : [];
  if (ids.some((id) => /^(?:debian|ubuntu)$/.test(id))) return 'update-initramfs';
  if (ids.includes('arch')) return 'mkinitcpio';
  if (ids.includes('alpine')) return 'mkinitfs';
  if (ids.some((id) => /^(?:fedora|rhel|centos|suse|opensuse)/.test(id))) return 'dracut';
  const names = bootFiles.status === 'ok' ? bootFiles.value : [];
  return names.some((name) => name.startsWith('initrd.img-')) ? 'update-initramfs' : 'dracut';
};

/** GRUB is installed, and what it should show is not there: it stops at `grub>`. */
const loaderFindings = (facts: SafeModeFacts): readonly Found[] => {
  const folders = grubFolders(facts);
  const states = folders.map((folder) => {
    const config = facts.get(grubConfig(folder));
    return { folder, config };
  });
  // One of two folders may be left from another distribution.
  const isGood = states.some(({ config }) => config.status === 'ok' && config.value.bytes > 0);
  const bad = states.find(
    ({ config }) => config.status === 'absent' || (config.status === 'ok' && config.value.bytes === 0),
  );
  return isGood || bad === undefined
    ? []
    : [
        {
          code: 'safe-mode/bootloader-damaged',
          severity: 'critical',
          params: { path: `/boot/${bad.folder}/grub.cfg`, empty: bad.config.status === 'ok' },
          evidence: [bad.config.from],
        },
      ];
};

/** In emergency mode these are the reason, and named there. Other systems than systemd go on without the disk. */
const fstabFindings = (facts: SafeModeFacts): readonly Found[] => {
  if (stoppedInEmergency(facts) || facts.mounts.status !== 'ok') return [];
  if (facts.openRcFailed.status === 'ok') return [];
  return awaited(facts).flatMap((entry): readonly Found[] =>
    isThere(entry, facts) === false
      ? [
          {
            code: 'safe-mode/fstab-missing-device',
            severity: 'warning',
            params: { device: entry.device, path: entry.path },
            evidence: [facts.fstab.from],
          },
        ]
      : [],
  );
};

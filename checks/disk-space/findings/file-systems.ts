/** Volumes that cannot be written to although there is room, or that hold too many files. */
import type { Finding } from '../../../src/contract.ts';
import { btrfsUsage } from '../../../src/sources/btrfs.ts';
import { GIB } from '../../../src/sources/size.ts';
import { writable } from '../../../src/sources/space.ts';
import type { Messages } from '../messages.en.ts';
import type { DiskFacts } from '../probe.ts';
import { type Measured, measure } from '../room.ts';
import { freeInodesPct, isLowOnInodes } from '../rules.ts';
import type { DiskSettings } from '../settings.ts';
import { suspectsOf } from '../written.ts';
import { measuredFolders } from './shortage.ts';

export const fileSystemFindings = (
  facts: DiskFacts,
  settings: DiskSettings,
): readonly Finding<Messages>[] => [
  ...readOnlyFindings(facts),
  ...measure(facts).flatMap((one) => inodeFinding(one, facts, settings)),
  ...measure(facts).flatMap((one) => btrfsFinding(one, facts, settings)),
];

const readOnlyFindings = (facts: DiskFacts): readonly Finding<Messages>[] =>
  suspectsOf(facts).flatMap(({ path, source }) => {
    const reading = facts.get(writable(path));
    // Mount tables are copied around in containers; the kernel's own refusal cannot be.
    return reading.status === 'ok' && reading.value.error === 'EROFS'
      ? [
          {
            code: 'disk-space/readonly-filesystem',
            severity: 'critical',
            subject: path,
            params: { path, device: source },
            evidence: [facts.mounts.from, facts.fstab.from, reading.from],
          },
        ]
      : [];
  });

const inodeFinding = (
  { volume, space }: Measured,
  facts: DiskFacts,
  settings: DiskSettings,
): readonly Finding<Messages>[] => {
  if (space.status !== 'ok' || volume.readOnly || volume.role === 'media' || volume.role === 'remote')
    return [];
  const free = freeInodesPct(space.value);
  if (free === null || !isLowOnInodes(space.value, volume.type, settings)) return [];
  const most = measuredFolders({ volume }, facts)
    .filter(({ folder }) => folder !== volume.path)
    .sort((a, b) => b.usage.files - a.usage.files)[0];
  return [
    {
      code: 'disk-space/inodes-exhausted',
      severity: free < settings.criticalFreeInodesPct ? 'critical' : 'warning',
      subject: volume.path,
      params: {
        path: volume.path,
        freeFiles: space.value.freeFiles,
        files: space.value.files,
        folder: most?.folder ?? '',
        folderFiles: most?.usage.files ?? 0,
      },
      evidence: [space.from],
    },
  ];
};

const btrfsFinding = (
  { volume }: Measured,
  facts: DiskFacts,
  settings: DiskSettings,
): readonly Finding<Messages>[] => {
  if (volume.type !== 'btrfs') return [];
  const reading = facts.get(btrfsUsage(volume.path));
  if (reading.status !== 'ok') return [];
  const { unallocatedBytes, metadataBytes, metadataUsedBytes } = reading.value;
  const metadataPct = metadataBytes > 0 ? (100 * metadataUsedBytes) / metadataBytes : 0;
  if (unallocatedBytes >= settings.warnUnallocatedGib * GIB || metadataPct <= settings.warnMetadataPct)
    return [];
  return [
    {
      code: 'disk-space/btrfs-unallocated-low',
      severity: 'warning',
      subject: volume.path,
      params: { path: volume.path, unallocatedBytes, metadataPct },
      evidence: [reading.from],
    },
  ];
};

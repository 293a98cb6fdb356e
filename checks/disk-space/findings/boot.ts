/** Small partitions that starting needs: /boot and the EFI partition. */
import type { Finding } from '../../../src/contract.ts';
import { MIB } from '../../../src/sources/size.ts';
import { placeOf } from '../../../src/sources/system.ts';
import type { Messages } from '../messages.en.ts';
import type { DiskFacts } from '../probe.ts';
import { oldKernels, reclaimable, sizedKernels } from '../reclaim.ts';
import { type Measured, measure } from '../room.ts';
import type { Space } from '../rules.ts';
import { shortnessOf } from '../rules.ts';
import type { DiskSettings } from '../settings.ts';

export const bootFindings = (facts: DiskFacts, settings: DiskSettings): readonly Finding<Messages>[] =>
  placeOf(facts) !== 'computer'
    ? []
    : measure(facts).flatMap((one) => {
        const { volume, space } = one;
        if (space.status !== 'ok' || volume.readOnly) return [];
        if (volume.role === 'esp') return espFinding(volume.path, space.value, space.from, settings);
        return volume.role === 'boot' ? kernelFinding(one, space.value, facts, settings) : [];
      });

const kernelFinding = (
  { volume, space: { from } }: Measured,
  space: Space,
  facts: DiskFacts,
  settings: DiskSettings,
): readonly Finding<Messages>[] => {
  const largest = Math.max(0, ...sizedKernels(facts).map(({ bytes }) => bytes));
  if (largest === 0) {
    // The kernels could not be seen: the general rule is all there is.
    const level = shortnessOf(space, settings);
    const { availableBytes: freeBytes, totalBytes } = space;
    const params = { path: volume.path, freeBytes, totalBytes, reservedBytes: 0, largest: [] };
    return level === null
      ? []
      : [{ code: 'disk-space/volume-full', severity: level, subject: volume.path, params, evidence: [from] }];
  }
  const needBytes = Math.ceil(settings.bootFreeSets * largest);
  // Package managers write as root: what is reserved for root is there for them.
  if (space.freeBytes >= needBytes) return [];
  const removable = oldKernels(facts);
  return [
    {
      code: 'disk-space/boot-partition-full',
      severity: 'critical',
      subject: volume.path,
      params: {
        freeBytes: space.freeBytes,
        needBytes,
        running: facts.platform.status === 'ok' ? facts.platform.value.release : '',
        removable: removable.map(({ release }) => release),
        removableBytes: removable.reduce((sum, { bytes }) => sum + bytes, 0),
        command: reclaimable(facts, settings).find(({ kind }) => kind === 'old-kernels')?.command ?? '',
      },
      evidence: [from, facts.bootFiles.from, facts.platform.from],
    },
  ];
};

const espFinding = (
  path: string,
  space: Pick<Space, 'freeBytes' | 'totalBytes'>,
  from: string,
  settings: DiskSettings,
): readonly Finding<Messages>[] => {
  const { freeBytes, totalBytes } = space;
  if (freeBytes >= settings.warnEspFreeMib * MIB) return [];
  return [
    {
      code: 'disk-space/esp-full',
      severity: freeBytes <= settings.criticalEspFreeMib * MIB ? 'critical' : 'warning',
      subject: path,
      params: { path, freeBytes, totalBytes },
      evidence: [from],
    },
  ];
};

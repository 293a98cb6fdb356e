/** Whether the updates that wait would fit. */
import type { Finding } from '../../../src/contract.ts';
import { upgradeSize } from '../../../src/sources/apt.ts';
import { pacmanUpgrade } from '../../../src/sources/pacman.ts';
import { GIB } from '../../../src/sources/size.ts';
import { placeOf } from '../../../src/sources/system.ts';
import type { Messages } from '../messages.en.ts';
import type { DiskFacts } from '../probe.ts';
import { type Measured, measure, measuredAt } from '../room.ts';
import type { DiskSettings } from '../settings.ts';

const PACKAGE_CACHES = { apt: '/var/cache/apt/archives', pacman: '/var/cache/pacman/pkg' } as const;

export const updateFindings = (facts: DiskFacts, settings: DiskSettings): readonly Finding<Messages>[] => {
  const system = measure(facts).find(({ volume }) => volume.role === 'system');
  if (system?.space.status !== 'ok' || system.volume.readOnly || placeOf(facts) !== 'computer') return [];
  const simulated = simulation(facts);
  if (simulated.status !== 'ok') return byPolicy(system, facts, settings);
  const { packages, downloadBytes, growthBytes } = simulated.value;
  const cache =
    measuredAt(PACKAGE_CACHES[simulated.from.endsWith('/pacman') ? 'pacman' : 'apt'], facts) ?? system;
  const withReserve = (bytes: number): number => Math.ceil(bytes * (1 + settings.updateReservePct / 100));
  const needs: readonly (readonly [Measured, number])[] =
    cache.volume.path === system.volume.path
      ? [[system, downloadBytes + Math.max(0, growthBytes)]]
      : [
          [cache, downloadBytes],
          [system, Math.max(0, growthBytes)],
        ];
  return needs.flatMap(([{ volume, space }, need]) => {
    // Updates run as root, for whom the reserved blocks are there; the reserve is not what updates should live on.
    if (space.status !== 'ok' || need === 0 || space.value.availableBytes >= withReserve(need)) return [];
    return [
      {
        code: 'disk-space/update-space-low',
        severity: 'warning',
        subject: volume.path,
        params: {
          path: volume.path,
          freeBytes: space.value.availableBytes,
          needBytes: withReserve(need),
          packages,
          simulated: true,
        },
        evidence: [space.from, simulated.from],
      },
    ];
  });
};

/** What apt was asked: in full, or in a quick look at a disk with little left. */
const simulation = (facts: DiskFacts) => {
  const now = facts.get(upgradeSize('apt now'));
  const readings = [now, facts.get(pacmanUpgrade)];
  return readings.find(({ status }) => status === 'ok') ?? facts.get(upgradeSize('apt'));
};

const byPolicy = (
  { volume, space }: Measured,
  facts: DiskFacts,
  settings: DiskSettings,
): readonly Finding<Messages>[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  const gib = system === 'darwin' ? settings.updateNeedGib.darwin : settings.updateNeedGib.linux;
  const needBytes = gib * GIB;
  // A volume that never was large enough (an appliance, a small virtual machine) gets its updates in another way.
  if (
    space.status !== 'ok' ||
    space.value.availableBytes >= needBytes ||
    space.value.totalBytes < 8 * needBytes
  )
    return [];
  return [
    {
      code: 'disk-space/update-space-low',
      severity: 'warning',
      subject: volume.path,
      params: {
        path: volume.path,
        freeBytes: space.value.availableBytes,
        needBytes,
        packages: 0,
        simulated: false,
      },
      evidence: [space.from],
    },
  ];
};

/** What may be removed, where something is short. */
import type { Finding } from '../../../src/contract.ts';
import { GIB } from '../../../src/sources/size.ts';
import type { Messages } from '../messages.en.ts';
import type { DiskFacts } from '../probe.ts';
import { isOn, reclaimable } from '../reclaim.ts';
import { shortVolumes } from '../room.ts';
import type { DiskSettings } from '../settings.ts';

export const reclaimFindings = (
  facts: DiskFacts,
  settings: DiskSettings,
  open: readonly Finding<Messages>[],
): readonly Finding<Messages>[] => {
  const isWindows = facts.windowsDisks.status === 'ok';
  const volumes = shortVolumes(facts, settings).map(({ volume }) => volume.volume);
  const helps = (path: string): boolean =>
    isWindows || volumes.some((volume) => isOn(path, volume, facts)) || path === '/boot';
  const items = reclaimable(facts, settings)
    .filter(({ path }) => helps(path))
    .sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  const shortfall = Math.min(settings.reclaimableGib * GIB, ...open.flatMap(missing));
  if (items.length === 0 || bytes < shortfall) return [];
  return [
    {
      code: 'disk-space/reclaimable',
      severity: 'info',
      params: {
        bytes,
        items: items.map(({ kind, path, bytes: size, command }) => ({ kind, path, bytes: size, command })),
      },
      evidence: items.map(({ from }) => from),
    },
  ];
};

const missing = (finding: Finding<Messages>): readonly number[] =>
  finding.code === 'disk-space/update-space-low' || finding.code === 'disk-space/boot-partition-full'
    ? [finding.params.needBytes - finding.params.freeBytes]
    : [];

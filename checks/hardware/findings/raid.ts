/** A disk that dropped out of an array or a pool, on each system. */
import type { Finding } from '../../../src/contract.ts';
import { zpoolStatus } from '../../../src/sources/raid.ts';
import type { Messages } from '../messages.en.ts';
import type { Raid } from '../params.ts';
import type { HardwareFacts } from '../probe.ts';
import { grouped } from './kernel.ts';

export const raidFindings = (facts: HardwareFacts): readonly Finding<Messages>[] => [
  ...mdFindings(facts),
  ...zfsFindings(facts),
  ...btrfsFindings(facts),
  ...windowsFindings(facts),
  ...macFindings(facts),
];

const degraded = (
  raid: Partial<Raid> & Pick<Raid, 'name' | 'kind' | 'state'>,
  from: string,
): Finding<Messages> => ({
  code: 'hardware/raid-degraded',
  severity: 'critical',
  subject: raid.name,
  params: { working: null, disks: null, missing: [], rebuildPct: null, ...raid },
  evidence: [from],
});

/** A container of fake RAID is always inactive, and one that is being made has nobody missing. */
const mdFindings = ({ mdArrays }: HardwareFacts): readonly Finding<Messages>[] =>
  mdArrays.status !== 'ok'
    ? []
    : mdArrays.value
        .filter(
          ({ disks, working, failed }) =>
            failed.length > 0 || (disks !== null && working !== null && working < disks),
        )
        .map(({ name, disks, working, failed, rebuildPct, level }) =>
          degraded(
            { name: `/dev/${name}`, kind: 'md', state: level, disks, working, missing: failed, rebuildPct },
            mdArrays.from,
          ),
        );

const zfsFindings = (facts: HardwareFacts): readonly Finding<Messages>[] => {
  const status = facts.get(zpoolStatus('all'));
  if (status.status === 'ok')
    return status.value
      .filter(({ state }) => state !== 'ONLINE')
      .map(({ name, state, bad }) =>
        degraded(
          { name, kind: 'zfs', state, missing: bad.map((one) => `${one.name} (${one.state})`) },
          status.from,
        ),
      );
  const pools = facts.zfsPools;
  return pools.status !== 'ok'
    ? []
    : pools.value.flatMap(({ name, state }) =>
        state === null || state === 'ONLINE' ? [] : [degraded({ name, kind: 'zfs', state }, pools.from)],
      );
};

const btrfsFindings = ({ btrfsDevices }: HardwareFacts): readonly Finding<Messages>[] =>
  btrfsDevices.status !== 'ok'
    ? []
    : grouped(btrfsDevices.value, ({ volume }) => volume).flatMap(([volume, devices]) => {
        const missing = devices.filter((one) => one.missing).map(({ device }) => `devid ${device}`);
        return missing.length === 0
          ? []
          : [
              degraded(
                {
                  name: volume,
                  kind: 'btrfs',
                  state: 'missing',
                  disks: devices.length,
                  working: devices.length - missing.length,
                  missing,
                },
                btrfsDevices.from,
              ),
            ];
      });

/** HealthStatus 1 or 2: a space without its redundancy, or without its data. 5 says that nobody knows. */
const windowsFindings = ({ windowsHardware }: HardwareFacts): readonly Finding<Messages>[] =>
  windowsHardware.status !== 'ok'
    ? []
    : [...windowsHardware.value.spaces.items, ...windowsHardware.value.pools.items]
        .filter(({ health }) => health === 1 || health === 2)
        .map(({ name, status }) =>
          degraded({ name, kind: 'storage-space', state: status.join(', ') }, windowsHardware.from),
        );

const macFindings = ({ macRaid }: HardwareFacts): readonly Finding<Messages>[] =>
  macRaid.status !== 'ok'
    ? []
    : macRaid.value
        .filter(({ status, missing }) => status !== 'Online' || missing.length > 0)
        .map(({ name, status, missing }) =>
          degraded({ name, kind: 'apple', state: status, missing }, macRaid.from),
        );

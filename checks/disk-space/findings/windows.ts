/** Windows' drives and hidden partitions, and Windows' disk files under WSL. */
import type { Finding } from '../../../src/contract.ts';
import { GIB, MIB } from '../../../src/sources/size.ts';
import { wslDisk } from '../../../src/sources/wsl-disk.ts';
import type { Messages } from '../messages.en.ts';
import type { DiskFacts } from '../probe.ts';
import { measure } from '../room.ts';
import { shortnessOf } from '../rules.ts';
import type { DiskSettings } from '../settings.ts';

export const windowsFindings = (facts: DiskFacts, settings: DiskSettings): readonly Finding<Messages>[] => [
  ...readOnlyDrives(facts),
  ...driveFindings(facts, settings),
  ...partitionFindings(facts, settings),
  ...virtualDiskFindings(facts, settings),
];

/** Only what is built in: a stick with its switch set is meant to be read. */
const readOnlyDrives = ({ windowsDisks }: DiskFacts): readonly Finding<Messages>[] => {
  if (windowsDisks.status !== 'ok') return [];
  const { readOnly, volumes } = windowsDisks.value;
  return volumes
    .filter(({ drive, kind }) => kind === 'fixed' && readOnly.includes(drive.toUpperCase()))
    .map(({ drive }) => ({
      code: 'disk-space/readonly-filesystem',
      severity: 'critical',
      subject: drive,
      params: { path: drive, device: 'MSFT_Disk' },
      evidence: [windowsDisks.from],
    }));
};

const driveFindings = ({ windowsDisks }: DiskFacts, settings: DiskSettings): readonly Finding<Messages>[] => {
  if (windowsDisks.status !== 'ok') return [];
  const { systemDrive, volumes } = windowsDisks.value;
  return volumes.flatMap(({ drive, kind, totalBytes, freeBytes }): readonly Finding<Messages>[] => {
    const level = shortnessOf({ totalBytes, availableBytes: freeBytes }, settings);
    const isSystem = drive.toUpperCase() === systemDrive.toUpperCase();
    const needBytes = settings.updateNeedGib.win32 * GIB;
    const evidence = [windowsDisks.from];
    return [
      ...(level === null || kind !== 'fixed'
        ? []
        : [
            {
              code: isSystem
                ? ('disk-space/system-volume-full' as const)
                : ('disk-space/volume-full' as const),
              severity: level,
              subject: drive,
              params: { path: drive, freeBytes, totalBytes, reservedBytes: 0, largest: [] },
              evidence,
            },
          ]),
      ...(isSystem && freeBytes < needBytes
        ? [
            {
              code: 'disk-space/update-space-low' as const,
              severity: 'warning' as const,
              subject: drive,
              params: { path: drive, freeBytes, needBytes, packages: 0, simulated: false },
              evidence,
            },
          ]
        : []),
    ];
  });
};

/** WinRE updates that fail with 0x80070643 where the recovery partition is too small. */
const WINRE_UPDATES: ReadonlySet<string> = new Set(['KB5034439', 'KB5034440', 'KB5034441']);

const partitionFindings = (
  { windowsDisks, windowsHistory }: DiskFacts,
  settings: DiskSettings,
): readonly Finding<Messages>[] => {
  if (windowsDisks.status !== 'ok') return [];
  const failed =
    windowsHistory.status === 'ok'
      ? windowsHistory.value.find(
          ({ kb, code, succeeded }) => !succeeded && code === '0x80070643' && WINRE_UPDATES.has(kb ?? ''),
        )
      : undefined;
  return windowsDisks.value.partitions.flatMap(({ kind, bytes, freeBytes }): readonly Finding<Messages>[] => {
    if (freeBytes === null) return [];
    const evidence = [windowsDisks.from];
    if (kind === 'efi') {
      return freeBytes >= settings.warnEspFreeMib * MIB
        ? []
        : [
            {
              code: 'disk-space/esp-full',
              severity: freeBytes <= settings.criticalEspFreeMib * MIB ? 'critical' : 'warning',
              subject: 'EFI',
              params: { path: 'EFI', freeBytes, totalBytes: bytes },
              evidence,
            },
          ];
    }
    return failed === undefined || freeBytes >= settings.winreFreeMib * MIB
      ? []
      : [
          {
            code: 'disk-space/winre-partition-small',
            severity: 'warning',
            params: { freeBytes, totalBytes: bytes, kb: failed.kb ?? '' },
            evidence: [...evidence, windowsHistory.from],
          },
        ];
  });
};

const virtualDiskFindings = (facts: DiskFacts, settings: DiskSettings): readonly Finding<Messages>[] => {
  const files = facts.get(wslDisk('this'));
  const root = measure(facts).find(({ volume }) => volume.role === 'system');
  const name = facts.wslName.status === 'ok' ? facts.wslName.value : '';
  if (files.status !== 'ok' || root?.space.status !== 'ok') return [];
  const file = files.value.find(({ distribution }) => distribution === name);
  const usedBytes = root.space.value.totalBytes - root.space.value.freeBytes;
  if (file === undefined || file.bytes - usedBytes <= settings.vdiskBloatGib * GIB) return [];
  return [
    {
      code: 'disk-space/virtual-disk-bloat',
      severity: 'info',
      subject: file.path,
      params: { path: file.path, bytes: file.bytes, usedBytes },
      evidence: [files.from, root.space.from],
    },
  ];
};

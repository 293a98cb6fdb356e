/** Windows' volumes and hidden partitions: one PowerShell call, numbers only. */
import { read, sourceByOs, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';

export interface WindowsDisks {
  /** `C:` */
  readonly systemDrive: string;
  readonly volumes: readonly WindowsVolume[];
  readonly partitions: readonly WindowsPartition[];
  /** Drives on a disk or partition that is switched to read-only: `D:`. */
  readonly readOnly: readonly string[];
}

export interface WindowsVolume {
  readonly drive: string;
  readonly kind: 'fixed' | 'removable' | 'network' | 'other';
  readonly totalBytes: number;
  readonly freeBytes: number;
}

export interface WindowsPartition {
  readonly kind: 'efi' | 'recovery';
  readonly bytes: number;
  /** Null without administrator rights. */
  readonly freeBytes: number | null;
}

/** DriveType 3 only: asking a network drive or an empty card reader for its size can take a minute. */
const SCRIPT = `
@{
  systemDrive = $env:SystemDrive
  disks = @(Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=3' | Select-Object DeviceID, DriveType, Size, FreeSpace)
  partitions = @(Get-CimInstance -Namespace root/Microsoft/Windows/Storage MSFT_Partition | Where-Object { $_.GptType } | ForEach-Object {
    $volume = Get-CimAssociatedInstance -InputObject $_ -ResultClassName MSFT_Volume
    @{ type = $_.GptType; size = $_.Size; free = $volume.SizeRemaining }
  })
  readOnly = @(Get-CimInstance -Namespace root/Microsoft/Windows/Storage MSFT_Partition | Where-Object { [int]$_.DriveLetter -gt 0 } | ForEach-Object {
    $disk = Get-CimInstance -Namespace root/Microsoft/Windows/Storage MSFT_Disk -Filter "Number=$($_.DiskNumber)"
    if ($_.IsReadOnly -or $disk.IsReadOnly) { "$($_.DriveLetter):" }
  })
} | ConvertTo-Json -Depth 4 -Compress`;

export const windowsDisks = sourceByOs<WindowsDisks>('disk.windows', {
  win32: read(powershell(SCRIPT), ({ stdout }) => parseWindowsDisks(stdout)),
});

export const parseWindowsDisks = (text: string): WindowsDisks => {
  const batch = parseJson(text);
  if (!isObject(batch) || typeof batch.systemDrive !== 'string') throw unparsable(text.trim());
  return {
    systemDrive: batch.systemDrive,
    volumes: listOf(batch.disks).flatMap(volumeFrom),
    partitions: listOf(batch.partitions).flatMap(partitionFrom),
    readOnly: (Array.isArray(batch.readOnly) ? batch.readOnly : [batch.readOnly]).filter(
      (drive) => typeof drive === 'string',
    ),
  };
};

const KINDS: Readonly<Record<number, WindowsVolume['kind']>> = { 2: 'removable', 3: 'fixed', 4: 'network' };

/** One Win32_LogicalDisk. An empty drive has no size: it is left out. */
export const volumeFrom = (item: LooseObject): readonly WindowsVolume[] => {
  const { DeviceID: drive, DriveType: type, Size: size, FreeSpace: free } = item;
  if (typeof drive !== 'string') throw unparsable(JSON.stringify(item));
  const totalBytes = bytesOf(size);
  const freeBytes = bytesOf(free);
  if (totalBytes === null || freeBytes === null || totalBytes === 0) return [];
  return [{ drive, kind: KINDS[Number(type)] ?? 'other', totalBytes, freeBytes }];
};

const GPT_KINDS: Readonly<Record<string, WindowsPartition['kind']>> = {
  'c12a7328-f81f-11d2-ba4b-00a0c93ec93b': 'efi',
  'de94bba4-06d1-4d40-a16a-bfd50179d6ac': 'recovery',
};

const partitionFrom = ({ type, size, free }: LooseObject): readonly WindowsPartition[] => {
  const kind = typeof type === 'string' ? GPT_KINDS[type.toLowerCase().replace(/[{}]/g, '')] : undefined;
  const bytes = bytesOf(size);
  return kind === undefined || bytes === null ? [] : [{ kind, bytes, freeBytes: bytesOf(free) }];
};

/** 64-bit numbers arrive as numbers or as text; absent ones as null or nothing. */
const bytesOf = (value: unknown): number | null => {
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) throw unparsable(String(value));
  return number;
};

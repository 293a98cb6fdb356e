/** Windows: what hangs on the computer beyond its list of devices. One call; numbers and ids only. */
import { read, sourceByOs, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';

export interface WindowsPeripherals {
  readonly disks: readonly WindowsOuterDisk[];
  /** Who may use the camera: `Deny` on one of these levels closes it. */
  readonly camera: readonly {
    readonly level: 'computer' | 'user' | 'desktop-apps';
    readonly value: string;
  }[];
  /** Programs that use the camera now. */
  readonly cameraUsers: readonly string[];
  /** `bthserv`: `Running`, `Stopped`; null where there is no such service. */
  readonly bluetoothService: string | null;
  /** Null where there is no precision touchpad. */
  readonly touchpadOn: boolean | null;
  /** Known devices that are not there now. */
  readonly gone: readonly { readonly id: string; readonly name: string }[];
  /** Devices that went without being asked to. */
  readonly removals: readonly { readonly id: string; readonly at: string }[];
  /** Pairings that failed: the address of the device. */
  readonly pairingFailures: readonly { readonly address: string; readonly at: string }[];
}

export interface WindowsOuterDisk {
  readonly number: number;
  readonly name: string;
  readonly bytes: number;
  readonly offline: boolean;
  /** Neither GPT nor MBR. */
  readonly uninitialized: boolean;
  readonly partitions: readonly {
    readonly letter: string | null;
    readonly bytes: number;
    /** `NTFS`, `exFAT`; null for RAW. */
    readonly fileSystem: string | null;
    readonly type: string | null;
  }[];
}

/**
 * BusType 7 is USB, 12 SD, 13 MMC (MSFT_Disk). LastUsedTimeStop is 0 while a program uses the camera.
 * Kernel-PnP 1010: surprise removal. BTHUSB 16: mutual authentication failed.
 */
const SCRIPT = `
$consent = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam'
$since = (Get-Date).AddDays(-1)
$users = @('HKCU:', 'HKLM:') | ForEach-Object { Get-ChildItem "$_\\$consent", "$_\\$consent\\NonPackaged" } |
  Where-Object { $_.GetValue('LastUsedTimeStart') -gt 0 -and $_.GetValue('LastUsedTimeStop') -eq 0 } |
  ForEach-Object { $_.PSChildName }
$service = Get-Service bthserv
$touchpad = (Get-ItemProperty 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\PrecisionTouchPad\\Status').Enabled
$storage = @{ Namespace = 'root/Microsoft/Windows/Storage' }
@{
  disks = @(Get-CimInstance @storage MSFT_Disk -Filter 'BusType=7 or BusType=12 or BusType=13' | ForEach-Object {
    $number = $_.Number
    @{ number = $number; name = $_.FriendlyName; size = $_.Size; offline = $_.IsOffline; style = $_.PartitionStyle
       partitions = @(Get-CimInstance @storage MSFT_Partition -Filter "DiskNumber=$number" | ForEach-Object {
         $volume = Get-CimAssociatedInstance -InputObject $_ -ResultClassName MSFT_Volume
         @{ letter = [int]$_.DriveLetter; paths = @($_.AccessPaths | Where-Object { $_ -notlike '\\\\?\\*' }).Count; size = $_.Size; fs = $volume.FileSystem; type = $_.GptType }
       }) }
  })
  camera = @(
    @{ level = 'computer'; value = (Get-ItemProperty "HKLM:\\$consent").Value }
    @{ level = 'user'; value = (Get-ItemProperty "HKCU:\\$consent").Value }
    @{ level = 'desktop-apps'; value = (Get-ItemProperty "HKCU:\\$consent\\NonPackaged").Value }
  )
  cameraUsers = @($users)
  bluetooth = $(if ($service) { [string]$service.Status } else { $null })
  touchpad = $touchpad
  gone = @(Get-PnpDevice | Where-Object { $_.Present -eq $false -and $_.InstanceId -match '^(USB\\\\VID|BTHENUM\\\\DEV|BTHLE\\\\DEV)' } |
    Select-Object -First 40 | ForEach-Object { @{ id = $_.InstanceId; name = $_.FriendlyName } })
  removals = @(Get-WinEvent -MaxEvents 100 -FilterHashtable @{ LogName = 'Microsoft-Windows-Kernel-PnP/Device Management'; Id = 1010; StartTime = $since } |
    ForEach-Object { @{ id = [string]$_.Properties[0].Value; at = $_.TimeCreated.ToUniversalTime().ToString('o') } })
  pairing = @(Get-WinEvent -MaxEvents 50 -FilterHashtable @{ LogName = 'System'; ProviderName = 'BTHUSB'; Id = 16; StartTime = $since } |
    ForEach-Object { @{ data = @($_.Properties | ForEach-Object { [string]$_.Value }); at = $_.TimeCreated.ToUniversalTime().ToString('o') } })
} | ConvertTo-Json -Depth 5 -Compress`;

export const windowsPeripherals = sourceByOs<WindowsPeripherals>('peripherals.windows', {
  win32: read({ ...powershell(SCRIPT), timeoutMs: 20_000 }, ({ stdout }) => parseWindowsPeripherals(stdout)),
});

export const parseWindowsPeripherals = (text: string): WindowsPeripherals => {
  const batch = parseJson(text);
  if (!isObject(batch) || !('disks' in batch) || !('camera' in batch)) throw unparsable(text.trim());
  return {
    disks: listOf(batch.disks).map(diskOf),
    camera: listOf(batch.camera).flatMap(({ level, value }) =>
      (level === 'computer' || level === 'user' || level === 'desktop-apps') && typeof value === 'string'
        ? [{ level, value }]
        : [],
    ),
    // The paths of desktop programs are written with # for \\.
    cameraUsers: words(batch.cameraUsers).map((name) => name.split('#').at(-1) ?? name),
    bluetoothService: wordOf(batch.bluetooth),
    touchpadOn: typeof batch.touchpad === 'number' ? batch.touchpad !== 0 : null,
    gone: listOf(batch.gone).flatMap(({ id, name }) =>
      typeof id === 'string' ? [{ id, name: wordOf(name) ?? id }] : [],
    ),
    removals: listOf(batch.removals).flatMap(({ id, at }) =>
      typeof id === 'string' && typeof at === 'string' ? [{ id, at }] : [],
    ),
    pairingFailures: listOf(batch.pairing).flatMap(({ data, at }) => {
      const address = words(data).flatMap((word) => ADDRESS.exec(word) ?? [])[0];
      return address !== undefined && typeof at === 'string'
        ? [{ address: address.replaceAll(':', '').toLowerCase(), at }]
        : [];
    }),
  };
};

/** `(a4:77:58:12:34:56)` */
const ADDRESS = /(?:[0-9a-f]{2}:){5}[0-9a-f]{2}/i;

/** MSFT_Disk: 0 is unknown (RAW), 1 MBR, 2 GPT. */
const STYLE_UNKNOWN = 0;

const diskOf = (item: LooseObject): WindowsOuterDisk => {
  const { number, name, size, offline, style, partitions } = item;
  const bytes = Number(size);
  if (typeof number !== 'number' || !Number.isFinite(bytes) || bytes < 0) {
    throw unparsable(JSON.stringify(item));
  }
  return {
    number,
    name: wordOf(name) ?? `Disk ${number}`,
    bytes,
    offline: offline === true,
    uninitialized: style === STYLE_UNKNOWN,
    partitions: listOf(partitions ?? []).map(({ letter, paths, size: part, fs, type }) => ({
      letter:
        typeof letter === 'number' && letter > 0
          ? `${String.fromCharCode(letter)}:`
          : typeof paths === 'number' && paths > 0
            ? 'folder'
            : null,
      bytes: Number(part) || 0,
      fileSystem: wordOf(fs),
      type: wordOf(type)?.toLowerCase().replace(/[{}]/g, '') ?? null,
    })),
  };
};

const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const words = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => wordOf(one) ?? []);

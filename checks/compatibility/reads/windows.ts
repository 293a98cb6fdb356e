/** Windows, in one PowerShell call: programs that cannot run here, antiviruses, and what the computer is. */
import { read, sourceByOs, unparsable } from '../../../src/contract.ts';
import { powershell } from '../../../src/sources/powershell.ts';
import { numberOf, PARTS, partOf, textOf } from '../../../src/sources/windows-part.ts';

/**
 * Programs: those that somebody downloaded or started lately; of each only the head is read, and only what
 * does not run on this processor, or asks for a newer Windows, is told. Byte 0x3C of the head names the
 * place of `PE`; a program without it is of MS-DOS or 16-bit Windows.
 */
const SCRIPT = `
${PARTS}
$arch = [string](Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment').PROCESSOR_ARCHITECTURE
$version = [Environment]::OSVersion.Version
function Head([string]$path) {
  $stream = [IO.File]::Open($path, 'Open', 'Read', 'ReadWrite')
  try {
    $bytes = New-Object byte[] 4096
    $count = $stream.Read($bytes, 0, 4096)
  } finally { $stream.Dispose() }
  if ($count -lt 64 -or $bytes[0] -ne 0x4D -or $bytes[1] -ne 0x5A) { return }
  $at = [BitConverter]::ToInt32($bytes, 0x3C)
  if ($at -le 0 -or $at + 74 -gt $count) { return @{ machine = 0; major = 0; minor = 0; old = [int]($at -gt 0 -and $at + 2 -le $count -and $bytes[$at] -eq 0x4E) } }
  if ($bytes[$at] -eq 0x4E -and $bytes[$at + 1] -eq 0x45) { return @{ machine = 0; major = 0; minor = 0; old = 1 } }
  if ($bytes[$at] -ne 0x50 -or $bytes[$at + 1] -ne 0x45) { return }
  @{ machine = [BitConverter]::ToUInt16($bytes, $at + 4); major = [BitConverter]::ToUInt16($bytes, $at + 72); minor = [BitConverter]::ToUInt16($bytes, $at + 74); old = 0 }
}
@{
  programs = Part {
    $since = (Get-Date).AddDays(-7)
    $folders = @((Reg 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders').'{374DE290-123F-4565-9164-39C4925E467B}', "$env:USERPROFILE\\Downloads") | Where-Object { $_ } | ForEach-Object { [Environment]::ExpandEnvironmentVariables($_) } | Select-Object -Unique
    $paths = @($folders | ForEach-Object { Get-ChildItem -LiteralPath $_ -Filter *.exe -File -ErrorAction SilentlyContinue } | Where-Object { $_.LastWriteTime -gt $since -or $_.CreationTime -gt $since } | Sort-Object LastWriteTime -Descending | Select-Object -First 40 -ExpandProperty FullName)
    $store = Get-Item -LiteralPath 'HKCU:\\Software\\Microsoft\\Windows NT\\CurrentVersion\\AppCompatFlags\\Compatibility Assistant\\Store' -ErrorAction SilentlyContinue
    if ($store) { $paths += @($store.GetValueNames() | Where-Object { $_ -match '^[A-Za-z]:\\\\.*\\.exe$' } | Select-Object -Last 60) }
    foreach ($path in $paths | Select-Object -Unique) {
      if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { continue }
      $head = $null
      try { $head = Head $path } catch { }
      if (-not $head) { continue }
      $isNewer = $head.major -gt $version.Major -or ($head.major -eq $version.Major -and $head.minor -gt $version.Minor)
      $runs = switch ($arch) { 'AMD64' { 0x14C, 0x8664 } 'ARM64' { 0x14C, 0x8664, 0xAA64, 0x1C4, 0xA641 } 'x86' { , 0x14C } default { , $head.machine } }
      if ($head.old -or $isNewer -or ($head.machine -ne 0 -and $head.machine -notin $runs)) {
        @{ name = [IO.Path]::GetFileName($path); machine = $head.machine; old = $head.old; major = $head.major; minor = $head.minor }
      }
    }
  }
  own = Part { @{ arch = $arch; major = $version.Major; minor = $version.Minor; build = $version.Build } }
  products = Part { Get-CimInstance -Namespace root/SecurityCenter2 AntiVirusProduct | ForEach-Object { @{ name = $_.displayName; guid = [string]$_.instanceGuid; state = $_.productState } } }
  computer = Part {
    $processor = Get-CimInstance Win32_Processor | Select-Object -First 1
    $size = (Get-CimInstance -Namespace root/Microsoft/Windows/Storage MSFT_Disk | Where-Object { $_.IsSystem -or $_.IsBoot } | Measure-Object Size -Maximum).Maximum
    $control = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control'
    @{
      memory = (Get-CimInstance Win32_ComputerSystem).TotalPhysicalMemory
      disk = $size
      cores = (Get-CimInstance Win32_Processor | Measure-Object NumberOfCores -Sum).Sum
      processor = $processor.Name
      maker = $processor.Manufacturer
      identity = $processor.Description
      bits = $processor.DataWidth
      firmware = (Reg $control).PEFirmwareType
      secureBoot = (Reg "$control\\SecureBoot\\State").UEFISecureBootEnabled
      tpm2 = [int](Test-Path 'HKLM:\\SYSTEM\\CurrentControlSet\\Enum\\ACPI\\MSFT0101')
    }
  }
  winget = Part {
    if (-not (Get-Module -ListAvailable Microsoft.WinGet.Client)) { throw [Management.Automation.CommandNotFoundException]::new('Microsoft.WinGet.Client') }
    Get-WinGetPackage | Where-Object IsUpdateAvailable | Select-Object -First 60 | ForEach-Object { @{ name = $_.Name } }
  }
} | ConvertTo-Json -Depth 4 -Compress`;

const batch = { ...powershell(SCRIPT), timeoutMs: 25_000 };

export interface WindowsProgram {
  readonly name: string;
  /** IMAGE_FILE_MACHINE_…: 0x14C, 0x8664, 0xAA64; 0 for one of MS-DOS or 16-bit Windows. */
  readonly machine: number;
  readonly is16Bit: boolean;
  /** The Windows that it asks for: 10.0, 6.1. */
  readonly major: number;
  readonly minor: number;
}

const count = (value: unknown): number => numberOf(value) ?? 0;

export const windowsPrograms = sourceByOs<readonly WindowsProgram[]>('programs.windows.heads', {
  win32: read(batch, ({ stdout }) =>
    partOf(stdout, 'programs').map(({ name, machine, old, major, minor }) => ({
      name: textOf(name),
      machine: count(machine),
      is16Bit: count(old) === 1,
      major: count(major),
      minor: count(minor),
    })),
  ),
});

export interface WindowsOwn {
  /** `AMD64`, `ARM64`, `x86`. */
  readonly arch: string;
  readonly major: number;
  readonly minor: number;
  readonly build: number;
}

export const windowsOwn = sourceByOs<WindowsOwn>('programs.windows.own', {
  win32: read(batch, ({ stdout }) => {
    const [own] = partOf(stdout, 'own');
    if (own === undefined) throw unparsable(stdout.trim());
    return {
      arch: textOf(own.arch),
      major: count(own.major),
      minor: count(own.minor),
      build: count(own.build),
    };
  }),
});

export interface Antivirus {
  readonly name: string;
  readonly isOn: boolean;
  /** Windows' own: it steps back by itself where another one is on. */
  readonly isOwn: boolean;
}

const DEFENDER = '{d68ddc3a-831f-4fae-9e44-da132c1acf46}';
/** The second byte of productState: 0x10 is on, 0x11 with old signatures. */
const ON = 0x1000;

export const windowsAntiviruses = sourceByOs<readonly Antivirus[]>('programs.windows.antiviruses', {
  win32: read(batch, ({ stdout }) =>
    partOf(stdout, 'products').map(({ name, guid, state }) => ({
      name: textOf(name),
      isOn: Math.floor(count(state) / ON) % 2 === 1,
      isOwn: textOf(guid).toLowerCase() === DEFENDER || /^(windows|microsoft) defender/i.test(textOf(name)),
    })),
  ),
});

export interface WindowsComputer {
  readonly memoryBytes: number;
  /** Of the system's disk; null where it is not told. */
  readonly diskBytes: number | null;
  readonly cores: number;
  readonly processor: string;
  /** `GenuineIntel`, `AuthenticAMD`. */
  readonly maker: string;
  /** `Intel64 Family 6 Model 142 Stepping 10` */
  readonly identity: string;
  readonly bits: number;
  readonly isUefi: boolean;
  /** Null where the firmware cannot. */
  readonly secureBoot: boolean | null;
  readonly tpm2: boolean;
}

export const windowsComputer = sourceByOs<WindowsComputer>('programs.windows.computer', {
  win32: read(batch, ({ stdout }) => {
    const [own] = partOf(stdout, 'computer');
    if (own === undefined || count(own.memory) === 0) throw unparsable(stdout.trim());
    const secureBoot = numberOf(own.secureBoot);
    return {
      memoryBytes: count(own.memory),
      diskBytes: numberOf(own.disk),
      cores: count(own.cores),
      processor: textOf(own.processor).trim(),
      maker: textOf(own.maker),
      identity: textOf(own.identity),
      bits: count(own.bits),
      isUefi: numberOf(own.firmware) === 2,
      secureBoot: secureBoot === null ? null : secureBoot === 1,
      tpm2: count(own.tpm2) === 1,
    };
  }),
});

/** Programs for which winget knows a newer version; absent where its PowerShell module is not installed. */
export const wingetUpdates = sourceByOs<readonly string[]>('programs.windows.winget', {
  win32: read(batch, ({ stdout }) => partOf(stdout, 'winget').map(({ name }) => textOf(name))),
});

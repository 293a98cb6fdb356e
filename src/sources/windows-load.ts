/** What keeps Windows busy, and how it is set up to be fast or slow: one PowerShell batch that looks twice, one second apart. */
import { Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';
import type { Process } from './processes.ts';

/**
 * Raw counters: the formatted ones are whole numbers, and round a disk's 30 ms to 0 s. Property names of
 * these classes are English on every Windows.
 */
const COUNTERS = `
    at = (Get-Date).ToUniversalTime().Ticks
    cpu = @(Get-CimInstance Win32_PerfRawData_PerfOS_Processor -Filter "Name='_Total'" | ForEach-Object {
      @{ idle = $_.PercentProcessorTime; at = $_.Timestamp_Sys100NS } })
    disks = @(Get-CimInstance Win32_PerfRawData_PerfDisk_PhysicalDisk -Filter "Name<>'_Total'" | ForEach-Object {
      @{ name = $_.Name; idle = $_.PercentIdleTime; at = $_.PercentIdleTime_Base; waited = $_.AvgDisksecPerTransfer
         done = $_.AvgDisksecPerTransfer_Base; frequency = $_.Frequency_PerfTime } })`;

/** Counters alone, so many milliseconds apart. */
export const windowsCountersRequest = (ms: number) => ({
  ...powershell(`
function Look { @{${COUNTERS}
} }
$first = Look
Start-Sleep -Milliseconds ${ms}
$second = Look
@{ first = $first; second = $second } | ConvertTo-Json -Depth 5 -Compress`),
  timeoutMs: ms + 5000,
});

/**
 * `StartupApproved` says which of the entries somebody switched off: an odd first byte. Whatever begins in the
 * Windows folder is a part of Windows.
 */
const SETUP = `
function Reg([string]$path) { if (Test-Path -LiteralPath $path) { Get-Item -LiteralPath $path } }
function Entries([string]$key, [string]$approved) {
  $states = Reg $approved
  $found = Reg $key
  if ($found) { foreach ($name in $found.GetValueNames()) { if ($name) {
    $state = if ($states) { $states.GetValue($name) }
    @{ name = $name; command = [Environment]::ExpandEnvironmentVariables([string]$found.GetValue($name)); off = ($state -and ($state[0] % 2 -eq 1)) }
  } } }
}
function Links([string]$folder, [string]$approved) {
  $states = Reg $approved
  if ($folder -and (Test-Path -LiteralPath $folder)) { foreach ($file in Get-ChildItem -LiteralPath $folder -File) { if ($file.Name -ne 'desktop.ini') {
    $state = if ($states) { $states.GetValue($file.Name) }
    @{ name = $file.BaseName; command = ''; off = ($state -and ($state[0] % 2 -eq 1)) }
  } } }
}
$run = 'Software\\Microsoft\\Windows\\CurrentVersion\\Run'
$approved = 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved'
$schemes = Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Power\\User\\PowerSchemes'
$boot = @(Get-CimInstance -Namespace root/Microsoft/Windows/Storage MSFT_Disk -Filter 'IsBoot = TRUE')[0]
$setup = @{
  memory = Get-CimInstance Win32_PerfRawData_PerfOS_Memory | Select-Object CommittedBytes, CommitLimit, AvailableBytes
  system = Get-CimInstance Win32_OperatingSystem | Select-Object TotalVisibleMemorySize, ProductType, BuildNumber
  cores = (Get-CimInstance Win32_ComputerSystem).NumberOfLogicalProcessors
  modules = @(Get-CimInstance Win32_PhysicalMemory | ForEach-Object { $_.Capacity })
  slots = (Get-CimInstance Win32_PhysicalMemoryArray | Measure-Object MemoryDevices -Sum).Sum
  adapters = @(Get-CimInstance Win32_VideoController | ForEach-Object { [string]$_.PNPDeviceID })
  disk = $(if ($boot) { @(Get-CimInstance -Namespace root/Microsoft/Windows/Storage MSFT_PhysicalDisk -Filter "DeviceId = '$($boot.Number)'" | ForEach-Object {
    @{ name = $_.FriendlyName; media = $_.MediaType; bus = $_.BusType; number = $boot.Number } }) })
  scheme = $(if ($schemes) { [string]$schemes.GetValue('ActivePowerScheme') })
  overlay = $(if ($schemes) { [string]$schemes.GetValue('ActiveOverlayAcPowerScheme') })
  batteries = @(Get-CimInstance Win32_Battery | ForEach-Object { $_.BatteryStatus })
  windows = $env:SystemRoot
  startup = @(
    Entries "HKLM:\\$run" "HKLM:\\$approved\\Run"
    Entries "HKLM:\\$($run.Replace('Software', 'Software\\WOW6432Node'))" "HKLM:\\$approved\\Run32"
    Entries "HKCU:\\$run" "HKCU:\\$approved\\Run"
    Links ([Environment]::GetFolderPath('Startup')) "HKCU:\\$approved\\StartupFolder"
    Links ([Environment]::GetFolderPath('CommonStartup')) "HKLM:\\$approved\\StartupFolder"
  )
}`;

const SCRIPT = `
function Look {
  @{${COUNTERS}
    processes = @(Get-CimInstance Win32_Process | ForEach-Object {
      @{
        id = $_.ProcessId; parent = $_.ParentProcessId; name = $_.Name
        kernel = $_.KernelModeTime; user = $_.UserModeTime; bytes = $_.WorkingSetSize
        started = $(if ($_.CreationDate) { $_.CreationDate.ToUniversalTime().Ticks })
      }
    })
  }
}
$first = Look
Start-Sleep -Milliseconds 1000
$second = Look
${SETUP}
@{ first = $first; second = $second; setup = $setup } | ConvertTo-Json -Depth 5 -Compress`;

export const windowsLoadRequest = powershell(SCRIPT);

/** A tick of .NET and of Windows' processor times: 100 ns. */
const TICKS_PER_SECOND = 10_000_000;

export const windowsProcesses = (text: string): readonly Process[] => {
  const batch = parseJson(text);
  if (!isObject(batch) || !isObject(batch.first) || !isObject(batch.second)) throw unparsable(text.trim());
  const { first, second } = batch;
  const before = new Map(listOf(first.processes).map((one) => [keyOf(one), ticksOf(one)]));
  const elapsed = numberOf(second.at) - numberOf(first.at);
  const now = listOf(second.processes);
  if (now.length === 0) throw new Unreadable('failed', 'Windows lists no process');
  return now.map((one) => {
    const earlier = before.get(keyOf(one));
    const ticks = ticksOf(one);
    const started = one.started === null || one.started === undefined ? null : numberOf(one.started);
    if (typeof one.name !== 'string') throw unparsable(JSON.stringify(one));
    return {
      pid: numberOf(one.id),
      parent: numberOf(one.parent ?? 0),
      name: one.name,
      cpuSeconds: ticks / TICKS_PER_SECOND,
      cpuPct: earlier === undefined || elapsed <= 0 ? null : (100 * Math.max(0, ticks - earlier)) / elapsed,
      startedSeconds: null,
      ageSeconds: started === null ? null : Math.max(0, numberOf(second.at) - started) / TICKS_PER_SECOND,
      memoryBytes: numberOf(one.bytes ?? 0),
      nice: 0,
      blocked: false,
      foreground: false,
      // 0 is what runs when nothing runs, 4 the kernel.
      kernel: one.id === 0 || one.id === 4,
    };
  });
};

const ticksOf = ({ kernel, user }: LooseObject): number => numberOf(kernel ?? 0) + numberOf(user ?? 0);

/** The same number is given to another program after one has ended. */
const keyOf = ({ id, started }: LooseObject): string => `${String(id)} ${String(started)}`;

/** 64-bit numbers arrive as numbers or as text. */
const numberOf = (value: unknown): number => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) throw unparsable(String(value));
  return number;
};

/** What Windows knows of its disks' and battery's health: one batch, numeric codes only. */
import { read, sourceByOs } from '../contract.ts';
import { powershell } from './powershell.ts';
import { parseWindowsHardware } from './windows-hardware/parts.ts';

/**
 * Each part answers for itself: some need an administrator, some classes are not on every computer.
 * A failure is told by its number, which is not translated.
 */
const SCRIPT = `
function Part([scriptblock]$ask) {
  try { @{ state = 'ok'; items = @(& $ask) } } catch {
    $native = [string]$_.Exception.NativeErrorCode
    $number = $_.Exception.HResult
    $state = 'failed'
    if ($native -eq 'AccessDenied' -or $number -eq -2147024891 -or $number -eq -2147217405) { $state = 'denied' }
    elseif ($native -in @('NotSupported', 'NotFound', 'InvalidClass', 'InvalidNamespace', 'MethodNotAvailable')) { $state = 'absent' }
    @{ state = $state; items = @() }
  }
}
$storage = 'root/Microsoft/Windows/Storage'
@{
  disks = Part { Get-CimInstance -Namespace $storage MSFT_PhysicalDisk -ErrorAction Stop | ForEach-Object {
    @{ id = [string]$_.DeviceId; name = $_.FriendlyName; media = $_.MediaType; bus = $_.BusType; health = $_.HealthStatus; status = @($_.OperationalStatus) } } }
  counters = Part { Get-CimInstance -Namespace $storage MSFT_PhysicalDisk -ErrorAction Stop | ForEach-Object {
    $id = [string]$_.DeviceId
    Get-CimAssociatedInstance -InputObject $_ -ResultClassName MSFT_StorageReliabilityCounter -ErrorAction Stop | ForEach-Object {
      @{ id = $id; wear = $_.Wear; reads = $_.ReadErrorsUncorrected; writes = $_.WriteErrorsUncorrected; temperature = $_.Temperature } } } }
  predictions = Part { Get-CimInstance -Namespace root/wmi MSStorageDriver_FailurePredictStatus -ErrorAction Stop | ForEach-Object {
    @{ name = $_.InstanceName; fails = $_.PredictFailure } } }
  smart = Part { Get-CimInstance -Namespace root/wmi MSStorageDriver_ATAPISmartData -ErrorAction Stop | ForEach-Object {
    @{ name = $_.InstanceName; bytes = @($_.VendorSpecific) } } }
  partitions = Part { Get-CimInstance -Namespace $storage MSFT_Partition -ErrorAction Stop | Where-Object { [string]$_.DriveLetter -match '^[A-Za-z]$' } | ForEach-Object {
    @{ drive = [string]$_.DriveLetter; disk = $_.DiskNumber } } }
  volumes = Part { Get-CimInstance -Namespace $storage MSFT_Volume -ErrorAction Stop | Where-Object { [string]$_.DriveLetter -match '^[A-Za-z]$' } | ForEach-Object {
    @{ drive = [string]$_.DriveLetter; health = $_.HealthStatus; type = $_.FileSystem; kind = $_.DriveType } } }
  pools = Part { Get-CimInstance -Namespace $storage MSFT_StoragePool -Filter 'IsPrimordial = FALSE' -ErrorAction Stop | ForEach-Object {
    @{ name = $_.FriendlyName; health = $_.HealthStatus; status = @($_.OperationalStatus) } } }
  spaces = Part { Get-CimInstance -Namespace $storage MSFT_VirtualDisk -ErrorAction Stop | ForEach-Object {
    @{ name = $_.FriendlyName; health = $_.HealthStatus; status = @($_.OperationalStatus) } } }
  full = Part { Get-CimInstance -Namespace root/wmi BatteryFullChargedCapacity -ErrorAction Stop | ForEach-Object { @{ name = $_.InstanceName; mwh = $_.FullChargedCapacity } } }
  design = Part { Get-CimInstance -Namespace root/wmi BatteryStaticData -ErrorAction Stop | ForEach-Object { @{ name = $_.InstanceName; mwh = $_.DesignedCapacity; model = $_.DeviceName } } }
  cycles = Part { Get-CimInstance -Namespace root/wmi BatteryCycleCount -ErrorAction Stop | ForEach-Object { @{ name = $_.InstanceName; count = $_.CycleCount } } }
  power = Part { Get-CimInstance -Namespace root/wmi BatteryStatus -ErrorAction Stop | ForEach-Object {
    @{ name = $_.InstanceName; online = $_.PowerOnline; charging = $_.Charging; discharging = $_.Discharging; remaining = $_.RemainingCapacity } } }
  zones = Part { Get-CimInstance -Namespace root/wmi MSAcpi_ThermalZoneTemperature -ErrorAction Stop | ForEach-Object {
    @{ name = $_.InstanceName; now = $_.CurrentTemperature; critical = $_.CriticalTripPoint } } }
} | ConvertTo-Json -Depth 5 -Compress`;

export const windowsHardware = sourceByOs('windows.hardware', {
  win32: read({ ...powershell(SCRIPT), timeoutMs: 12_000 }, ({ stdout }) => parseWindowsHardware(stdout)),
});

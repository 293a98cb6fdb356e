/** What is asked of Windows for updates: one run of PowerShell. */

/**
 * QueryHistory's dates are UTC without saying so. TiWorker runs while components are changed; the
 * mutex of Windows Installer exists while one installs. The appraiser leaves a key for each release
 * it has looked at.
 */
export const SCRIPT = `
$wu = 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate'
$nt = 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
$current = 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
$version = Get-ItemProperty -LiteralPath $nt
$policy = Get-ItemProperty -LiteralPath $wu
$auto = Get-ItemProperty -LiteralPath ($wu + '\\AU')
$searcher = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher()
$history = @{ failed = $true }
if ($searcher) {
  $count = [Math]::Min(60, $searcher.GetTotalHistoryCount())
  $items = @()
  if ($count -gt 0) {
    $items = @($searcher.QueryHistory(0, $count) | ForEach-Object {
      @{ title = $_.Title; code = $_.HResult; result = [int]$_.ResultCode; at = $_.Date.ToString('s') + 'Z' }
    })
  }
  $history = @{ items = $items }
}
$cost = $null
[void][Windows.Networking.Connectivity.NetworkInformation, Windows, ContentType = WindowsRuntime]
$connection = [Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile()
if ($connection) { $cost = [int]$connection.GetConnectionCost().NetworkCostType }
$proxy = (Get-ItemProperty -LiteralPath ($current + '\\Internet Settings\\Connections')).WinHttpSettings
$mutex = $null
$msi = $false
try { $msi = [Threading.Mutex]::TryOpenExisting('Global\\_MSIExecute', [ref]$mutex) } catch { $msi = $true }
if ($mutex) { $mutex.Dispose() }
@{
  history = $history
  restart = @{
    cbs = Test-Path -LiteralPath ($current + '\\Component Based Servicing\\RebootPending')
    wu = Test-Path -LiteralPath ($current + '\\WindowsUpdate\\Auto Update\\RebootRequired')
    renames = [bool](Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager').PendingFileRenameOperations
  }
  system = @{ build = $version.CurrentBuild; revision = $version.UBR; edition = $version.EditionID; release = $version.DisplayVersion; type = $version.InstallationType }
  services = @(Get-CimInstance Win32_Service -Filter "Name='wuauserv' OR Name='BITS' OR Name='CryptSvc' OR Name='TrustedInstaller' OR Name='UsoSvc' OR Name='wlidsvc'" | ForEach-Object { @{ name = $_.Name; start = $_.StartMode } })
  policy = @{ useServer = $auto.UseWUServer; server = $policy.WUServer; noAutoUpdate = $auto.NoAutoUpdate; disableAccess = $policy.DisableWindowsUpdateAccess; pin = $policy.TargetReleaseVersion; pinned = $policy.TargetReleaseVersionInfo }
  pause = (Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings').PauseUpdatesExpiryTime
  cost = $cost
  proxy = $(if ($proxy) { [Convert]::ToBase64String($proxy) })
  antivirus = @(Get-CimInstance -Namespace root/SecurityCenter2 AntiVirusProduct | ForEach-Object { @{ name = $_.displayName; guid = $_.instanceGuid; state = $_.productState } })
  busy = @{ msi = $msi; worker = [bool](Get-Process TiWorker) }
  pendingXml = Test-Path -LiteralPath ($env:windir + '\\WinSxS\\pending.xml')
  blocks = @(Get-ChildItem -LiteralPath ($nt + '\\AppCompatFlags\\TargetVersionUpgradeExperienceIndicators') | ForEach-Object {
    $found = Get-ItemProperty -LiteralPath $_.PSPath
    @{ release = $_.PSChildName; red = $found.RedReason; gated = $found.GatedBlockId }
  })
  msi = @(Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'MsiInstaller'; Id = 11612, 11714; StartTime = (Get-Date).AddDays(-30) } -MaxEvents 5 | ForEach-Object {
    @{ id = $_.Id; at = $_.TimeCreated.ToUniversalTime().ToString('s') + 'Z'; text = [string]$_.Properties[0].Value }
  })
} | ConvertTo-Json -Depth 5 -Compress`;

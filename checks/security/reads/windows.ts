/** Windows, in one PowerShell call: numbers, SIDs and registry values, never translated text. */
import type { Source } from '../../../src/contract.ts';
import { read, sourceByOs, unparsable } from '../../../src/contract.ts';
import type { LooseObject } from '../../../src/sources/network/json.ts';
import { powershell } from '../../../src/sources/powershell.ts';
import { numberOf, PARTS, partOf, textOf } from '../../../src/sources/windows-part.ts';

/**
 * Registered roots without Microsoft's own list; the key files of ssh with the SIDs that may read them;
 * of the shares only who may write. A part that is refused or not there says so by itself.
 */
const SCRIPT = `
${PARTS}
@{
  firewall = Part { Get-NetFirewallProfile -PolicyStore ActiveStore | ForEach-Object { @{ name = $_.Name; enabled = [int]$_.Enabled } } }
  networks = Part { Get-CimInstance -Namespace root/StandardCimv2 MSFT_NetConnectionProfile | ForEach-Object { @{ category = [int]$_.NetworkCategory } } }
  products = Part {
    foreach ($class in 'AntiVirusProduct', 'FirewallProduct') {
      Get-CimInstance -Namespace root/SecurityCenter2 $class | ForEach-Object { @{ class = $class; name = $_.displayName; state = $_.productState } }
    }
  }
  defender = Part { Get-CimInstance -Namespace root/Microsoft/Windows/Defender MSFT_MpComputerStatus | ForEach-Object {
    @{ service = $_.AMServiceEnabled; enabled = $_.AntivirusEnabled; realTime = $_.RealTimeProtectionEnabled; age = $_.AntivirusSignatureAge; mode = $_.AMRunningMode } } }
  threats = Part {
    $names = @{}
    Get-CimInstance -Namespace root/Microsoft/Windows/Defender MSFT_MpThreat | ForEach-Object { $names["$($_.ThreatID)"] = $_.ThreatName }
    Get-CimInstance -Namespace root/Microsoft/Windows/Defender MSFT_MpThreatDetection | ForEach-Object {
      @{ name = $names["$($_.ThreatID)"]; id = "$($_.ThreatID)"; status = $_.ThreatStatusID; at = $_.InitialDetectionTime.ToUniversalTime().ToString('o'); resources = @($_.Resources | Select-Object -First 3) } } }
  backup = Part {
    $own = Reg 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\FileHistory'
    $catalog = Get-Item -LiteralPath "$env:LOCALAPPDATA\\Microsoft\\Windows\\FileHistory\\Configuration\\Catalog1.edb" -ErrorAction SilentlyContinue
    $last = $null
    if ($own.ProtectedUpToTime -gt 0) { $last = [DateTime]::FromFileTimeUtc($own.ProtectedUpToTime).ToString('o') } elseif ($catalog) { $last = $catalog.LastWriteTimeUtc.ToString('o') }
    if ($last) { @{ name = 'File History'; kind = 'copy'; last = $last } }
    Get-WinEvent -FilterHashtable @{ LogName = 'Microsoft-Windows-Backup'; Id = 4 } -MaxEvents 1 -ErrorAction SilentlyContinue | ForEach-Object { @{ name = 'Windows Backup'; kind = 'copy'; last = $_.TimeCreated.ToUniversalTime().ToString('o') } }
    Get-ChildItem 'HKCU:\\Software\\Microsoft\\OneDrive\\Accounts' -ErrorAction SilentlyContinue | ForEach-Object { if ((Reg $_.PSPath).KfmFoldersProtectedNow -gt 0) { @{ name = 'OneDrive'; kind = 'cloud'; last = $null } } }
  }
  lock = Part {
    $winlogon = Reg 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon'
    $policy = Reg 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System'
    $desktop = Reg 'HKCU:\\Control Panel\\Desktop'
    $saver = Reg 'HKCU:\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop'
    $scheme = (Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Power\\User\\PowerSchemes').ActivePowerScheme
    $console = Reg "HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Power\\User\\PowerSchemes\\$scheme\\fea3413e-7e05-4911-9a71-700331f1c294\\0e796bdb-100d-47d6-a2d5-f7d2daa51f51"
    @{
      autoLogon = $winlogon.AutoAdminLogon; autoUser = $winlogon.DefaultUserName; idle = $policy.InactivityTimeoutSecs; console = $console.ACSettingIndex
      saverActive = $(if ($null -ne $saver.ScreenSaveActive) { $saver.ScreenSaveActive } else { $desktop.ScreenSaveActive })
      saverSecure = $(if ($null -ne $saver.ScreenSaverIsSecure) { $saver.ScreenSaverIsSecure } else { $desktop.ScreenSaverIsSecure })
      saverTimeout = $(if ($null -ne $saver.ScreenSaveTimeOut) { $saver.ScreenSaveTimeOut } else { $desktop.ScreenSaveTimeOut })
      saverProgram = $desktop.'SCRNSAVE.EXE'
    }
  }
  rdp = Part {
    $server = Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server'
    $policy = Reg 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'
    $station = Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp'
    @{
      deny = $(if ($null -ne $policy.fDenyTSConnections) { $policy.fDenyTSConnections } else { $server.fDenyTSConnections })
      nla = $(if ($null -ne $policy.UserAuthentication) { $policy.UserAuthentication } else { $station.UserAuthentication })
      port = $station.PortNumber
    }
  }
  listening = Part { Get-CimInstance -Namespace root/StandardCimv2 MSFT_NetTCPConnection -Filter 'State=2' | ForEach-Object { @{ port = $_.LocalPort; address = $_.LocalAddress } } }
  services = Part { Get-CimInstance Win32_Service -Filter "StartMode='Auto'" | ForEach-Object { @{ name = $_.Name } } }
  secureBoot = Part {
    $servicing = Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\Servicing'
    @{ on = (Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State').UEFISecureBootEnabled; status = $servicing.UEFICA2023Status; error = $servicing.UEFICA2023Error; capable = $servicing.WindowsUEFICA2023Capable }
  }
  roots = Part {
    $theirs = @{}
    foreach ($store in 'LocalMachine', 'CurrentUser') { Get-ChildItem "Cert:\\$store\\AuthRoot" -ErrorAction SilentlyContinue | ForEach-Object { $theirs[$_.Thumbprint] = $true } }
    foreach ($store in 'LocalMachine', 'CurrentUser') { Get-ChildItem "Cert:\\$store\\Root" | Where-Object { -not $theirs[$_.Thumbprint] } | ForEach-Object { @{ subject = $_.Subject; thumbprint = $_.Thumbprint } } }
  }
  shares = Part {
    $guest = @(Get-CimInstance Win32_UserAccount -Filter "LocalAccount=True AND SID LIKE '%-501' AND Disabled=False").Count
    $key = Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Shares\\Security'
    $key.PSObject.Properties | Where-Object { $_.Value -is [byte[]] } | ForEach-Object {
      $name = $_.Name
      (New-Object Security.AccessControl.RawSecurityDescriptor -ArgumentList $_.Value, 0).DiscretionaryAcl | Where-Object { $_.AceType -eq 0 } | ForEach-Object {
        @{ share = $name; sid = "$($_.SecurityIdentifier)"; mask = $_.AccessMask; guest = $guest } } } }
  smb1 = Part {
    $server = Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters'
    @{ parameter = $server.SMB1; feature = (Get-CimInstance Win32_OptionalFeature -Filter "Name='SMB1Protocol'").InstallState }
  }
  sshKeys = Part {
    Get-ChildItem -LiteralPath "$env:USERPROFILE\\.ssh" -File -ErrorAction SilentlyContinue | Where-Object { $_.Name -like 'id_*' -and $_.Extension -ne '.pub' } | ForEach-Object {
      $path = $_.FullName
      (Get-Acl -LiteralPath $path).GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier]) | Where-Object { $_.AccessControlType -eq 'Allow' } | ForEach-Object { @{ path = $path; sid = $_.IdentityReference.Value; rights = [int]$_.FileSystemRights } } } }
} | ConvertTo-Json -Depth 5 -Compress`;

/** Win32_OptionalFeature and the shell need seconds on an old disk. */
const BATCH = { ...powershell(SCRIPT), timeoutMs: 20_000 };

const part = <T>(id: string, name: string, parse: (items: readonly LooseObject[]) => T): Source<T> =>
  sourceByOs(`security.windows.${id}`, { win32: read(BATCH, ({ stdout }) => parse(partOf(stdout, name))) });

const only = (items: readonly LooseObject[]): LooseObject => {
  const [item] = items;
  if (item === undefined) throw unparsable('an empty part');
  return item;
};

const flagOf = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** SecurityCenter2's undocumented bits, as every program reads them: 0x1000 on, 0x10 outdated. */
const productOf = ({ class: kind, name, state }: LooseObject) => {
  const bits = numberOf(state) ?? 0;
  return {
    kind: kind === 'FirewallProduct' ? ('firewall' as const) : ('antivirus' as const),
    name: textOf(name),
    on: (bits & 0xf000) === 0x1000,
    outdated: (bits & 0xf0) === 0x10,
  };
};

export const windowsReads = {
  winFirewall: part('firewall', 'firewall', (items) => {
    // Windows has three; none at all is no answer.
    if (items.length === 0) throw unparsable('no firewall profile');
    // GpoBoolean: 0 off, 1 on, 2 not configured, which means on.
    return items.map(({ name, enabled }) => ({ name: textOf(name), on: numberOf(enabled) !== 0 }));
  }),
  winNetworks: part('networks', 'networks', (items) => items.map(({ category }) => numberOf(category))),
  winProducts: part('products', 'products', (items) => items.map(productOf)),
  winDefender: part('defender', 'defender', (items) => {
    const { enabled, realTime, age, mode } = only(items);
    return {
      enabled: flagOf(enabled),
      realTime: flagOf(realTime),
      // 65535 and 4294967295 stand for never.
      ageDays: numberOf(age),
      mode: textOf(mode),
    };
  }),
  winThreats: part('threats', 'threats', (items) =>
    items.map(({ name, id, status, at, resources }) => ({
      name: textOf(name) || textOf(id),
      status: numberOf(status) ?? 0,
      at: textOf(at),
      path: String((Array.isArray(resources) ? resources[0] : resources) ?? ''),
    })),
  ),
  winBackup: part('backup', 'backup', (items) =>
    items.map(({ name, kind, last }) => ({
      name: textOf(name),
      kind: kind === 'cloud' ? ('cloud' as const) : ('copy' as const),
      last: typeof last === 'string' ? last : null,
    })),
  ),
  winLock: part('lock', 'lock', (items) => {
    const item = only(items);
    return {
      autoLogon: String(item.autoLogon ?? '0') === '1',
      user: textOf(item.autoUser),
      idleSeconds: numberOf(item.idle) ?? 0,
      /** Whether waking asks for the password; null where the power plan says nothing, which means yes. */
      asksOnWake: item.console === null || item.console === undefined ? null : numberOf(item.console) !== 0,
      saverSeconds:
        String(item.saverActive ?? '0') === '1' &&
        String(item.saverSecure ?? '0') === '1' &&
        textOf(item.saverProgram) !== ''
          ? (numberOf(item.saverTimeout) ?? 0)
          : 0,
    };
  }),
  winRdp: part('rdp', 'rdp', (items) => {
    const { deny, nla, port } = only(items);
    return { on: numberOf(deny) === 0, nla: numberOf(nla) !== 0, port: numberOf(port) ?? 3389 };
  }),
  winListening: part('listening', 'listening', (items) =>
    items.map(({ port, address }) => ({
      port: numberOf(port) ?? 0,
      loopback: /^(?:127\.|::1$)/.test(textOf(address)),
    })),
  ),
  winServices: part('services', 'services', (items) => items.map(({ name }) => textOf(name))),
  winSecureBoot: part('secure-boot', 'secureBoot', (items) => {
    const { on, status, error, capable } = only(items);
    return {
      on: numberOf(on) === 1,
      status: textOf(status),
      error: numberOf(error) ?? 0,
      capable: numberOf(capable) ?? 0,
    };
  }),
  winRoots: part('roots', 'roots', (items) =>
    items.map(({ subject, thumbprint }) => ({ subject: textOf(subject), thumbprint: textOf(thumbprint) })),
  ),
  winShares: part('shares', 'shares', (items) =>
    items.map(({ share, sid, mask, guest }) => ({
      share: textOf(share),
      sid: textOf(sid),
      mask: numberOf(mask) ?? 0,
      guest: (numberOf(guest) ?? 0) > 0,
    })),
  ),
  winSmb1: part('smb1', 'smb1', (items) => {
    const { parameter, feature } = only(items);
    return { parameter: numberOf(parameter), installed: numberOf(feature) === 1 };
  }),
  winSshKeys: part('ssh-keys', 'sshKeys', (items) =>
    items.map(({ path, sid, rights }) => ({
      path: textOf(path),
      sid: textOf(sid),
      rights: numberOf(rights) ?? 0,
    })),
  ),
};

/** Windows' network state: one PowerShell call, CIM classes and the registry, never localized text. */
import { unparsable } from '../../contract.ts';
import { powershell } from '../powershell.ts';
import type { Adapter } from './adapters.ts';
import type { Address } from './addresses.ts';
import { familyOf } from './ip.ts';
import { isObject, type LooseObject, listOf, parseJson } from './json.ts';
import type { Neighbour } from './neighbours.ts';
import type { ProxySetting } from './proxy.ts';
import type { Route } from './routes.ts';

/**
 * The Windows Runtime is asked of Wi-Fi only where there is any: for the bars of one that is joined, for the
 * switch of one that is not. The driver's modes are asked for where a cable carries 100 Mbit/s or less.
 */
const SCRIPT = `
$ns = 'root/StandardCimv2'
$inet = Get-ItemProperty 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings' -ErrorAction SilentlyContinue
$adapters = @(Get-CimInstance -Namespace $ns MSFT_NetAdapter)
$wlan = @($adapters | Where-Object { $_.NdisPhysicalMedium -eq 9 -or $_.InterfaceType -eq 71 })
$joined = @($wlan | Where-Object { $_.MediaConnectState -eq 1 })
$signals = @()
$radios = @()
$airplane = $null
if ($joined.Count -gt 0) {
  try {
    $signals = @([Windows.Networking.Connectivity.NetworkInformation, Windows.Networking.Connectivity, ContentType = WindowsRuntime]::GetConnectionProfiles() |
      Where-Object { $_.IsWlanConnectionProfile } |
      ForEach-Object { @{ adapter = [string]$_.NetworkAdapter.NetworkAdapterId; bars = $_.GetSignalBars() } })
  } catch { }
} elseif ($wlan.Count -gt 0) {
  try {
    Add-Type -AssemblyName System.Runtime.WindowsRuntime
    $null = [Windows.Devices.Radios.Radio, Windows.System.Devices, ContentType = WindowsRuntime]
    $asTask = @([System.WindowsRuntimeSystemExtensions].GetMethods() | Where-Object { $_.Name -eq 'AsTask' -and $_.GetParameters().Count -eq 1 -and $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation\`1' })[0]
    $task = $asTask.MakeGenericMethod([System.Collections.Generic.IReadOnlyList[Windows.Devices.Radios.Radio]]).Invoke($null, @([Windows.Devices.Radios.Radio]::GetRadiosAsync()))
    if ($task.Wait(2000)) { $radios = @($task.Result | Where-Object { [int]$_.Kind -eq 1 } | ForEach-Object { @{ name = [string]$_.Name; state = [int]$_.State } }) }
  } catch { }
  $airplane = (Get-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\RadioManagement\\SystemRadioState').GetValue('')
}
$slow = @($adapters | Where-Object { $_.HardwareInterface -and $_.MediaConnectState -eq 1 -and $_.NdisPhysicalMedium -ne 9 -and $_.Speed -le 100000000 })
$modes = @(if ($slow.Count -gt 0) { Get-CimInstance -Namespace $ns MSFT_NetAdapterAdvancedPropertySettingData -Filter "RegistryKeyword = '*SpeedDuplex'" | Select-Object Name, ValidRegistryValues })
@{
  adapters = @($adapters | Select-Object Name, InterfaceIndex, InterfaceGuid, HardwareInterface, Virtual, InterfaceAdminStatus, MediaConnectState, NdisPhysicalMedium, InterfaceType, Speed, FullDuplex, PermanentAddress)
  addresses = @(Get-CimInstance -Namespace $ns MSFT_NetIPAddress | Select-Object InterfaceAlias, IPAddress, PrefixLength, AddressState)
  routes = @(Get-CimInstance -Namespace $ns MSFT_NetRoute | Where-Object { $_.Store -eq 1 } | Select-Object DestinationPrefix, NextHop, InterfaceAlias, RouteMetric, InterfaceMetric)
  neighbours = @(Get-CimInstance -Namespace $ns MSFT_NetNeighbor | Select-Object IPAddress, InterfaceAlias, LinkLayerAddress, State, IsRouter)
  resolvers = @(Get-CimInstance -Namespace $ns MSFT_DNSClientServerAddress | Select-Object InterfaceAlias, ServerAddresses)
  profiles = @(Get-CimInstance -Namespace $ns MSFT_NetConnectionProfile | Select-Object InterfaceAlias, IPv4Connectivity, IPv6Connectivity)
  proxy = @{ enabled = $inet.ProxyEnable; server = $inet.ProxyServer; script = $inet.AutoConfigURL }
  signals = $signals
  radios = $radios
  airplane = $airplane
  modes = $modes
} | ConvertTo-Json -Depth 4 -Compress`;

export const networkBatch = powershell(SCRIPT);

export interface WindowsNetwork {
  readonly adapters: readonly Adapter[];
  readonly addresses: readonly Address[];
  readonly routes: readonly Route[];
  readonly neighbours: readonly Neighbour[];
  readonly resolvers: readonly string[];
  readonly proxies: readonly ProxySetting[];
  /** The system's own verdict: 4 is Internet (NLM_CONNECTIVITY as MSFT_NetConnectionProfile counts it). */
  readonly connectivity: readonly number[];
}

export const parseBatch = (text: string): WindowsNetwork => {
  const batch = parseJson(text);
  if (!isObject(batch) || !('adapters' in batch)) throw unparsable(text.trim());
  return {
    adapters: listOf(batch.adapters).map(adapterOf),
    addresses: listOf(batch.addresses).map(addressOf),
    routes: listOf(batch.routes).map(routeOf),
    neighbours: listOf(batch.neighbours).flatMap(neighbourOf),
    resolvers: [
      ...new Set(
        listOf(batch.resolvers).flatMap(({ ServerAddresses: servers }) =>
          (Array.isArray(servers) ? servers : [servers]).filter((one) => typeof one === 'string'),
        ),
      ),
    ].filter((server) => !/^fec0:/i.test(server)),
    proxies: proxiesOf(batch.proxy),
    connectivity: listOf(batch.profiles).map(({ IPv4Connectivity: level }) => numberOf(level)),
  };
};

const PHYSICAL_WIRELESS = 9;
/** Ethernet without hardware is the adapter of a VPN program; Hyper-V's own ports name no medium. */
const PHYSICAL_ETHERNET = 14;
/** Without a link some drivers report the largest number there is. */
const UNKNOWN_SPEED = 2 ** 53;
const TUNNEL_TYPES: ReadonlySet<number> = new Set([23, 53, 131]);

/** One MSFT_NetAdapter. */
export const adapterOf = (item: LooseObject): Adapter => {
  const type = numberOf(item.InterfaceType);
  const speed = Number(item.Speed ?? 0);
  const medium = numberOf(item.NdisPhysicalMedium);
  return {
    name: textOf(item, 'Name'),
    physical: item.HardwareInterface === true,
    wireless: medium === PHYSICAL_WIRELESS || type === 71,
    tunnel: TUNNEL_TYPES.has(type) || (item.HardwareInterface !== true && medium === PHYSICAL_ETHERNET),
    enabled: numberOf(item.InterfaceAdminStatus) === 1,
    carrier: numberOf(item.MediaConnectState) === 0 ? null : numberOf(item.MediaConnectState) === 1,
    speedMbps: speed > 0 && speed < UNKNOWN_SPEED ? Math.round(speed / 1_000_000) : null,
    fullDuplex: typeof item.FullDuplex === 'boolean' ? item.FullDuplex : null,
    loopback: type === 24,
  };
};

const DUPLICATE_STATE = 2;

const addressOf = (item: LooseObject): Address => {
  const address = (textOf(item, 'IPAddress').split('%')[0] ?? '').toLowerCase();
  const family = familyOf(address);
  if (family === null) throw unparsable(JSON.stringify(item));
  return {
    interface: textOf(item, 'InterfaceAlias'),
    family,
    address,
    prefix: numberOf(item.PrefixLength),
    duplicate: numberOf(item.AddressState) === DUPLICATE_STATE,
  };
};

const routeOf = (item: LooseObject): Route => {
  const destination = textOf(item, 'DestinationPrefix');
  const family = familyOf(destination.split('/')[0] ?? '');
  if (family === null) throw unparsable(JSON.stringify(item));
  const hop = textOf(item, 'NextHop');
  return {
    family,
    destination,
    gateway: hop === '0.0.0.0' || hop === '::' ? null : hop,
    interface: textOf(item, 'InterfaceAlias'),
    metric: numberOf(item.RouteMetric) + (item.InterfaceMetric === null ? 0 : numberOf(item.InterfaceMetric)),
    linkDown: false,
    manual: null,
  };
};

/** MSFT_NetNeighbor.State, numbers as Microsoft documents them. */
const STATES: readonly Neighbour['state'][] = [
  'failed',
  'incomplete',
  'probe',
  'delay',
  'stale',
  'reachable',
  'permanent',
];

const neighbourOf = (item: LooseObject): readonly Neighbour[] => {
  const state = STATES[numberOf(item.State)];
  const address = textOf(item, 'IPAddress').split('%')[0] ?? '';
  return state === undefined || familyOf(address) === null
    ? []
    : [{ address, interface: textOf(item, 'InterfaceAlias'), state, router: item.IsRouter === true }];
};

const proxiesOf = (value: unknown): readonly ProxySetting[] => {
  if (!isObject(value)) return [];
  const server = value.enabled === 1 && typeof value.server === 'string' ? value.server : '';
  const script = typeof value.script === 'string' ? value.script : '';
  return [
    ...server
      .split(';')
      .filter((part) => part !== '' && !/^(ftp|socks)=/i.test(part))
      .map((part): ProxySetting => {
        const named = /^(https?)=(.*)$/i.exec(part);
        return {
          for: named?.[1]?.toLowerCase() === 'http' ? 'http' : named === null ? 'all' : 'https',
          url: withScheme(named?.[2] ?? part),
          setIn: 'Internet Settings',
        };
      }),
    ...(script === '' ? [] : [{ for: 'script', url: script, setIn: 'Internet Settings' } as const]),
  ];
};

const withScheme = (server: string): string => (/^[a-z]+:\/\//i.test(server) ? server : `http://${server}`);

const textOf = (item: LooseObject, key: string): string => {
  const value = item[key];
  if (typeof value !== 'string') throw unparsable(JSON.stringify(item));
  return value;
};

/** CIM numbers arrive as numbers, some 64-bit ones as text. */
const numberOf = (value: unknown): number => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number))
    throw unparsable(`not a number: ${JSON.stringify(value)}`);
  return number;
};

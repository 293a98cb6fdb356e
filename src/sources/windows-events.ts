/** Windows' event logs: the events that the checks know, of the last 30 days, in one batch. */
import { read, sourceByOs, Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';
import { refuseCut } from './whole.ts';

export interface WindowsEvent {
  readonly log: string;
  readonly provider: string;
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The values of EventData in their order, each cut at 400 characters; never the localized message. */
  readonly data: readonly string[];
  /** Those of them that have a name: `BugcheckCode`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** How a log answered. `absent`: this edition of Windows does not keep it. `cut`: there were more, older ones are missing. */
export type LogState = 'ok' | 'cut' | 'denied' | 'absent' | 'failed';

export interface WindowsEvents {
  readonly events: readonly WindowsEvent[];
  readonly logs: Readonly<Record<string, LogState>>;
}

interface Wanted {
  readonly log: string;
  readonly max: number;
  /** Without a provider: whoever wrote it. */
  readonly from: readonly { readonly provider?: string; readonly ids: readonly number[] }[];
}

/**
 * In groups, so that a disk that reports ten thousand errors does not push out the one crash. Providers share
 * ids: each is asked for with its own.
 */
const WANTED: readonly Wanted[] = [
  {
    log: 'System',
    max: 300,
    from: [
      { provider: 'Microsoft-Windows-Kernel-Power', ids: [41, 86] },
      { provider: 'EventLog', ids: [6005, 6006, 6008] },
      { provider: 'User32', ids: [1074] },
      { provider: 'Microsoft-Windows-WER-SystemErrorReporting', ids: [1001] },
      { provider: 'volmgr', ids: [46, 161] },
      { provider: 'Microsoft-Windows-Kernel-Boot', ids: [27] },
    ],
  },
  {
    log: 'System',
    max: 200,
    from: [
      { provider: 'disk', ids: [7, 11, 15, 51, 52, 153, 154, 157] },
      ...['storahci', 'stornvme', 'iaStorA', 'iaStorAC', 'iaStorAVC', 'iaStorV', 'iaStorVD'].map(
        (provider) => ({
          provider,
          ids: [129],
        }),
      ),
      { provider: 'Ntfs', ids: [55, 98] },
      { provider: 'Microsoft-Windows-Ntfs', ids: [55, 98] },
      { provider: 'Microsoft-Windows-WHEA-Logger', ids: [17, 18, 19, 47] },
      { provider: 'Microsoft-Windows-MemoryDiagnostics-Results', ids: [1101, 1102, 1201, 1202] },
      { provider: 'Microsoft-Windows-Kernel-Processor-Power', ids: [37] },
    ],
  },
  {
    log: 'System',
    max: 200,
    from: [
      { provider: 'Display', ids: [4101] },
      { provider: 'nvlddmkm', ids: [13, 14, 153] },
      { provider: 'Microsoft-Windows-Kernel-PnP', ids: [219] },
      { provider: 'Microsoft-Windows-WindowsUpdateClient', ids: [19, 20] },
      { provider: 'Microsoft-Windows-Resource-Exhaustion-Detector', ids: [2004] },
      { provider: 'Tcpip', ids: [4199, 4227, 4231] },
      { provider: 'Microsoft-Windows-DNS-Client', ids: [1014] },
      { provider: 'Microsoft-Windows-NDIS', ids: [10400] },
      { provider: 'BTHUSB', ids: [17] },
      { provider: 'Microsoft-Windows-Time-Service', ids: [35, 36, 37, 47, 134] },
      { provider: 'Microsoft-Windows-TPM-WMI', ids: [1032, 1801, 1803, 1808] },
      { ids: [4502] },
      { provider: 'Application Popup', ids: [26] },
    ],
  },
  {
    log: 'System',
    max: 150,
    from: [
      { provider: 'Service Control Manager', ids: [7000, 7001, 7009, 7011, 7022, 7023, 7026, 7031, 7034] },
    ],
  },
  {
    log: 'Application',
    max: 200,
    from: [
      { provider: 'Application Error', ids: [1000] },
      { provider: 'Application Hang', ids: [1002] },
      { provider: 'SideBySide', ids: [33, 59] },
      { provider: '.NET Runtime', ids: [1023, 1026] },
      { provider: 'Microsoft-Windows-User Profiles Service', ids: [1508, 1511, 1515] },
    ],
  },
  { log: 'Microsoft-Windows-Dhcp-Client/Admin', max: 50, from: [{ ids: [1001, 1003] }] },
  {
    log: 'Microsoft-Windows-WLAN-AutoConfig/Operational',
    max: 100,
    from: [{ ids: [8001, 8002, 8003, 11006, 12013] }],
  },
  {
    log: 'Microsoft-Windows-Diagnostics-Performance/Operational',
    max: 60,
    from: [{ ids: [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110] }],
  },
  { log: 'Microsoft-Windows-PrintService/Admin', max: 50, from: [{ ids: [372, 808] }] },
  {
    log: 'Microsoft-Windows-Windows Defender/Operational',
    max: 50,
    from: [{ ids: [1116, 1117, 1121, 2001, 5001] }],
  },
  { log: 'Microsoft-Windows-AppLocker/EXE and DLL', max: 50, from: [{ ids: [8004] }] },
  { log: 'Microsoft-Windows-CodeIntegrity/Operational', max: 50, from: [{ ids: [3004, 3033, 3077] }] },
];

const DAYS_30_MS = 30 * 24 * 3600 * 1000;

/** A structured query: a provider that this Windows does not have matches nothing, where -FilterHashtable fails as a whole. */
const queryOf = ({ log, from }: Wanted): string => {
  const selects = from.map(({ provider, ids }) => {
    const ofProvider = provider === undefined ? '' : `Provider[@Name='${provider}'] and `;
    const ofIds = ids.map((id) => `EventID=${id}`).join(' or ');
    return `<Select Path="${log}">*[System[${ofProvider}(${ofIds}) and TimeCreated[timediff(@SystemTime) &lt;= ${DAYS_30_MS}]]]</Select>`;
  });
  return `<QueryList><Query Id="0" Path="${log}">${selects.join('')}</Query></QueryList>`;
};

/** Errors are told apart by their id, which is not translated. */
const SCRIPT = `
$asked = @(
${WANTED.map((wanted) => `  @{ log = '${wanted.log}'; max = ${wanted.max}; query = '${queryOf(wanted).replaceAll("'", "''")}' }`).join('\n')}
)
$logs = @()
$events = @()
foreach ($one in $asked) {
  $state = 'ok'
  $found = @()
  try { $found = @(Get-WinEvent -FilterXml ([xml]$one.query) -MaxEvents $one.max -ErrorAction Stop) } catch {
    $id = [string]$_.FullyQualifiedErrorId
    if ($id -like 'NoMatchingEventsFound*') { }
    elseif ($_.Exception -is [UnauthorizedAccessException]) { $state = 'denied' }
    elseif ($_.Exception -is [Diagnostics.Eventing.Reader.EventLogNotFoundException]) { $state = 'absent' }
    else { $state = 'failed' }
  }
  if ($found.Count -ge $one.max) { $state = 'cut' }
  $logs += @{ log = $one.log; state = $state }
  foreach ($event in $found) {
    $data = @()
    foreach ($item in @(([xml]$event.ToXml()).SelectNodes("/*[local-name()='Event']/*[local-name()='EventData' or local-name()='UserData']//*[not(*)]"))) {
      $text = [string]$item.InnerText
      if ($text.Length -gt 400) { $text = $text.Substring(0, 400) }
      $name = $item.GetAttribute('Name')
      if (-not $name -and $item.LocalName -ne 'Data') { $name = $item.LocalName }
      $data += @{ n = $name; v = $text }
    }
    $events += @{ log = $one.log; provider = $event.ProviderName; id = $event.Id; at = $event.TimeCreated.ToUniversalTime().ToString('o'); data = @($data | Select-Object -First 24) }
  }
}
@{ logs = @($logs); events = @($events) } | ConvertTo-Json -Depth 5 -Compress`;

/** Newest first in each group. */
export const windowsEvents = sourceByOs<WindowsEvents>('windows.events', {
  win32: read({ ...powershell(SCRIPT), timeoutMs: 20_000 }, (raw) => {
    refuseCut(raw);
    return parseWindowsEvents(raw.stdout);
  }),
});

export const parseWindowsEvents = (text: string): WindowsEvents => {
  const batch = parseJson(text);
  if (!isObject(batch)) throw unparsable(text.trim());
  const logs: Record<string, LogState> = {};
  for (const { log, state } of listOf(batch.logs)) {
    if (typeof log !== 'string' || !isState(state)) throw unparsable(JSON.stringify({ log, state }));
    logs[log] = worse(logs[log], state);
  }
  // Every log was asked for by name: a batch that names none did not run to its end.
  if (Object.keys(logs).length === 0) throw unparsable(text.trim());
  if (logs.System !== 'ok' && logs.System !== 'cut') {
    throw new Unreadable(logs.System === 'denied' ? 'denied' : 'failed', 'the System log could not be read');
  }
  return { logs, events: listOf(batch.events).map(eventFrom) };
};

const STATES: readonly LogState[] = ['ok', 'cut', 'absent', 'denied', 'failed'];

const isState = (value: unknown): value is LogState => STATES.some((state) => state === value);

/** A log that is asked in several groups is as good as the worst of them. */
const worse = (one: LogState = 'ok', other: LogState): LogState =>
  STATES.indexOf(other) > STATES.indexOf(one) ? other : one;

const eventFrom = (item: LooseObject): WindowsEvent => {
  const { log, provider, id, at, data } = item;
  if (
    typeof log !== 'string' ||
    typeof provider !== 'string' ||
    typeof id !== 'number' ||
    typeof at !== 'string' ||
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(at)
  ) {
    throw unparsable(JSON.stringify(item));
  }
  const values = listOf(data).map(({ n, v }) => {
    if (typeof v !== 'string') throw unparsable(JSON.stringify(item));
    return { name: typeof n === 'string' ? n : '', value: v };
  });
  return {
    log,
    provider,
    id,
    at,
    data: values.map(({ value }) => value),
    fields: Object.fromEntries(
      values.filter(({ name }) => name !== '').map(({ name, value }) => [name, value]),
    ),
  };
};

/** The events of one kind; ids alone do not tell, providers share them. */
export const eventsOf = (
  all: WindowsEvents,
  provider: string | RegExp,
  ...ids: readonly number[]
): readonly WindowsEvent[] =>
  all.events.filter(
    (event) =>
      ids.includes(event.id) &&
      (typeof provider === 'string'
        ? event.provider.toLowerCase() === provider.toLowerCase()
        : provider.test(event.provider)),
  );

/** What Windows says of its spooler, printers, ports and jobs: one PowerShell call, numbers only. */
import { read, sourceByOs, Unreadable, unparsable } from '../../src/contract.ts';
import { parseIsoTime } from '../../src/sources/calendar.ts';
import { isObject, type LooseObject, listOf, parseJson } from '../../src/sources/network/json.ts';
import { powershell } from '../../src/sources/powershell.ts';
import { refuseCut } from '../../src/sources/whole.ts';

export interface WindowsPrinting {
  /** Numbers of ServiceControllerStatus (4 runs, 1 stopped) and of ServiceStartMode (4 disabled). */
  readonly spooler: { readonly status: number; readonly startType: number };
  /** Null when Windows could not list them: it cannot while the spooler is stopped. */
  readonly printers: readonly WindowsPrinter[] | null;
  readonly jobs: readonly WindowsJob[];
  /** Addresses of the TCP/IP ports, by their name. */
  readonly ports: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
  /** Names of the drivers that are installed; null when the registry did not tell. */
  readonly drivers: readonly string[] | null;
  /** The setting «let Windows manage my default printer». */
  readonly managesDefault: boolean;
}

export interface WindowsPrinter {
  readonly name: string;
  readonly isDefault: boolean;
  /** PRINTER_STATUS_… of winspool.h, as bits; what .NET calls PrintQueueStatus. */
  readonly state: number;
  /** Win32_Printer: 7 offline. */
  readonly status: number;
  /** Win32_Printer: 4 no paper, 6 no toner, 7 door, 8 jam, 9 offline, 10 service, 11 bin full. */
  readonly errorState: number;
  readonly workOffline: boolean;
  readonly portName: string;
  readonly driver: string;
  /** A printer of another computer: its queue, its driver and its port are there. */
  readonly remote: boolean;
}

export interface WindowsJob {
  readonly id: number;
  readonly printer: string;
  readonly owner: string;
  /** JOB_STATUS_… of winspool.h, as bits. */
  readonly statusMask: number;
  readonly submittedMs: number | null;
}

/**
 * Get-Service's own numbers, because its words are translated. The drivers stand in the registry:
 * Win32_PrinterDriver takes seconds. The ports do too, but below
 * a key whose name holds a slash, which PowerShell takes for a path. A print server that is gone may hold up Win32_Printer.
 */
const SCRIPT = `
$spooler = Get-Service -Name Spooler
$printers = $null
$jobs = @()
if ($spooler -and [int]$spooler.Status -eq 4) {
  $failed = $null
  $all = Get-CimInstance Win32_Printer -OperationTimeoutSec 6 -ErrorVariable failed
  if (-not $failed) {
    $printers = @($all | Select-Object Name, Default, PrinterState, PrinterStatus, DetectedErrorState, WorkOffline, PortName, DriverName, Network)
    $jobs = @(Get-CimInstance Win32_PrintJob -OperationTimeoutSec 6 | ForEach-Object {
      @{ name = $_.Name; id = $_.JobId; owner = $_.Owner; mask = $_.StatusMask; at = if ($_.TimeSubmitted) { $_.TimeSubmitted.ToUniversalTime().ToString('o') } else { $null } }
    })
  }
}
$print = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Print'
@{
  spooler = if ($spooler) { @{ status = [int]$spooler.Status; startType = [int]$spooler.StartType } } else { $null }
  printers = $printers
  jobs = $jobs
  ports = @(Get-CimInstance -Namespace root/StandardCimv2 MSFT_TcpIpPrinterPort -OperationTimeoutSec 6 | ForEach-Object {
    @{ name = $_.Name; host = $_.PrinterHostAddress; port = $_.PortNumber }
  })
  drivers = @(Get-ChildItem -Path "$print\\Environments\\*\\Drivers\\Version-*\\*" | ForEach-Object { $_.PSChildName })
  managed = (Get-ItemProperty -LiteralPath 'HKCU:\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows').LegacyDefaultPrinterMode
} | ConvertTo-Json -Depth 5 -Compress`;

/** Up to three questions of six seconds to a service that hangs. */
const BATCH_MS = 20_000;

export const windowsPrinting = sourceByOs<WindowsPrinting>('print.windows', {
  win32: read({ ...powershell(SCRIPT), timeoutMs: BATCH_MS }, (raw) => {
    refuseCut(raw);
    return parseWindowsPrinting(raw.stdout);
  }),
});

export const parseWindowsPrinting = (text: string): WindowsPrinting => {
  const batch = parseJson(text);
  if (!isObject(batch) || !('spooler' in batch)) throw unparsable(text.trim());
  // Editions without a print system at all: Server Core, Windows IoT.
  if (!isObject(batch.spooler)) throw new Unreadable('absent', 'no service Spooler');
  const drivers = textsOf(batch.drivers);
  return {
    spooler: { status: numberOf(batch.spooler.status), startType: numberOf(batch.spooler.startType) },
    printers: batch.printers == null ? null : listOf(batch.printers).map(printerOf),
    jobs: listOf(batch.jobs).map(jobOf),
    ports: Object.fromEntries(listOf(batch.ports).flatMap(portOf)),
    // Every Windows brings some: none at all means that the registry was not read.
    drivers: drivers.length === 0 ? null : drivers,
    // Absent means that it was never switched off.
    managesDefault: batch.managed !== 1,
  };
};

const printerOf = (item: LooseObject): WindowsPrinter => {
  if (typeof item.Name !== 'string' || item.Name === '') throw unparsable(JSON.stringify(item));
  return {
    name: item.Name,
    isDefault: item.Default === true,
    state: numberOf(item.PrinterState ?? 0),
    status: numberOf(item.PrinterStatus ?? 0),
    errorState: numberOf(item.DetectedErrorState ?? 0),
    workOffline: item.WorkOffline === true,
    portName: typeof item.PortName === 'string' ? item.PortName : '',
    driver: typeof item.DriverName === 'string' ? item.DriverName : '',
    remote: item.Network === true && item.Name.startsWith('\\\\'),
  };
};

/** `HP LaserJet, 12`: the printer's name may hold commas itself. */
const jobOf = (item: LooseObject): WindowsJob => {
  const found = typeof item.name === 'string' ? /^(.+), \d+$/.exec(item.name) : null;
  if (found === null) throw unparsable(JSON.stringify(item));
  return {
    id: numberOf(item.id),
    printer: found[1] ?? '',
    owner: typeof item.owner === 'string' ? item.owner : '',
    statusMask: numberOf(item.mask ?? 0),
    submittedMs: typeof item.at === 'string' ? parseIsoTime(item.at) : null,
  };
};

const portOf = (item: LooseObject): readonly (readonly [string, { host: string; port: number }])[] => {
  const { name, host, port } = item;
  if (typeof name !== 'string' || typeof host !== 'string' || host === '') return [];
  return [[name, { host, port: typeof port === 'number' && port > 0 && port < 65_536 ? port : 9100 }]];
};

const numberOf = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw unparsable(String(value));
  return value;
};

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/** Windows: its time service, its zone and jumps of the clock, in one PowerShell call. */
import { read, sourceByOs, unparsable } from '../../src/contract.ts';
import { parseIsoTime } from '../../src/sources/calendar.ts';
import { powershell } from '../../src/sources/powershell.ts';
import { numberOf, PARTS, partOf, textOf } from '../../src/sources/windows-part.ts';

/**
 * A jump of a month and more is no setting right: after it the clock had stood somewhere else altogether.
 * Byte 30 of TZI (REG_TZI_FORMAT) is the month in which summer time begins, 0 where there is none.
 */
const SCRIPT = `
${PARTS}
@{
  service = Part {
    $root = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\W32Time'
    $policy = (Reg 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\W32Time\\Parameters').Type
    $own = (Reg "$root\\Parameters").Type
    @{ type = $(if ($policy) { $policy } else { $own }); start = (Reg $root).Start; client = (Reg "$root\\TimeProviders\\NtpClient").Enabled }
  }
  zone = Part {
    $now = Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation'
    $key = ([string]$now.TimeZoneKeyName).Split([char]0)[0]
    $known = Reg "HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Time Zones\\$key"
    @{ key = $key; fixed = $now.DynamicDaylightTimeDisabled; utcChip = $now.RealTimeIsUniversal; known = [int]($null -ne $known); summer = $(if ($known.TZI.Length -ge 32) { [int]$known.TZI[30] }) }
  }
  jumps = Part {
    $events = @(Get-WinEvent -FilterHashtable @{ LogName = 'System'; ProviderName = 'Microsoft-Windows-Kernel-General'; Id = 1; StartTime = (Get-Date).AddDays(-60) } -MaxEvents 400)
    foreach ($event in $events) {
      $at = @{}
      foreach ($item in ([xml]$event.ToXml()).Event.EventData.Data) { $at[$item.Name] = [string]$item.'#text' }
      if (-not $at.NewTime -or -not $at.OldTime) { continue }
      $invariant = [Globalization.CultureInfo]::InvariantCulture
      $to = [DateTimeOffset]::Parse($at.NewTime, $invariant)
      $from = [DateTimeOffset]::Parse($at.OldTime, $invariant)
      if (($to - $from).TotalDays -ge 30) { @{ from = $from.UtcDateTime.ToString('o'); to = $to.UtcDateTime.ToString('o') } }
    }
  }
  firmware = Part { Get-CimInstance Win32_BIOS | Select-Object -First 1 | ForEach-Object { @{ made = $(if ($_.ReleaseDate) { $_.ReleaseDate.ToUniversalTime().ToString('o') }) } } }
  partitions = Part { Get-CimInstance -Namespace root/Microsoft/Windows/Storage MSFT_Partition | ForEach-Object { @{ type = [string]$_.GptType } } }
} | ConvertTo-Json -Depth 4 -Compress`;

const batch = powershell(SCRIPT);

export interface TimeService {
  /** `NTP`, `NT5DS` (the domain), `AllSync`, `NoSync`. */
  readonly type: string;
  /** 2 automatic, 3 when it is wanted, 4 disabled. */
  readonly start: number | null;
  readonly client: number | null;
}

export const windowsTimeService = sourceByOs<TimeService>('clock.windows.service', {
  win32: read(batch, ({ stdout }) => {
    const [own] = partOf(stdout, 'service');
    if (own === undefined) throw unparsable(stdout.trim());
    return { type: textOf(own.type), start: numberOf(own.start), client: numberOf(own.client) };
  }),
});

export interface WindowsZone {
  /** `W. Europe Standard Time`: a key, not translated. */
  readonly key: string;
  /** Windows still has the data of this zone. */
  readonly known: boolean;
  /** The zone has summer time, and Windows was told not to follow it. */
  readonly isFixed: boolean;
  readonly utcChip: boolean;
}

export const windowsZone = sourceByOs<WindowsZone>('clock.windows.zone', {
  win32: read(batch, ({ stdout }) => {
    const [zone] = partOf(stdout, 'zone');
    if (zone === undefined) throw unparsable(stdout.trim());
    return {
      key: textOf(zone.key),
      known: numberOf(zone.known) === 1,
      isFixed: numberOf(zone.fixed) === 1 && (numberOf(zone.summer) ?? 0) > 0,
      utcChip: numberOf(zone.utcChip) === 1,
    };
  }),
});

/** From where to where the clock was moved, milliseconds since 1970. */
export interface Jump {
  readonly fromMs: number;
  readonly toMs: number;
}

export const windowsJumps = sourceByOs<readonly Jump[]>('clock.windows.jumps', {
  win32: read(batch, ({ stdout }) =>
    partOf(stdout, 'jumps').map(({ from, to }) => {
      const [fromMs, toMs] = [parseIsoTime(textOf(from)), parseIsoTime(textOf(to))];
      if (fromMs === null || toMs === null) throw unparsable(JSON.stringify({ from, to }));
      return { fromMs, toMs };
    }),
  ),
});

/** When the firmware was made; null where it does not say. A clock that lost its time begins there, or earlier. */
export const windowsFirmware = sourceByOs<number | null>('clock.windows.firmware', {
  win32: read(batch, ({ stdout }) => parseIsoTime(textOf(partOf(stdout, 'firmware')[0]?.made))),
});

/** UEFI partition types that Linux uses: data, home, server data, swap, LVM, LUKS. */
const LINUX: readonly string[] = [
  '{0fc63daf-8483-4772-8e79-3d69d8477de4}',
  '{933ac7e1-2eb4-4f13-b844-0e14e2aef915}',
  '{3b8f8425-20e0-4f3b-907f-1a25a76f98e8}',
  '{0657fd6d-a4ab-43c4-84e5-0933c84b4f4f}',
  '{e6d6d379-f507-44c2-a23c-238f2a3df928}',
  '{ca7d7ccb-63ed-4c53-861c-1742536059cc}',
  '{4f68bce3-e8cd-4db1-96e7-fbcaf984b709}',
];

export const windowsOtherSystem = sourceByOs<boolean>('clock.windows.partitions', {
  win32: read(batch, ({ stdout }) =>
    partOf(stdout, 'partitions').some(({ type }) => LINUX.includes(textOf(type).toLowerCase())),
  ),
});

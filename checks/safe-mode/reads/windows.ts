/** Windows, in one PowerShell call: numbers and registry values; of bcdedit only a name that is not translated. */
import { read, type Source, sourceByOs, unparsable } from '../../../src/contract.ts';
import type { LooseObject } from '../../../src/sources/network/json.ts';
import { powershell } from '../../../src/sources/powershell.ts';
import { numberOf, PARTS, partOf, textOf } from '../../../src/sources/windows-part.ts';

const SCRIPT = `
${PARTS}
@{
  safeboot = Part { @{ option = (Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SafeBoot\\Option').OptionValue } }
  flag = Part {
    $ErrorActionPreference = 'Continue'
    $text = @(& "$env:SystemRoot\\System32\\bcdedit.exe" /enum '{current}' 2>$null)
    if ($LASTEXITCODE -ne 0 -or $text.Count -eq 0) { throw 'UnauthorizedAccess' }
    @{ line = [string]@($text | Where-Object { $_ -match '^safeboot\\s' })[0] }
  }
  services = Part { Get-CimInstance Win32_Service -Filter "StartMode='Auto' AND State='Stopped'" | Select-Object -First 60 | ForEach-Object {
    @{ name = $_.Name; title = $_.DisplayName; exit = $_.ExitCode; delayed = [bool]$_.DelayedAutoStart; trigger = (Test-Path -LiteralPath "HKLM:\\SYSTEM\\CurrentControlSet\\Services\\$($_.Name)\\TriggerInfo") } } }
  fast = Part { @{ on = (Reg 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power').HiberbootEnabled } }
  recovery = Part { @{ state = ([xml](Get-Content -LiteralPath "$env:SystemRoot\\System32\\Recovery\\ReAgent.xml" -Raw)).WindowsRE.InstallState.state } }
  points = Part { @{ count = @(Get-CimInstance -Namespace root/default SystemRestore).Count } }
} | ConvertTo-Json -Depth 4 -Compress`;

/** WMI needs seconds on an old disk. */
const BATCH = { ...powershell(SCRIPT), timeoutMs: 15_000 };

const part = <T>(id: string, name: string, parse: (items: readonly LooseObject[]) => T): Source<T> =>
  sourceByOs(`start.windows.${id}`, { win32: read(BATCH, ({ stdout }) => parse(partOf(stdout, name))) });

const only = (items: readonly LooseObject[]): LooseObject => {
  const [item] = items;
  if (item === undefined) throw unparsable('an empty part');
  return item;
};

export interface StoppedService {
  readonly name: string;
  readonly title: string;
  /** 0 stopped in order, 1077 not started since the system was. */
  readonly exit: number;
  readonly delayed: boolean;
  /** Started by an event, not by the start. */
  readonly trigger: boolean;
}

const serviceFrom = (item: LooseObject): StoppedService => {
  const name = textOf(item.name);
  if (name === '') throw unparsable(JSON.stringify(item));
  return {
    name,
    title: textOf(item.title) || name,
    exit: numberOf(item.exit) ?? 0,
    delayed: item.delayed === true,
    trigger: item.trigger === true,
  };
};

export const windowsReads = {
  /** 1 minimal, 2 with network, 3 repair of a directory server; null outside of it. */
  winSafeBoot: part('safeboot', 'safeboot', (items) => numberOf(only(items).option)),
  /** `safeboot                Minimal`, or null; only an administrator sees it. */
  winSafeBootFlag: part('flag', 'flag', (items) => {
    const line = textOf(only(items).line).trim();
    if (line === '') return null;
    const value = /^safeboot\s+(\S.{0,60})$/i.exec(line)?.[1];
    if (value === undefined) throw unparsable(line);
    return value.trim();
  }),
  winServices: part('services', 'services', (items) => items.map(serviceFrom)),
  winFastStartup: part('fast-startup', 'fast', (items) => numberOf(only(items).on) === 1),
  /** 1 installed, 0 switched off. */
  winRecovery: part('recovery', 'recovery', (items) => numberOf(only(items).state)),
  winRestorePoints: part('restore-points', 'points', (items) => numberOf(only(items).count)),
  /** Set by Windows itself in safe mode, where WMI may not run. */
  safeBootVariable: sourceByOs('start.windows.variable', {
    win32: read({ kind: 'env', names: ['SAFEBOOT_OPTION'] }, ({ values }) => values.SAFEBOOT_OPTION ?? ''),
  }),
};

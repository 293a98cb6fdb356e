/** A PowerShell batch that answers in parts: each has values, or says itself why it has none. */
import { Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';

/**
 * `Part { … }` keeps apart what is not there, what was refused and what went wrong, by error numbers
 * and by PowerShell's categories, whose names are not translated. `Reg` gives the values of a key, or
 * nothing where there is no such key.
 */
export const PARTS = `
function Part([scriptblock]$read) {
  $ErrorActionPreference = 'Stop'
  try { @{ value = @(& $read) } }
  catch {
    $id = [string]$_.FullyQualifiedErrorId
    $kind = [string]$_.CategoryInfo.Category
    if ($kind -eq 'PermissionDenied' -or $kind -eq 'SecurityError' -or $id -match '80041003|80070005|UnauthorizedAccess') { @{ denied = $id } }
    elseif ($kind -eq 'ObjectNotFound' -or $id -match '8004100e|80041010|80041002|NoMatchingEventsFound|NoMatchingLogsFound|CommandNotFound') { @{ absent = $id } }
    else { @{ failed = $id } }
  }
}
function Reg([string]$path) { if (Test-Path -LiteralPath $path) { Get-ItemProperty -LiteralPath $path } }
`;

/** The values of one part; throws the reason where it has none. */
export const partOf = (stdout: string, name: string): readonly LooseObject[] => {
  const batch = parseJson(stdout);
  const part = isObject(batch) ? batch[name] : undefined;
  if (!isObject(part)) throw unparsable(stdout.trim());
  for (const reason of ['denied', 'absent', 'failed'] as const) {
    if (reason in part) throw new Unreadable(reason, `${name}: ${String(part[reason]).slice(0, 100)}`);
  }
  if (!('value' in part)) throw unparsable(JSON.stringify(part));
  return listOf(part.value);
};

/** A number that PowerShell wrote as one or as text; null where it wrote none. */
export const numberOf = (value: unknown): number | null => {
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw unparsable(JSON.stringify(value));
  return number;
};

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What keeps Windows busy: one PowerShell batch that looks twice, one second apart. */
import { Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';
import type { Process } from './processes.ts';

/**
 * Raw counters: the formatted ones are whole numbers, and round a disk's 30 ms to 0 s. Property names of
 * these classes are English on every Windows.
 */
const SCRIPT = `
function Look {
  @{
    at = (Get-Date).ToUniversalTime().Ticks
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
@{ first = $first; second = $second } | ConvertTo-Json -Depth 5 -Compress`;

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

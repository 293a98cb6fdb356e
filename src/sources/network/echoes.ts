/** Windows: series of echoes to several addresses at once. Its ping sends one a second and speaks the system's language; .NET's has numbers. */
import { family, read, Unreadable, unparsable } from '../../contract.ts';
import { powershell } from '../powershell.ts';
import { isObject, type LooseObject, listOf, parseJson } from './json.ts';
import type { Ping } from './ping.ts';

const COUNT = 20;

const script = (addresses: readonly string[]): string => `
$sent = @(foreach ($n in 1..${COUNT}) {
  foreach ($address in ${addresses.map((address) => `'${address}'`).join(',')}) {
    @{ address = $address; task = (New-Object System.Net.NetworkInformation.Ping).SendPingAsync($address, 1500) }
  }
  Start-Sleep -Milliseconds 200
})
try { [void][System.Threading.Tasks.Task]::WaitAll([System.Threading.Tasks.Task[]]@($sent | ForEach-Object { $_.task }), 3000) } catch { }
@{ echoes = @($sent | ForEach-Object {
  $ended = $_.task.Status -eq 'RanToCompletion'
  @{ address = $_.address; status = $(if ($ended) { [int]$_.task.Result.Status } else { -1 }); ms = $(if ($ended) { [long]$_.task.Result.RoundtripTime } else { 0 }) }
}) } | ConvertTo-Json -Depth 3 -Compress`;

/** Addresses with a space between them: twenty echoes to each, by address. */
export const echoSeries = family('net.echoes', 'addresses', (text: string) => {
  // They come from the routing table and from the configuration, and stand in a script: nothing but addresses may.
  const addresses = text.split(' ').filter((address) => /^[0-9a-f:.]{2,45}$/i.test(address));
  return addresses.length === 0
    ? { on: {} }
    : {
        on: {
          win32: read({ ...powershell(script(addresses)), timeoutMs: 9000 }, ({ stdout }) =>
            parseEchoes(stdout, addresses),
          ),
        },
      };
});

export const parseEchoes = (text: string, addresses: readonly string[]): Readonly<Record<string, Ping>> => {
  const batch = parseJson(text);
  const echoes = isObject(batch) ? listOf(batch.echoes) : [];
  return Object.fromEntries(
    addresses.map((address) => [address, together(echoes.filter((one) => one.address === address))]),
  );
};

/** System.Net.NetworkInformation.IPStatus: 0 is an echo, anything else is none. */
const together = (echoes: readonly LooseObject[]): Ping => {
  // Where scripts are restricted, nothing was sent at all.
  if (echoes.length !== COUNT) throw new Unreadable('failed', 'no echoes were sent');
  const times = echoes.flatMap(({ status, ms }) => {
    if (typeof status !== 'number' || typeof ms !== 'number')
      throw unparsable(JSON.stringify({ status, ms }));
    return status === 0 ? [ms] : [];
  });
  const received = times.length;
  const averageMs = mean(times);
  return {
    sent: COUNT,
    received,
    lossPct: Math.round((1000 * (COUNT - received)) / COUNT) / 10,
    minMs: received === 0 ? null : Math.min(...times),
    averageMs,
    deviationMs: averageMs === null ? null : Math.sqrt(mean(times.map((ms) => (ms - averageMs) ** 2)) ?? 0),
    roundTripsMs: times,
    errors: [],
  };
};

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;

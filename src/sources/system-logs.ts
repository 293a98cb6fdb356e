/** The end of the system's own logs, for a person to read. No check asks for them. */
import type { Os, Request } from '../contract.ts';
import { powershell } from './powershell.ts';

interface LogRead {
  readonly id: string;
  readonly request: Request;
  /** Asked where this one gives nothing. */
  readonly otherwise?: LogRead;
}

const TIMEOUT_MS = 10_000;

const file = (id: string, path: string, otherwise?: LogRead): LogRead => ({
  id,
  request: { kind: 'file', path },
  ...(otherwise !== undefined && { otherwise }),
});

/** The newest 500 in one line each, oldest first. The message is in the language of that Windows. */
const windowsLog = (name: string): Request =>
  powershell(`
Get-WinEvent -LogName '${name}' -MaxEvents 500 | Sort-Object TimeCreated | ForEach-Object {
  $text = ([string]$_.Message -replace '\\s+', ' ').Trim()
  if ($text.Length -gt 400) { $text = $text.Substring(0, 400) }
  '{0} {1} {2} {3} {4}' -f $_.TimeCreated.ToUniversalTime().ToString('o'), $_.LevelDisplayName, $_.ProviderName, $_.Id, $text
}`);

/** Each bounded by its number of lines and, as every answer, by 1 MiB. */
export const systemLogs: Partial<Readonly<Record<Os, readonly LogRead[]>>> = {
  linux: [
    {
      id: 'logs.system',
      request: {
        kind: 'exec',
        argv: ['journalctl', '--system', '--lines=5000', '--output=short-iso', '--no-pager', '--quiet'],
        timeoutMs: TIMEOUT_MS,
      },
      otherwise: file('logs.syslog', '/var/log/syslog', file('logs.messages', '/var/log/messages')),
    },
  ],
  darwin: [
    {
      id: 'logs.system',
      request: {
        kind: 'exec',
        argv: [
          ...(['log', 'show', '--last', '6h', '--style', 'syslog'] as const),
          ...(['--predicate', 'messageType == error OR messageType == fault'] as const),
        ],
        timeoutMs: 2 * TIMEOUT_MS,
      },
    },
    file('logs.install', '/var/log/install.log'),
  ],
  win32: [
    { id: 'logs.system', request: windowsLog('System') },
    { id: 'logs.application', request: windowsLog('Application') },
  ],
};

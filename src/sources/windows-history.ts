/** Windows' own record of updates: result codes, never the localized text. */
import { read, sourceByOs, unparsable } from '../contract.ts';
import { listOf, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';

export interface UpdateAttempt {
  /** `KB5034441`; null where the title names none. */
  readonly kb: string | null;
  /** `0x80070070` */
  readonly code: string;
  readonly succeeded: boolean;
  /** ISO 8601. */
  readonly at: string;
}

const SCRIPT = `
$searcher = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher()
@($searcher.QueryHistory(0, [Math]::Min(60, $searcher.GetTotalHistoryCount())) | ForEach-Object {
  @{ title = $_.Title; code = $_.HResult; result = [int]$_.ResultCode; at = $_.Date.ToString('o') }
}) | ConvertTo-Json -Compress`;

/** Newest first. */
export const windowsHistory = sourceByOs<readonly UpdateAttempt[]>('updates.windows-history', {
  win32: read(powershell(SCRIPT), ({ stdout }) => parseHistory(stdout)),
});

const SUCCEEDED = 2;

export const parseHistory = (text: string): readonly UpdateAttempt[] =>
  text.trim() === ''
    ? []
    : listOf(parseJson(text)).map((item) => {
        const { title, code, result, at } = item;
        if (typeof code !== 'number' || typeof result !== 'number' || typeof at !== 'string') {
          throw unparsable(JSON.stringify(item));
        }
        return {
          kb: typeof title === 'string' ? (/KB\d{6,8}/.exec(title)?.[0] ?? null) : null,
          // HResult is a signed number: -2147024784 is 0x80070070.
          code: `0x${(code >>> 0).toString(16).padStart(8, '0')}`,
          succeeded: result === SUCCEEDED,
          at,
        };
      });

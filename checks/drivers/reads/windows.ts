/** A second look at what Device Manager marks. */
import { family, read, sourceByOs, unparsable } from '../../../src/contract.ts';
import { isObject, listOf, parseJson } from '../../../src/sources/network/json.ts';
import { powershell } from '../../../src/sources/powershell.ts';

const SCRIPT = `
Start-Sleep -Seconds 2
@{ problems = @(Get-CimInstance Win32_PnPEntity -Filter 'ConfigManagerErrorCode <> 0' | ForEach-Object {
  @{ id = $_.PNPDeviceID; code = $_.ConfigManagerErrorCode }
}) } | ConvertTo-Json -Depth 3 -Compress`;

/** Problem codes by instance, some seconds after the first look. */
export const windowsAgain = family('drivers.windows-again', 'what', (_: 'problems') =>
  sourceByOs<ReadonlyMap<string, number>>('', {
    win32: read({ ...powershell(SCRIPT), timeoutMs: 20_000 }, ({ stdout }) => {
      const answer = parseJson(stdout);
      if (!isObject(answer) || !('problems' in answer)) throw unparsable(stdout.trim());
      return new Map(
        listOf(answer.problems).flatMap(({ id, code }) =>
          typeof id === 'string' && typeof code === 'number' ? [[id, code] as const] : [],
        ),
      );
    }),
  }),
);

/** The files on Windows that hold the disks of WSL's Linux systems, asked from inside of one of them. */
import { family, source, unparsable } from '../contract.ts';
import { listOf, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';

export interface VirtualDisk {
  readonly distribution: string;
  readonly path: string;
  readonly bytes: number;
}

/** The name of the WSL system that this runs in; empty elsewhere. */
export const wslName = source({
  id: 'system.wsl.name',
  os: ['linux'],
  request: { kind: 'env', names: ['WSL_DISTRO_NAME'] },
  parse: ({ values }) => values.WSL_DISTRO_NAME ?? '',
});

const SCRIPT = `
@(Get-ChildItem HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss | Get-ItemProperty | ForEach-Object {
  $file = Get-Item -LiteralPath (Join-Path $_.BasePath 'ext4.vhdx')
  @{ name = $_.DistributionName; path = $file.FullName; bytes = $file.Length }
}) | ConvertTo-Json -Compress`;

/** Windows' own PATH is not ours: the place of powershell.exe is the same on every Windows. */
const POWERSHELL = '/mnt/c/Windows/System32/WindowsPowerShell/v1.0/powershell.exe';

export const wslDisk = family('disk.wsl', 'WSL system', (_: 'this') => {
  const request = powershell(SCRIPT);
  const [, ...rest] = request.argv;
  return source({
    id: '',
    os: ['linux'],
    request: { ...request, argv: [POWERSHELL, ...rest] },
    parse: ({ stdout }) => parseVirtualDisks(stdout),
  });
});

export const parseVirtualDisks = (text: string): readonly VirtualDisk[] =>
  listOf(parseJson(text)).flatMap((item) => {
    const { name, path, bytes } = item;
    // A distribution of WSL 1 has no such file.
    if (path === null || path === undefined) return [];
    if (typeof name !== 'string' || typeof path !== 'string' || typeof bytes !== 'number') {
      throw unparsable(JSON.stringify(item));
    }
    return [{ distribution: name, path, bytes }];
  });

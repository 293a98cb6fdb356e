/** What the system itself offers that is newer: firmware by fwupd, drivers by Ubuntu and by Windows Update. */
import { family, read, source, sourceByOs, Unreadable, unparsable } from '../../../src/contract.ts';
import { isObject, listOf, parseJson } from '../../../src/sources/network/json.ts';
import { powershell } from '../../../src/sources/powershell.ts';

/** A type, not an interface: what findings carry is plain data by index too. */
export type Offer = {
  readonly device: string;
  readonly version: string;
  readonly newer: string;
};

/** From what fwupd fetched last: nothing is downloaded. Without a terminal it asks nothing. Absent without fwupd. */
export const firmwareOffers = source({
  id: 'drivers.firmware-offers',
  os: ['linux'],
  cost: 'slow',
  request: {
    kind: 'exec',
    argv: ['fwupdmgr', 'get-updates', '--json'],
    timeoutMs: 8000,
  },
  parse: ({ stdout, stderr, exitCode }) => parseFirmwareOffers(stdout, stderr, exitCode),
});

export const parseFirmwareOffers = (
  stdout: string,
  stderr: string,
  exitCode: number | null,
): readonly Offer[] => {
  // fwupdmgr(1): 2 is that there is nothing to do, 3 that no device was found.
  if ((exitCode === 2 || exitCode === 3) && !/"Error"/.test(stdout)) return [];
  if (stdout.trim() === '')
    throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode}`);
  const answer = parseJson(stdout);
  if (!isObject(answer)) throw unparsable(stdout.trim());
  if (isObject(answer.Error)) {
    const why = typeof answer.Error.Message === 'string' ? answer.Error.Message : 'fwupd failed';
    // Code 9 (nothing to do) and 8 (not found) of FwupdError.
    if (/no (?:updatable|updates|supported)|nothing to do/i.test(why)) return [];
    throw new Unreadable('failed', why);
  }
  if (!Array.isArray(answer.Devices)) throw unparsable(stdout.trim());
  return listOf(answer.Devices).flatMap((device) => {
    const [newest] = listOf(device.Releases);
    const { Name: name, Version: version } = device;
    if (newest === undefined || typeof newest.Version !== 'string' || typeof name !== 'string') return [];
    return [{ device: name, version: typeof version === 'string' ? version : '', newer: newest.Version }];
  });
};

/** `nvidia-driver-550, (kernel modules provided by …)`: packages that Ubuntu recommends for this hardware. */
export const ubuntuDrivers = source({
  id: 'drivers.ubuntu-drivers',
  os: ['linux'],
  cost: 'slow',
  request: { kind: 'exec', argv: ['ubuntu-drivers', 'list', '--recommended'], timeoutMs: 8000 },
  parse: ({ stdout, stderr, exitCode }): readonly string[] => {
    if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().split('\n').at(-1) ?? '');
    return stdout
      .split('\n')
      .flatMap((line) => /^([a-z0-9][a-z0-9.+-]{1,100})(?:,|\s|$)/.exec(line)?.[1] ?? []);
  },
});

/**
 * Drivers that Windows Update has for this computer, optional ones too. Asks its servers. An error is
 * told by its number, so that none offered differs from none seen.
 */
const SCRIPT = `
try {
  $searcher = (New-Object -ComObject Microsoft.Update.Session -ErrorAction Stop).CreateUpdateSearcher()
  $found = $searcher.Search("IsInstalled=0 and Type='Driver'")
  @{ offers = @($found.Updates | Select-Object -First 40 | ForEach-Object { @{
    title = $_.Title; model = $_.DriverModel; date = $_.DriverVerDate.ToString('yyyy-MM-dd'); id = $_.DriverHardwareID
  } }) } | ConvertTo-Json -Depth 4 -Compress
} catch { @{ error = $_.Exception.HResult } | ConvertTo-Json -Compress }`;

/** Asked after everything else: it may take longer than all the rest. */
export const windowsOffers = family('drivers.windows-offers', 'of what', (_: 'drivers') =>
  sourceByOs<readonly Offer[]>(
    '',
    { win32: read({ ...powershell(SCRIPT), timeoutMs: 12_000 }, ({ stdout }) => parseWindowsOffers(stdout)) },
    undefined,
    'slow',
  ),
);

export const parseWindowsOffers = (text: string): readonly Offer[] => {
  const answer = parseJson(text);
  if (!isObject(answer)) throw unparsable(text.trim());
  if (typeof answer.error === 'number') {
    throw new Unreadable('failed', `0x${(answer.error >>> 0).toString(16).toUpperCase().padStart(8, '0')}`);
  }
  if (!('offers' in answer)) throw unparsable(text.trim());
  return listOf(answer.offers).flatMap(({ title, model }) => {
    if (typeof title !== 'string' || title === '') return [];
    return [{ device: typeof model === 'string' && model !== '' ? model : title, version: '', newer: title }];
  });
};

/** Sound on Windows: its services, endpoints and the microphone's consent from the registry; levels by Core Audio. */
import { read, sourceByOs, Unreadable, unparsable } from '../../src/contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from '../../src/sources/network/json.ts';
import { powershell } from '../../src/sources/powershell.ts';
import { refuseCut } from '../../src/sources/whole.ts';

export interface WindowsSound {
  readonly services: readonly WindowsService[];
  /** Null where the registry could not be read. */
  readonly outputs: readonly WindowsEndpoint[] | null;
  readonly inputs: readonly WindowsEndpoint[] | null;
  /** Places in the registry that forbid the microphone. */
  readonly forbiddenBy: readonly ('policy' | 'machine' | 'user' | 'desktop-programs')[];
}

export interface WindowsService {
  readonly name: string;
  /** ServiceControllerStatus: 4 runs. */
  readonly status: number;
  /** ServiceStartMode: 2 automatic, 3 by hand, 4 disabled. */
  readonly startType: number;
}

export interface WindowsEndpoint {
  /** `{9e3cc8d1-…}`, lower case. */
  readonly id: string;
  /** In the language of the system: to be shown only. */
  readonly name: string;
  /** DEVICE_STATE_…: 1 active, 2 disabled, 4 not present, 8 unplugged. */
  readonly state: 1 | 2 | 4 | 8;
  /** EndpointFormFactor: 1 speakers, 3 headphones, 4 microphone, 5 headset, 6 handset, 9 HDMI or DisplayPort. */
  readonly form: number | null;
  /** `HDAUDIO`, `USB`, `BTHENUM`, `BTHHFENUM` (hands-free). */
  readonly bus: string;
}

/** Property keys of mmdeviceapi.h and functiondiscoverykeys_devpkey.h. */
const SCRIPT = `
$base = 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio'
function endpoints($flow) {
  if (-not (Test-Path -LiteralPath "$base\\$flow")) { return $null }
  $keys = Get-ChildItem -LiteralPath "$base\\$flow"
  ,@($keys | ForEach-Object {
    $p = Get-ItemProperty -LiteralPath ($_.PSPath + '\\Properties')
    @{
      id = $_.PSChildName
      state = (Get-ItemProperty -LiteralPath $_.PSPath).DeviceState
      name = $p.'{a45c254e-df1c-4efd-8020-67d146a850e0},2'
      device = $p.'{b3f8fa53-0004-438e-9003-51a46e139bfc},6'
      bus = $p.'{a45c254e-df1c-4efd-8020-67d146a850e0},24'
      form = $p.'{1da5d803-d492-4edd-8c23-e0c0ffee7f0e},0'
    }
  })
}
$store = 'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\microphone'
@{
  services = @('AudioEndpointBuilder', 'Audiosrv' | ForEach-Object {
    $s = Get-Service -Name $_
    if ($s) { @{ name = $s.Name; status = [int]$s.Status; startType = [int]$s.StartType } }
  })
  outputs = endpoints 'Render'
  inputs = endpoints 'Capture'
  consent = @{
    policy = (Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\AppPrivacy').LetAppsAccessMicrophone
    machine = (Get-ItemProperty -LiteralPath "HKLM:\\$store").Value
    user = (Get-ItemProperty -LiteralPath "HKCU:\\$store").Value
    desktop = (Get-ItemProperty -LiteralPath "HKCU:\\$store\\NonPackaged").Value
  }
} | ConvertTo-Json -Depth 4 -Compress`;

export const windowsSound = sourceByOs<WindowsSound>('audio.windows', {
  win32: read(powershell(SCRIPT), (raw) => {
    refuseCut(raw);
    return parseWindowsSound(raw.stdout);
  }),
});

export const parseWindowsSound = (text: string): WindowsSound => {
  const batch = parseJson(text);
  if (!isObject(batch) || !isObject(batch.consent)) throw unparsable(text.trim());
  const { policy, machine, user, desktop } = batch.consent;
  return {
    services: listOf(batch.services).map((item) => ({
      name: textOf(item.name) || String(item.name),
      status: numberOf(item.status),
      startType: numberOf(item.startType),
    })),
    outputs: batch.outputs == null ? null : listOf(batch.outputs).flatMap(endpointOf),
    inputs: batch.inputs == null ? null : listOf(batch.inputs).flatMap(endpointOf),
    forbiddenBy: [
      // 2 is «force deny» (Microsoft Learn, Policy CSP Privacy).
      ...(policy === 2 ? (['policy'] as const) : []),
      ...(machine === 'Deny' ? (['machine'] as const) : []),
      ...(user === 'Deny' ? (['user'] as const) : []),
      ...(desktop === 'Deny' ? (['desktop-programs'] as const) : []),
    ],
  };
};

/** The upper bits are Windows' own: hidden, or kept from an older driver. */
const STATE_MASK = 0xf;

const endpointOf = (item: LooseObject): readonly WindowsEndpoint[] => {
  const id = textOf(item.id).toLowerCase();
  if (id === '') throw unparsable(JSON.stringify(item));
  const state = numberOf(item.state ?? 4) & STATE_MASK;
  if (state !== 1 && state !== 2 && state !== 4 && state !== 8) throw unparsable(JSON.stringify(item));
  const [name, device] = [textOf(item.name), textOf(item.device)];
  return [
    {
      id,
      name: name !== '' && device !== '' ? `${name} (${device})` : name || device || id,
      state,
      form: typeof item.form === 'number' ? item.form : null,
      bus: textOf(item.bus).toUpperCase(),
    },
  ];
};

export interface WindowsLevels {
  /** Null: no endpoint is the default, as there is none. */
  readonly output: WindowsLevel | null;
  readonly input: WindowsLevel | null;
}

export interface WindowsLevel {
  readonly id: string;
  readonly isMuted: boolean;
  readonly volumePct: number;
}

/**
 * IMMDeviceEnumerator and IAudioEndpointVolume (mmdeviceapi.h, endpointvolume.h) in their order: no
 * program of Windows prints a volume. Compiling this takes a second. Reads only; where programs of
 * one's own are forbidden it says so.
 */
const LEVELS = `
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { '{"denied":true}'; exit }
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
[ComImport, Guid("BCDE0395-E52F-467C-8E3D-C4579291692E")] class TsEnumerator { }
[ComImport, Guid("A95664D2-9614-4F35-A746-DE8DB63617E6"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
interface ITsEnumerator {
  [PreserveSig] int EnumAudioEndpoints(int flow, int mask, out IntPtr devices);
  [PreserveSig] int GetDefaultAudioEndpoint(int flow, int role, out ITsDevice device);
}
[ComImport, Guid("D666063F-1587-4E43-81F1-B948E807363F"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
interface ITsDevice {
  [PreserveSig] int Activate(ref Guid iid, int context, IntPtr parameters, [MarshalAs(UnmanagedType.IUnknown)] out object found);
  [PreserveSig] int OpenPropertyStore(int access, out IntPtr store);
  [PreserveSig] int GetId([MarshalAs(UnmanagedType.LPWStr)] out string id);
}
[ComImport, Guid("5CDF2C82-841E-4546-9722-0CF74078229A"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
interface ITsVolume {
  [PreserveSig] int RegisterControlChangeNotify(IntPtr client);
  [PreserveSig] int UnregisterControlChangeNotify(IntPtr client);
  [PreserveSig] int GetChannelCount(out uint count);
  [PreserveSig] int SetMasterVolumeLevel(float level, ref Guid context);
  [PreserveSig] int SetMasterVolumeLevelScalar(float level, ref Guid context);
  [PreserveSig] int GetMasterVolumeLevel(out float level);
  [PreserveSig] int GetMasterVolumeLevelScalar(out float level);
  [PreserveSig] int SetChannelVolumeLevel(uint channel, float level, ref Guid context);
  [PreserveSig] int SetChannelVolumeLevelScalar(uint channel, float level, ref Guid context);
  [PreserveSig] int GetChannelVolumeLevel(uint channel, out float level);
  [PreserveSig] int GetChannelVolumeLevelScalar(uint channel, out float level);
  [PreserveSig] int SetMute([MarshalAs(UnmanagedType.Bool)] bool mute, ref Guid context);
  [PreserveSig] int GetMute([MarshalAs(UnmanagedType.Bool)] out bool mute);
}
public static class TsSound {
  const int NotFound = unchecked((int)0x80070490);
  public static object[] Level(int flow) {
    ITsDevice device;
    int code = ((ITsEnumerator)(object)new TsEnumerator()).GetDefaultAudioEndpoint(flow, 0, out device);
    if (code == NotFound) return new object[0];
    Marshal.ThrowExceptionForHR(code);
    string id;
    Marshal.ThrowExceptionForHR(device.GetId(out id));
    Guid iid = typeof(ITsVolume).GUID;
    object found;
    Marshal.ThrowExceptionForHR(device.Activate(ref iid, 23, IntPtr.Zero, out found));
    float level;
    bool mute;
    Marshal.ThrowExceptionForHR(((ITsVolume)found).GetMasterVolumeLevelScalar(out level));
    Marshal.ThrowExceptionForHR(((ITsVolume)found).GetMute(out mute));
    return new object[] { id, mute, (int)Math.Round(level * 100) };
  }
}
'@
function level($flow) {
  try { $l = [TsSound]::Level($flow) } catch { return @{ failed = [string]$_.Exception.HResult } }
  if ($l.Count -eq 0) { return @{} }
  @{ id = $l[0]; muted = $l[1]; volume = $l[2] }
}
@{ output = (level 0); input = (level 1) } | ConvertTo-Json -Depth 3 -Compress`;

export const windowsLevels = sourceByOs<WindowsLevels>(
  'audio.windows-levels',
  {
    win32: read({ ...powershell(LEVELS), timeoutMs: 20_000 }, ({ stdout }) => parseWindowsLevels(stdout)),
  },
  undefined,
  'slow',
);

export const parseWindowsLevels = (text: string): WindowsLevels => {
  const batch = parseJson(text);
  if (isObject(batch) && batch.denied === true) {
    throw new Unreadable('denied', 'this Windows allows PowerShell its constrained language only');
  }
  if (!isObject(batch) || !isObject(batch.output) || !isObject(batch.input)) throw unparsable(text.trim());
  return { output: levelOf(batch.output), input: levelOf(batch.input) };
};

/** `{0.0.0.00000000}.{9e3cc8d1-…}`: flow and endpoint. An empty object: there is none. */
const levelOf = (item: LooseObject): WindowsLevel | null => {
  if (Object.keys(item).length === 0) return null;
  if (typeof item.failed === 'string') throw new Unreadable('failed', `Core Audio: ${item.failed}`);
  const id = /\.(\{[0-9a-f-]+\})$/i.exec(textOf(item.id))?.[1];
  const { muted, volume } = item;
  if (id === undefined || typeof muted !== 'boolean' || typeof volume !== 'number') {
    throw unparsable(JSON.stringify(item));
  }
  return { id: id.toLowerCase(), isMuted: muted, volumePct: volume };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const numberOf = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw unparsable(String(value));
  return value;
};

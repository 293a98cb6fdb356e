/** What Device Manager knows: each device, its problem code, its driver. One call, numbers only. */
import { read, sourceByOs, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';

export interface WindowsDevice {
  /** The instance: `PCI\VEN_8086&DEV_15F3&SUBSYS_…\3&11583659&0&C8`. */
  readonly id: string;
  /** In the language of the system: to be shown, never to be judged. */
  readonly name: string;
  /** Device setup class, the same in every language: `Net`, `Display`, `MEDIA`. Null while no driver told it. */
  readonly class: string | null;
  /** CM_PROB_…: 0 when it works. Null where Windows gave none. */
  readonly errorCode: number | null;
  readonly present: boolean;
  /** Of its driver: `BasicDisplay`, `e1dexpress`. */
  readonly service: string | null;
  /** NTSTATUS behind a problem code, as 32 bits without sign. */
  readonly problemStatus: number | null;
  readonly driver: WindowsDriver | null;
  /** What it is in general, `PCI\\CC_0280`, `USB\\Class_0e`: of devices with a problem only. */
  readonly compatible?: readonly string[];
}

export interface WindowsDriver {
  readonly version: string;
  /** ISO date. Never its age: Microsoft's own are dated 2006-06-21, Intel's chipset files 1968-07-18. */
  readonly date: string | null;
  readonly provider: string | null;
  /** `oem12.inf` */
  readonly inf: string | null;
}

/**
 * Win32_PnPSignedDriver takes seconds, the registry behind it milliseconds: asked for what has a
 * problem and for the classes that people miss. ProblemStatus costs a call for each device.
 */
const SCRIPT = `
$wanted = 'Display','Net','MEDIA','Bluetooth','Camera','Image','Biometric','SCSIAdapter','HDC','Printer','Monitor'
@{ devices = @(Get-CimInstance Win32_PnPEntity | ForEach-Object {
  $status = $null
  $driver = $null
  if ($_.ConfigManagerErrorCode -gt 0) {
    $status = (Get-PnpDeviceProperty -InstanceId $_.PNPDeviceID -KeyName 'DEVPKEY_Device_ProblemStatus').Data
  }
  if ($_.ConfigManagerErrorCode -gt 0 -or $wanted -contains $_.PNPClass) {
    $key = (Get-ItemProperty -LiteralPath ('HKLM:\\SYSTEM\\CurrentControlSet\\Enum\\' + $_.PNPDeviceID)).Driver
    if ($key) { $driver = Get-ItemProperty -LiteralPath ('HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Class\\' + $key) | Select-Object DriverVersion, DriverDate, ProviderName, InfPath }
  }
  @{ id = $_.PNPDeviceID; name = $_.Name; class = $_.PNPClass; code = $_.ConfigManagerErrorCode; present = $_.Present; service = $_.Service; status = $status; driver = $driver; compatible = @(if ($_.ConfigManagerErrorCode -gt 0) { $_.CompatibleID }) }
}) } | ConvertTo-Json -Depth 5 -Compress`;

/** Also asked by others that take their part of it: it runs once. */
export const deviceBatch = { ...powershell(SCRIPT), timeoutMs: 20_000 };

export const windowsDevices = sourceByOs<readonly WindowsDevice[]>('devices.windows', {
  win32: read(deviceBatch, ({ stdout }) => parseWindowsDevices(stdout)),
});

export const parseWindowsDevices = (text: string): readonly WindowsDevice[] => {
  const batch = parseJson(text);
  if (!isObject(batch) || !('devices' in batch)) throw unparsable(text.trim());
  const devices = listOf(batch.devices).map(deviceOf);
  // Every computer has some hundred; none at all means that CIM did not answer.
  if (devices.length === 0) throw unparsable('no devices at all');
  return devices;
};

const deviceOf = (item: LooseObject): WindowsDevice => {
  const { id, name, class: pnpClass, code, present, service, status, driver, compatible } = item;
  if (typeof id !== 'string' || id === '') throw unparsable(JSON.stringify(item));
  return {
    id,
    name: textOf(name) ?? '',
    class: textOf(pnpClass),
    errorCode: countOf(code),
    // Windows before 10 has no such property, and lists only what is there.
    present: present !== false,
    service: textOf(service),
    problemStatus: statusOf(status),
    driver: isObject(driver) ? driverOf(driver) : null,
    compatible: (Array.isArray(compatible) ? compatible : [compatible]).filter(
      (one) => typeof one === 'string',
    ),
  };
};

const driverOf = (item: LooseObject): WindowsDriver | null => {
  const version = textOf(item.DriverVersion);
  return version === null
    ? null
    : {
        version,
        date: dateOf(item.DriverDate),
        provider: textOf(item.ProviderName),
        inf: textOf(item.InfPath),
      };
};

/** `6-21-2006`, month first in every language. */
const dateOf = (value: unknown): string | null => {
  const found = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(textOf(value) ?? '');
  if (found === null) return null;
  const [, month = '', day = '', year = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const countOf = (value: unknown): number | null => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw unparsable(String(value));
  return value;
};

/** ConvertTo-Json writes an NTSTATUS as a negative number, or without sign. */
const statusOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value !== 0 ? value >>> 0 : null;

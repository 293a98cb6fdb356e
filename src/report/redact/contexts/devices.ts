/** Where programs print numbers of one device. */
import type { Context } from './context.ts';

const SERIAL_KEY = `(?:serial[ _-]?(?:number|no|num|n)|iserial|id_serial(?:_short)?|id_wwn(?:_with_extension)?|serial|ioplatformserialnumber|service ?tag|asset ?tag|lu wwn device id|logical unit id|hardware uuid|iccid|imei|meid|unique_?id|device_?serial)`;

export const DEVICES: readonly Context[] = [
  {
    kind: 'serial',
    pattern: new RegExp(
      `(\\b${SERIAL_KEY}\\\\?["']?(?:\\s\\([a-z]{1,12}\\))?[ \\t.]{0,40}[:=][ \\t]{0,24}\\\\?["']?)([A-Za-z0-9][\\w./:+-]{3,63})`,
      'gi',
    ),
  },
  { kind: 'serial', pattern: /(\biSerial {1,24}\d{1,3} )(\S[^\r\n]{2,63})/gm },
  {
    kind: 'serial',
    pattern: /(\/by-id\/(?:ata|nvme|usb|scsi|mmc|virtio)-[^\s/"']{1,120}_)([A-Za-z0-9-]{6,40})/g,
  },
  { kind: 'serial', pattern: /(\/UDisks2\/drives\/[^\s"'\\]{0,120}_)([A-Za-z0-9-]{4,60})(?![\w-])/g },
  { kind: 'serial', pattern: /(\b(?:eui|naa|wwn)[.-](?:0x)?)([0-9a-fA-F]{16,32})/g },
  {
    kind: 'id',
    pattern:
      /((?<![a-z])(?:machine|boot|product|host)[ _-]?id\\?["']?[ \t.]{0,30}[:=][ \t"'\\]{0,20})([0-9a-f]{32})(?![0-9a-f])/gi,
  },
  { kind: 'id', pattern: /(\/journal\/)([0-9a-f]{32})/g },
  { kind: 'id', pattern: /(\b(?:PART)?UUID\\?["']?[=:] ?\\?["']?)([0-9A-F]{4}-[0-9A-F]{4})(?![-\w])/g },
  {
    kind: 'serial',
    pattern:
      /((?<![a-z])(?:IdentifyingNumber|Серийный номер|sn|(?:product|board|chassis)_serial|equipment id|InternationalMobileEquipmentIdentity|IntegratedCircuitCardIdentity|\+CCID|SIM ICC Id|(?:device)?udid|UniqueDeviceID|MobileEquipmentIdentifier)\\?["']?[ \t]{0,40}[:=][ \t]{0,8}\\?["']?)([A-Za-z0-9][\w./:+-]{5,63})/gi,
  },
  {
    kind: 'serial',
    pattern:
      /(\b(?:serial number|device udid|\d: UDID) )(?=[\w-]{0,40}\d)([A-Za-z0-9][\w-]{7,63})(?![\w-])/gi,
  },
  {
    kind: 'serial',
    isLong: true,
    pattern: /(^Serial ?Number[ \t]{0,20}\r?\n)([A-Za-z0-9][\w./-]{4,63})(?=[ \t]{0,40}\r?$)/gm,
  },
  { kind: 'serial', isLong: true, pattern: /(^AT\+C?[GI][SM][NI][^\n]{0,6}\r?\n)(\d{14,16})(?=\r?$)/gm },
  {
    kind: 'serial',
    pattern: /(\bUSB\\VID_[0-9A-F]{4}&PID_[0-9A-F]{4}\\{1,2})([A-Za-z0-9_.-]{6,64})(?![\w&])/g,
  },
  { kind: 'serial', pattern: /(\b(?:USBSTOR|SCSI)\\[^\s\\"']{1,120}\\{1,2})([A-Za-z0-9_-]{6,64})(?=&\d)/g },
  {
    kind: 'serial',
    isLong: true,
    pattern:
      /(^List of devices attached\r?\n(?:[^\n]{1,80}\n){0,8}?)(?=[\w-]{0,40}\d)([\w-]{6,40})(?=[ \t]{1,20}(?:device|offline|unauthorized|recovery))/gm,
  },
  { kind: 'serial', pattern: /(\bLU WWN Device Id: )([0-9a-f] [0-9a-f]{6} [0-9a-f]{9})/g },
  {
    kind: 'serial',
    pattern: /(\bProduct ?ID[ .\t]{0,40}:[ \t]{1,40})([\dA-Z]{5}-[\dA-Z]{3,5}-[\dA-Z]{5,7}-[\dA-Z]{5})/gi,
  },
  // Keys that are shown to everybody tell who it is all the same.
  { kind: 'serial', pattern: /(\b(?:public ?key|peer)[ \t]{0,3}[:=][ \t]{1,3})([A-Za-z0-9+/]{43}=)/gi },
  { kind: 'serial', pattern: /((?<![\w])SHA256:)([A-Za-z0-9+/]{43})(?![\w+/=])/g },
  { kind: 'serial', pattern: /((?<![\w.,:+-]))((?:35|86)\d{13})(?![\w.,-])/g },
];

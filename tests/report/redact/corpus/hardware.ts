/** Numbers that belong to one device. */
import { type Kind, kind, syslog } from './kind.ts';
import { type Chance, UPPER } from './random.ts';

const serial = (c: Chance): string =>
  c.pick([
    `PF${c.upper(6)}`,
    `C02${c.upper(9)}`,
    `5CG${c.digits(4)}${c.upper(3)}`,
    `${c.chars(UPPER, 2)}${c.digits(8)}`,
    `MXL${c.digits(4)}${c.upper(3)}`,
  ]);
const disk = (c: Chance): string =>
  c.pick([
    `S${c.digits(1)}${c.upper(2)}N${c.digits(1)}${c.upper(1)}${c.digits(6)}`,
    `WD-WX${c.digits(2)}${c.upper(8)}`,
    `${c.digits(4)}E${c.upper(8)}`,
    `Z1${c.upper(6)}`,
  ]);
const uuid = (c: Chance): string =>
  `${c.hex(8)}-${c.hex(4)}-4${c.hex(3)}-${c.chars('89ab', 1)}${c.hex(3)}-${c.hex(12)}`;
const imei = (c: Chance): string => {
  const digits = `35${c.digits(12)}`;
  const sum = [...digits].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

export const HARDWARE: readonly Kind[] = [
  kind('hardware', 'serial number', serial, [
    (v) =>
      `System Information\n\tManufacturer: LENOVO\n\tProduct Name: 20XW0055GE\n\tSerial Number: ${v}\n\tWake-up Type: Power Switch`,
    (v) => `      Serial Number (system): ${v}`,
    (v) => `    "IOPlatformSerialNumber" = "${v}"`,
    (v) => `SerialNumber\r\n${v}\r\n`,
    (v) => `IdentifyingNumber : ${v}\nName              : 20XW0055GE`,
    (v) => `    description: Notebook\n    vendor: LENOVO\n    serial: ${v}\n    width: 64 bits`,
    (v) => `Серийный номер: ${v}`,
    (v) => `Service Tag: ${v}`,
    (v) => `"serial_number": "${v}",`,
    (v) => `/sys/class/dmi/id/product_serial:${v}`,
    (v) => `Chassis Serial: ${v}`,
    (v) => `SMBIOSBIOSVersion : N32ET75W (1.51 )\nSerialNumber      : ${v}`,
  ]),
  kind('hardware', 'serial number of a disk', disk, [
    (v) => `Device Model:     Samsung SSD 860 EVO 1TB\nSerial Number:    ${v}\nFirmware Version: RVT04B6Q`,
    (v) => `E: ID_SERIAL_SHORT=${v}`,
    (v) =>
      `lrwxrwxrwx 1 root root 9 Mar 12 08:14 /dev/disk/by-id/ata-Samsung_SSD_860_EVO_1TB_${v} -> ../../sda`,
    (v) => `  "serial_number" : "${v}",`,
    (v) =>
      `NAME MODEL                    SERIAL          SIZE TYPE\nsda  Samsung SSD 860 EVO 1TB  ${v}  931.5G disk`,
    (v) => `Serial:            ${v}`,
    (v) => `          Serial Number: ${v}\n          Native Command Queuing: Yes`,
    (v) => `sn      : ${v}`,
    (v) => `SERIAL="${v}"`,
  ]),
  kind('hardware', 'serial number of a USB device', (c) => `${c.digits(4)}${c.upper(8)}${c.digits(4)}`, [
    (v) => `[  113.420112] usb 1-2: SerialNumber: ${v}`,
    (v) => `  iSerial                 3 ${v}`,
    (v) => `USB\\VID_0781&PID_5581\\${v}`,
    (v) => `ID_SERIAL=SanDisk_Ultra_${v}`,
    (v) => `              Serial Number: ${v}\n              Speed: Up to 5 Gb/s`,
    (v) => `List of devices attached\n${v}\tdevice`,
    (v) => `"USB Serial Number" = "${v}"`,
    (v) => `DeviceID: USBSTOR\\DISK&VEN_SANDISK&PROD_ULTRA&REV_1.00\\${v}&0`,
  ]),
  kind('hardware', 'UUID of the system', uuid, [
    (v) => `\tUUID: ${v}\n\tWake-up Type: Power Switch`,
    (v) => `      Hardware UUID: ${v}`,
    (v) => `    "IOPlatformUUID" = "${v}"`,
    (v) => `    MachineGuid    REG_SZ    ${v}`,
    (v) => `"system_uuid": "${v}",`,
    (v) => `configuration: boot=normal chassis=notebook uuid=${v}`,
  ]),
  kind('hardware', 'UUID of a volume', uuid, [
    (v) => `/dev/sda2: UUID="${v}" BLOCK_SIZE="4096" TYPE="ext4"`,
    (v) => `UUID=${v} /  ext4  errors=remount-ro  0  1`,
    (v) => `Command line: BOOT_IMAGE=/vmlinuz-6.1.0-28-amd64 root=UUID=${v} ro quiet`,
    (v) => `   Disk / Partition UUID:     ${v}`,
    (v) => `\\\\?\\Volume{${v}}\\`,
    (v) => `luks-${v} /dev/sda3 none luks`,
  ]),
  kind('hardware', 'machine id', (c) => c.hex(32), [
    (v) => `      Machine ID: ${v}`,
    (v) => `/etc/machine-id: ${v}`,
    (v) => `File path: /var/log/journal/${v}/system.journal`,
    (v) => `"machine_id": "${v}",`,
    (v) => `systemd.machine_id=${v}`,
    (v) => `_MACHINE_ID=${v}`,
    (v) => `         Boot ID: ${v}`,
  ]),
  kind('hardware', 'IMEI', imei, [
    (v) => `  3GPP     |              imei: ${v}`,
    (v) => `IMEI: ${v}`,
    (v) => `"imei": "${v}"`,
    (v) => `equipment id: ${v}`,
    (v) => `InternationalMobileEquipmentIdentity: ${v}`,
    (v) => `AT+CGSN\r\n${v}\r\nOK`,
  ]),
  kind('hardware', 'ICCID', (c) => `894${c.digits(16)}`, [
    (v) => `  Properties |              iccid: ${v}`,
    (v) => `ICCID: ${v}`,
    (v) => `IntegratedCircuitCardIdentity: ${v}`,
    (v) => `+CCID: ${v}`,
    (v) => `SIM ICC Id            : ${v}`,
  ]),
  kind(
    'hardware',
    'UDID',
    (c) => (c.int(0, 1) === 0 ? `0000${c.digits(4)}-${c.hex(16).toUpperCase()}` : c.hex(40)),
    [
      (v) => `UniqueDeviceID: ${v}`,
      (v) => `UDID: ${v}`,
      (v) => `Device UDID ${v} (USB)`,
      (v, c) =>
        `${syslog(c, 'usbmuxd')}Connected to v2.0 device 1 on location 0x20004 with serial number ${v}`,
      (v) => `"deviceUDID" : "${v}"`,
    ],
  ),
];

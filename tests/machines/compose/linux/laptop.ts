/** A ThinkPad as /sys and /proc show it. */
import { NOW } from '../net.ts';
import type { World } from '../world.ts';

export type Body = Pick<World, 'files' | 'links'>;

/** With the newline that sysfs ends each value with. */
export const attributes = (
  folder: string,
  values: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${folder}/${name}`, `${value}\n`]));

const PCI: readonly (readonly [
  slot: string,
  vendor: string,
  device: string,
  classId: string,
  driver: string,
])[] = [
  ['0000:00:00.0', '8086', '9a14', '060000', ''],
  ['0000:00:02.0', '8086', '9a49', '030000', 'i915'],
  ['0000:00:14.0', '8086', 'a0ed', '0c0330', 'xhci_hcd'],
  ['0000:00:1f.3', '8086', 'a0c8', '040100', 'snd_hda_intel'],
  ['0000:01:00.0', '144d', 'a809', '010802', 'nvme'],
  ['0000:02:00.0', '8086', '2725', '028000', 'iwlwifi'],
];

const pci = (): Body => ({
  files: Object.assign(
    {},
    ...PCI.map(([slot, vendor, device, classId]) =>
      attributes(`/sys/bus/pci/devices/${slot}`, {
        vendor: `0x${vendor}`,
        device: `0x${device}`,
        subsystem_vendor: '0x17aa',
        subsystem_device: '0x508f',
        class: `0x${classId}`,
        modalias: `pci:v0000${vendor.toUpperCase()}d0000${device.toUpperCase()}sv000017AAsd0000508Fbc${classId.slice(0, 2)}sc${classId.slice(2, 4)}i${classId.slice(4)}`,
      }),
    ),
    attributes('/sys/bus/pci/devices/0000:00:02.0', { boot_vga: 1 }),
  ),
  links: Object.fromEntries(
    PCI.filter(([, , , , driver]) => driver !== '').map(([slot, , , , driver]) => [
      `/sys/bus/pci/devices/${slot}/driver`,
      `../../../bus/pci/drivers/${driver}`,
    ]),
  ),
});

export const usbDevice = (port: string, values: Readonly<Record<string, string | number>>) =>
  attributes(`/sys/bus/usb/devices/${port}`, {
    speed: 480,
    bDeviceClass: '00',
    bConfigurationValue: 1,
    bMaxPower: '100mA',
    authorized: 1,
    ...values,
  });

const usb = (): Body => ({
  files: {
    ...usbDevice('usb1', {
      idVendor: '1d6b',
      idProduct: '0002',
      product: 'xHCI Host Controller',
      bDeviceClass: '09',
    }),
    ...usbDevice('1-8', {
      idVendor: '5986',
      idProduct: '118c',
      manufacturer: 'SunplusIT Inc',
      product: 'Integrated Camera',
      bDeviceClass: 'ef',
    }),
    ...attributes('/sys/bus/usb/devices/1-8:1.0', {
      bInterfaceNumber: '00',
      bInterfaceClass: '0e',
      bInterfaceSubClass: '01',
      bInterfaceProtocol: '00',
    }),
  },
  links: { '/sys/bus/usb/devices/1-8:1.0/driver': '../../../../bus/usb/drivers/uvcvideo' },
});

export const KEYBOARD_KEYS = '402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe';

const TOUCHPAD_KEYS = 'e520 10000 0 0 0 0';

/** What is in /sys and /proc of a ThinkPad T14 on Wi-Fi. */
/** The clock chip of a PC, in UTC and with a battery that holds. */
export const chip = (): Readonly<Record<string, string>> => ({
  ...attributes('/sys/class/rtc/rtc0', { name: 'rtc_cmos 00:01', since_epoch: NOW / 1000 }),
  '/proc/driver/rtc':
    'rtc_time\t: 12:00:00\nrtc_date\t: 2026-11-24\nalarm_IRQ\t: no\n24hr\t\t: yes\nbatt_status\t: okay\n',
});

export const laptop = (): Body => ({
  files: {
    ...pci().files,
    ...usb().files,
    ...chip(),
    ...attributes('/sys/class/dmi/id', {
      sys_vendor: 'LENOVO',
      product_name: '20W0003AGE',
      product_version: 'ThinkPad T14 Gen 2i',
      board_vendor: 'LENOVO',
      chassis_type: 10,
    }),
    '/sys/firmware/efi/systab': '',
    ...attributes('/sys/class/net/lo', { flags: '0x9', type: 772, carrier: 1 }),
    ...attributes('/sys/class/net/wlp2s0', { flags: '0x1003', type: 1, carrier: 1 }),
    ...attributes('/sys/class/rfkill/rfkill0', { type: 'wlan', name: 'phy0', soft: 0, hard: 0 }),
    ...attributes('/sys/class/rfkill/rfkill1', { type: 'bluetooth', name: 'hci0', soft: 0, hard: 0 }),
    ...attributes('/sys/class/power_supply/AC', { type: 'Mains', online: 1 }),
    ...attributes('/sys/class/power_supply/BAT0', {
      type: 'Battery',
      present: 1,
      status: 'Full',
      capacity: 100,
      model_name: '5B10W51867',
      cycle_count: 187,
      energy_full: 46_200_000,
      energy_full_design: 50_450_000,
    }),
    ...attributes('/sys/class/hwmon/hwmon3', {
      name: 'coretemp',
      temp1_input: 48_000,
      temp1_crit: 100_000,
      temp1_max: 100_000,
      temp1_label: 'Package id 0',
    }),
    ...attributes('/sys/class/nvme/nvme0', { state: 'live', model: 'SAMSUNG MZVLB512HBJQ-000L7' }),
    ...attributes('/sys/block/nvme0n1', {
      size: 1_000_215_216,
      removable: 0,
      'queue/rotational': 0,
      'device/model': 'SAMSUNG MZVLB512HBJQ-000L7',
    }),
    ...attributes('/sys/block/dm-0', {
      size: 998_000_000,
      removable: 0,
      'dm/name': 'luks-root',
      'dm/uuid': 'CRYPT-LUKS2-0123456789abcdef0123456789abcdef-luks-root',
    }),
    '/sys/block/dm-0/slaves/nvme0n1p2/size': '',
    '/proc/fb': '0 i915drmfb\n',
    '/proc/modules':
      'iwlmvm 589824 0 - Live 0x0000000000000000\ni915 4000000 12 - Live 0x0000000000000000\nsnd_hda_intel 65536 4 - Live 0x0000000000000000\n',
    ...attributes('/sys/class/input/input0', {
      name: 'AT Translated Set 2 keyboard',
      'capabilities/key': KEYBOARD_KEYS,
      inhibited: 0,
    }),
    ...attributes('/sys/class/input/input5', {
      name: 'SynPS/2 Synaptics TouchPad',
      properties: 5,
      'capabilities/key': TOUCHPAD_KEYS,
      'capabilities/abs': '660800011000003',
      inhibited: 0,
    }),
    ...attributes('/sys/class/video4linux/video0', { name: 'Integrated Camera: Integrated C', index: 0 }),
    ...attributes('/sys/class/drm/card1-eDP-1', { status: 'connected', edid: 'edid', modes: '1920x1080' }),
    ...attributes('/sys/class/drm/card1-HDMI-A-1', { status: 'disconnected', modes: '' }),
    '/proc/asound/cards':
      ' 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH at 0x603d1c8000 irq 173\n',
    '/proc/asound/pcm': '00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1\n',
    '/proc/cpuinfo':
      'processor\t: 0\nmodel name\t: 11th Gen Intel(R) Core(TM) i5-1135G7 @ 2.40GHz\nflags\t\t: fpu vme de pse tsc msr sse4_2 avx2\n\n',
    ...attributes('/sys/devices/system/cpu/cpu0', {
      'thermal_throttle/core_throttle_count': 3,
      'thermal_throttle/package_throttle_count': 3,
    }),
  },
  links: {
    ...pci().links,
    ...usb().links,
    '/sys/class/net/wlp2s0/device': '../../../0000:02:00.0',
    '/sys/class/net/wlp2s0/phy80211': '../../ieee80211/phy0',
    '/sys/class/bluetooth/hci0/device': '../../../1-14:1.0',
    '/sys/class/hwmon/hwmon3': '../../devices/platform/coretemp.0/hwmon/hwmon3',
    '/sys/block/nvme0n1': '../devices/pci0000:00/0000:00:1d.0/0000:01:00.0/nvme/nvme0/nvme0n1',
    '/sys/block/dm-0': '../devices/virtual/block/dm-0',
    '/sys/dev/block/253:0': '../../devices/virtual/block/dm-0',
    '/sys/dev/block/259:2': '../../devices/pci0000:00/0000:00:1d.0/0000:01:00.0/nvme/nvme0/nvme0n1/nvme0n1p2',
    '/sys/class/drm/card1/device/driver': '../../../bus/pci/drivers/i915',
  },
});

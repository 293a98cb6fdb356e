/** Computers that are no laptop: a Raspberry Pi, a server, and the nothing that a container or WSL shows. */
import { attributes, type Body, chip, KEYBOARD_KEYS, usbDevice } from './laptop.ts';

/** A Raspberry Pi 5 on a cable, its card as only disk; nothing of it speaks SMBIOS or ACPI. */
export const raspberryPi = (): Body => ({
  files: {
    ...attributes('/sys/class/rtc/rtc0', {
      name: 'rpi-rtc soc@107c000000:rpi_rtc',
      since_epoch: 1_795_521_600,
    }),
    '/proc/device-tree/model': 'Raspberry Pi 5 Model B Rev 1.0\0',
    '/proc/cpuinfo':
      'processor\t: 0\nBogoMIPS\t: 108.00\nFeatures\t: fp asimd evtstrm aes\n\nModel\t\t: Raspberry Pi 5 Model B Rev 1.0\n',
    ...attributes('/sys/bus/pci/devices/0000:00:00.0', {
      vendor: '0x14e4',
      device: '0x2712',
      class: '0x060400',
    }),
    ...usbDevice('usb1', {
      idVendor: '1d6b',
      idProduct: '0002',
      product: 'xHCI Host Controller',
      bDeviceClass: '09',
    }),
    ...usbDevice('1-1', { idVendor: '046d', idProduct: 'c52b', product: 'USB Receiver', speed: 12 }),
    ...attributes('/sys/bus/usb/devices/1-1:1.0', {
      bInterfaceNumber: '00',
      bInterfaceClass: '03',
      bInterfaceSubClass: '01',
      bInterfaceProtocol: '01',
    }),
    ...attributes('/sys/class/net/lo', { flags: '0x9', type: 772, carrier: 1 }),
    ...attributes('/sys/class/net/eth0', {
      flags: '0x1003',
      type: 1,
      carrier: 1,
      speed: 1000,
      duplex: 'full',
    }),
    ...attributes('/sys/class/net/wlan0', { flags: '0x1003', type: 1, carrier: 0 }),
    ...attributes('/sys/class/rfkill/rfkill0', { type: 'wlan', name: 'phy0', soft: 0, hard: 0 }),
    ...attributes('/sys/class/hwmon/hwmon0', {
      name: 'cpu_thermal',
      temp1_input: 52_300,
      temp1_crit: 110_000,
    }),
    ...attributes('/sys/block/mmcblk0', {
      size: 62_333_952,
      removable: 0,
      'queue/rotational': 0,
      'device/name': 'SD32G',
    }),
    ...attributes('/sys/class/input/input0', {
      name: 'Logitech K400',
      'capabilities/key': KEYBOARD_KEYS,
      inhibited: 0,
    }),
    ...attributes('/sys/class/input/input1', {
      name: 'Logitech K400 Mouse',
      'capabilities/key': 'ff0000 0 0 0 0',
      'capabilities/rel': '1943',
      inhibited: 0,
    }),
    ...attributes('/sys/class/drm/card1-HDMI-A-1', { status: 'connected', edid: 'edid', modes: '1920x1080' }),
    ...attributes('/sys/class/drm/card1-HDMI-A-2', { status: 'disconnected', modes: '' }),
    '/proc/asound/cards': ' 0 [vc4hdmi0       ]: vc4-hdmi - vc4-hdmi-0\n                      vc4-hdmi-0\n',
    '/proc/asound/pcm': '00-00: MAI PCM i2s-hifi-0 : MAI PCM i2s-hifi-0 : playback 1\n',
    '/proc/fb': '0 vc4drmfb\n',
    '/proc/modules': 'vc4 425984 8 - Live 0x0000000000000000\nbrcmfmac 360448 0 - Live 0x0000000000000000\n',
  },
  links: {
    '/sys/class/net/eth0/device': '../../../1f00100000.ethernet',
    '/sys/class/net/wlan0/device': '../../../mmc1:0001:1',
    '/sys/class/net/wlan0/phy80211': '../../ieee80211/phy0',
    '/sys/bus/usb/devices/1-1:1.0/driver': '../../../../bus/usb/drivers/usbhid',
    '/sys/block/mmcblk0': '../devices/platform/soc/1000fff000.mmc/mmc_host/mmc0/mmc0:aaaa/block/mmcblk0',
    '/sys/dev/block/179:2':
      '../../devices/platform/soc/1000fff000.mmc/mmc_host/mmc0/mmc0:aaaa/block/mmcblk0/mmcblk0p2',
    '/sys/class/drm/card1/device/driver': '../../../../bus/platform/drivers/vc4-drm',
  },
});

/** A small server: a cable, a disk, no screen that anybody looks at. */
export const server = (): Body => ({
  files: {
    ...attributes('/sys/class/dmi/id', {
      sys_vendor: 'HPE',
      product_name: 'ProLiant MicroServer Gen11',
      board_vendor: 'HPE',
      chassis_type: 7,
    }),
    ...chip(),
    '/sys/firmware/efi/systab': '',
    '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu vme de pse sse4_2 avx2\n\n',
    ...attributes('/sys/bus/pci/devices/0000:03:00.0', {
      vendor: '0x14e4',
      device: '0x165f',
      class: '0x020000',
    }),
    ...attributes('/sys/bus/pci/devices/0000:00:17.0', {
      vendor: '0x8086',
      device: '0xa352',
      class: '0x010601',
    }),
    ...usbDevice('usb1', {
      idVendor: '1d6b',
      idProduct: '0002',
      product: 'xHCI Host Controller',
      bDeviceClass: '09',
    }),
    ...attributes('/sys/class/net/lo', { flags: '0x9', type: 772, carrier: 1 }),
    ...attributes('/sys/class/net/eth0', {
      flags: '0x1003',
      type: 1,
      carrier: 1,
      speed: 1000,
      duplex: 'full',
    }),
    ...attributes('/sys/class/hwmon/hwmon0', { name: 'coretemp', temp1_input: 41_000, temp1_crit: 100_000 }),
    ...attributes('/sys/block/sda', {
      size: 1_953_525_168,
      removable: 0,
      'queue/rotational': 0,
      'device/vendor': 'ATA',
      'device/model': 'LABDISK 1TB',
    }),
    '/proc/modules': 'tg3 237568 0 - Live 0x0000000000000000\nahci 49152 2 - Live 0x0000000000000000\n',
  },
  links: {
    '/sys/bus/pci/devices/0000:03:00.0/driver': '../../../bus/pci/drivers/tg3',
    '/sys/bus/pci/devices/0000:00:17.0/driver': '../../../bus/pci/drivers/ahci',
    '/sys/class/net/eth0/device': '../../../0000:03:00.0',
    '/sys/block/sda': '../devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda',
    '/sys/dev/block/8:2':
      '../../devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda/sda2',
  },
});

/** What a container or WSL shows: a processor, and nothing to touch. */
export const nothing = (): Body => ({
  files: {
    '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu vme de hypervisor avx2\n\n',
    ...attributes('/sys/class/net/lo', { flags: '0x9', type: 772, carrier: 1 }),
    ...attributes('/sys/class/net/eth0', {
      flags: '0x1003',
      type: 1,
      carrier: 1,
      speed: 10_000,
      duplex: 'full',
    }),
  },
  links: { '/sys/class/net/eth0/device': '../../../vmbus_0_12' },
});

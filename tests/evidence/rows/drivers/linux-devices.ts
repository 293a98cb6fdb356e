/** Devices of Linux without a driver, without firmware, in error. */
import { log, pci, system } from '../../drivers-machine.ts';
import { attributes, type Evidence, exec, file, list, none } from '../../evidence.ts';

/** The bridges, controllers and virtual devices of the lab's machine: none of them is missed. */
const LAB_PCI = {
  '0000:00:00.0': pci('8086:29c0', '060000'),
  '0000:00:04.0': pci('1af4:1000', '020000', 'virtio-pci'),
  '0000:00:05.0': pci('1af4:1005', '00ff00', 'virtio-pci'),
  '0000:00:08.0': pci('1b36:000c', '060400', 'pcieport'),
  '0000:00:0a.0': pci('1b36:000d', '0c0330', 'xhci_hcd'),
  '0000:00:0b.0': pci('8086:293e', '040300', 'snd_hda_intel'),
  '0000:00:1f.0': pci('8086:2918', '060100', 'lpc_ich'),
  '0000:00:1f.2': pci('8086:2922', '010601', 'ahci'),
  '0000:00:1f.3': pci('8086:2930', '0c0500', 'i801_smbus'),
};

const KEYBOARD = {
  idVendor: '0627\n',
  idProduct: '0001\n',
  manufacturer: 'QEMU\n',
  product: 'QEMU USB Keyboard\n',
  bDeviceClass: '00\n',
  bConfigurationValue: '1\n',
  bMaxPower: '100mA\n',
  speed: '480\n',
  authorized: '1\n',
};

const KEYS = {
  bInterfaceNumber: '00\n',
  bInterfaceClass: '03\n',
  bInterfaceSubClass: '01\n',
  bInterfaceProtocol: '01\n',
  modalias: 'usb:v0627p0001d0000dc00dsc00dp00ic03isc01ip01in00\n',
};

const SERIAL_ALIAS = 'usb:v0403p6001d0400dc00dsc00dp00icFFiscFFipFFin00';

const SERIAL = {
  '1-4': {
    ...KEYBOARD,
    idVendor: '0403\n',
    idProduct: '6001\n',
    product: 'QEMU USB SERIAL\n',
    speed: '12\n',
  },
  '1-4:1.0': {
    bInterfaceNumber: '00\n',
    bInterfaceClass: 'ff\n',
    bInterfaceSubClass: 'ff\n',
    bInterfaceProtocol: 'ff\n',
    modalias: `${SERIAL_ALIAS}\n`,
  },
};

const E100 = [
  'e100: Intel(R) PRO/100 Network Driver',
  'e100 0000:00:0c.0 eth1: addr 0xfea14000, irq 20, MAC addr 52:54:00:12:34:57',
  'e100 0000:00:0c.0 enp0s12: renamed from eth1',
  'e100 0000:00:0c.0: firmware: failed to load e100/d102e_ucode.bin (-2)',
  'firmware_class: See https://wiki.debian.org/Firmware for information about missing firmware',
  'e100 0000:00:0c.0: Direct firmware load for e100/d102e_ucode.bin failed with error -2',
];

const IWLWIFI = [
  'iwlwifi 0000:00:14.3: Direct firmware load for iwlwifi-ty-a0-gf-a0-86.ucode failed with error -2',
  'iwlwifi 0000:00:14.3: Direct firmware load for iwlwifi-ty-a0-gf-a0-85.ucode failed with error -2',
];

export const devices: readonly Evidence[] = [
  {
    code: 'drivers/device-no-driver',
    os: 'linux',
    from: 'vmlab',
    what: 'nic-no-driver: an e1000e card whose module is on a list of forbidden ones',
    answers: {
      ...system,
      'devices.pci': attributes({ ...LAB_PCI, '0000:00:0c.0': pci('8086:10d3', '020000') }),
      'drivers.modules-for/pci:v00008086d000010d3': exec('e1000e\n'),
      'drivers.modprobe-folder//etc/modprobe.d': list('no-e1000e.conf'),
      'drivers.modprobe-rules//etc/modprobe.d/no-e1000e.conf': file(
        'blacklist e1000e\ninstall e1000e /bin/false\n',
      ),
    },
  },
  {
    code: 'drivers/device-no-driver',
    os: 'linux',
    from: 'vmlab',
    what: 'usb-unbound: the keyboard is there, usbhid is not bound to it',
    answers: { ...system, 'usb.devices': attributes({ '1-1': KEYBOARD, '1-1:1.0': KEYS }) },
  },
  {
    code: 'drivers/device-no-driver',
    os: 'linux',
    from: 'vmlab',
    what: 'usb-no-driver: an FTDI serial adapter that ftdi_sio would take',
    answers: {
      ...system,
      'usb.devices': attributes(SERIAL),
      [`drivers.modules-for/${SERIAL_ALIAS}`]: exec('ftdi_sio\n'),
      'kernel.modules': file('usbhid 65536 0 - Live 0xffffffffc0cae000\n'),
    },
  },
  {
    code: 'drivers/device-no-driver',
    os: 'linux',
    from: 'vmlab',
    what: 'healthy: bridges and virtual devices of the lab’s machine',
    quiet: true,
    answers: {
      ...system,
      'devices.pci': attributes(LAB_PCI),
      'usb.devices': attributes({
        '1-1': KEYBOARD,
        '1-1:1.0': { ...KEYS, driver: '../../../../bus/usb/drivers/usbhid' },
      }),
    },
  },
  {
    code: 'drivers/device-no-driver',
    os: 'linux',
    from: 'composed',
    what: 'a device for which the kernel has no module: a program talks to it by itself',
    quiet: true,
    answers: {
      ...system,
      'usb.devices': attributes(SERIAL),
      [`drivers.modules-for/${SERIAL_ALIAS}`]: exec(
        '',
        1,
        `modprobe: FATAL: Module ${SERIAL_ALIAS} not found in directory /lib/modules/6.1.0-56-amd64\n`,
      ),
    },
  },
  {
    code: 'drivers/device-start-failed',
    os: 'linux',
    from: 'composed',
    what: 'kernel drivers/base/dd.c, call_driver_probe: the form of 6.9 and later',
    answers: {
      ...system,
      'devices.pci': attributes({ '0000:00:1f.6': pci('8086:15fc', '020000') }),
      'kernel.log': log('e1000e 0000:00:1f.6: probe with driver e1000e failed with error -3'),
    },
  },
  {
    code: 'drivers/device-start-failed',
    os: 'linux',
    from: 'composed',
    what: 'the same of a card that a later attempt started',
    quiet: true,
    answers: {
      ...system,
      'devices.pci': attributes({ '0000:00:1f.6': pci('8086:15fc', '020000', 'e1000e') }),
      'kernel.log': log('e1000e: probe of 0000:00:1f.6 failed with error -3'),
    },
  },
  {
    code: 'drivers/device-disabled',
    os: 'linux',
    from: 'composed',
    what: 'kernel Documentation/usb/authorization: a device that is kept out has no interfaces',
    answers: {
      ...system,
      'usb.devices': attributes({
        '1-1': { ...KEYBOARD, authorized: '0\n', bConfigurationValue: '\n' },
      }),
    },
  },
  {
    code: 'drivers/resource-conflict',
    os: 'linux',
    from: 'composed',
    what: 'kernel/irq/spurious.c, __report_bad_irq',
    answers: {
      ...system,
      'kernel.log': log(
        'irq 18: nobody cared (try booting with the "irqpoll" option)',
        'CPU: 1 PID: 0 Comm: swapper/1 Not tainted 6.1.0 #1',
        'handlers:',
        '[<00000000c0a1b2c3>] usb_hcd_irq [usbcore]',
        'Disabling IRQ #18',
      ),
    },
  },
  {
    code: 'drivers/resource-conflict',
    os: 'linux',
    from: 'composed',
    what: 'drivers/pci/setup-res.c: a ROM that found no place, and a card that works',
    quiet: true,
    answers: {
      ...system,
      'devices.pci': attributes({ '0000:03:00.0': pci('10de:1f06', '030000', 'nouveau') }),
      'kernel.log': log(
        "pci 0000:03:00.0: can't claim BAR 6 [mem 0xffff0000-0xffffffff pref]: no compatible bridge window",
        'pci 0000:03:00.0: BAR 0: failed to assign [mem size 0x01000000]',
      ),
    },
  },
  {
    code: 'drivers/firmware-missing',
    os: 'linux',
    from: 'vmlab',
    what: 'firmware-missing: e100 says nothing but that the file is not there, and the card stays off',
    answers: {
      ...system,
      'devices.pci': attributes({ ...LAB_PCI, '0000:00:0c.0': pci('8086:1209', '020000', 'e100') }),
      'drivers.network-cards': attributes({
        enp0s12: { flags: '0x1002\n', device: '../../../0000:00:0c.0' },
        enp0s4: { flags: '0x1003\n', device: '../../../virtio1' },
        lo: { flags: '0x9\n' },
      }),
      'kernel.log': log(...E100),
    },
  },
  {
    code: 'drivers/firmware-missing',
    os: 'linux',
    from: 'composed',
    what: 'drivers/net/wireless/intel/iwlwifi/iwl-drv.c: no version at all was found',
    answers: {
      ...system,
      'devices.pci': attributes({ '0000:00:14.3': pci('8086:51f0', '028000') }),
      'kernel.log': log(
        ...IWLWIFI,
        'iwlwifi 0000:00:14.3: no suitable firmware found!',
        'iwlwifi 0000:00:14.3: minimum version required: iwlwifi-ty-a0-gf-a0-59',
      ),
    },
  },
  {
    code: 'drivers/firmware-missing',
    os: 'linux',
    from: 'composed',
    what: 'the same driver, that found an older version at last (LP#1588637)',
    quiet: true,
    answers: {
      ...system,
      'devices.pci': attributes({ '0000:00:14.3': pci('8086:51f0', '028000', 'iwlwifi') }),
      'drivers.network-cards': none('denied', 'EACCES'),
      'kernel.log': log(
        ...IWLWIFI,
        'iwlwifi 0000:00:14.3: loaded firmware version 83.e8f84e98.0 ty-a0-gf-a0-83.ucode op_mode iwlmvm',
      ),
    },
  },
  {
    code: 'drivers/firmware-missing',
    os: 'linux',
    from: 'vmlab',
    what: 'firmware-optional: only the list of wireless channels is missing',
    quiet: true,
    answers: {
      ...system,
      'devices.pci': attributes(LAB_PCI),
      'kernel.log': log(
        'platform regulatory.0: firmware: failed to load regulatory.db (-2)',
        'platform regulatory.0: Direct firmware load for regulatory.db failed with error -2',
        'cfg80211: failed to load regulatory.db',
      ),
    },
  },
];

/** Peripherals, on what sysfs, the kernel, Windows and macOS say. */
import { attributes, type Evidence, exec, json, none, raw } from '../evidence.ts';

const platform = (name: 'linux' | 'win32' | 'darwin') =>
  raw('system', { platform: name, release: '6.1.0', arch: 'x64', hostname: 'lab', bootedSecondsAgo: 900 });

const KEYBOARD = {
  '1-1': {
    idVendor: '0627',
    idProduct: '0001',
    manufacturer: 'QEMU',
    product: 'QEMU USB Keyboard',
    speed: '480',
    bDeviceClass: '00',
    bConfigurationValue: '1',
    bMaxPower: '100mA',
    authorized: '1',
  },
  '1-1:1.0': { bInterfaceNumber: '00', bInterfaceClass: '03', driver: '../../../../bus/usb/drivers/usbhid' },
} as const;

const HEALTHY_LOG =
  '<6>[    1.771100] usb 1-1: new high-speed USB device number 2 using xhci_hcd\n<6>[    1.919881] usb 1-1: New USB device found, idVendor=0627, idProduct=0001, bcdDevice= 0.00\n';

const linux = (
  code: string,
  from: Evidence['from'],
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({
  code: `peripherals/${code}`,
  os: 'linux',
  from,
  what,
  answers: {
    'system.platform': platform('linux'),
    'usb.devices': attributes(KEYBOARD),
    'kernel.log': exec(HEALTHY_LOG),
    ...answers,
  },
  ...more,
});

const log = (text: string) => ({ 'kernel.log': exec(`${HEALTHY_LOG}${text}\n`) });

/** `usb-flapping` of the lab of virtual machines: QEMU unplugs a mouse seven times. */
const FLAPPING = [13, 16, 19, 22, 25, 28, 31]
  .map(
    (at, n) =>
      `<6>[   ${at}.102030] usb 1-2: USB disconnect, device number ${n + 3}\n<6>[   ${at + 1}.602030] usb 1-2: new high-speed USB device number ${n + 4} using xhci_hcd`,
  )
  .join('\n');

const BLUEZ = (powered: boolean, connected: boolean) =>
  json({
    type: 'a{oa{sa{sv}}}',
    data: [
      {
        '/org/bluez/hci0': {
          'org.bluez.Adapter1': {
            Address: { type: 's', data: '00:1A:7D:DA:71:13' },
            Powered: { type: 'b', data: powered },
          },
        },
        '/org/bluez/hci0/dev_4C_87_5D_01_02_03': {
          'org.bluez.Device1': {
            Address: { type: 's', data: '4C:87:5D:01:02:03' },
            Alias: { type: 's', data: 'WH-1000XM4' },
            Icon: { type: 's', data: 'audio-headset' },
            Paired: { type: 'b', data: true },
            Connected: { type: 'b', data: connected },
            Blocked: { type: 'b', data: false },
          },
          'org.bluez.Battery1': { Percentage: { type: 'y', data: 60 } },
        },
      },
    ],
  });

const ADAPTER = {
  'bluetooth.adapters': attributes({ hci0: {} }),
  'bluetooth.switches': attributes({
    rfkill1: { type: 'bluetooth', name: 'hci0', soft: '0', hard: '0' },
  }),
};

const CAMERA = {
  ...KEYBOARD,
  '1-5': {
    idVendor: '04f2',
    idProduct: 'b604',
    product: 'Integrated Camera',
    speed: '480',
    bDeviceClass: 'ef',
    bConfigurationValue: '1',
    authorized: '1',
  },
  '1-5:1.0': { bInterfaceNumber: '00', bInterfaceClass: '0e' },
} as const;

const STICK = {
  'disk.devices': attributes({
    sdb: {
      size: '60063744',
      removable: '1',
      'queue/rotational': '1',
      'device/vendor': 'SanDisk',
      'device/model': 'Ultra',
      '.': '../devices/pci0000:00/0000:00:14.0/usb1/1-3/1-3:1.0/host6/target6:0:0/6:0:0:0/block/sdb',
    },
  }),
};

const lsblk = (partition: object) =>
  json({
    blockdevices: [
      {
        name: 'sdb',
        type: 'disk',
        model: 'Ultra',
        label: null,
        size: 30752636928,
        fstype: null,
        mountpoint: null,
        ro: false,
        children: [
          {
            name: 'sdb1',
            type: 'part',
            model: null,
            label: 'PHOTOS',
            size: 30751588352,
            mountpoint: null,
            ro: false,
            ...partition,
          },
        ],
      },
    ],
  });

export const linuxRows: readonly Evidence[] = [
  linux(
    'usb-enumeration-failed',
    'lab',
    'the lab’s usb-device-failing: lines of drivers/usb/core/hub.c through /dev/kmsg',
    log(
      '<6>[  610.000000] usb 1-4: new full-speed USB device number 7 using xhci_hcd\n<3>[  610.100000] usb 1-4: device descriptor read/64, error -71\n<3>[  610.400000] usb 1-4: device not accepting address 7, error -71\n<3>[  610.500000] usb usb1-port4: unable to enumerate USB device',
    ),
  ),
  linux(
    'usb-enumeration-failed',
    'composed',
    'two errors while set up, then it works: drivers/usb/core/hub.c tries again by itself',
    log(
      '<3>[  2.100000] usb 1-1: device descriptor read/64, error -71\n<3>[  2.200000] usb 1-1: device descriptor read/64, error -71\n<3>[  2.300000] usb 1-1: device descriptor read/all, error -71',
    ),
    { quiet: true },
  ),
  linux(
    'usb-overcurrent',
    'composed',
    'drivers/usb/core/hub.c, port_event()',
    log(
      '<3>[  500.000000] usb usb1-port2: over-current change #1\n<3>[  500.200000] usb usb1-port2: over-current condition',
    ),
  ),
  linux(
    'usb-bandwidth',
    'composed',
    'drivers/usb/core/message.c: usb_set_interface()',
    log('<3>[  500.000000] usb 1-5: Not enough bandwidth for altsetting 11'),
  ),
  linux(
    'usb-low-power',
    'composed',
    'drivers/usb/core/generic.c: usb_choose_configuration()',
    log('<4>[  500.000000] usb 1-1.3: rejected 1 configuration due to insufficient available bus power'),
  ),
  linux(
    'usb-flapping',
    'vmlab',
    'usb-flapping: a mouse that QEMU unplugs seven times',
    log(
      `<6>[    0.036664] PM: hibernation: Registered nosave memory: [mem 0x00000000-0x00000fff]\n${FLAPPING}`,
    ),
  ),
  linux(
    'usb-flapping',
    'composed',
    'three nights: devices go and come with sleep (kernel/power/suspend.c)',
    log(
      [100, 200, 300]
        .map(
          (at) =>
            `<6>[  ${at}.000000] PM: suspend exit\n<6>[  ${at}.500000] usb 1-2: USB disconnect, device number ${at}`,
        )
        .join('\n'),
    ),
    { quiet: true },
  ),
  linux('storage-not-mounted', 'composed', 'lsblk(8) of util-linux 2.38: a stick that nobody opened', {
    ...STICK,
    'disk.tree/sdb': lsblk({ fstype: 'exfat' }),
  }),
  linux(
    'storage-not-mounted',
    'composed',
    'the same stick, opened',
    { ...STICK, 'disk.tree/sdb': lsblk({ fstype: 'exfat', mountpoint: '/media/anna/PHOTOS' }) },
    { quiet: true },
  ),
  linux('bluetooth-off', 'composed', 'Documentation/driver-api/rfkill.rst: blocked in software', {
    ...ADAPTER,
    'bluetooth.switches': attributes({
      rfkill0: { type: 'wlan', name: 'phy0', soft: '0', hard: '0' },
      rfkill1: { type: 'bluetooth', name: 'hci0', soft: '1', hard: '0' },
    }),
  }),
  linux('bluetooth-off', 'composed', 'busctl(1) without anybody who owns org.bluez', {
    ...ADAPTER,
    'bluetooth.bluez/org.bluez': exec(
      '',
      1,
      'Call failed: The name org.bluez was not provided by any .service files\n',
    ),
  }),
  linux('bluetooth-off', 'composed', 'org.bluez.Adapter(5): Powered is false', {
    ...ADAPTER,
    'bluetooth.bluez/org.bluez': BLUEZ(false, false),
  }),
  linux(
    'bluetooth-off',
    'composed',
    'org.bluez.Adapter(5): Powered is true',
    { ...ADAPTER, 'bluetooth.bluez/org.bluez': BLUEZ(true, true) },
    { quiet: true },
  ),
  linux(
    'bluetooth-off',
    'composed',
    'a computer without Bluetooth',
    { 'bluetooth.adapters': none() },
    { quiet: true },
  ),
  linux('bluetooth-pairing', 'composed', 'bluetoothd, profiles/audio/avdtp.c: Host is down', {
    ...ADAPTER,
    'bluetooth.bluez/org.bluez': BLUEZ(true, false),
    'bluetooth.failures/bluetooth.service': exec(
      'profiles/audio/avdtp.c:avdtp_connect_cb() connect to 4C:87:5D:01:02:03: Host is down (112)\nprofiles/audio/avdtp.c:avdtp_connect_cb() connect to 4C:87:5D:01:02:03: Host is down (112)\n',
    ),
  }),
  linux('camera-blocked', 'composed', 'sysfs-bus-usb: authorized is 0', {
    'usb.devices': attributes({ ...CAMERA, '1-5': { ...CAMERA['1-5'], authorized: '0' } }),
  }),
  linux('camera-blocked', 'composed', 'a camera without a node: no uvcvideo', {
    'usb.devices': attributes(CAMERA),
    'camera.devices': none(),
  }),
  linux('camera-blocked', 'composed', 'proc_pid_fd(5): a program holds /dev/video0', {
    'usb.devices': attributes(CAMERA),
    'camera.devices': attributes({ video0: { name: 'Integrated Camera', index: '0' } }),
    'camera.holders/all': raw('holders', {
      holders: [{ pid: 4242, program: 'firefox', path: '/dev/video0' }],
      hiddenProcesses: 3,
    }),
  }),
  linux('display-not-detected', 'composed', 'kernel gpu/drm-kms: connected with an empty edid', {
    'display.connectors': attributes({
      'card1-HDMI-A-1': { status: 'connected', edid: '', modes: '1024x768\n800x600\n' },
      'card1-eDP-1': { status: 'connected', edid: 'bytes', modes: '1920x1080\n' },
    }),
  }),
  linux(
    'display-not-detected',
    'composed',
    'a virtual machine has no cable',
    {
      'display.connectors': attributes({
        'card0-Virtual-1': { status: 'connected', edid: '', modes: '1024x768\n' },
      }),
    },
    { quiet: true },
  ),
  linux(
    'input-missing',
    'composed',
    'a screen, a power button, and nothing else (linux/input-event-codes.h)',
    {
      'display.connectors': attributes({
        'card1-HDMI-A-1': { status: 'connected', edid: 'bytes', modes: '1920x1080\n' },
      }),
      'input.devices': attributes({
        input0: { name: 'Power Button', properties: '0', 'capabilities/key': '10000000000000 0' },
      }),
    },
  ),
];

const WINDOWS_DEVICE = { class: null, code: 0, present: true, service: null, status: null, driver: null };

const windows = (
  code: string,
  what: string,
  devices: readonly object[],
  peripherals: object = {},
  more: Partial<Evidence> = {},
): Evidence => ({
  code: `peripherals/${code}`,
  os: 'win32',
  from: 'composed',
  what,
  answers: {
    'system.platform': platform('win32'),
    'devices.windows': json({
      devices: [
        {
          ...WINDOWS_DEVICE,
          id: 'HID\\VID_046D&PID_C31C&MI_00\\7&1&0&0000',
          class: 'Keyboard',
          name: 'Keyboard',
        },
        { ...WINDOWS_DEVICE, id: 'HID\\VID_046D&PID_C077\\7&2&0&0000', class: 'Mouse', name: 'Mouse' },
        { ...WINDOWS_DEVICE, id: 'DISPLAY\\DEL4187\\4&1&0&UID1', class: 'Monitor', name: 'Dell' },
        ...devices.map((one) => ({ ...WINDOWS_DEVICE, ...one })),
      ],
    }),
    'peripherals.windows': json({ disks: [], camera: [], ...peripherals }),
  },
  ...more,
});

const WINDOWS_CAMERA = {
  id: 'USB\\VID_04F2&PID_B604&MI_00\\6&1&0&0000',
  class: 'Camera',
  name: 'Integrated Camera',
  service: 'usbvideo',
};
const WINDOWS_STICK = { number: 2, name: 'SanDisk Ultra', size: 30752636928, offline: false, style: 1 };

export const windowsRows: readonly Evidence[] = [
  windows('usb-enumeration-failed', 'Microsoft: USB device descriptor failure, code 43', [
    { id: 'USB\\VID_0000&PID_0002\\5&2CB0D3A5&0&2', class: 'USB', name: 'Unknown USB Device', code: 43 },
  ]),
  windows('usb-bandwidth', 'Microsoft: CM_PROB_NORMAL_CONFLICT (code 12)', [{ ...WINDOWS_CAMERA, code: 12 }]),
  windows('usb-low-power', '[MS-ERREF]: STATUS_INSUFFICIENT_POWER behind code 10', [
    { id: 'USB\\VID_0BC2&PID_2322\\NA7', class: 'USB', name: 'Seagate', code: 10, status: -1073741090 },
  ]),
  windows('usb-flapping', 'Microsoft-Windows-Kernel-PnP/Device Management 1010: surprise removal', [], {
    removals: [0, 1, 2].map((minute) => ({
      id: 'USB\\VID_046D&PID_C077\\5&1&0&2',
      at: `2026-11-24T09:0${minute}:00.0000000Z`,
    })),
  }),
  windows(
    'usb-flapping',
    'the same within two hours',
    [],
    {
      removals: [7, 8, 9].map((hour) => ({
        id: 'USB\\VID_046D&PID_C077\\5&1&0&2',
        at: `2026-11-24T0${hour}:00:00.0000000Z`,
      })),
    },
    { quiet: true },
  ),
  windows('storage-not-mounted', 'MSFT_Partition without a letter, MSFT_Volume with a file system', [], {
    disks: [
      {
        ...WINDOWS_STICK,
        partitions: [{ letter: 0, paths: 0, size: 30751588352, fs: 'exFAT', type: null }],
      },
    ],
  }),
  windows('storage-not-mounted', 'MSFT_Disk that is offline', [], {
    disks: [{ ...WINDOWS_STICK, offline: true, partitions: [] }],
  }),
  windows(
    'storage-not-mounted',
    'a stick with a letter',
    [],
    {
      disks: [
        {
          ...WINDOWS_STICK,
          partitions: [{ letter: 69, paths: 1, size: 30751588352, fs: 'exFAT', type: null }],
        },
      ],
    },
    { quiet: true },
  ),
  windows(
    'bluetooth-off',
    'the service bthserv, stopped',
    [{ id: 'USB\\VID_8087&PID_0029\\5&1&0&14', class: 'Bluetooth', name: 'Intel Wireless Bluetooth' }],
    { bluetooth: 'Stopped' },
  ),
  windows(
    'bluetooth-off',
    'no adapter, and the service stopped',
    [],
    { bluetooth: 'Stopped' },
    { quiet: true },
  ),
  windows(
    'bluetooth-pairing',
    'BTHUSB 16: mutual authentication failed',
    [
      {
        id: 'BTHENUM\\DEV_4C875D010203\\7&1&0&BLUETOOTHDEVICE_4C875D010203',
        class: 'Bluetooth',
        name: 'WH-1000XM4',
      },
    ],
    {
      pairing: [1, 2].map((minute) => ({
        data: ['\\Device\\BthPort0', '(4c:87:5d:01:02:03)'],
        at: `2026-11-24T09:0${minute}:00.0000000Z`,
      })),
    },
  ),
  windows('camera-blocked', 'ConsentStore\\webcam: Deny', [WINDOWS_CAMERA], {
    camera: [
      { level: 'computer', value: 'Allow' },
      { level: 'user', value: 'Deny' },
      { level: 'desktop-apps', value: 'Allow' },
    ],
  }),
  windows(
    'camera-blocked',
    'ConsentStore\\webcam: Deny, on a computer without a camera',
    [],
    { camera: [{ level: 'user', value: 'Deny' }] },
    { quiet: true },
  ),
  windows('display-not-detected', 'a monitor without an id of its own (Generic Non-PnP)', [
    { id: 'DISPLAY\\DEFAULT_MONITOR\\1&8713BCA&0&UID0', class: 'Monitor', name: 'Generic Non-PnP Monitor' },
  ]),
  windows('input-missing', 'PrecisionTouchPad\\Status: Enabled is 0', [], { touchpad: 0 }),
  windows('phantom', 'Get-PnpDevice: not present', [], {
    gone: [{ id: 'USB\\VID_0781&PID_5567\\4C53', name: 'USB Mass Storage Device' }],
  }),
];

const profile = (more: object) =>
  json({
    SPUSBDataType: [],
    SPUSBHostDataType: [
      {
        _name: 'USB 3.1 Bus',
        _items: [
          {
            _name: 'USB Keyboard',
            USBDeviceKeyVendorID: '0x046d',
            USBDeviceKeyProductID: '0xc31c',
            USBKeyLocationID: '0x01100000',
          },
        ],
      },
    ],
    SPBluetoothDataType: [{ controller_properties: { controller_state: 'attrib_on' } }],
    SPDisplaysDataType: [],
    ...more,
  });

const profiled = (more: object) => {
  const told = profile(more);
  return { 'usb.devices': told, 'bluetooth.macos': told, 'display.macos': told };
};

const macos = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({
  code: `peripherals/${code}`,
  os: 'darwin',
  from: 'composed',
  what,
  answers: { 'system.platform': platform('darwin'), ...answers },
  ...more,
});

const unified = (...messages: readonly string[]) => ({
  'usb.log.macos': exec(messages.map((eventMessage) => JSON.stringify({ eventMessage })).join('\n')),
});

const plist = (disk: string) =>
  exec(
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>AllDisksAndPartitions</key><array>${disk}</array></dict></plist>`,
  );

const macStick = (more: string) =>
  plist(
    `<dict><key>DeviceIdentifier</key><string>disk4</string><key>Content</key><string>FDisk_partition_scheme</string><key>Size</key><integer>30752636928</integer><key>Partitions</key><array><dict><key>DeviceIdentifier</key><string>disk4s1</string><key>Content</key><string>Windows_NTFS</string><key>Size</key><integer>30751588352</integer><key>VolumeName</key><string>PHOTOS</string>${more}</dict></array></dict>`,
  );

export const macosRows: readonly Evidence[] = [
  macos(
    'usb-enumeration-failed',
    'IOUSBHostFamily in the unified log, keyboardio/Chrysalis#1093',
    unified(
      '116708.996796 AppleUSB20XHCIPort@01400000: AppleUSBHostPort::disconnect: persistent enumeration failures',
    ),
  ),
  macos(
    'usb-overcurrent',
    'IOUSBHostFamily in the unified log, RehabMan/OS-X-Generic-USB3#14',
    unified(
      '000617.204586 AppleUSB20HubPort@fa140000: AppleUSBHostPort::interruptOccurred: overcurrent detected with port status 0x4000, localSimulatedInterrupts = 0x1',
    ),
  ),
  macos(
    'usb-flapping',
    'IOUSBHostFamily in the unified log, hansyao/Hackintosh_Monterey_M4800#3',
    unified(
      ...[329, 331, 334].map(
        (at) =>
          `000${at}.051605 HS02@14200000: AppleUSBHostPort::terminateDevice: destroying 0x05ac/12a8/1102 (iPhone): connect change interrupt`,
      ),
    ),
  ),
  macos(
    'usb-flapping',
    'ports that power off for sleep, acidanthera/bugtracker#2189',
    unified(
      ...[329, 331, 334].map(
        (at) =>
          `000${at}.051605 HS01@14100000: AppleUSBHostPort::terminateDevice: destroying 0x2109/2817/03e3 (USB2.0 Hub): port is powering off`,
      ),
    ),
    { quiet: true },
  ),
  macos('storage-not-mounted', 'diskutil(8) list -plist external: no MountPoint', {
    'disk.macos.external': macStick(''),
  }),
  macos(
    'storage-not-mounted',
    'diskutil(8) list -plist external: with a MountPoint',
    { 'disk.macos.external': macStick('<key>MountPoint</key><string>/Volumes/PHOTOS</string>') },
    { quiet: true },
  ),
  macos(
    'bluetooth-off',
    'system_profiler SPBluetoothDataType: attrib_off',
    profiled({ SPBluetoothDataType: [{ controller_properties: { controller_state: 'attrib_off' } }] }),
  ),
  macos(
    'bluetooth-pairing',
    'system_profiler SPBluetoothDataType: device_not_connected',
    profiled({
      SPBluetoothDataType: [
        {
          controller_properties: { controller_state: 'attrib_on' },
          device_not_connected: [
            { 'WH-1000XM4': { device_address: '4C:87:5D:01:02:03', device_minorType: 'Headphones' } },
          ],
        },
      ],
    }),
  ),
  macos(
    'display-not-detected',
    'system_profiler SPDisplaysDataType: the vendor 756e6b6e',
    profiled({
      SPDisplaysDataType: [
        {
          _name: 'Apple M1',
          spdisplays_ndrvs: [{ _name: 'Display', '_spdisplays_display-vendor-id': '756e6b6e' }],
        },
      ],
    }),
  ),
  macos('input-missing', 'a Mac mini with nothing on USB and nothing by Bluetooth', {
    ...profiled({ SPUSBHostDataType: [{ _name: 'USB 3.1 Bus' }] }),
    'machine.hardware': exec('hw.model: Macmini9,1\nhw.optional.arm64: 1\nkern.hv_vmm_present: 0\n'),
  }),
];

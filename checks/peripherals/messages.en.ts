import { blockedCamera, closedDisk, inputTrouble, offBluetooth } from './messages.en/phrases.ts';
import { steps } from './messages.en/steps.ts';
import { ago, errnoText, times } from './messages.en/words.ts';
import type {
  BlockedCamera,
  BluetoothOff,
  ClosedDisk,
  Flapping,
  InputTrouble,
  SetUpFailure,
  Surge,
  Unpaired,
} from './params.ts';

const OTHER_PORT = 'Plug it straight into another port of the computer, without a hub and with another cable';

export const en = {
  name: 'Peripherals',
  complaint: 'A mouse, camera, screen, headset or stick is not there, or keeps disconnecting',
  fine: 'what is plugged in is set up, and stays connected',
  findings: {
    'peripherals/not-detected': {
      name: 'The device is not seen on any bus',
      means:
        'After plugging in, nothing new appeared on USB, among the screens or by Bluetooth, and no port reported an error. The computer does not notice that anything is connected: no power, a cable that only charges, a broken plug or a dead device.',
      found:
        'What is connected is read before and after plugging in, in two different ports. Without plugging in there is no way to tell: what is absent cannot be measured.',
      say: (p: { seconds: number }) => ({
        title: `Nothing new appeared within ${p.seconds} s after plugging in`,
        why: 'The computer does not notice the device at all: no driver and no setting can change that.',
        next: `${OTHER_PORT} (cables that only charge carry no data); then try the device on another computer`,
      }),
    },
    'peripherals/usb-enumeration-failed': {
      name: 'A USB device is connected but does not answer',
      means:
        'The port notices a device and asks what it is, and gets no sound answer. That is electrical: the cable, the plug, the port, a hub without power, or the device. It is no driver: the system does not even know which one it would need.',
      found:
        'Linux: the kernel log (device descriptor read, device not accepting address, unable to enumerate), once given up or three errors on one port in ten minutes, and nothing works at that port now. Windows: a device with the id VID_0000. macOS: persistent enumeration failures.',
      say: (p: SetUpFailure) => ({
        title: `A device on USB port ${p.port} does not answer (${times(p.errors)} an error${errnoText(p.error)}${ago(p.minutesAgo)})`,
        why: 'Cable, plug, port or the device itself is faulty: the system asks what it is and gets no answer.',
        next: `${OTHER_PORT}; if it fails there too, try it on another computer`,
      }),
    },
    'peripherals/usb-overcurrent': {
      name: 'A USB port was cut off for drawing too much power',
      means:
        'More current flowed than a port may give, and it was switched off to protect the computer. Once can be a static discharge; again and again it is a short circuit in the device, the cable or the plug.',
      found: 'Over-current messages of the kernel. One is a warning, two or more on a port are critical.',
      say: (p: Surge) => ({
        title: `USB port ${p.port} was cut off for too much current (${times(p.times)}${ago(p.minutesAgo)})`,
        why: 'A short circuit can damage the computer.',
        next: 'Unplug the device, look for bent or dirty contacts in plug and port, and do not use that port until it is clear; devices that need much power belong on a hub with its own power supply',
      }),
    },
    'peripherals/usb-bandwidth': {
      name: 'Too many devices share one USB controller',
      means:
        'Cameras, sound cards and docks reserve a share of the bus. There was not enough left for one more.',
      found:
        'Linux: “Not enough bandwidth” and error −28 (ENOSPC) in the kernel log. Windows: problem code 12, or 10 with STATUS_INSUFFICIENT_RESOURCES, of a USB device.',
      say: (p: { device: string; minutesAgo: number | null }) => ({
        title: `The USB controller had no room left for ${p.device}${ago(p.minutesAgo)}`,
        why: 'The device is there, but cannot send picture or sound.',
        next: 'Plug cameras and sound devices into ports of another controller (not all into one hub), or lower the resolution of the camera',
      }),
    },
    'peripherals/usb-low-power': {
      name: 'The port or hub gives too little power',
      means:
        'The device says how much current it needs, and the port or the hub without a power supply of its own may not give that much. The system leaves it off.',
      found:
        'Linux: “rejected … due to insufficient available bus power” in the kernel log. Windows: problem code 10 with STATUS_INSUFFICIENT_POWER.',
      say: (p: { device: string; wantedMa: number | null }) => ({
        title:
          p.wantedMa === null
            ? `${p.device} does not get enough power from its USB port`
            : `${p.device} wants ${p.wantedMa} mA, more than its USB port may give`,
        why: 'The system leaves a device off that would draw more than the port may give.',
        next: 'Plug it straight into the computer, or use a hub with its own power supply',
      }),
    },
    'peripherals/usb-flapping': {
      name: 'A USB device keeps disconnecting',
      means:
        'The connection breaks and comes back. Disks can lose data that way, sound and picture stop, keys repeat or get lost.',
      found:
        'Three disconnects or more on one port within ten minutes, those around sleep not counted: from the kernel log (Linux), Kernel-PnP event 1010 (Windows), the unified log (macOS).',
      say: (p: Flapping) => ({
        title: `${p.device ?? 'The device'} on USB port ${p.port} disconnected ${times(p.times)} within ${p.minutes} minutes${ago(p.minutesAgo)}`,
        why: 'A loose plug, a worn cable or too little power breaks the connection; a disk can lose data.',
        next: `${OTHER_PORT}; a disk only after it was ejected`,
      }),
    },
    'peripherals/storage-not-mounted': {
      name: 'The disk is seen but not opened',
      means:
        'The disk is connected and answers, but none of its files can be reached. Either nobody opened it, or it belongs to another system, is locked, or is empty or damaged. “Format the disk?” is the wrong answer while there is anything on it.',
      found:
        'Disks on USB and in card slots without a mounted volume. Linux: sysfs and lsblk; Windows: MSFT_Disk, MSFT_Partition, MSFT_Volume; macOS: diskutil.',
      say: (p: ClosedDisk) => closedDisk(p),
    },
    'peripherals/bluetooth-off': {
      name: 'Bluetooth is off',
      means: 'This computer has Bluetooth, but it is switched off, or the service for it does not run.',
      found:
        'Linux: rfkill and BlueZ; Windows: the service bthserv; macOS: controller_state. A computer without an adapter is no fault.',
      say: (p: BluetoothOff) => offBluetooth(p),
    },
    'peripherals/bluetooth-pairing': {
      name: 'A Bluetooth device does not connect',
      means:
        'The device is known here, Bluetooth is on, and it is not connected. It may be switched off, empty, out of reach, connected to a telephone, or the two no longer agree on their key.',
      found:
        'A paired device that is not connected; a warning once connecting failed twice (bluetoothd’s journal, BTHUSB event 16). macOS does not say whether it tried.',
      say: (p: Unpaired) => ({
        title:
          p.times > 0
            ? `${p.device} did not connect by Bluetooth (${times(p.times)}${p.why === null ? '' : `: ${p.why}`})`
            : `${p.device} is known by Bluetooth and not connected`,
        why: `Known devices connect by themselves when they are switched on and near.${p.batteryPct === null ? '' : ` Its battery was at ${p.batteryPct}%.`}`,
        next: 'Charge it, switch it on and bring it near; switch Bluetooth off on the telephone it was used with; if that does not help, remove it in the Bluetooth settings and pair it again',
      }),
    },
    'peripherals/camera-blocked': {
      name: 'The camera is blocked or used by another program',
      means:
        'The camera is there, and programs do not get its picture: a privacy setting forbids it, the system keeps it out, or another program uses it.',
      found:
        'Linux: /sys/class/video4linux, the authorization of USB devices, and who holds /dev/video*. Windows: ConsentStore\\webcam. macOS keeps its list to itself: there a person has to look.',
      say: (p: BlockedCamera) => blockedCamera(p),
    },
    'peripherals/display-not-detected': {
      name: 'A screen is connected but tells nothing of itself',
      means:
        'Something is at the other end of the cable, but the line on which a screen tells its name and sizes (EDID) is silent. The computer does not know what to send: the picture stays away, or comes in a wrong size.',
      found:
        'Linux: a connected HDMI, DP or DVI connector with an empty edid. Windows: a monitor without an id of its own. macOS: the vendor “unkn”. Not on virtual machines.',
      say: (p: { connector: string }) => ({
        title: `The screen at ${p.connector} is connected and tells nothing of itself`,
        why: 'Without that the computer does not know which sizes the screen can show.',
        next: 'Try another cable, without adapters and switches between; then another socket of the computer and of the screen',
      }),
    },
    'peripherals/input-missing': {
      name: 'Keyboard, mouse or touchpad is missing or switched off',
      means:
        'A screen is connected, and the system knows of no keyboard or nothing to point with, or the touchpad is switched off.',
      found:
        'Linux: /sys/class/input, only where a screen is connected; Windows: the classes Keyboard and Mouse, PrecisionTouchPad; macOS: only where neither USB nor Bluetooth has anything at all.',
      say: (p: InputTrouble) => inputTrouble(p),
    },
    'peripherals/phantom': {
      name: 'Devices that were known before are not connected now',
      means:
        'Windows remembers every device that was ever plugged in. It is only worth a look when one of them is plugged in right now.',
      found: 'Devices of USB and Bluetooth that are not present (problem codes 24 and 45).',
      say: (p: { devices: readonly string[]; count: number }) => ({
        title: `${p.count} known ${p.count === 1 ? 'device is' : 'devices are'} not connected now: ${p.devices.join(', ')}`,
        why: 'That is expected after unplugging. If one of these is plugged in now, the computer does not see it.',
        next: 'If it is plugged in: techsupport watch, then plug it in again',
      }),
    },
  },
  ...steps,
};

export type Messages = typeof en;

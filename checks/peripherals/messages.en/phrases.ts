/** Findings whose words depend on what exactly was seen. */
import type { Words } from '../../../src/contract.ts';
import { sizeText } from '../../../src/sources/size.ts';
import type { BlockedCamera, BluetoothOff, ClosedDisk, InputTrouble } from '../params.ts';

export const closedDisk = ({ disk, device, bytes, fileSystem, reason }: ClosedDisk): Words => {
  const what = `${disk} (${device}, ${sizeText('en', bytes)})`;
  switch (reason) {
    case 'known':
      return {
        title: `${what} holds ${fileSystem ?? 'files'} and is not opened`,
        why: 'The disk is fine as far as can be seen: only nobody opened it.',
        next: `Open it in the file manager (Linux: udisksctl mount -b the partition; Windows: give it a letter in diskmgmt.msc; macOS: diskutil mountDisk ${device})`,
      };
    case 'foreign':
      return {
        title: `${what} is locked or belongs to another system${fileSystem === null ? '' : ` (${fileSystem})`}`,
        why: 'This system cannot open it by itself. Formatting it would delete everything on it.',
        next: 'Unlock it with its password, or read it on the system that made it; do not format it',
      };
    case 'empty':
      return {
        title: `Nothing is recognized on ${what}`,
        why: 'It is new and empty, or its beginning is damaged. Formatting deletes what may still be there.',
        next: 'If there was anything on it that is needed: do not write to it, and ask for data recovery; otherwise it may be formatted',
      };
    case 'unreadable':
      return {
        title: `${what} has a partition that Windows cannot read (RAW)`,
        why: 'It is locked, of another system, or damaged. “Format the disk?” would delete everything on it.',
        next: 'Answer “Format the disk?” with no; unlock it (BitLocker) or read it on the system that made it; if it is damaged, copy what is needed first',
      };
    case 'offline':
      return {
        title: `${what} is switched offline`,
        why: 'Windows sees the disk and was told not to use it.',
        next: 'diskmgmt.msc: right-click the disk, Online',
      };
  }
};

export const offBluetooth = ({ reason, adapter }: BluetoothOff): Words => {
  const which = adapter === null ? 'Bluetooth' : `Bluetooth (${adapter})`;
  switch (reason) {
    case 'hard-block':
      return {
        title: `${which} is switched off by a key or switch on this computer`,
        why: 'No program can switch on what a key switched off.',
        next: 'Press the airplane or Bluetooth key (often with Fn), or slide the switch',
      };
    case 'soft-block':
      return {
        title: `${which} is switched off in this computer`,
        why: 'Nothing connects by Bluetooth: no headset, mouse or keyboard.',
        next: 'Switch airplane mode off and Bluetooth on (Linux: rfkill unblock bluetooth)',
      };
    case 'service':
      return {
        title: `The service for ${which} does not run`,
        why: 'The adapter is there, and nobody serves it.',
        next: 'Linux: sudo systemctl start bluetooth; Windows: services.msc, Bluetooth Support Service, Start',
      };
    case 'powered-off':
      return {
        title: `${which} is switched off`,
        why: 'Nothing connects by Bluetooth: no headset, mouse or keyboard.',
        next: 'Switch Bluetooth on in the settings (Linux: bluetoothctl power on)',
      };
    case 'failed':
      return {
        title: `${which} failed while it was set up`,
        why: 'The adapter answered the kernel with errors and was given up.',
        next: 'Shut the computer down, unplug it from power for 30 seconds and start it again: a restart does not reset the adapter',
      };
  }
};

const LEVELS: Readonly<Record<string, string>> = {
  computer: 'for this computer',
  user: 'for your account',
  'desktop-apps': 'for desktop programs',
};

export const blockedCamera = ({ reason, camera, by }: BlockedCamera): Words => {
  switch (reason) {
    case 'denied':
      return {
        title: `The camera ${camera} is forbidden ${LEVELS[by ?? ''] ?? ''} in the privacy settings`.replace(
          / {2}/,
          ' ',
        ),
        why: 'Programs get no picture, and most of them do not say why.',
        next: 'Settings, Privacy & security, Camera: allow camera access',
      };
    case 'not-authorized':
      return {
        title: `The system keeps the camera ${camera} out`,
        why: 'A rule for USB devices (USBGuard, authorized_default) did not let it in.',
        next: 'If it is yours: usbguard list-devices -b, then usbguard allow-device with its number; on a managed computer ask its administrator',
      };
    case 'no-node':
      return {
        title: `The camera ${camera} is connected, and programs are offered none`,
        why: 'The part of the kernel that makes a camera of it is missing or did not start.',
        next: 'techsupport check drivers; a restart after an update often brings it back',
      };
    case 'in-use':
      return {
        title: `The camera ${camera} is used by ${by ?? 'a program'}`,
        why: 'Most cameras serve one program at a time.',
        next: `Close ${by ?? 'that program'} when another program needs the camera`,
      };
  }
};

export const inputTrouble = ({ what, device }: InputTrouble): Words => {
  switch (what) {
    case 'touchpad-off':
      return {
        title: `The touchpad${device === null ? '' : ` ${device}`} is switched off`,
        why: 'It is there and works, and a key or a setting silences it.',
        next: 'Press the touchpad key (often Fn with F5 to F9), or switch it on in the settings',
      };
    case 'keyboard':
      return { title: 'A screen is connected, and no keyboard', ...LOST };
    case 'pointer':
      return { title: 'A screen is connected, and neither mouse nor touchpad', ...LOST };
    case 'both':
      return { title: 'Neither a keyboard nor anything to point with is connected', ...LOST };
  }
};

const LOST = {
  why: 'The system knows of none on USB, inside the computer or by Bluetooth.',
  next: 'Check battery and receiver of a wireless one, and plug it into another port; techsupport watch shows whether it arrives',
};

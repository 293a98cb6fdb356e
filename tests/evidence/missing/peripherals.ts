import type { Missing } from '../evidence.ts';

const PLUGGED_IN =
  'It is concluded from two readings with a person’s hand between them: by the decision tree and by watch, and proved in tests/checks/peripherals-tree.test.ts and tests/commands/watch.test.ts';

export const missing: Missing = {
  'peripherals/not-detected': { linux: PLUGGED_IN, win32: PLUGGED_IN, darwin: PLUGGED_IN },
  'peripherals/usb-overcurrent': {
    win32:
      'Windows shows it as a notification; the hub driver writes it into a trace only that is off (USBHUB3)',
  },
  'peripherals/camera-blocked': {
    darwin: 'The list of permissions (TCC) cannot be read without Full Disk Access: a person is asked',
  },
  'peripherals/phantom': {
    linux: 'udev forgets a device when it goes; the catalogue’s own cell says that there is no history',
  },
};

/** The way into safe mode, in English: Windows, macOS, Raspberry Pi. */
import type { WindowsVersion } from '../way-params.ts';

export const windowsEnter = (version: WindowsVersion): readonly string[] =>
  version === 7
    ? [
        'Restart, and keep pressing F8 until a menu appears, before the Windows logo does.',
        'Choose Safe Mode, or Safe Mode with Networking.',
      ]
    : [
        `Hold Shift and click Start > Power > Restart (it works at the login screen too).${SETTINGS[version ?? 8]}`,
        'Choose Troubleshoot > Advanced options > Startup Settings > Restart.',
        'If a recovery key is asked for, type the 48 digits.',
        'Press 4 or F4 for safe mode, 5 or F5 for safe mode with network.',
        "Sign in with the account's password: the PIN may not be accepted there.",
      ];

const SETTINGS = {
  8: '',
  10: ' Or: Settings > Update & Security > Recovery > Advanced startup > Restart now.',
  11: ' Or: Settings > System > Recovery > Advanced startup > Restart now.',
};

export const windowsNotStarting = (version: WindowsVersion, stick: string): readonly string[] => [
  ...(version === 7
    ? ['Switch on, keep pressing F8, and choose Repair Your Computer.']
    : [
        'After two failed starts Windows opens its recovery by itself. To bring it about: at the logo hold the power button for 10 seconds; do that twice; with the third start it comes.',
        ...(version === 11 ? ['If it offers to look for a repair over the network, let it.'] : []),
        'Choose Advanced options (or Troubleshoot > Advanced options), then Startup Repair or Uninstall Updates; or Startup Settings > Restart and F4 for safe mode.',
      ]),
  `If it does not come, start from a Windows installation stick (${stick}) and choose Repair your computer.`,
];

export const ENTER = {
  apple: [
    'Choose Apple menu > Shut Down and wait until the screen is dark.',
    'Press the power button and keep it pressed until “Loading startup options” appears.',
    'Select the volume, hold Shift and click Continue in Safe Mode.',
    'Sign in: “Safe Boot” stands in the menu bar.',
  ],
  intel: [
    'Restart, and hold Shift at once until the login window appears.',
    'Sign in, with FileVault perhaps twice: “Safe Boot” stands in the menu bar.',
  ],
  virtual: [
    'Shut it down, and start it in recovery from the program that runs it: a virtual Mac has no power button to hold.',
  ],
  'raspberry-pi': [
    'Connect a screen and a keyboard. A Raspberry Pi has no boot menu: what it starts stands in cmdline.txt.',
    'Open that file: on the running Pi /boot/firmware/cmdline.txt (older systems: /boot/cmdline.txt), otherwise in the first partition of its card, in another computer.',
    'Keep a copy, then add at the end of its only line, after a blank: systemd.unit=rescue.target systemd.setenv=SYSTEMD_SULOGIN_FORCE=1',
    'Start it again.',
  ],
} as const;

export const NOT_STARTING: readonly string[] = [
  'Watch the green light: a pattern of blinks means that no system was found. Try another power supply and another card.',
  'Write a fresh system to another card (Raspberry Pi Imager), start from it, and read the old card in a card reader.',
];

const OFF = 'Switch it off: hold the power button for 10 seconds.';
const CHOICE =
  'Choose a user and type the password, if asked. Disk Utility > First Aid comes before Reinstall macOS.';

export const APPLE: readonly string[] = [
  OFF,
  'Press the power button and keep it pressed until “Loading startup options” appears, then choose Options > Continue.',
  CHOICE,
];

export const INTEL: readonly string[] = [
  OFF,
  'Switch it on and hold Command+R at once until the Apple logo appears. Option+Command+R fetches the recovery from the Internet.',
  CHOICE,
];

/** The way into safe mode, in English: what holds for every system. */
import type {
  ElsewhereParams,
  EnterParams,
  FirmwareParams,
  KeyParams,
  LeaveParams,
  NotStartingParams,
  Press,
  VirtualParams,
} from '../way-params.ts';
import { linuxEnter, linuxNotStarting } from './way-linux.ts';
import { APPLE, ENTER, INTEL, NOT_STARTING, windowsEnter, windowsNotStarting } from './way-others.ts';

export const way = {
  'safe-mode/recovery-key': {
    say: ({ lock, on }: KeyParams) => ({
      title: KEY_TITLES[lock],
      steps: lock === 'unknown' ? [UNREAD[on], ...KEYS[on]] : KEYS[on],
    }),
  },
  'safe-mode/virtual-machine': {
    say: ({ hypervisor, screen }: VirtualParams) => ({
      title: `This is a virtual machine (${hypervisor}): keys are for its own window`,
      steps: [
        'Take a snapshot first: it is the way back.',
        screen === 'rented'
          ? "Open its serial console on the provider's page: it has no other screen."
          : 'Open its own window, not a remote desktop into it, and click into it before you press a key.',
        VM_KEYS[hypervisor] ?? 'What it starts from is set in the program that runs it.',
      ],
    }),
  },
  'safe-mode/enter': {
    say: (params: EnterParams) => ({
      title: 'Into safe mode, while the system still starts',
      steps: [
        'Save your work and close all programs.',
        ...(params.remote
          ? ['Your connection to it ends there: somebody has to be at its own screen and keyboard.']
          : []),
        ...enter(params),
      ],
    }),
  },
  'safe-mode/not-starting': {
    say: (params: NotStartingParams) => ({
      title: 'When the system does not start any more',
      steps: notStarting(params),
    }),
  },
  'safe-mode/firmware-keys': {
    say: ({ computer, setup, menu, known, sure, asOf, menuIsOff, from }: FirmwareParams) => ({
      title: `Firmware setup and boot menu${computer === null ? '' : ` of ${computer}`}`,
      steps: [
        ...(from === null ? [] : [RESTART_INTO_SETUP[from]]),
        ...(known && sure
          ? []
          : [
              known
                ? `Not sure: these keys are of ${asOf}. ${SCREEN}`
                : `Not sure: the maker is not known here, these keys are the usual ones. ${SCREEN}`,
            ]),
        `Setup: switch the computer on and ${pressed(setup)}.`,
        `Boot menu, to start from a stick: switch it on and ${pressed(menu)}.`,
        ...(menuIsOff ? ['If no boot menu comes: set F12 Boot Menu to Enabled in the setup.'] : []),
      ],
    }),
  },
  'safe-mode/leave': {
    say: ({ on }: LeaveParams) => ({ title: 'Back to the normal start', steps: LEAVE[on] }),
  },
  'safe-mode/elsewhere': {
    say: ({ place }: ElsewhereParams) => ELSEWHERE[place],
  },
};

const KEY_TITLES: Readonly<Record<KeyParams['lock'], string>> = {
  bitlocker: 'First the recovery key of the disk (BitLocker)',
  filevault: 'First the password or the recovery key of the disk (FileVault)',
  luks: 'First the password of the disk (LUKS)',
  unknown: 'First the recovery key of the disk, if it is encrypted',
};

const UNREAD: Readonly<Record<KeyParams['on'], string>> = {
  windows: 'Whether it is encrypted could not be read. As administrator: manage-bde -status C:',
  linux:
    'Whether it is encrypted could not be read. It is if the start asks for a password before the login.',
  mac: 'Whether it is encrypted could not be read. In Terminal: fdesetup status',
};

const KEYS: Readonly<Record<KeyParams['on'], readonly string[]>> = {
  windows: [
    'Have the 48 digits on paper or on another device: from aka.ms/myrecoverykey, a printout, or the IT department.',
    'Compare the Key ID: as administrator, manage-bde -protectors -get C: shows it, and its first 8 characters must be those of your key.',
    'Without the key, change nothing in the firmware, the boot order or the boot configuration: after that nothing else opens the disk.',
  ],
  linux: [
    'Have its password or its recovery key ready: rescue mode and a live stick ask for it too.',
    'If the disk opens by itself (TPM), a change of firmware or boot loader ends that: then only the password or the recovery key opens it.',
  ],
  mac: [
    'Have the password of a user of this Mac, or the recovery key: safe mode and recovery ask for it.',
    'Without one of them nothing opens the disk.',
  ],
};

const VM_KEYS: Readonly<Record<string, string>> = {
  kvm: 'Its boot menu: press Esc at the first picture. virt-manager sends keys by its menu Send Key.',
  virtualbox: 'Its boot menu: press F12 (with EFI: Esc) at the first picture.',
  vmware: 'Its boot menu: press Esc at the first picture; its setup: F2.',
  'hyper-v':
    'It has no key for that: set what it starts from in Hyper-V Manager > Settings > Firmware (or BIOS).',
  parallels: 'Set what it starts from in its configuration > Hardware > Boot Order.',
};

const enter = (params: EnterParams): readonly string[] => {
  switch (params.on) {
    case 'windows':
      return windowsEnter(params.version);
    case 'linux':
      return linuxEnter(params);
    case 'raspberry-pi':
      return ENTER['raspberry-pi'];
    case 'mac':
      return params.screen === 'own' ? ENTER[params.chip] : ENTER.virtual;
  }
};

const notStarting = (params: NotStartingParams): readonly string[] => {
  switch (params.on) {
    case 'windows':
      return windowsNotStarting(params.version, stick(params));
    case 'linux':
      return linuxNotStarting(params, stick(params));
    case 'raspberry-pi':
      return NOT_STARTING;
    case 'mac':
      return params.chip === 'apple' ? APPLE : INTEL;
  }
};

const stick = ({ menu, sure }: NotStartingParams): string =>
  menu === null
    ? 'make its image the first drive of the virtual machine'
    : `switch on and ${pressed(menu)}${sure ? '' : ', but that is not sure'}`;

const SCREEN = 'What the screen says at switch-on counts.';

const RESTART_INTO_SETUP = {
  windows:
    'Without a key, from Windows as administrator: shutdown /r /fw /t 0 (the next start opens the setup)',
  linux:
    'Without a key, from Linux as root: systemctl reboot --firmware-setup (the next start opens the setup)',
};

const NAMES: Readonly<Record<string, string>> = {
  Novo: 'the small Novo button while it is off',
  VolumeUp: 'Volume up',
  VolumeDown: 'Volume down',
};

const pressed = (list: readonly Press[]): string =>
  list
    .map(({ keys, how }) => {
      const named = keys.map((key) => NAMES[key] ?? key);
      if (how === 'hold') return `hold ${named.join(' + ')}`;
      return how === 'then' ? `press ${named.join(', then ')}` : `keep pressing ${anyOf(named)}`;
    })
    .join(', or ');

const anyOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const LEAVE: Readonly<Record<LeaveParams['on'], readonly string[]>> = {
  windows: [
    'Restart: the next start is a normal one.',
    'If safe mode comes again: Windows+R, msconfig, Boot, clear Safe boot, OK, restart.',
  ],
  linux: ['systemctl reboot. What was added to the start line counted for one start only.'],
  'raspberry-pi': ['Take the added words out of cmdline.txt (or put the copy back), then restart.'],
  mac: ['Restart from the Apple menu and hold no key.'],
};

const ELSEWHERE: Readonly<Record<ElsewhereParams['place'], { title: string; steps: readonly string[] }>> = {
  wsl: {
    title: 'WSL has no safe mode of its own',
    steps: [
      'To start it afresh, in Windows: wsl --shutdown, then open it again.',
      'If a distribution does not come up: wsl --distribution NAME --user root (wsl --list shows the names).',
      'Safe mode is that of Windows: run techsupport there to see the way.',
    ],
  },
  container: {
    title: 'A container has no safe mode of its own',
    steps: [
      'Start it again from the computer that runs it: docker restart NAME, podman restart NAME, or delete the pod.',
      'Safe mode is that of that computer: run techsupport there to see the way.',
    ],
  },
};

/** The way into rescue mode, in English: Linux, by what starts it. */
import type { EnterParams, NotStartingParams } from '../way-params.ts';

type Enter = Extract<EnterParams, { on: 'linux' }>;
type NotStarting = Extract<NotStartingParams, { on: 'linux' }>;

export const linuxEnter = (params: Enter): readonly string[] => [
  'At once, from the running system: systemctl rescue (as root). It ends all sessions and the network.',
  `Or with the next start: systemctl reboot. ${menu(params)}`,
  ...line(params),
  'It asks for the password of root. If it says that the root account is locked, start again and add as well: systemd.setenv=SYSTEMD_SULOGIN_FORCE=1',
  'If that does not come up either, write emergency.target in place of rescue.target: it starts less still.',
];

/** How the menu is made to stay on the screen. */
const menu = ({ loader, firmware }: Pick<Enter, 'loader' | 'firmware'>): string => {
  switch (loader) {
    case 'grub':
      return GRUB[firmware ?? 'unknown'];
    case 'systemd-boot':
      return 'Hold the space bar from the first picture on, until the menu of systemd-boot appears.';
    case 'refind':
      return 'When the menu of rEFInd appears, press an arrow key: then it waits.';
    case 'u-boot':
      return 'It is started by U-Boot: there may be a menu on the serial console only.';
    case 'unknown':
      return 'What starts it could not be told: in most cases Esc, Shift or the space bar, pressed from the first picture on, opens a menu.';
  }
};

const GRUB = {
  uefi: "When the maker's picture goes, press Esc once: the menu of GRUB appears. (At a prompt grub> type normal, press Enter, then Esc once.)",
  bios: 'Hold Shift from the first picture on, until the menu of GRUB appears.',
  unknown: 'Press Esc once (UEFI) or hold Shift (BIOS), until the menu of GRUB appears.',
};

const ARGUMENT = 'systemd.unit=rescue.target';

/** What is chosen or written in the menu. */
const line = ({ loader, recovery }: Enter): readonly string[] => {
  switch (loader) {
    case 'grub':
      return [
        ...(recovery === false
          ? []
          : [
              `Choose Advanced options, then the line that ends in (recovery mode)${recovery === null ? ', if there is one' : ''}.`,
            ]),
        `${recovery === false ? 'Press' : 'Otherwise press'} e on the first line, go to the end of the line that begins with linux, add a blank and ${ARGUMENT}, and press Ctrl+X.`,
      ];
    case 'systemd-boot':
      return [
        `Press e on the first line, go to its end, add a blank and ${ARGUMENT}, and press Enter.`,
        'If nothing can be edited there (a unified kernel with Secure Boot), choose an older line or start from a live stick.',
      ];
    case 'refind':
      return [
        `Press F2 twice on the line of Linux, add a blank and ${ARGUMENT} at the end, and press Enter.`,
      ];
    case 'u-boot':
      return [
        `Without one: add ${ARGUMENT} to the line append in /boot/extlinux/extlinux.conf (keep a copy), in another computer if need be.`,
      ];
    case 'unknown':
      return [
        `Where the menu lets a start line be edited (often with e), add a blank and ${ARGUMENT} at its end.`,
      ];
  }
};

export const linuxNotStarting = (params: NotStarting, stick: string): readonly string[] =>
  params.loader === 'u-boot'
    ? ['Write a fresh system to another card, start from it, and read the old one in a card reader.', COPY]
    : [
        menu(params),
        params.loader === 'grub'
          ? 'Choose Advanced options, and there the kernel before the newest: it often still starts.'
          : 'Choose the kernel before the newest, if there is a line for it: it often still starts.',
        `If no menu comes, or grub rescue> does, start from a live stick (${stick}).`,
        COPY,
      ];

const COPY = 'Copy your files from there first; repair after that.';

/** The way into rescue mode, in Russian: Linux, by what starts it. */
import type { EnterParams, NotStartingParams } from '../way-params.ts';

type Enter = Extract<EnterParams, { on: 'linux' }>;
type NotStarting = Extract<NotStartingParams, { on: 'linux' }>;

export const linuxEnter = (params: Enter): readonly string[] => [
  'Сразу, из работающей системы: systemctl rescue (с правами root). При этом закончатся все сеансы и сеть.',
  `Или при следующем запуске: systemctl reboot. ${menu(params)}`,
  ...line(params),
  'Спросят пароль root. Если написано, что учётная запись root заблокирована, запустите ещё раз и добавьте также: systemd.setenv=SYSTEMD_SULOGIN_FORCE=1',
  'Если не запустится и это, вместо rescue.target напишите emergency.target: в нём запускается ещё меньше.',
];

/** How the menu is made to stay on the screen. */
const menu = ({ loader, firmware }: Pick<Enter, 'loader' | 'firmware'>): string => {
  switch (loader) {
    case 'grub':
      return GRUB[firmware ?? 'unknown'];
    case 'systemd-boot':
      return 'С первой картинки удерживайте пробел, пока не появится меню systemd-boot.';
    case 'refind':
      return 'Когда появится меню rEFInd, нажмите клавишу со стрелкой: тогда оно будет ждать.';
    case 'u-boot':
      return 'Его запускает U-Boot: меню, возможно, есть только на последовательной консоли.';
    case 'unknown':
      return 'Чем он запускается, узнать не удалось: чаще всего меню открывают Esc, Shift или пробел, нажатые с первой картинки.';
  }
};

const GRUB = {
  uefi: 'Когда исчезнет картинка изготовителя, один раз нажмите Esc: появится меню GRUB. (Если появилось приглашение grub>, введите normal, нажмите Enter и один раз Esc.)',
  bios: 'С первой картинки удерживайте Shift, пока не появится меню GRUB.',
  unknown: 'Один раз нажмите Esc (UEFI) или удерживайте Shift (BIOS), пока не появится меню GRUB.',
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
              `Выберите «Дополнительные параметры» (Advanced options), затем строку, которая кончается на (recovery mode)${recovery === null ? ', если она есть' : ''}.`,
            ]),
        `${recovery === false ? 'Нажмите' : 'Иначе нажмите'} e на первой строке, перейдите в конец строки, которая начинается с linux, допишите через пробел ${ARGUMENT} и нажмите Ctrl+X.`,
      ];
    case 'systemd-boot':
      return [
        `Нажмите e на первой строке, перейдите в её конец, допишите через пробел ${ARGUMENT} и нажмите Enter.`,
        'Если править там ничего нельзя (единый образ ядра и Secure Boot), выберите строку постарше или запуститесь с загрузочной флешки.',
      ];
    case 'refind':
      return [
        `На строке Linux дважды нажмите F2, допишите в конец через пробел ${ARGUMENT} и нажмите Enter.`,
      ];
    case 'u-boot':
      return [
        `Если меню нет: допишите ${ARGUMENT} в строку append файла /boot/extlinux/extlinux.conf (сохраните копию), при необходимости на другом компьютере.`,
      ];
    case 'unknown':
      return [
        `Если меню позволяет править строку запуска (часто клавишей e), допишите в её конец через пробел ${ARGUMENT}.`,
      ];
  }
};

export const linuxNotStarting = (params: NotStarting, stick: string): readonly string[] =>
  params.loader === 'u-boot'
    ? ['Запишите свежую систему на другую карту, запуститесь с неё и прочитайте старую в картридере.', COPY]
    : [
        menu(params),
        params.loader === 'grub'
          ? 'Выберите «Дополнительные параметры» (Advanced options) и там ядро перед самым новым: оно часто ещё запускается.'
          : 'Выберите ядро перед самым новым, если для него есть строка: оно часто ещё запускается.',
        `Если меню не появляется или появляется grub rescue>, запуститесь с загрузочной флешки (${stick}).`,
        COPY,
      ];

const COPY = 'Сначала скопируйте оттуда свои файлы, чините после этого.';

/** The way into safe mode, in Russian: what holds for every system. */
import type { way as english } from '../messages.en/way.ts';
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

export const way: typeof english = {
  'safe-mode/recovery-key': {
    say: ({ lock, on }: KeyParams) => ({
      title: KEY_TITLES[lock],
      steps: lock === 'unknown' ? [UNREAD[on], ...KEYS[on]] : KEYS[on],
    }),
  },
  'safe-mode/virtual-machine': {
    say: ({ hypervisor, screen }: VirtualParams) => ({
      title: `Это виртуальная машина (${hypervisor}): клавиши нажимают в её собственном окне`,
      steps: [
        'Сначала сделайте снимок состояния: это путь назад.',
        screen === 'rented'
          ? 'Откройте её последовательную консоль на странице поставщика: другого экрана у неё нет.'
          : 'Откройте её собственное окно, а не удалённый рабочий стол, и щёлкните в нём, прежде чем нажимать клавиши.',
        VM_KEYS[hypervisor] ?? 'С чего она загружается, задаётся в программе, которая её запускает.',
      ],
    }),
  },
  'safe-mode/enter': {
    say: (params: EnterParams) => ({
      title: 'В безопасный режим, пока система ещё запускается',
      steps: [
        'Сохраните работу и закройте все программы.',
        ...(params.remote
          ? [
              'Ваше соединение с компьютером при этом оборвётся: кто-то должен быть у его экрана и клавиатуры.',
            ]
          : []),
        ...enter(params),
      ],
    }),
  },
  'safe-mode/not-starting': {
    say: (params: NotStartingParams) => ({
      title: 'Если система больше не запускается',
      steps: notStarting(params),
    }),
  },
  'safe-mode/firmware-keys': {
    say: ({ computer, setup, menu, known, sure, asOf, menuIsOff, from }: FirmwareParams) => ({
      title: `Настройки прошивки и меню загрузки${computer === null ? '' : `: ${computer}`}`,
      steps: [
        ...(from === null ? [] : [RESTART_INTO_SETUP[from]]),
        ...(known && sure ? [] : [`${known ? dated(asOf) : STRANGE} ${SCREEN}`]),
        `Настройки: включите компьютер и ${pressed(setup)}.`,
        `Меню загрузки, чтобы запуститься с флешки: включите компьютер и ${pressed(menu)}.`,
        ...(menuIsOff
          ? ['Если меню загрузки не появляется: в настройках переведите F12 Boot Menu в Enabled.']
          : []),
      ],
    }),
  },
  'safe-mode/leave': {
    say: ({ on }: LeaveParams) => ({ title: 'Назад, к обычному запуску', steps: LEAVE[on] }),
  },
  'safe-mode/elsewhere': {
    say: ({ place }: ElsewhereParams) => ELSEWHERE[place],
  },
};

const KEY_TITLES: Readonly<Record<KeyParams['lock'], string>> = {
  bitlocker: 'Сначала ключ восстановления диска (BitLocker)',
  filevault: 'Сначала пароль или ключ восстановления диска (FileVault)',
  luks: 'Сначала пароль диска (LUKS)',
  unknown: 'Сначала ключ восстановления диска, если диск зашифрован',
};

const UNREAD: Readonly<Record<KeyParams['on'], string>> = {
  windows:
    'Зашифрован ли диск, прочитать не удалось. Проверьте от имени администратора: manage-bde -status C:',
  linux:
    'Зашифрован ли диск, прочитать не удалось. Если при запуске пароль спрашивают ещё до входа, он зашифрован.',
  mac: 'Зашифрован ли диск, прочитать не удалось. Проверьте в программе «Терминал»: fdesetup status',
};

const KEYS: Readonly<Record<KeyParams['on'], readonly string[]>> = {
  windows: [
    'Держите 48 цифр ключа на бумаге или на другом устройстве: они есть на aka.ms/myrecoverykey, на распечатке или у ИТ-отдела.',
    'Сверьте идентификатор ключа: от имени администратора его показывает manage-bde -protectors -get C:, первые 8 знаков должны совпасть.',
    'Без ключа ничего не меняйте в прошивке, порядке загрузки и параметрах запуска: после этого ничто другое диск не откроет.',
  ],
  linux: [
    'Приготовьте его пароль или ключ восстановления: их спросят и режим восстановления, и загрузочная флешка.',
    'Если диск открывается сам (TPM), то после изменения прошивки или загрузчика это прекратится: откроет только пароль или ключ восстановления.',
  ],
  mac: [
    'Приготовьте пароль пользователя этого Mac или ключ восстановления: их спросят и безопасный режим, и режим восстановления.',
    'Без них диск не откроет ничто.',
  ],
};

const VM_KEYS: Readonly<Record<string, string>> = {
  kvm: 'Её меню загрузки: нажмите Esc на первой картинке. virt-manager посылает клавиши через меню «Отправить комбинацию».',
  virtualbox: 'Её меню загрузки: нажмите F12 (с EFI: Esc) на первой картинке.',
  vmware: 'Её меню загрузки: нажмите Esc на первой картинке; её настройки: F2.',
  'hyper-v':
    'Клавиши для этого нет: с чего она загружается, задайте в диспетчере Hyper-V: «Параметры» > «Встроенное ПО» (или BIOS).',
  parallels: 'С чего она загружается, задайте в её конфигурации: «Оборудование» > «Порядок загрузки».',
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
    ? 'сделайте её образ первым диском виртуальной машины'
    : `включите компьютер и ${pressed(menu)}${sure ? '' : ', но это не точно'}`;

const SCREEN = 'Верьте тому, что написано на экране при включении.';
const STRANGE = 'Не точно: этот изготовитель здесь не известен, названы обычные клавиши.';
const dated = (asOf: string): string => `Не точно: эти клавиши известны на ${asOf}.`;

const RESTART_INTO_SETUP = {
  windows:
    'Без клавиш, из Windows от имени администратора: shutdown /r /fw /t 0 (следующий запуск откроет настройки)',
  linux:
    'Без клавиш, из Linux с правами root: systemctl reboot --firmware-setup (следующий запуск откроет настройки)',
};

const NAMES: Readonly<Record<string, string>> = {
  Novo: 'маленькую кнопку Novo на выключенном компьютере',
  VolumeUp: 'громкость вверх',
  VolumeDown: 'громкость вниз',
  Power: 'питание',
};

const pressed = (list: readonly Press[]): string =>
  list
    .map(({ keys, how }) => {
      const named = keys.map((key) => NAMES[key] ?? key);
      if (how === 'hold') return `удерживайте ${named.join(' + ')}`;
      return how === 'then' ? `нажмите ${named.join(', затем ')}` : `нажимайте снова и снова ${anyOf(named)}`;
    })
    .join(', или ');

const anyOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} или ${names.at(-1)}`;

const LEAVE: Readonly<Record<LeaveParams['on'], readonly string[]>> = {
  windows: [
    'Перезагрузите компьютер: следующий запуск будет обычным.',
    'Если снова откроется безопасный режим: Windows+R, msconfig, вкладка «Загрузка», снимите флажок «Безопасный режим», ОК, перезагрузите.',
  ],
  linux: ['Выполните systemctl reboot. Добавленное в строку запуска действовало один раз.'],
  'raspberry-pi': ['Уберите добавленные слова из cmdline.txt (или верните копию), затем перезагрузите.'],
  mac: ['Перезагрузите через меню Apple и не держите никаких клавиш.'],
};

const ELSEWHERE: Readonly<Record<ElsewhereParams['place'], { title: string; steps: readonly string[] }>> = {
  wsl: {
    title: 'У WSL нет своего безопасного режима',
    steps: [
      'Чтобы запустить её заново, выполните в Windows: wsl --shutdown, затем откройте снова.',
      'Если дистрибутив не запускается: wsl --distribution NAME --user root (имена показывает wsl --list).',
      'Безопасный режим здесь у Windows: запустите techsupport там, он покажет путь.',
    ],
  },
  container: {
    title: 'У контейнера нет своего безопасного режима',
    steps: [
      'Запустите его заново с компьютера, на котором он работает: docker restart NAME, podman restart NAME или удалите под.',
      'Безопасный режим есть у того компьютера: запустите techsupport там, он покажет путь.',
    ],
  },
};

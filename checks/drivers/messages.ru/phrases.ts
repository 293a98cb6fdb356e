/** Части предложений, общие для нескольких находок. */
import type { ProblemAction } from '../data/problems.ts';
import type { DeviceKind, DeviceParams, Trouble } from '../params.ts';

const KINDS: Readonly<Record<DeviceKind, string>> = {
  network: 'сетевая карта',
  wifi: 'карта Wi-Fi',
  bluetooth: 'адаптер Bluetooth',
  modem: 'мобильный модем',
  graphics: 'видеокарта',
  sound: 'звуковое устройство',
  camera: 'камера',
  multimedia: 'устройство звука или видео',
  storage: 'контроллер дисков или диск',
  'usb-controller': 'контроллер USB',
  input: 'клавиатура, мышь или подобное устройство',
  printer: 'принтер',
  other: 'устройство',
};

const WITHOUT: Readonly<Record<DeviceKind, string>> = {
  network: 'сеть через неё не работает',
  wifi: 'Wi-Fi не работает',
  bluetooth: 'Bluetooth не работает',
  modem: 'мобильный интернет не работает',
  graphics: 'картинка медленная или грубая, второй экран может не включиться',
  sound: 'звука через него нет',
  camera: 'программы не видят камеру',
  multimedia: 'звука или изображения через него нет',
  storage: 'его дисков не видно',
  'usb-controller': 'не видно того, что включено в его разъёмы',
  input: 'нажатия с него не доходят',
  printer: 'ничего не печатается',
  other: 'программы не могут им пользоваться',
};

/** «Intel I225-V (8086:15f3)»; если имени нет — место. */
export const device = (p: DeviceParams): string => {
  const named = p.name === '' ? `${KINDS[p.kind]} (${p.where})` : p.name;
  return p.id === '' ? named : `${named} (${p.id})`;
};

/** С вида начинается: род имени неизвестен, поэтому дальше двоеточие, а не глагол. */
export const Device = (p: DeviceParams): string => {
  const text = device(p);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const without = (p: DeviceParams): string => WITHOUT[p.kind];

/** Официальный источник и никакой другой. */
export const source = (p: DeviceParams): string => {
  const maker = p.url === '' ? '' : `${p.maker}: ${p.url}`;
  if (p.computer !== '') {
    const own = `страница поддержки ${p.computer}`;
    return maker === '' ? own : `${own}, иначе ${maker}`;
  }
  return maker === '' ? 'страница поддержки изготовителя' : maker;
};

export const problem = (p: Trouble): string =>
  p.problem === 0 ? '' : `, код ${p.problem}${p.status === '' ? '' : ` (${p.status})`}`;

export const driver = (p: Trouble): string =>
  p.version === ''
    ? ''
    : ` Драйвер: ${[p.driver, p.version].filter((part) => part !== '').join(' ')}${p.date === '' ? '' : `, ${p.date}`}.`;

export const action = (p: Trouble): string => ACTIONS[p.action](p);

const ACTIONS: Readonly<Record<ProblemAction, (p: Trouble) => string>> = {
  'install-driver': (p) =>
    `Установите драйвер: «Параметры > Центр обновления Windows > Дополнительные параметры > Необязательные обновления»; иначе ${source(p)}`,
  'reinstall-driver': (p) =>
    `Переустановите драйвер: «Диспетчер устройств > правая кнопка > Удалить устройство», затем перезагрузите компьютер. Драйвер: ${source(p)}`,
  'update-driver': (p) => `Установите более новый драйвер: ${source(p)}`,
  'signed-driver': (p) =>
    `Установите подписанный драйвер: ${source(p)}. Secure Boot и проверку подписи не отключайте`,
  'power-cycle': (p) =>
    `Выключите компьютер, отключите питание на 10\u00a0секунд, включите. Съёмное устройство подключите в другой разъём. Затем откатите или переустановите драйвер: ${source(p)}`,
  'unplug-newest': () =>
    'Отключите то, что добавили последним, или переставьте плату в другой слот и включите компьютер снова',
  'firmware-defaults': () =>
    'Загрузите в настройках прошивки (BIOS) значения по умолчанию или обновите прошивку компьютера',
  enable: () => 'Включите его: «Диспетчер устройств > правая кнопка > Включить устройство»',
  'enable-in-firmware': () => 'Включите его в настройках прошивки (BIOS) компьютера',
  replug: () => 'Отключите устройство и подключите снова',
  restart: () => 'Сохраните работу и перезагрузите компьютер',
  'restore-service': (p) => `Разрешите запуск службы драйвера или переустановите драйвер: ${source(p)}`,
  rescan: () =>
    '«Диспетчер устройств > правая кнопка > Удалить устройство», затем «Действие > Обновить конфигурацию оборудования»; иначе точка восстановления',
  'remove-hidden': () =>
    '«Диспетчер устройств > Вид > Показать скрытые устройства»: удалите те, что больше не нужны, и перезагрузите компьютер',
  memory: (p) =>
    `Закройте программы и перезагрузите компьютер; если не помогло, переустановите драйвер: ${source(p)}`,
  wait: () => 'Подождите минуту и посмотрите снова; если не помогло, перезагрузите компьютер',
  none: () => 'Делать ничего не нужно',
};

/** Биты отметки ядра. */
const TAINTS: Readonly<Record<string, string>> = {
  P: 'несвободный драйвер',
  F: 'модуль загружен силой',
  S: 'процессор работает вне своих норм',
  R: 'модуль выгружен силой',
  M: 'ошибка, о которой сообщил процессор',
  B: 'повреждённая страница памяти',
  U: 'поставлено программой',
  D: 'сбой внутри ядра',
  A: 'подменённая таблица ACPI',
  W: 'предупреждение ядра',
  C: 'драйвер в разработке',
  I: 'обход ошибки прошивки',
  O: 'драйвер не из состава ядра',
  E: 'драйвер без подписи',
  L: 'процессор завис внутри ядра',
  K: 'исправление на ходу',
  X: 'поставлено дистрибутивом',
  T: 'ядро со смешанными структурами',
  N: 'проверка внутри ядра',
};

export const taints = (flags: readonly { readonly letter: string }[]): string =>
  flags.map(({ letter }) => `${letter}, ${TAINTS[letter] ?? 'неизвестно'}`).join('; ');

export const count = (n: number, one: string, few: string, many: string): string => {
  const form = RULES.select(n);
  return `${n}\u00a0${form === 'one' ? one : form === 'few' ? few : many}`;
};

const RULES = new Intl.PluralRules('ru');

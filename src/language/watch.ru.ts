/** Слова команды `watch`, по-русски. */
import type { WatchWords } from './watch.en.ts';

const plural = new Intl.PluralRules('ru');
const of = (count: number, one: string, few: string, many: string): string => {
  const rule = plural.select(count);
  return `${count}\u00a0${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

const number = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });

export const ru: WatchWords = {
  there: 'Подключено сейчас',
  nothing: 'ничего',
  blind:
    'Здесь следить не за чем: не читаются ни USB, ни мониторы, ни устройства ввода, ни Bluetooth. В контейнере они принадлежат внешнему компьютеру.',
  noLog: 'Журнал ядра не читается: ошибки портов показаны не будут. Их покажет sudo techsupport watch.',
  error: 'ОШИБКА    ',
  buses: {
    usb: 'USB',
    bluetooth: 'Bluetooth',
    screen: 'Монитор',
    camera: 'Камера',
    input: 'Ввод',
    other: 'Прочее',
  },
  kinds: { appeared: 'появилось ', gone: 'исчезло   ', changed: 'изменилось', trouble: 'НЕПОЛАДКА ' },
  troubles: {
    'no-driver': 'его не взял ни один драйвер',
    'kept-out': 'не пропущено правилом этой системы',
    'not-configured': 'видно, но не включено (мало питания?)',
    'problem-code': 'Windows сообщает о неполадке',
    'no-edid': 'ничего о себе не сообщает (кабель или переходник)',
  },
  plugIn: (seconds) =>
    seconds === undefined
      ? 'Подключите устройство сейчас. Завершить: Ctrl+C.'
      : `Подключите устройство сейчас. Завершится через ${number.format(seconds)}\u00a0с или по Ctrl+C.`,
  after: (seconds) =>
    `+${new Intl.NumberFormat('ru', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(seconds)}\u00a0с`.padStart(
      9,
    ),
  speed: (mbps) =>
    mbps >= 1000 ? `${number.format(mbps / 1000)}\u00a0Гбит/с` : `${number.format(mbps)}\u00a0Мбит/с`,
  driver: (names) => `драйвер ${names}`,
  summary: ({ appeared, gone, errors, troubles }, seconds) =>
    appeared + gone + errors === 0
      ? [
          `За ${number.format(seconds)}\u00a0с ничего нового не появилось, и ни один порт не сообщил об ошибке.`,
          'Если за это время что-то подключали, компьютер этого не замечает: попробуйте другой кабель (кабели только для зарядки данных не передают), другой порт без разветвителя, затем другой компьютер. Подробнее: techsupport explain peripherals/not-detected',
        ]
      : [
          `За ${number.format(seconds)}\u00a0с: появилось ${appeared}, исчезло ${gone}, ${of(errors, 'ошибка портов', 'ошибки портов', 'ошибок портов')}.`,
          ...(troubles > 0 ? ['Что с ним не так: techsupport check drivers peripherals'] : []),
          ...(errors > 0 ? ['Что было с портами: techsupport check peripherals'] : []),
        ],
};

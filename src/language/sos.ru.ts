import { count } from './counted.ts';
import type { SosWords } from './sos.en.ts';

export const ru: SosWords = {
  from: (host, version, at) => `Это не отчёт techsupport: sos ${version}, компьютер ${host}, ${at}`,
  fromUnknownTime: (host, version) =>
    `Это не отчёт techsupport: sos ${version}, компьютер ${host}, время не указано`,
  unknownVersion: '(версия неизвестна)',
  read: (number) =>
    `Найдено в нём: ${count('ru', number, { one: 'чтение', few: 'чтения', many: 'чтений', other: 'чтения' })}. Чего sos не собирает, то ниже неизвестно, и этого никто не спрашивал.`,
  notRedacted: 'НЕ СКРЫТО программой techsupport: sos оставляет имена и адреса. Храните его соответственно.',
  refused: (why) => `Архив sos не читается: ${why}.`,
  refusedHint: 'Попросите прислать файл ещё раз, в том виде, в каком его записал sos.',
  why: {
    notRegular: 'это не обычный файл',
    packed: 'он больше 1 ГиБ',
    unpacked: 'он распаковывается более чем в 4 ГиБ',
    ratio: 'он распаковывается во много раз сильнее, чем журналы',
    kept: 'его файлы, кроме журналов, больше 256 МиБ',
    entries: 'в нём больше 100 000 файлов',
    name: 'одно из имён ведёт за его пределы',
    twice: 'один и тот же файл записан дважды',
    depth: 'папки вложены слишком глубоко',
    damaged: 'он повреждён',
    noTar: 'внутри нет архива tar',
    notSos: 'в нём нет ничего из того, что пишет sos',
  },
  noXz: 'Архив сжат программой xz, а её здесь нет.',
  noXzHint: (file) => `Распакуйте его и укажите папку: tar -xf ${file}`,
};

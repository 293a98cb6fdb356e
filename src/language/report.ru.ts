/** Words of `report` and `inspect`, in Russian. */
import { count } from './counted.ts';
import type { ReportWords } from './report.en.ts';

export const ru: ReportWords = {
  report: 'составить отчёт для поддержки: личное скрыто, опечатан, сначала прочитаете вы',
  inspect: 'открыть отчёт и запустить проверки на его данных',
  to: 'записать в файл FILE или в папку; «-» — в стандартный вывод',
  written: (path) => `Отчёт записан: ${path}`,
  streamed: 'Отчёт выведен в стандартный вывод.',
  notThere: (list) => `Сюда записать не удалось: ${list}`,
  nowhere:
    'Ни одна папка не принимает отчёт. Вот его краткая форма; чтобы получить полную, направьте вывод в файл.',
  inside: (files, bytes) =>
    `Внутри: ${count('ru', files, { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' })}, ${bytes}`,
  hidden: (list) => `Скрыто: ${list}`,
  nothingHidden: 'Скрыто: ничего личного не нашлось',
  kinds: {
    ipv4: 'адреса IPv4',
    ipv6: 'адреса IPv6',
    mac: 'MAC-адреса',
    uuid: 'UUID',
    secret: 'секреты',
    host: 'имена компьютеров',
    user: 'имена пользователей',
    mail: 'адреса почты',
    ssid: 'имена сетей Wi-Fi',
    serial: 'серийные номера',
    id: 'идентификаторы машин',
    sid: 'идентификаторы учётных записей',
    word: 'ваши слова',
    person: 'имена людей',
    file: 'имена файлов',
  },
  same: 'Перед опечатыванием проверено: из отчёта следуют те же выводы, что и на этом компьютере.',
  lost: (codes) => `Перед опечатыванием проверено: в отчёте нет этих находок: ${codes}`,
  added: (codes) => `Перед опечатыванием проверено: только в отчёте есть находки: ${codes}`,
  look: (path) => `Посмотреть, что внутри: techsupport inspect ${path}`,
  from: (name, version, when) => `Отчёт компьютера ${name}, составлен ${when}, techsupport ${version}`,
  seals: {
    intact: 'Печать: после записи ничего не менялось',
    broken: 'Печать: НАРУШЕНА, после записи что-то изменили',
    absent: 'Печать: её нет',
  },
  damaged: (names) => `Изменено: ${names}`,
  strangeModules: (names) => `Не запущено заново, этих модулей нет в этой версии: ${names}`,
  noModules: 'Ни один модуль этого отчёта не известен этой версии.',
  noModulesHint: 'Установите более новый techsupport.',
  size: (bytes) =>
    bytes < 10_000
      ? count('ru', bytes, { one: 'байт', few: 'байта', many: 'байт', other: 'байта' })
      : `${Math.round(bytes / 1000)}\u00a0кБ`,
};

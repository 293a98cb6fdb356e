/** Words of what people paste, and of reading it back, in Russian. */
import { count } from './counted.ts';
import type { PasteWords } from './paste.en.ts';

export const ru: PasteWords = {
  leftOut: (parts) =>
    `… не поместилось: ${count('ru', parts, { one: 'часть', few: 'части', many: 'частей', other: 'части' })}`,
  forTarget:
    'вывести отчёт так, чтобы вставить его в: github, gitlab, email (письмо), chat (чат), forum (форум), url (ссылка, которая открывает заполненную заявку)',
  below: {
    whole: 'Ниже весь результат; techsupport inspect - прочитает его из этого сообщения:',
    wordless: 'Ниже весь результат; techsupport inspect - прочитает его из этого сообщения:',
    codes: 'Ниже вывод; techsupport inspect - прочитает его из этого сообщения:',
  },
  saidLeftOut: (parts) =>
    `Для этого места отчёт слишком длинный, опущено наименее важное: ${count('ru', parts, { one: 'часть', few: 'части', many: 'частей', other: 'части' })}.`,
  saidCodes:
    'В нём только коды находок, а не весь результат: на него нет места. Целиком: techsupport report --for email',
  noUrl: 'Адрес формы заявки не настроен.',
  noUrlHint: 'Укажите в настройках report.url, например https://github.com/OWNER/REPOSITORY/issues/new',
  arrivedWhole: (lines) =>
    `Прочитано из вставленного текста: ${count('ru', lines, {
      one: 'строка не изменилась',
      few: 'строки не изменились',
      many: 'строк не изменились',
      other: 'строки не изменились',
    })}`,
  noEvidence:
    'Исходных данных во вставленном тексте нет: это выводы, сделанные там; заново проверить их нельзя.',
  onlyCodes: 'Переданы только коды, без значений: ниже названия находок.',
  lostLines: (missing, damaged, total) =>
    `Вставленный текст дошёл не целиком. Строк было ${total}; ${[
      ...(missing === '' ? [] : [`не хватает: ${missing}`]),
      ...(damaged === '' ? [] : [`повреждены: ${damaged}`]),
    ].join('; ')}`,
  stillWhole: 'Что в них было, известно из остальных строк.',
  onlyVerdict: 'Удалось прочитать только вывод: ниже названия находок, без значений.',
  nothingLeft: 'Прочитать ничего не удалось. Попросите прислать отчёт ещё раз, файлом.',
  unreadable: 'Отчёт в нём эта версия прочитать не может; показан только вывод.',
  spokenIs: (code, status) => `${code}: ${status}`,
  statuses: {
    ok: 'неполадок не найдено',
    warning: 'что-то работает плохо или скоро перестанет работать',
    critical: 'что-то не работает',
    unknown: 'проверить удалось не всё',
  },
  noNumber: 'находка, у которой нет номера',
  moreCauses: 'и другие причины, на которые в коде нет места',
  spokenWrong: (code) => `${code} — не код: что-то услышано или набрано неверно.`,
  spokenWrongHint: 'Попросите прочитать его ещё раз, по одному знаку.',
  spokenNewer: (code) => `${code} — код более новой версии.`,
  spokenNewerHint: 'Установите более новый techsupport.',
  nth: (at, of) => `Отчёт ${at} из ${of}`,
  more: (left) =>
    `и ещё ${count('ru', left, { one: 'находка', few: 'находки', many: 'находок', other: 'находки' })}`,
  pasteNow: 'Вставьте сообщение и нажмите Ctrl+D (в Windows Ctrl+Z и Enter).',
  noPaste: 'В этом тексте отчёта нет.',
  noPasteHint:
    'Вставьте все строки, которые начинаются с TSA или TSB, или укажите файл, который записал techsupport report.',
  tooLong: (limit) => `Текст длиннее, чем ${limit}.`,
  tooLongHint: 'Вставьте только сообщение с отчётом.',
};

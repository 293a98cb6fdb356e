/** Words of `inspect` of one report, in Russian. */
import { count } from './counted.ts';
import type { InspectWords } from './inspect.en.ts';

export const ru: InspectWords = {
  evidence:
    'вывести, что дало одно чтение: по его имени, имени файла или по началу любого из них; без имени — перечень всех',
  statuses:
    'Код завершения: 0 — отчёт открыт, что бы ни было с тем компьютером; 64 — открыть не удалось или такого чтения нет',
  ranOn: (os, release, arch) => `Система: ${[os, release, arch].filter(Boolean).join(' ')}`,
  ranIn: (seconds, answered, asked) =>
    `Собрано за ${seconds}\u00a0с: что-то дали ${answered} из ${count('ru', asked, { one: 'чтения', few: 'чтений', many: 'чтений', other: 'чтения' })}`,
  interrupted: 'Прервано: спрошено было не всё',
  cut: (number) =>
    `Сокращено: ${count('ru', number, { one: 'ответ был слишком длинным', few: 'ответа были слишком длинными', many: 'ответов были слишком длинными', other: 'ответа были слишком длинными' })}, чтобы сохранить целиком`,
  notRedacted: 'ЛИЧНОЕ НЕ СКРЫТО: в отчёте есть личные данные. Храните его как таковые.',
  sameAsThen: (version) => `Сказано тогда и видно сейчас: одно и то же, по правилам версии ${version}`,
  thenAndNow: (then, now) => `Сказано тогда версией ${then} и видно сейчас версией ${now}:`,
  notThen: 'Сказано тогда: неизвестно, report.json отсутствует или не подходит этой версии',
  thenOnly: 'сказано тогда, сейчас не видно',
  nowOnly: 'видно сейчас, тогда не сказано',
  whyOther: {
    version: 'Правила другие: между этими версиями они изменились.',
    broken: 'Версия та же: после записи внутри что-то изменили.',
    interrupted: 'Версия та же: сбор был прерван и увидел больше или меньше, чем сохранил.',
    unknown: 'Версия та же: не всё, что было видно тогда, есть в данных отчёта.',
  },
  noSuchEvidence: (name) => `Данных с именем ${name} нет.`,
  noSuchEvidenceHint: 'Что есть, смотрите в перечне выше.',
  severalEvidence: (name) => `С ${name} начинается несколько имён.`,
  severalEvidenceHint: 'Укажите одно из имён выше целиком.',
  noEvidence: 'Данных в отчёте нет.',
  columns: { source: 'ЧТЕНИЕ', status: 'СТАТУС', ms: 'МС', bytes: 'БАЙТ', file: 'ФАЙЛ' },
};

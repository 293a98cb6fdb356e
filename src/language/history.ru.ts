/** Words of `history`, in Russian. */
import { count } from './counted.ts';
import type { HistoryWords } from './history.en.ts';

const runs = (number: number): string =>
  count('ru', number, { one: 'проверка', few: 'проверки', many: 'проверок', other: 'проверки' });

export const ru: HistoryWords = {
  history: 'показать, как чувствовал себя этот компьютер: что сломалось и что исправили',
  module: 'только по одному модулю',
  all: 'все проверки, а не только последние тридцать строк',
  forget: 'забыть все проверки, которые хранятся на этом диске',
  statuses: 'Код завершения: 0 — что-то сохранено, 3 — не сохранено ничего',
  title: (number, since) => `${runs(number)} этого компьютера, первая — ${since}`,
  titleOf: (module, number) => `${module}: ${runs(number)}`,
  statusNames: {
    ok: 'в порядке',
    warning: 'предупреждение',
    critical: 'неисправность',
    unknown: 'выяснить не удалось',
    skipped: 'здесь неприменимо',
  },
  runs,
  only: (modules) => `смотрели только ${modules}`,
  earlier: (number) => `… и ещё раньше: ${number}. Все: --all`,
  clocks: {
    back: 'часы перевели назад',
    forward: 'часы перевели вперёд',
    unset: 'часы не были выставлены: дата неверна',
  },
  signs: '+ замечено впервые   - исчезло',
  none: 'Пока ничего не сохранено: каждая команда check, diagnose и report оставляет короткую запись о том, что увидела, — только на этом диске.',
  off: 'Проверки не сохраняются: в настройках history: off. Сохранённое раньше осталось: techsupport history --forget',
  forgotten: (number) => `Забыто: ${runs(number)}.`,
  notForgotten: (why) => `Удалить удалось не всё: ${why}`,
  notForgottenHint: 'Удалите папку «history» рядом с последним отчётом вручную.',
  unreadable: (number) =>
    `Повреждено и пропущено: ${count('ru', number, { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' })} истории.`,
  where:
    'Хранится только на этом диске, ни в отчёты, ни в заявки не входит. Что изменилось: techsupport changes. Отключить: history: off; забыть: techsupport history --forget',
};

/** Words in the text of a ticket, in Russian. */
import type { BodyWords } from './ticket-body.en.ts';

export const ru: BodyWords = {
  found: 'Что найдено',
  tried: 'Что пробовали и что из этого вышло',
  about: 'Об этой заявке',
  complaint: 'жалоба',
  since: 'с какого времени',
  priority: 'срочность',
  category: 'категория',
  level: 'линия поддержки',
  contact: 'контакт',
  report: 'отчёт',
  key: 'ключ',
  statuses: {
    ok: 'Неисправностей на компьютере не найдено.',
    warning: 'Что-то работает плохо.',
    critical: 'Что-то не работает.',
    unknown: 'Ничего определённого: компьютер не удалось проверить или удалось лишь частично.',
  },
  severities: { critical: 'Не работает', warning: 'Работает плохо', info: 'Замечание' },
  priorities: { low: 'низкая', normal: 'обычная', high: 'высокая', urgent: 'срочно' },
  impacts: { one: 'один человек', several: 'несколько человек', many: 'много людей' },
  urgencies: { low: 'может подождать', medium: 'мешает', high: 'работать нельзя' },
  reportStays: (name, bytes, sha256, why) =>
    `Отчёт не удалось приложить (${why}). Он остаётся на компьютере человека, его можно запросить: ${name}, ${bytes} Б, sha256 ${sha256}.`,
  duplicateOf: (id) => `Одна и та же заявка подана дважды одновременно; считается ${id}.`,
  escalated: (level) => `Передано на линию поддержки ${level}.`,
  solved: 'Человек сообщает: проблема решена.',
  notSolved: 'Человек закрывает заявку, хотя проблема не решена.',
  reopened: 'Человек сообщает: проблема не решена.',
  rated: (stars) => `Оценка: ${stars} из 5`,
  triedSince: 'С тех пор пробовали',
};

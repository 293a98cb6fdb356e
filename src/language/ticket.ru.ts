/** Words of `ticket`, in Russian. */
import { count } from './counted.ts';
import type { TicketWords } from './ticket.en.ts';

export const ru: TicketWords = {
  ticket: 'подать заявку в службу поддержки и следить за ней',
  create: 'подать заявку: покажет, что именно и куда уйдёт, потом спросит',
  list: 'показать заявки на этом компьютере',
  send: 'отправить то, что ждёт в исходящих',
  report: 'взять этот отчёт вместо последнего',
  subject: 'о чём заявка, одной строкой',
  description: 'что случилось, вашими словами',
  yes: 'отправить без вопросов',
  held: 'отправить и те заявки, что ждут человека',
  anyway: 'отправить и ту, что, возможно, уже подана',
  askSubject: 'О чём заявка?',
  askDescription: 'Что случилось? (одной строкой; можно оставить пустым)',
  noDesk: (path) => `Отчёт записан: ${path}`,
  preview: (target) => `На ${target} уйдёт вот что:`,
  bundle: (name, size) => `И отчёт ${name} (${size})`,
  sure: 'Отправить?',
  notAsked: 'Ничего не отправлено: некому согласиться.',
  notAskedHint: 'Чтобы отправить без вопросов, добавьте --yes.',
  declined: 'Ничего не отправлено. Отчёт остаётся на месте.',
  kept: (key, folder) => `Надёжно лежит в исходящих: заявка ${key}, ${folder}`,
  attempt: (number) => `Отправка, попытка ${number}`,
  looking: 'Проверяется, нет ли её там уже',
  pausing: (seconds, why) => `${why}. Следующая попытка через ${seconds}\u00a0с`,
  sent: (id, target) => `Подана на ${target}: заявка ${id}`,
  existing: (id, target) => `Уже была на ${target}: заявка ${id}`,
  waits: (key) => `Заявка ${key} ждёт в исходящих`,
  holds: (key) => `Заявка ${key} ждёт вас`,
  none: 'На этом компьютере нет заявок.',
  nothingWaits: 'В исходящих ничего не ждёт.',
  states: { waiting: 'ждёт', held: 'ждёт вас', sent: 'подана', damaged: 'повреждена' },
  attempts: (number) =>
    count('ru', number, { one: 'попытка', few: 'попытки', many: 'попыток', other: 'попытки' }),
  tried: (number) =>
    `что уже пробовали: ${count('ru', number, { one: 'шаг', few: 'шага', many: 'шагов', other: 'шага' })}`,
  noSubject: 'Неполадка на этом компьютере',
};

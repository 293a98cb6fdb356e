/** Words of the terminal output, in Russian. */
import type { OutputWords } from './output.en.ts';

const plural = new Intl.PluralRules('ru');

const byCount = (count: number, one: string, few: string, many: string): string => {
  const form = plural.select(count);
  return form === 'one' ? one : form === 'few' ? few : many;
};

const REASONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    container: 'контейнер',
    wsl: 'подсистема Windows для Linux',
    isolated: 'отделено от других сетей',
    'rescue-mode': 'режим восстановления',
    'no-sound': 'нет ни звукового устройства, ни звуковой службы',
    'no-print-system': 'нет системы печати',
    'no-package-manager': 'нет известного диспетчера пакетов',
  }),
);

export const ru: OutputWords = {
  wrong: 'Что не так',
  fine: 'Что в порядке',
  untold: 'О чём сказать не удалось',
  remarks: 'Полезно знать',
  severities: { critical: 'КРИТИЧНО', warning: 'ВНИМАНИЕ', info: 'ЗАМЕТКА' },
  nothingWrong: 'Неполадок не найдено.',
  nothingSeen: 'Неполадок не видно, но посмотреть удалось не всё.',
  interrupted: 'Прервано. Вот что известно к этому моменту.',
  why: 'Почему',
  next: 'Сделайте',
  tried: 'О чём спрошено и что испробовано',
  described: 'Что случилось, словами человека',
  seenIn: 'Видно по',
  explains: 'Этим вызвано',
  remedy: 'Чтобы увидеть',
  details: 'Измерено',
  guidance: 'Как это сделать на этом компьютере',
  notHere: (reason) => `здесь неприменимо (${REASONS.get(reason) ?? reason})`,
  took: (seconds) => `${seconds}\u00a0с`,
  leftOut: (count) =>
    `Быстрая проверка: ${byCount(count, 'медленное чтение пропущено', 'медленных чтения пропущены', 'медленных чтений пропущены')}. Полная: techsupport check --all`,
  more: (code) => `Подробнее о находке: techsupport explain ${code}`,
  spoken: (code) => `Код для поддержки по телефону: ${code}`,
  moreFindings: (count) => `и ещё ${count} ${byCount(count, 'находка', 'находки', 'находок')}`,
  working: (name, reads) => `${name}: ${reads} ${byCount(reads, 'ответ', 'ответа', 'ответов')}`,
};

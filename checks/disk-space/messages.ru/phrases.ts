/** Parts of sentences that several findings share. */
import { percentText, sizeText } from '../../../src/sources/size.ts';
import type { Consumer, ReclaimItem, Shortage } from '../params.ts';

export const size = (bytes: number): string => sizeText('ru', bytes);

export const percent = (part: number, whole: number): string => percentText('ru', (100 * part) / whole);

const PLURAL = new Intl.PluralRules('ru');

/** `1 файл, 2 файла, 5 файлов`. */
export const count = (number: number, one: string, few: string, many: string): string => {
  const rule = PLURAL.select(number);
  return `${number} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

export const shortage = (p: Shortage): string =>
  `на ${p.path} осталось ${size(p.freeBytes)} из ${size(p.totalBytes)} (${percent(p.freeBytes, p.totalBytes)})`;

export const reserved = (p: Shortage): string =>
  p.reservedBytes > 0
    ? ` Ещё ${size(p.reservedBytes)} оставлено для администратора: обычным программам они недоступны.`
    : '';

const largest = (files: readonly Consumer[]): string =>
  files.map(({ path, bytes }) => `${path} (${size(bytes)})`).join(', ');

export const look = (p: Shortage): string =>
  p.largest.length > 0
    ? `Перенесите или удалите ненужное. Самые большие файлы: ${largest(p.largest)}`
    : `Найдите, что занимает место: du -xh ${p.path} | sort -h | tail`;

const RECLAIM: Readonly<Record<string, string>> = {
  'apt-cache': 'скачанные пакеты, при необходимости скачаются снова',
  'dnf-cache': 'скачанные пакеты, при необходимости скачаются снова',
  'pacman-cache': 'скачанные пакеты; установленные версии останутся',
  'zypper-cache': 'скачанные пакеты, при необходимости скачаются снова',
  journal: 'старые записи журнала; они не вернутся, новейшие 200 МБ останутся',
  coredumps: 'снимки памяти упавших программ, система со временем удаляет их сама',
  'crash-reports': 'отчёты об упавших программах, нужны только тому, кто разбирает сбой',
  'snap-cache': 'скачанные snap, сохранённые второй раз; snapd создаст их снова',
  'phone-backups': 'резервные копии телефонов и планшетов: без них с этого компьютера ничего не восстановить',
  trash: 'корзина: просмотрите её и очистите',
  'user-cache': 'кэши, программы создадут их заново: сначала закройте программы',
  'old-kernels': 'ядра, которые не работают; два новейших останутся',
  'windows-downloads': 'скачанные обновления: Параметры > Система > Память > Временные файлы',
  'windows-old': 'прежняя Windows: без неё к ней нельзя вернуться',
  'windows-temp': 'временные файлы программ: Параметры > Система > Память > Временные файлы',
};

export const items = (list: readonly ReclaimItem[]): string =>
  list
    .map(({ kind, path, bytes, command }) => {
      const how = command === '' ? '' : `: ${command}`;
      return `${size(bytes)} в ${path} (${RECLAIM[kind] ?? kind})${how}`;
    })
    .join('; ');

/** Parts of sentences that several findings share. */
import type { Consumer, Worker } from '../params.ts';

const GIB = 1024 ** 3;
const PLURAL = new Intl.PluralRules('ru');
const NUMBER = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });
const LOAD = new Intl.NumberFormat('ru', { maximumFractionDigits: 2 });

/** `1 день, 2 дня, 5 дней, 2,5 дня`. */
export const count = (number: number, one: string, few: string, many: string): string => {
  const rule = PLURAL.select(number);
  return `${decimal(number)}\u00a0${rule === 'one' ? one : rule === 'few' || rule === 'other' ? few : many}`;
};

export const ram = (bytes: number): string => {
  const gb = bytes / GIB;
  return gb < 0.95
    ? `${Math.max(1, Math.round(bytes / 1024 ** 2))}\u00a0МБ`
    : `${gb >= 99 ? Math.round(gb) : NUMBER.format(gb)}\u00a0ГБ`;
};

export const percent = (value: number): string =>
  `${value < 10 ? NUMBER.format(value) : Math.round(value)}\u00a0%`;

export const decimal = (value: number): string => LOAD.format(value);

export const times = (number: number): string => count(number, 'раз', 'раза', 'раз');

export const consumers = (all: readonly Consumer[]): string =>
  all
    .map(
      ({ name, count: number, bytes }) =>
        `${name}${number > 1 ? ` (процессов: ${number})` : ''} — ${ram(bytes)}`,
    )
    .join(', ');

export const workers = (all: readonly Worker[]): string =>
  all.map(({ name, cpuPct }) => `${name} ${cpuPct}\u00a0%`).join(', ');

export const CHORES: Readonly<Record<string, string>> = {
  updates: 'система ищет или ставит обновления',
  search: 'файлы индексируются для поиска',
  antivirus: 'работает антивирус',
  backup: 'создаётся резервная копия',
  'disk-care': 'идёт обслуживание диска',
  'file-index': 'обновляется список файлов',
};

export const span = (seconds: number): string => {
  if (seconds < 120) return `${seconds}\u00a0с`;
  return seconds < 7200 ? `${Math.floor(seconds / 60)}\u00a0мин` : `${Math.floor(seconds / 3600)}\u00a0ч`;
};

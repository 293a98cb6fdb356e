/** Moments of the past in words, by the time of this computer's zone. */
import type { Language } from '../../contract.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** `2026-11-24` */
export const dayOf = (at: string): string => {
  const date = new Date(at);
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** `2026-11-24 09:12` */
export const minuteOf = (at: string): string => {
  const date = new Date(at);
  return `${dayOf(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

const LOCALES = { en: 'en-GB', ru: 'ru-RU' } as const;
const HALF_YEAR_MS = 182 * 86_400_000;

/** `Tuesday, 24 November`; with the year where it might be another one. */
export const dayInWords = (at: string, language: Language, nowMs: number): string => {
  const date = new Date(at);
  const isNear = Math.abs(nowMs - date.getTime()) < HALF_YEAR_MS;
  return new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isNear && { year: 'numeric' }),
  }).format(date);
};

/** `Tuesday, 24 November, 09:12` */
export const momentInWords = (at: string, language: Language, nowMs: number): string =>
  `${dayInWords(at, language, nowMs)}, ${minuteOf(at).slice(11)}`;

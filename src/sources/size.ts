/** Amounts of storage for people: decimal units, as apt, macOS and the label on the disk count. */
import type { Language } from '../contract.ts';

export const GIB = 1024 ** 3;
export const MIB = 1024 ** 2;

const UNITS = { en: ['B', 'kB', 'MB', 'GB', 'TB'], ru: ['Б', 'КБ', 'МБ', 'ГБ', 'ТБ'] } as const;

/** `18.4 GB`, `18,4 ГБ`; with a no-break space before the unit. */
export const sizeText = (language: Language, bytes: number): string => {
  const power = Math.min(4, Math.floor(Math.log10(Math.max(1, Math.abs(bytes))) / 3));
  const amount = bytes / 1000 ** power;
  const number = new Intl.NumberFormat(language, {
    maximumFractionDigits: power > 1 && amount < 100 ? 1 : 0,
  }).format(amount);
  return `${number}\u00a0${UNITS[language][power]}`;
};

/** `0.6 %`, `12 %`: one decimal only where it matters. */
export const percentText = (language: Language, value: number): string => {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return language === 'ru' ? `${number}\u00a0%` : `${number}%`;
};

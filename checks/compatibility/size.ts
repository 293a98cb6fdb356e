/** Sizes in words. */

/** `3.7 GiB`, `3,7 ГиБ`, with a no-break space. */
export const gibText = (language: 'en' | 'ru', bytes: number): string =>
  `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1024 ** 3)}\u00a0${language === 'en' ? 'GiB' : 'ГиБ'}`;

/** Parts of sentences that several findings share. */

const PLURAL = new Intl.PluralRules('ru');

/** `1 раз, 2 раза, 5 раз`. */
export const count = (number: number, one: string, few: string, many: string): string => {
  const rule = PLURAL.select(number);
  return `${number}\u00a0${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

export const seconds = (number: number): string => `${number}\u00a0с`;

/** Numbers with their nouns. */
import type { Language } from '../contract.ts';

/** Russian needs one, few and many; English one and other. */
export type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** `5 файлов`, with a no-break space in Russian. */
export const count = (language: Language, number: number, forms: Forms): string => {
  const form = forms[new Intl.PluralRules(language).select(number)] ?? forms.other;
  return `${number}${language === 'ru' ? '\u00a0' : ' '}${form}`;
};

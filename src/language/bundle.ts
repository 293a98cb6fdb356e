/** Chooses the words of a report's contents. */
import type { Language } from '../contract.ts';
import { type BundleWords, en } from './bundle.en.ts';
import { ru } from './bundle.ru.ts';

export const bundleWords = (language: Language): BundleWords => ({ en, ru })[language];

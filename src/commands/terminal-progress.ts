/** The lines on stderr while the checks work, where somebody watches. */
import type { Language } from '../contract.ts';
import { isLively, screenOf } from './terminal.ts';

export const startProgress = async (language: Language) => {
  if (!isLively(process.stderr, process.env)) return undefined;
  const { showProgress } = await import('../output/progress.ts');
  return showProgress(process.stderr, language, screenOf(process.stderr, process.env));
};

/** The redactor for what checks read of a computer. */
import type { AnyCheck } from '../../contract.ts';
import { type Redactor, type RedactorOptions, randomKey, redactor } from './redactor.ts';

/** What everybody's configuration contacts is nobody's secret. */
export const redactorFor = (checks: readonly AnyCheck[], options: Omit<RedactorOptions, 'key'>): Redactor =>
  redactor({
    ...options,
    key: randomKey(),
    keep: [...checks.flatMap((check) => textsOf(check.settings)), ...(options.keep ?? [])],
  });

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/** A report out of a paste: validated, and without what only a later version knows. */
import { type Report, report as reportSchema } from '../../model.ts';

export const reportFrom = (value: unknown): Report | undefined => {
  const first = reportSchema.safeParse(value);
  if (first.success) return first.data;
  const strange = first.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  for (const path of strange) drop(value, path);
  const second = strange.length === 0 ? first : reportSchema.safeParse(value);
  return second.success ? second.data : undefined;
};

const drop = (value: unknown, [key, ...rest]: readonly PropertyKey[]): void => {
  if (typeof value !== 'object' || value === null || key === undefined || !Object.hasOwn(value, key)) return;
  if (rest.length === 0) Reflect.deleteProperty(value, key);
  else drop(Reflect.get(value, key), rest);
};

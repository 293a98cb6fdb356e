/** A module's settings: what may be set, and of which kind, is read off its defaults. */
import { z } from 'zod';
import type { Setting, Settings } from '../contract.ts';

export const settingsSchema = (defaults: Settings): z.ZodType => objectOf([defaults]);

/** Fits every one of the samples. */
const schemaOf = (samples: readonly Setting[]): z.ZodType => {
  const kinds = [
    ...(samples.some((sample) => typeof sample === 'number') ? [z.number()] : []),
    ...(samples.some((sample) => typeof sample === 'string') ? [z.string()] : []),
    ...(samples.some((sample) => typeof sample === 'boolean') ? [z.boolean()] : []),
    ...(samples.some(isList) ? [z.array(elementOf(samples.filter(isList).flat()))] : []),
    ...(samples.some(isGroup) ? [objectOf(samples.filter(isGroup))] : []),
  ];
  const [first = z.string(), ...others] = kinds;
  return others.length === 0 ? first : z.union([first, ...others]);
};

/** An empty list is one of texts. */
const elementOf = (samples: readonly Setting[]): z.ZodType =>
  samples.length === 0 ? z.string() : schemaOf(samples);

/** Any key may be left out: of a group the defaults fill it in; of a list's element the check knows what it can do. */
const objectOf = (samples: readonly Settings[]): z.ZodType => {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  return z.strictObject(
    Object.fromEntries(
      names.map((name) => {
        const values = samples.flatMap((sample) => (sample[name] === undefined ? [] : [sample[name]]));
        return [name, schemaOf(values).optional()];
      }),
    ),
  );
};

/** What was set, on top of the defaults. Lists are replaced, not joined: a company may want its targets alone. */
export const merge = (defaults: Settings, changes: Settings): Settings => ({
  ...defaults,
  ...Object.fromEntries(
    Object.entries(changes)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const before = defaults[name];
        return [name, isGroup(before) && isGroup(value) ? merge(before, value) : value];
      }),
  ),
});

const isList = (value: Setting | undefined): value is readonly Setting[] => Array.isArray(value);

const isGroup = (value: Setting | undefined): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A module's settings: what may be set, and of which kind, is read off its defaults. */
import { z } from 'zod';
import type { Setting, Settings } from '../contract.ts';

export const settingsSchema = (defaults: Settings): z.ZodType => objectOf([defaults], true);

/** Fits every one of the samples. */
const schemaOf = (samples: readonly Setting[], partial: boolean): z.ZodType => {
  const kinds = [
    ...(samples.some((sample) => typeof sample === 'number') ? [z.number()] : []),
    ...(samples.some((sample) => typeof sample === 'string') ? [z.string()] : []),
    ...(samples.some((sample) => typeof sample === 'boolean') ? [z.boolean()] : []),
    ...(samples.some(isList) ? [z.array(elementOf(samples.filter(isList).flat()))] : []),
    ...(samples.some(isGroup) ? [objectOf(samples.filter(isGroup), partial)] : []),
  ];
  const [first = z.string(), ...others] = kinds;
  return others.length === 0 ? first : z.union([first, ...others]);
};

/** An empty list is one of texts. */
const elementOf = (samples: readonly Setting[]): z.ZodType =>
  samples.length === 0 ? z.string() : schemaOf(samples, false);

/** In `partial` groups the defaults fill in what is not said; an element of a list must be whole. */
const objectOf = (samples: readonly Settings[], partial: boolean): z.ZodType => {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  return z.strictObject(
    Object.fromEntries(
      names.map((name) => {
        const values = samples.flatMap((sample) => (sample[name] === undefined ? [] : [sample[name]]));
        const schema = schemaOf(values, partial);
        return [name, partial || values.length < samples.length ? schema.optional() : schema];
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

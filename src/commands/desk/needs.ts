/** What a kind of desk needs to be told, read off its settings' schema. */
import type { z } from 'zod';
import { type DeskKind, deskSettings } from '../../ticket/desks.ts';

export interface Need {
  readonly key: string;
  /** What the schema says of it. */
  readonly about: string;
  /** It may be left empty. */
  readonly isOptional: boolean;
  /** What is wrong with an answer, in the words of the schema; nothing where it fits. */
  readonly wrong: (answer: string) => string | undefined;
}

const shapeOf = (kind: DeskKind): Readonly<Record<string, z.ZodType>> => {
  const schema = deskSettings.options.find(({ shape }) => shape.kind.safeParse(kind).success);
  return schema?.shape ?? {};
};

/** Keys without a default that are not set, and those that are asked for all the same; without the secret. */
export const missingKeys = (kind: DeskKind, settings: Readonly<Record<string, unknown>>): readonly Need[] =>
  Object.entries(shapeOf(kind)).flatMap(([key, schema]) => {
    const isKnown = key === 'kind' || key === 'secret' || Object.hasOwn(settings, key);
    const { description = '', ask } = schema.meta() ?? {};
    const isOptional = schema.safeParse(undefined).success;
    const wrong = (answer: string) =>
      isOptional && answer === '' ? undefined : schema.safeParse(valueIn(answer)).error?.issues[0]?.message;
    return isKnown || (isOptional && ask !== true) ? [] : [{ key, about: description, isOptional, wrong }];
  });

/** Where the secret goes: `secret`, or `auth.secret` where the kind of authentication was chosen. */
export const secretKeyOf = (
  kind: DeskKind,
  settings: Readonly<Record<string, unknown>>,
  isGiven: boolean,
): readonly string[] | undefined => {
  const { secret } = shapeOf(kind);
  if (secret !== undefined) {
    const isAsked = isGiven || !secret.safeParse(undefined).success || Object.hasOwn(settings, 'user');
    return isAsked ? ['secret'] : undefined;
  }
  const { auth } = settings;
  const isOpen = typeof auth === 'object' && auth !== null && 'kind' in auth && auth.kind !== 'none';
  return isOpen ? ['auth', 'secret'] : undefined;
};

/** `queue=Support`, `auth.kind=hmac`, `allowPlainHttp=true`: JSON where it is JSON, else a text. */
export const settingsFrom = (pairs: readonly string[]): Record<string, unknown> => {
  const settings: Record<string, unknown> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const path = (at < 0 ? pair : pair.slice(0, at)).split('.').filter((part) => part !== '__proto__');
    const last = path.pop() ?? '';
    let group = settings;
    for (const part of path) {
      const inner = Object.hasOwn(group, part) ? group[part] : {};
      group[part] = typeof inner === 'object' && inner !== null ? inner : {};
      // Made by the line above.
      group = group[part] as Record<string, unknown>;
    }
    group[last] = valueIn(at < 0 ? 'true' : pair.slice(at + 1));
  }
  return settings;
};

const valueIn = (text: string): unknown => {
  if (!/^(?:true|false|\d{1,9}|[[{].*)$/s.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

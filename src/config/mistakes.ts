/** Names what is wrong in a configuration: the key, and what is allowed there. */
import type { z } from 'zod';
import type { Language } from '../contract.ts';
import { nearest } from '../nearest.ts';

type Issue = z.core.$ZodIssue;
type Shape = (path: readonly PropertyKey[]) => readonly string[];

const WORDS = {
  en: {
    unknown: (key: string) => `${key} is not known`,
    meant: (key: string) => `; did you mean ${key}?`,
    allowed: (list: string) => `; allowed: ${list}`,
    expected: (what: string) => `must be ${what}`,
    missing: (what: string) => `is missing; must be ${what}`,
    found: (value: string) => `, not ${value}`,
    kinds: {
      number: 'a number',
      string: 'a text',
      boolean: 'true or false',
      array: 'a list',
      object: 'a group of keys',
    },
    least: (limit: string) => `must be at least ${limit}`,
    more: (limit: string) => `must be more than ${limit}`,
    most: (limit: string) => `must be at most ${limit}`,
    top: 'the file',
  },
  ru: {
    unknown: (key: string) => `ключ ${key} неизвестен`,
    meant: (key: string) => `; возможно, имелся в виду ${key}`,
    allowed: (list: string) => `; допустимо: ${list}`,
    expected: (what: string) => `здесь нужно ${what}`,
    missing: (what: string) => `не указано; здесь нужно ${what}`,
    found: (value: string) => `, а не ${value}`,
    kinds: {
      number: 'число',
      string: 'текст',
      boolean: 'true или false',
      array: 'список',
      object: 'набор ключей',
    },
    least: (limit: string) => `не меньше ${limit}`,
    more: (limit: string) => `больше ${limit}`,
    most: (limit: string) => `не больше ${limit}`,
    top: 'весь файл',
  },
} as const;

/** One line a mistake. `keysAt` gives the keys that are allowed at a path. */
export const describe = (
  issues: readonly Issue[],
  content: unknown,
  keysAt: Shape,
  language: Language,
): readonly string[] => issues.flatMap((issue) => describeOne(issue, content, keysAt, language));

const describeOne = (
  issue: Issue,
  content: unknown,
  keysAt: Shape,
  language: Language,
): readonly string[] => {
  const words = WORDS[language];
  const where = pathOf(issue.path) || words.top;
  const found = valueAt(content, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const allowed = keysAt(issue.path);
        const meant = nearest(key, allowed);
        return `${words.unknown(pathOf([...issue.path, key]))}${meant === undefined ? '' : words.meant(meant)}${words.allowed(allowed.join(', '))}`;
      });
    case 'invalid_type': {
      const kinds: Readonly<Record<string, string>> = words.kinds;
      const what = kinds[issue.expected] ?? issue.expected;
      return [
        found === undefined
          ? `${where}: ${words.missing(what)}`
          : `${where}: ${words.expected(what)}${words.found(shown(found))}`,
      ];
    }
    case 'invalid_value':
      return [
        `${where}: ${words.expected(issue.values.map(String).join(' | '))}${words.found(shown(found))}`,
      ];
    case 'too_small':
      return [
        `${where}: ${(issue.inclusive ? words.least : words.more)(String(issue.minimum))}${words.found(shown(found))}`,
      ];
    case 'too_big':
      return [`${where}: ${words.most(String(issue.maximum))}${words.found(shown(found))}`];
    default:
      return [`${where}: ${issue.message}`];
  }
};

/** `connectivity.targets[0].host`. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (sofar, part) =>
      typeof part === 'number' ? `${sofar}[${part}]` : `${sofar}${sofar === '' ? '' : '.'}${String(part)}`,
    '',
  );

const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    // Any object can be asked for any key.
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  );

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

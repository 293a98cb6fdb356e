/** Property lists in XML, as plutil writes them: the values, without an XML parser. */
import { unparsable } from '../contract.ts';

export type Plist = string | number | boolean | readonly Plist[] | { readonly [key: string]: Plist };

const TOKEN =
  /<(dict|array)\s*(\/?)>|<\/(dict|array)>|<(true|false)\s*\/>|<(key|string|integer|real|date|data)>([^<]*)<\/\5>|<(string|data)\s*\/>/g;

/** Nested no deeper than this: a list that opens and opens is none. */
const DEEPEST = 64;

/** The one value of a list. Dates stay text; data are left out of nothing, and stay base64. */
export const parsePlist = (text: string): Plist => {
  const start = text.indexOf('<plist');
  if (start < 0) throw unparsable(text.trimStart().split('\n')[0] ?? '');
  const tokens = [...text.slice(start).matchAll(TOKEN)];
  const [value, next] = valueAt(tokens, 0, 0);
  if (value === undefined || next < tokens.length) throw unparsable('a property list that does not end');
  return value;
};

const valueAt = (
  tokens: readonly RegExpExecArray[],
  at: number,
  depth: number,
): readonly [Plist | undefined, number] => {
  const token = tokens[at];
  if (token === undefined || depth > DEEPEST) throw unparsable('a property list that breaks off');
  const [, opened, closedAtOnce, , truth, kind, content = '', empty] = token;
  if (truth !== undefined) return [truth === 'true', at + 1];
  if (empty !== undefined) return ['', at + 1];
  if (kind !== undefined && kind !== 'key') return [scalar(kind, content), at + 1];
  if (opened === undefined) return [undefined, at];
  if (closedAtOnce === '/') return [opened === 'dict' ? {} : [], at + 1];
  return opened === 'dict' ? dictAt(tokens, at + 1, depth + 1) : arrayAt(tokens, at + 1, depth + 1);
};

const dictAt = (tokens: readonly RegExpExecArray[], start: number, depth: number) => {
  const values: Record<string, Plist> = Object.create(null);
  let at = start;
  while (tokens[at]?.[3] !== 'dict') {
    const token = tokens[at];
    if (token?.[5] !== 'key') throw unparsable(token?.[0] ?? 'a dictionary that breaks off');
    const [value, next] = valueAt(tokens, at + 1, depth);
    if (value === undefined) throw unparsable(tokens[at + 1]?.[0] ?? '');
    values[entities(token[6] ?? '')] = value;
    at = next;
  }
  return [values, at + 1] as const;
};

const arrayAt = (tokens: readonly RegExpExecArray[], start: number, depth: number) => {
  const values: Plist[] = [];
  let at = start;
  while (tokens[at]?.[3] !== 'array') {
    const [value, next] = valueAt(tokens, at, depth);
    if (value === undefined) throw unparsable(tokens[at]?.[0] ?? 'a list that breaks off');
    values.push(value);
    at = next;
  }
  return [values, at + 1] as const;
};

const scalar = (kind: string, content: string): Plist => {
  if (kind !== 'integer' && kind !== 'real') return entities(content);
  const number = Number(content.trim());
  if (!Number.isFinite(number)) throw unparsable(content);
  return number;
};

const entities = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

export const isDict = (value: unknown): value is { readonly [key: string]: Plist } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON from tools, taken apart without trusting its shape. */
import { unparsable } from '../../contract.ts';

/** An object whose fields are looked at one by one. */
export interface LooseObject {
  readonly [key: string]: unknown;
}

export const isObject = (value: unknown): value is LooseObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw unparsable(text.trim());
  }
};

/** PowerShell's ConvertTo-Json turns a list of one into the one, and an empty list into null. */
export const listOf = (value: unknown): readonly LooseObject[] =>
  (Array.isArray(value) ? value : [value]).filter(isObject);

/** An array of objects; `ip -j` prints nothing at all where there are no entries. */
export const parseJsonArray = (text: string): readonly LooseObject[] => {
  if (text.trim() === '') return [];
  const value = parseJson(text);
  if (!Array.isArray(value)) throw unparsable(text.trim());
  return value.filter(isObject);
};

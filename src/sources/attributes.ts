/** Small files of sysfs, one by one. */
import { type Raw, unparsable } from '../contract.ts';

export type Entry = Raw['attributes']['entries'][string];

export const textIn = (entry: Entry, name: string): string | null => {
  const found = entry[name];
  return found !== undefined && 'text' in found ? found.text.trim() : null;
};

/** Null where it is not there or cannot be told just now; refuses what is no number. */
export const numberIn = (entry: Entry, name: string, of: string): number | null => {
  const text = textIn(entry, name);
  if (text === null || text === '') return null;
  if (!/^-?\d{1,18}$/.test(text)) throw unparsable(`${of}: ${name} ${text}`);
  return Number(text);
};

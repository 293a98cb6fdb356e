/** Dumps of WMI classes: UTF-16, blocks of `key=value`. */
import { readFileSync } from 'node:fs';
import { sharedDir } from '../../shared.ts';

export type Cim = Readonly<Record<string, string | number | boolean | null | readonly number[]>>;

/** As the JSON that ConvertTo-Json makes of the same objects. */
export const dumped = (file: string): readonly Cim[] =>
  readFileSync(sharedDir('corpus/wmi/windows-glpi', file), 'utf16le')
    .replace('\uFEFF', '')
    .split(/\r?\n\r?\n+/)
    .map((block) => block.split(/\r?\n/).filter((line) => line.includes('=')))
    .filter((lines) => lines.length > 0)
    .map((lines) =>
      Object.fromEntries(
        lines.map((line) => {
          const [key = '', ...rest] = line.split('=');
          return [key, typed(rest.join('='))];
        }),
      ),
    );

const typed = (text: string): Cim[string] => {
  const list = /^\{(\d+(?:,\d+)*)\}$/.exec(text)?.[1];
  if (list !== undefined) return list.split(',').map(Number);
  if (text === '') return null;
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  return /^\d+$/.test(text) ? Number(text) : text;
};

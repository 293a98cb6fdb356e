/** What programs printed and files held, for a person with nothing but an editor. */
import type { Recording } from '../../contract.ts';
import { EVIDENCE } from './layout.ts';
import { readable } from './readable.ts';

export interface Evidence {
  /** The id of the read. */
  readonly source: string;
  /** `evidence/disk.fstab.txt` */
  readonly name: string;
  readonly content: Buffer;
}

export const evidenceOf = ({ entries }: Recording): readonly Evidence[] => {
  const taken = new Set<string>();
  return Object.entries(entries).flatMap(([source, entry]) => {
    const text = readable(entry);
    if (text === undefined) return [];
    const plain =
      source
        .replace(/[^A-Za-z0-9.-]+/g, '_')
        .replace(/^[._]+/, '')
        .slice(0, 60) || 'read';
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain}-${count}`;
    taken.add(name.toLowerCase());
    return [{ source, name: `${EVIDENCE}${name}.txt`, content: Buffer.from(text) }];
  });
};

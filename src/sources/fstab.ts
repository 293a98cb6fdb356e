/** /etc/fstab: what is meant to be mounted, and how. */
import { source, unparsable } from '../contract.ts';

export interface FstabEntry {
  readonly device: string;
  readonly path: string;
  readonly type: string;
  readonly options: readonly string[];
}

export const fstab = source({
  id: 'disk.fstab',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/fstab' },
  parse: ({ text }) => parseFstab(text),
});

export const parseFstab = (text: string): readonly FstabEntry[] =>
  text
    .split(/\r?\n/)
    .filter((line) => !/^\s*(#|$)/.test(line))
    .map((line) => {
      const [device, path, type, options = 'defaults'] = line.trim().split(/\s+/);
      if (device === undefined || path === undefined || type === undefined) throw unparsable(line);
      return { device, path: path.replace(/\\040/g, ' '), type, options: options.split(',') };
    });

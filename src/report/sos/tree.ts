/** The files of an archive of sos that are looked at, in memory: of each the head and the tail. */
import type { Raw } from '../../contract.ts';
import { type Capture, capture } from '../../host/local/capture.ts';
import { MAX_DEPTH, MAX_ENTRIES, MAX_KEPT_BYTES } from './limits.ts';
import { refused } from './refuse.ts';

export interface SosTree {
  /** By the path below the root, without a slash before it: `etc/fstab`. */
  text(path: string): Raw['file'] | undefined;
  /** Names in a folder, links among them; undefined where sos kept no such folder. */
  names(folder: string): readonly string[] | undefined;
}

export interface TreeBuilder {
  /** Whether its content is wanted; counts it, and keeps its name. */
  add(path: string, kind: 'file' | 'folder' | 'other'): boolean;
  /** Where the content of a wanted file goes. */
  sink(path: string): (chunk: Uint8Array) => void;
  tree(): SosTree;
}

/** Logs are large, and no source reads them. */
const WANTED =
  /^(?:etc|proc|sys|run|usr\/lib|lib|sos_commands|sos_reports|var\/log\/(?:apt|dist-upgrade|zypp))\//;
const WANTED_FILES: ReadonlySet<string> = new Set([
  ...['version.txt', 'var/log/dnf.log', 'var/log/dnf5.log', 'var/log/pacman.log'],
  'var/lib/ubuntu-advantage/status.json',
]);

export const treeBuilder = (): TreeBuilder => {
  const files = new Map<string, Capture>();
  const folders = new Map<string, Set<string>>();
  let count = 0;
  let keptBytes = 0;
  const inside = (folder: string): Set<string> => {
    const names = folders.get(folder) ?? new Set<string>();
    folders.set(folder, names);
    return names;
  };
  return {
    add: (path, kind) => {
      if (++count > MAX_ENTRIES) throw refused('entries');
      const parts = partsOf(path);
      // No source asks for such a name, and none is shown.
      if (parts.length === 0 || /[\p{Cc}\p{Cf}]/u.test(path)) return false;
      const name = parts.join('/');
      // The folders themselves may not be in the archive.
      for (let depth = parts.length; depth > 0; depth--) {
        inside(parts.slice(0, depth - 1).join('/')).add(parts[depth - 1] ?? '');
      }
      if (kind === 'folder') inside(name);
      if (kind !== 'file' || !(WANTED.test(name) || WANTED_FILES.has(name))) return false;
      if (files.has(name)) throw refused('twice');
      files.set(name, capture());
      return true;
    },
    sink: (path) => {
      const kept = files.get(partsOf(path).join('/'));
      let room = 2 * HALF_BYTES;
      return (chunk) => {
        const counted = Math.min(room, chunk.length);
        room -= counted;
        keptBytes += counted;
        if (keptBytes > MAX_KEPT_BYTES) throw refused('kept');
        kept?.push(chunk);
      };
    },
    tree: () => {
      if (!folders.has('sos_commands')) throw refused('notSos');
      return {
        text: (path) => files.get(path)?.text('linux'),
        names: (folder) => {
          const names = folders.get(folder);
          return names === undefined ? undefined : [...names].sort();
        },
      };
    },
  };
};

/** As capture() keeps it. */
const HALF_BYTES = 512 * 1024;

/** Backslashes are ordinary here: systemd escapes with them. Nothing is ever written under these names. */
const partsOf = (path: string): readonly string[] => {
  const parts = path.replace(/\/+$/, '').split('/');
  if (path.length > 4096 || parts.some((part) => part === '..') || path.startsWith('/'))
    throw refused('name');
  const real = parts.filter((part) => part !== '.' && part !== '');
  if (real.length > MAX_DEPTH) throw refused('depth');
  return real;
};

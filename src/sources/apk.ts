/** Alpine's apk: what is wanted, what is installed, and where it comes from. */
import { source, unparsable } from '../contract.ts';
import type { PackageVersion } from './package-version.ts';
import { refuseCut } from './whole.ts';

export interface ApkState {
  readonly names: ReadonlySet<string>;
  /** Packages whose files or scripts did not all get there (`f:` in the database). */
  readonly broken: readonly string[];
}

export const apkState = source({
  id: 'packages.apk',
  os: ['linux'],
  request: { kind: 'file', path: '/lib/apk/db/installed' },
  parse: ({ text, droppedBytes = 0 }) => ({ ...parseApkInstalled(text), cut: droppedBytes > 0 }),
});

/** The same read, for what is installed. */
export const apkVersions = source({
  id: 'packages.apk',
  os: ['linux'],
  request: { kind: 'file', path: '/lib/apk/db/installed' },
  parse: (raw): readonly PackageVersion[] => {
    refuseCut(raw);
    return raw.text.split('\n\n').flatMap((stanza) => {
      const name = /^P:(\S+)$/m.exec(stanza)?.[1];
      return name === undefined ? [] : [{ name, version: /^V:(\S+)$/m.exec(stanza)?.[1] ?? null }];
    });
  },
});

/** Stanzas of `P:name`, `p:provides`, `f:` with letters for what is broken: files, scripts, attributes, sizes. */
export const parseApkInstalled = (text: string): ApkState => {
  const names = new Set<string>();
  const broken: string[] = [];
  for (const stanza of text.split('\n\n')) {
    const name = /^P:(\S+)$/m.exec(stanza)?.[1];
    if (name === undefined) continue;
    names.add(name);
    const provided = /^p:(.*)$/m.exec(stanza)?.[1] ?? '';
    for (const word of provided.split(' ')) names.add(word.replace(/[=<>~].*$/, ''));
    if (/^f:.*[fs]/m.test(stanza)) broken.push(name);
  }
  if (names.size === 0) throw unparsable(text.split('\n')[0] ?? '');
  return { names, broken };
};

/** What the person wants installed; a name with `@` comes from a tagged source, one with `!` is forbidden. */
export const apkWorld = source({
  id: 'packages.apk-world',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/apk/world' },
  parse: ({ text }) =>
    text
      .split(/\s+/)
      .filter((word) => word !== '' && !word.startsWith('!'))
      .map((word) => word.replace(/[@=<>~].*$/, '')),
});

/** The sources that are switched on. */
export const apkRepositories = source({
  id: 'packages.apk-repositories',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/apk/repositories' },
  parse: ({ text }) =>
    text
      .split('\n')
      .map((line) => line.replace(/#.*$/, '').trim())
      .filter((line) => line !== ''),
});

/** Names of people's own files and folders, in the lists of large and of open files: as telling as a name. */
import type { Prf } from './prf.ts';
import { isNameToken, nameToken } from './token.ts';

/** Where programs, not people, give the names. */
const SYSTEM =
  /^(?:\/(?:usr|var\/(?:cache|crash|lib|log|spool|tmp)|opt|etc|boot|lib\w*|s?bin|snap|nix|proc|dev|Library|System|Applications|private\/var)(?:\/|$)|[A-Z]:\\(?:Windows|Program|\$))/i;

/** Folders that many computers have, beside all that begin with a dot. */
const USUAL: ReadonlySet<string> = new Set(
  (
    'home users root media mnt srv data tmp temp share trash files info cache caches log logs backup backups ' +
    'downloads documents desktop pictures music videos movies public templates library appdata local locallow ' +
    'roaming packages snap steam steamapps common docker node_modules google chrome firefox mozilla profiles ' +
    'загрузки документы видео музыка изображения'
  ).split(' '),
);

const ENDING = /(?:\.(?:tar|vmdk|log))?\.[a-z0-9]{1,5}$/i;

/**
 * `folders`: what the recording names by itself, such as mount points, stays: the checks ask on which of them
 * a file lies. `path` is redacted already as any text.
 */
export const hideFileName = (
  path: string,
  original: string,
  folders: readonly string[],
  random: Prf,
  hide: (name: string, token: string) => void,
): string => {
  if (SYSTEM.test(original)) return path;
  const separator = /^[A-Z]:\\/i.test(original) ? '\\' : '/';
  const parts = path.split(separator);
  const named = folders.filter((folder) => original === folder || original.startsWith(folder + separator));
  const kept = Math.max(1, ...named.map((folder) => folder.split(separator).length));
  return parts
    .map((part, at) => {
      const ending = at === parts.length - 1 ? (ENDING.exec(part)?.[0] ?? '') : '';
      const name = part.slice(0, part.length - ending.length);
      const isPlain = name === '' || name.startsWith('.') || USUAL.has(name.toLowerCase());
      if (at < kept || isPlain || isNameToken(name)) return part;
      const token = nameToken(random, 'name', name) + ending;
      hide(part, token);
      return token;
    })
    .join(separator);
};

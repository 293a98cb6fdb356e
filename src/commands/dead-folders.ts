/**
 * Folders that the environment names, on disks whose other side is gone. Whatever looks into one hangs for
 * ever, most of it where nothing can end it, so they are forgotten before anything does.
 */
import { tmpdir } from 'node:os';
import { isAnswering } from '../host/local/mounts.ts';

const NAMED = [
  ...['HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR'],
  ...['TMPDIR', 'TMP', 'TEMP'],
];

export interface Place {
  readonly env: Record<string, string | undefined>;
  /** Throws where the folder was removed under our feet. */
  readonly cwd: () => string;
  readonly chdir: (folder: string) => void;
}

/** Leaves them, and gives their paths. From here on it is as if nobody had named them. */
export const leaveDeadFolders = async (
  { env, cwd, chdir }: Place = process,
  answers: (path: string) => Promise<boolean> = isAnswering,
): Promise<readonly string[]> => {
  const here = currentFolder(cwd);
  const paths = [...NAMED.map((name) => env[name]), here].filter((path) => path !== undefined && path !== '');
  const tried = new Map(
    await Promise.all([...new Set(paths)].map(async (path = '') => [path, await answers(path)] as const)),
  );
  const isDead = (path: string | undefined): boolean => path !== undefined && tried.get(path) === false;
  for (const name of NAMED) if (isDead(env[name])) delete env[name];
  if (isDead(here)) chdir(tmpdir());
  return [...tried].flatMap(([path, isAlive]) => (isAlive ? [] : [path]));
};

const currentFolder = (cwd: () => string): string | undefined => {
  try {
    return cwd();
  } catch {
    return undefined;
  }
};

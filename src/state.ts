/** Where techsupport keeps what must not be lost: tickets that wait, the journal, where the last report lies. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isOwnFolder, makeOwnFolder } from './folders.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Best first; the last one is for a computer whose home is missing, full or read-only. */
export const stateFolders = (env: Env, platform: string, uid: number): readonly string[] =>
  [
    env.XDG_STATE_HOME && join(env.XDG_STATE_HOME, 'techsupport'),
    platform === 'win32' && env.LOCALAPPDATA && join(env.LOCALAPPDATA, 'techsupport'),
    platform === 'darwin' && env.HOME && join(env.HOME, 'Library/Application Support/techsupport'),
    env.HOME && join(env.HOME, '.local/state/techsupport'),
    env.USERPROFILE && join(env.USERPROFILE, '.techsupport'),
    join(tmpdir(), `techsupport-${uid < 0 ? 'user' : uid}`),
    ...(platform === 'win32' ? [] : [`/var/tmp/techsupport-${uid}`, `/dev/shm/techsupport-${uid}`]),
  ].filter((folder): folder is string => typeof folder === 'string' && folder !== '' && isAbsolute(folder));

/** The folders of the person who runs this. */
export const ownStateFolders = (): readonly string[] =>
  stateFolders(process.env, process.platform, process.getuid?.() ?? -1);

export const outboxRoots = (): readonly string[] => ownStateFolders().map((folder) => join(folder, 'outbox'));

const LAST_REPORT = 'last-report';

/** Best effort: a report that is nowhere remembered is still where it was written. */
export const rememberReport = (path: string): void => {
  for (const folder of ownStateFolders()) {
    try {
      makeOwnFolder(folder);
      writeFileSync(join(folder, LAST_REPORT), path, { mode: 0o600 });
      return;
    } catch {
      // The next folder may take it.
    }
  }
};

export const lastReport = (): string | undefined => {
  for (const folder of ownStateFolders().filter(isOwnFolder)) {
    try {
      const path = readFileSync(join(folder, LAST_REPORT), 'utf8');
      if (isAbsolute(path) && !path.includes('\u0000')) return path;
    } catch {
      // Nothing is remembered here.
    }
  }
  return undefined;
};

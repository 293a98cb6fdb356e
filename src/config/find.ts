/** Where a configuration may be, and which one counts: the nearest. */
import { lstat, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly cwd: string;
  /** -1 where users have no number. */
  readonly uid: number;
}

export interface Found {
  readonly path?: string;
  /** Files that were passed over because somebody else could have put them there. */
  readonly distrusted: readonly string[];
}

const ENDINGS = ['yaml', 'yml', 'json', 'js', 'mjs'];

/** In the order they are tried: this folder, the user's, the system's. */
export const places = ({ env, platform, cwd }: Surroundings): readonly string[] => {
  const { join } = platform === 'win32' ? win32 : posix;
  return [
    ...ENDINGS.map((ending) => join(cwd, `techsupport.config.${ending}`)),
    ...folders(env, platform).flatMap((folder) => ENDINGS.map((ending) => join(folder, `config.${ending}`))),
  ];
};

/** From the environment alone: without a home there is no such folder, and that is no fault. */
const folders = (env: Surroundings['env'], platform: string): readonly string[] => {
  if (platform === 'win32') {
    return [env.APPDATA, env.ProgramData].flatMap((base) => (isSet(base) ? [`${base}\\techsupport`] : []));
  }
  const own = isSet(env.XDG_CONFIG_HOME)
    ? [env.XDG_CONFIG_HOME]
    : isSet(env.HOME)
      ? [`${env.HOME}/.config`]
      : [];
  const library = platform === 'darwin' && isSet(env.HOME) ? [`${env.HOME}/Library/Preferences`] : [];
  return [...own, ...library, '/etc'].map((base) => `${base}/techsupport`);
};

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';

/** A folder that cannot be looked into (EACCES, ELOOP, ENOTDIR) holds no configuration. */
export const find = async (around: Surroundings): Promise<Found> => {
  const distrusted: string[] = [];
  for (const path of places(around)) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || !found.isFile()) continue;
    // A link may lead to a file of ours that was never meant to be a configuration: whose link is it?
    const name = await lstat(path).catch(() => found);
    if (isTrusted(found, around) && isOwned(name, around)) return { path, distrusted };
    distrusted.push(path);
  }
  return { distrusted };
};

/**
 * A configuration can run programs. In /tmp anybody can leave one for root to find, so one that is found,
 * not named, must belong to this user, to root, or to whoever called sudo.
 */
const isTrusted = (file: { uid: number; mode: number }, around: Surroundings): boolean =>
  isOwned(file, around) && (around.uid === -1 || (file.mode & 0o002) === 0);

const isOwned = ({ uid }: { uid: number }, around: Surroundings): boolean => {
  if (around.uid === -1) return true;
  const owners = [around.uid, 0, ...(around.uid === 0 ? [Number(around.env.SUDO_UID ?? 0)] : [])];
  return owners.includes(uid);
};

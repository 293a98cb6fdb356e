/**
 * What each token stands for: on the owner's disk and nowhere else. It lies among the program's own state, which no
 * read of a report ever looks into.
 */
import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOwnFolder, makeOwnFolder } from '../../folders.ts';
import type { HiddenValue } from './hidden.ts';

const FOLDER = 'tokens';
/** The oldest go first: nobody asks what a report of last year hid. */
const MAX_MAPS = 30;
const ENCRYPTED = '.age';
/** Under a second here; age's own 18 takes eight times as long, and each report would wait for it. */
const WORK_FACTOR = 15;

export interface TokenMap {
  /** The report, or what else was redacted. */
  readonly about: string;
  readonly values: readonly HiddenValue[];
}

export interface Revealed extends HiddenValue {
  readonly about: string;
}

/** `roots`: the program's own folders, best first. Gives the file, or undefined where none takes it. With a passphrase it is encrypted by it. */
export const keepTokens = async (
  map: TokenMap,
  roots: readonly string[],
  passphrase?: string,
): Promise<string | undefined> => {
  if (map.values.length === 0) return undefined;
  const text = JSON.stringify(map);
  const content = passphrase === undefined ? text : await encrypted(text, passphrase);
  const name = `${new Date().toISOString().replace(/\D/g, '')}-${process.pid}.json${passphrase === undefined ? '' : ENCRYPTED}`;
  for (const root of roots) {
    const folder = join(root, FOLDER);
    try {
      makeOwnFolder(root);
      makeOwnFolder(folder);
      writeFileSync(join(folder, name), content, { mode: 0o600, flag: 'wx' });
      forgetOldest(folder);
      return join(folder, name);
    } catch {
      // The next folder may take it.
    }
  }
  return undefined;
};

/** Everything that this token, or a name of which it is a part, stands for; the newest first. */
export const reveal = async (
  token: string,
  roots: readonly string[],
  passphrase?: string,
): Promise<readonly Revealed[]> => {
  const found: Revealed[] = [];
  for (const path of maps(roots)) {
    const map = await opened(path, passphrase);
    for (const value of map?.values ?? []) {
      if (isMeant(value.token, token)) found.push({ ...value, about: map?.about ?? '' });
    }
    if (found.length > 0) return found;
  }
  return found;
};

const isMeant = (token: string, asked: string): boolean => {
  const [whole, part] = [token.toLowerCase(), asked.trim().toLowerCase()];
  return whole === part || whole.split(/[.\\/@]/).includes(part);
};

const maps = (roots: readonly string[]): readonly string[] =>
  roots
    .map((root) => join(root, FOLDER))
    .filter(isOwnFolder)
    .flatMap((folder) => readdirSync(folder).map((name) => ({ folder, name })))
    .filter(({ name }) => /^\d+-\d+\.json(?:\.age)?$/.test(name))
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .map(({ folder, name }) => join(folder, name));

const forgetOldest = (folder: string): void => {
  const names = readdirSync(folder).sort();
  for (const name of names.slice(0, Math.max(0, names.length - MAX_MAPS))) unlinkSync(join(folder, name));
};

const opened = async (path: string, passphrase: string | undefined): Promise<TokenMap | undefined> => {
  try {
    const content = readFileSync(path);
    const isEncrypted = path.endsWith(ENCRYPTED);
    if (isEncrypted && passphrase === undefined) return undefined;
    const text = isEncrypted ? await decrypted(content, passphrase ?? '') : content.toString('utf8');
    // Our own file, in a folder of nobody else's.
    return JSON.parse(text) as TokenMap;
  } catch {
    return undefined;
  }
};

const encrypted = async (text: string, passphrase: string): Promise<Uint8Array> => {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  return encrypter.encrypt(text);
};

const decrypted = async (content: Uint8Array, passphrase: string): Promise<string> => {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(content, 'text');
};

/** Writes a desk into the configuration: everything else in the file stays as it is, with its comments. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { parseDocument } from 'yaml';

type Env = Readonly<Record<string, string | undefined>>;

/** The one in use, or the person's own. */
export const configPath = (inUse: string | undefined, env: Env = process.env): string => {
  if (inUse !== undefined) return inUse;
  if (process.platform === 'win32') return join(env.APPDATA ?? '.', 'techsupport', 'config.yaml');
  return join(env.XDG_CONFIG_HOME || join(env.HOME ?? '.', '.config'), 'techsupport', 'config.yaml');
};

export type Written =
  | { readonly status: 'written' }
  /** What is to be put there by hand. */
  | { readonly status: 'program'; readonly text: string };

export const writeDesk = async (path: string, name: string, settings: object): Promise<Written> => {
  if (['.js', '.mjs', '.cjs', '.ts'].includes(extname(path))) {
    return { status: 'program', text: `${JSON.stringify({ desks: { [name]: settings } }, undefined, 2)}\n` };
  }
  const isThere = existsSync(path);
  const before = isThere ? readFileSync(path, 'utf8') : '';
  const after =
    extname(path) === '.json'
      ? `${JSON.stringify(withDesk(JSON.parse(before || '{}'), name, settings), undefined, 2)}\n`
      : inYaml(before, name, settings);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.part`;
  try {
    writeFileSync(draft, after, { mode: isThere ? statSync(path).mode & 0o777 : 0o600, flag: 'wx' });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  return { status: 'written' };
};

const inYaml = (text: string, name: string, settings: object): string => {
  const document = parseDocument(text);
  // Of an empty file there is nothing to set a key in. Its type says what was parsed, and nothing was.
  if (document.contents === null) document.contents = document.createNode({}) as never;
  document.setIn(['desks', name], document.createNode(settings));
  return String(document);
};

const withDesk = (content: Readonly<Record<string, unknown>>, name: string, settings: object) => ({
  ...content,
  desks: { ...(content.desks as object | undefined), [name]: settings },
});

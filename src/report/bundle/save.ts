/** Puts a bundle on the disk: whole or not at all, never over another file, in the first folder that takes it. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { makeFolder } from '../../folders.ts';
import { oneLine } from '../../output/untrusted.ts';

export interface FailedFolder {
  readonly folder: string;
  readonly why: string;
}

export type Saved =
  | { readonly kind: 'file'; readonly path: string; readonly failed: readonly FailedFolder[] }
  | { readonly kind: 'stream'; readonly failed: readonly FailedFolder[] };

export interface SaveOptions {
  /** Tried in this order. */
  readonly folders: readonly string[];
  /** Takes the bytes when no folder does; without it that is an error. */
  readonly otherwise?: (bytes: Buffer) => Promise<void>;
}

export const saveBundle = async (
  bundle: { readonly name: string; readonly bytes: Buffer },
  { folders, otherwise }: SaveOptions,
): Promise<Saved> => {
  const failed: FailedFolder[] = [];
  for (const folder of new Set(folders)) {
    try {
      return { kind: 'file', path: saveIn(folder, bundle.name, bundle.bytes), failed };
    } catch (cause) {
      failed.push({ folder, why: whyOf(cause) });
    }
  }
  if (otherwise !== undefined) {
    await otherwise(bundle.bytes);
    return { kind: 'stream', failed };
  }
  throw new NowhereToSave(failed);
};

/** No folder took the report. */
export class NowhereToSave extends UserError {
  constructor(readonly failed: readonly FailedFolder[]) {
    const list = failed.map(({ folder, why }) => `${oneLine(folder)} (${why})`).join(', ');
    super(
      'E_REPORT_NOWHERE',
      `The report could not be written anywhere: ${list}`,
      'Name a folder that can be written, or redirect the output into a file.',
      {
        exitCode: EXIT.usage,
        ru: {
          message: `Отчёт не удалось записать никуда: ${list}`,
          hint: 'Укажите папку, в которую можно писать, или направьте вывод в файл.',
        },
      },
    );
  }
}

/** Where a report may go: here, home, where programs keep their state, and what is left when a disk is full. */
export const reportFolders = (
  env: Readonly<Record<string, string | undefined>>,
  cwd: string | undefined,
): readonly string[] =>
  [
    cwd,
    env.HOME,
    env.USERPROFILE,
    env.XDG_STATE_HOME && join(env.XDG_STATE_HOME, 'techsupport'),
    env.LOCALAPPDATA && join(env.LOCALAPPDATA, 'techsupport'),
    env.XDG_RUNTIME_DIR,
    tmpdir(),
    ...(process.platform === 'win32' ? [] : ['/tmp', '/var/tmp', '/dev/shm']),
  ].filter((folder): folder is string => folder !== undefined && folder !== '' && isAbsolute(folder));

/** All of it without giving way: an interruption finds the file whole or not there. */
const saveIn = (folder: string, name: string, bytes: Buffer): string => {
  makeFolder(folder);
  const temporary = join(folder, `.${name}.${randomBytes(6).toString('hex')}.part`);
  try {
    writeNew(temporary, bytes);
    return place(temporary, folder, name);
  } finally {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never made.
    }
  }
};

const writeNew = (path: string, bytes: Buffer): void => {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const MAX_NAMES = 100;

/** Gives it its name; a link, unlike a rename, never takes another file's place. */
const place = (temporary: string, folder: string, name: string): string => {
  for (let count = 1; count <= MAX_NAMES; count++) {
    const path = join(folder, count === 1 ? name : numbered(name, count));
    try {
      linkOrCopy(temporary, path);
      return path;
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') throw cause;
    }
  }
  throw new Error(`${MAX_NAMES} reports of this name are there already`);
};

/** `report-2.tar.gz`, and `report-2` where the person named it `report`. */
const numbered = (name: string, count: number): string => {
  const ending = /(?<=.)(\.tar)?\.[^.]+$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - ending.length)}-${count}${ending}`;
};

const linkOrCopy = (temporary: string, path: string): void => {
  try {
    linkSync(temporary, path);
  } catch (cause) {
    // FAT, some network and phone file systems know no links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES'].includes(codeOf(cause)))
      throw cause;
    copyFileSync(temporary, path, constants.COPYFILE_EXCL);
  }
};

const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';

const whyOf = (cause: unknown): string =>
  codeOf(cause) || oneLine(cause instanceof Error ? cause.message : String(cause));

/** Work in a folder of others, which may be full, read-only, gone, or hang. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errno, messageOf, syncFolder } from '../../../durable-files.ts';
import type { DeskOptions, Failed, Failure, FailureCode } from '../../desk.ts';
import { plainLine } from '../../plain.ts';

const CODES: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'folder-full',
  EDQUOT: 'folder-full',
  EFBIG: 'folder-full',
  EROFS: 'folder-unwritable',
  EACCES: 'folder-unwritable',
  EPERM: 'folder-unwritable',
};

export const MISSING = 'ENOENT';

/** What was half done is cleared away or has another name: nothing was received. */
export const diskTrouble = (error: unknown): Failed => {
  if (errno(error) === '') throw error;
  return failed(CODES[errno(error)] ?? 'folder-missing', 'later', messageOf(error));
};

export const failed = (code: FailureCode, again: Failure['again'], detail: string): Failed => ({
  status: 'failed',
  failure: { code, certainty: 'not-received', again, detail: plainLine(detail, 300) },
});

/** A share that is gone may keep a read waiting for ever. */
export const limited = async <T>(
  work: () => Promise<T | Failed>,
  limitMs: number,
  { signal }: DeskOptions,
): Promise<T | Failed> => {
  let timer: NodeJS.Timeout | undefined;
  let onAbort = (): void => {};
  const end = new Promise<Failed>((resolve) => {
    timer = setTimeout(
      () => resolve(failed('folder-missing', 'later', `no answer within ${limitMs / 1000} s`)),
      limitMs,
    );
    onAbort = () => resolve(failed('interrupted', 'soon', 'interrupted'));
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([work().catch(diskTrouble), end]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
};

/** Throws where the folder is not there: it is never made, since it would be made beneath a share that is away. */
export const mustBeThere = async (folder: string, mustHold: string | undefined): Promise<void> => {
  const found = await lstat(join(folder, '.'));
  if (!found.isDirectory()) throw Object.assign(new Error(`${folder} is no folder`), { code: 'ENOTDIR' });
  if (mustHold !== undefined) await lstat(join(folder, mustHold));
};

export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error) => {
      if (errno(error) === MISSING) return false;
      throw error;
    },
  );

/** A name that nobody reads, and that is never made twice. */
const draftOf = (path: string): string => join(dirname(path), `.${randomBytes(8).toString('hex')}.part`);

export type Content = string | AsyncIterable<Uint8Array>;

const writeNew = async (path: string, content: Content): Promise<void> => {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o660);
  try {
    await writeFile(file, content);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** All of the files under one name, or none. False where that name is taken. */
export const putFolder = async (path: string, files: ReadonlyMap<string, Content>): Promise<boolean> => {
  const draft = draftOf(path);
  await mkdir(draft, { mode: 0o770 });
  try {
    for (const [name, content] of files) {
      await mkdir(dirname(join(draft, name)), { recursive: true, mode: 0o770 });
      await writeNew(join(draft, name), content);
    }
    await syncFolder(draft).catch(() => {});
    await rename(draft, path);
    await syncFolder(dirname(path)).catch(() => {});
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(errno(error)) && (await isThere(path))) return false;
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => {});
  }
};

/** A whole file or none; false where the name is taken. `over`: takes the place of the one before. */
export const putFile = async (path: string, content: Content, how: 'new' | 'over'): Promise<boolean> => {
  const draft = draftOf(path);
  try {
    await writeNew(draft, content);
    if (how === 'over') await rename(draft, path);
    else await placeNew(draft, path);
    return true;
  } catch (error) {
    if (errno(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
};

/** A link never takes the place of another file; some shares know no links. */
const placeNew = async (draft: string, path: string): Promise<void> => {
  try {
    await link(draft, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EACCES'].includes(errno(error))) throw error;
    if (await isThere(path)) throw Object.assign(new Error('it is there'), { code: 'EEXIST' });
    await rename(draft, path);
  }
};

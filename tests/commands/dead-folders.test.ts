/** Folders on disks whose other side is gone: forgotten before anything looks into them. */
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { leaveDeadFolders, type Place } from '../../src/commands/dead-folders.ts';

const isAlive = async (path: string): Promise<boolean> => !path.startsWith('/mnt/nas');

const placeWith = (
  env: Record<string, string | undefined>,
  folder: string | undefined,
): Place & { readonly went: string[] } => {
  const went: string[] = [];
  return {
    env,
    cwd: () => {
      if (folder === undefined) throw new Error('ENOENT: no such file or directory, uv_cwd');
      return folder;
    },
    chdir: (to) => void went.push(to),
    went,
  };
};

describe('a folder on a disk that does not answer', () => {
  test('is no home any more, and is told', async () => {
    const place = placeWith({ HOME: '/mnt/nas/jane', XDG_STATE_HOME: '/var/state', LANG: 'C' }, '/root');
    expect(await leaveDeadFolders(place, isAlive)).toEqual(['/mnt/nas/jane']);
    expect(place.env).toEqual({ XDG_STATE_HOME: '/var/state', LANG: 'C' });
    expect(place.went).toEqual([]);
  });

  test('is left where it is the working folder', async () => {
    const place = placeWith({ HOME: '/root' }, '/mnt/nas/work');
    expect(await leaveDeadFolders(place, isAlive)).toEqual(['/mnt/nas/work']);
    expect(place.went).toEqual([tmpdir()]);
  });

  test('is asked after once, whatever names it', async () => {
    const asked: string[] = [];
    const place = placeWith({ HOME: '/h', TMPDIR: '/h', XDG_CACHE_HOME: '' }, '/h');
    await leaveDeadFolders(place, async (path) => asked.push(path) > 0);
    expect(asked).toEqual(['/h']);
  });

  test('a working folder that was removed is none', async () => {
    const place = placeWith({ HOME: '/root' }, undefined);
    expect(await leaveDeadFolders(place, isAlive)).toEqual([]);
    expect(place.went).toEqual([]);
  });
});

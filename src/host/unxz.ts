/** Unpacks xz by the system's own program; Node has none. */
import type { Readable } from 'node:stream';
import { environment, systemPath, workingFolder } from './local/environment.ts';

export type Unpacking = AsyncIterable<Uint8Array>;

/** The highest level of xz needs 65 MiB. */
const MEMORY = '--memlimit-decompress=150MiB';
const LIMIT_MS = 300_000;

/** Throws an error whose code is ENOENT where there is no xz. */
export async function* unxz(packed: Readable, path?: string): Unpacking {
  const { execa } = await import('execa');
  const os = process.platform === 'win32' ? 'win32' : process.platform === 'darwin' ? 'darwin' : 'linux';
  const child = execa('xz', ['--decompress', '--stdout', '--quiet', MEMORY], {
    buffer: false,
    cwd: workingFolder(os),
    encoding: 'buffer',
    env: environment(os, path ?? systemPath(os)),
    extendEnv: false,
    forceKillAfterDelay: false,
    killSignal: 'SIGKILL',
    reject: false,
    stderr: 'ignore',
    stdin: packed,
    timeout: LIMIT_MS,
    windowsHide: true,
  });
  try {
    // As it comes: what is not taken makes xz wait.
    const output: Readable = child.stdout;
    for await (const chunk of output) yield chunk as Uint8Array;
    const { failed, code, shortMessage } = await child;
    if (failed) throw Object.assign(new Error(shortMessage), { code });
  } finally {
    child.kill('SIGKILL');
  }
}

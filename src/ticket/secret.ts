/** Fetches a secret when it is needed. It is never part of a message, a log or a file of ours. */
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { errno } from '../durable-files.ts';
import type { Failure } from './desk.ts';

const MAX_BYTES = 64 * 1024;

export type SecretSource =
  | { readonly env: string }
  | { readonly command: readonly [string, ...string[]] }
  | { readonly file: string };

export type Secret =
  | { readonly status: 'ok'; readonly secret: string }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface SecretOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export const readSecret = async (source: SecretSource, options: SecretOptions): Promise<Secret> => {
  if ('env' in source) {
    const value = (options.env[source.env] ?? '').trim();
    if (value === '') return failed('secret-missing', `environment variable ${source.env}`);
    return usable(value, 'secret-missing', `environment variable ${source.env}`);
  }
  if ('file' in source) return inFile(source.file);
  const [program] = source.command;
  const ended = await firstLineOf(source.command, options);
  if ('why' in ended) return failed('secret-command-failed', `${program}: ${ended.why}`);
  if (ended.line === '') return failed('secret-command-failed', `${program}: printed nothing`);
  return usable(ended.line, 'secret-command-failed', program);
};

/** Its first line. Who else can read it knows the secret: such a file is not used. */
const inFile = async (path: string): Promise<Secret> => {
  if (!isAbsolute(path)) return failed('misconfigured', `${path}: not a whole path`);
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { mode, size } = await file.stat();
      if ((mode & constants.S_IFMT) !== constants.S_IFREG || size > MAX_BYTES) {
        return failed('secret-missing', `${path}: no small file`);
      }
      if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
        return failed('secret-exposed', `${path}: mode ${(mode & 0o777).toString(8)}`);
      }
      const [line = ''] = (await file.readFile('utf8')).split(/\r?\n/);
      return usable(line.trim(), 'secret-missing', path);
    } finally {
      await file.close();
    }
  } catch (error) {
    return failed('secret-missing', `${path}: ${errno(error) || 'not readable'}`);
  }
};

/** Only what a header can carry: anything else would end the header, or begin another. */
const usable = (secret: string, code: Failure['code'], where: string): Secret =>
  /^[\x21-\x7e]+$/.test(secret)
    ? { status: 'ok', secret }
    : failed(code, `${where}: spaces, control characters or non-ASCII letters in it`);

const failed = (code: Failure['code'], detail: string): Secret => ({
  status: 'failed',
  failure: { code, certainty: 'not-received', again: 'later', detail },
});

/** Password managers print the secret on the first line. What it says on stderr may hold secrets: not read. */
const firstLineOf = (
  [program, ...args]: readonly [string, ...string[]],
  { env, timeoutMs, signal }: SecretOptions,
): Promise<{ line: string } | { why: string }> =>
  new Promise((resolve) => {
    // A group of its own, so that what it started ends with it.
    const grouped = process.platform !== 'win32';
    const child = spawn(program, args, {
      env: { ...env },
      detached: grouped,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    const end = (result: { line: string } | { why: string }): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      endAll();
      child.stdout.destroy();
      resolve(result);
    };
    const endAll = (): void => {
      try {
        if (grouped && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // Nobody is left.
      }
    };
    const onAbort = (): void => end({ why: 'interrupted' });
    const timer = setTimeout(() => end({ why: `no answer within ${timeoutMs / 1000} s` }), timeoutMs);
    signal.addEventListener('abort', onAbort);
    child.on('error', (error) => end({ why: errno(error) || 'could not be started' }));
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) end({ why: 'printed too much' });
      else chunks.push(chunk);
    });
    child.on('close', (status, killedBy) => {
      if (status !== 0) end({ why: killedBy ? `ended by ${killedBy}` : `exit status ${status}` });
      else end({ line: (Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? '').trim() });
    });
    if (signal.aborted) onAbort();
  });

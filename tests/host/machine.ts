/** What the tests of the host share: asking it, a folder of fake tools, servers on loopback. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Answer, Kind, Raw, Request } from '../../src/contract.ts';
import { type LocalOptions, local } from '../../src/host/local.ts';

export const ask = async <K extends Kind>(
  request: Extract<Request, { kind: K }>,
  {
    timeoutMs = 5000,
    signal = new AbortController().signal,
    ...options
  }: { timeoutMs?: number; signal?: AbortSignal } & LocalOptions = {},
): Promise<Answer<K>> =>
  // An answer to a request of kind K is of kind K.
  (await local(options).ask('test', request, { timeoutMs, signal })) as Answer<K>;

/** The value, where the test is not about there being none. */
export const rawOf = <K extends Kind>(answer: Answer<K>): Raw[K] => {
  if (answer.status !== 'ok') throw new Error(`${answer.status}: ${answer.why}`);
  return answer.raw;
};

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'techsupport-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A file that lasts as long as the tests do. */
export const temporaryFile = (name: string, text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'techsupport-test-')), name);
  writeFileSync(path, text);
  process.once('exit', () => rmSync(dirname(path), { recursive: true, force: true }));
  return path;
};

/** A PATH with fake tools before the real ones. */
export const toolsPath = (tools: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(folder, name), script);
    chmodSync(join(folder, name), 0o755);
  }
  return `${folder}:/usr/bin:/bin`;
};

/** Processes whose command line holds this text. */
export const processesWith = (marker: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(marker);
      } catch {
        return false;
      }
    });

/** A TCP server on loopback: its port. */
export const serve = async (onConnection: (socket: Socket) => void): Promise<number> => {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    onConnection(socket);
  });
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return listening(server);
};

export const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      resolve(address.port);
    });
  });

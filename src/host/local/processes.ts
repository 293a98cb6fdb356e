/** Ends a program with everything it started. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { pause } from './context.ts';

const TERM_MS = 200;
const POLL_MS = 20;
const KILL_ROUNDS = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Start time: tells a process from a later one with the same number. */
  readonly start: string;
}

/**
 * TERM to the whole tree, KILL to what is left 200 ms later. Resolves when all of it is gone or cannot be ended.
 * `mark` is a text in the environment of the program alone: it finds daemons, which give up parent, group
 * and session.
 */
export const endTree = async (root: number, mark?: string): Promise<void> => {
  if (process.platform === 'win32') return endWindowsTree(root);
  const known = new Map<number, Process>();
  const alive = async (): Promise<readonly Process[]> => tree(root, await running(), known, mark);
  for (const { pid } of await alive()) signal(pid, 'SIGTERM');
  signal(-root, 'SIGTERM');
  const killAt = performance.now() + TERM_MS;
  while (performance.now() < killAt) {
    await pause(POLL_MS);
    if ((await alive()).length === 0) return;
  }
  for (let round = 0; round < KILL_ROUNDS; round += 1) {
    const left = await alive();
    if (left.length === 0) return;
    for (const { pid } of left) signal(pid, 'SIGKILL');
    signal(-root, 'SIGKILL');
    await pause(POLL_MS);
  }
};

/** Programs that run now: ended with this process, however it ends. */
const alive = new Map<number, string | undefined>();
let guarded = false;

export const endWithUs = (pid: number, mark?: string): void => {
  alive.set(pid, mark);
  if (guarded) return;
  guarded = true;
  process.on('exit', () => {
    for (const [root, rootMark] of alive) endTreeNow(root, rootMark);
  });
};

export const forget = (pid: number): void => {
  alive.delete(pid);
};

const endTreeNow = (root: number, mark?: string): void => {
  for (const { pid } of tree(root, fromProc(), new Map(), mark)) signal(pid, 'SIGKILL');
  signal(process.platform === 'win32' ? root : -root, 'SIGKILL');
};

/** What a program left running in its group when it ended. */
export const endGroup = (root: number): void => {
  if (fromProc().some(({ group }) => group === root)) signal(-root, 'SIGKILL');
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already, or another user's.
  }
};

/**
 * The root, its group, its session, all their descendants, and those seen in earlier rounds: a process whose
 * parent was ended first belongs to init and can only be known from before.
 */
const tree = (
  root: number,
  all: readonly Process[],
  known: Map<number, Process>,
  mark: string | undefined,
): readonly Process[] => {
  const found = new Map<number, Process>();
  const add = (one: Process): void => {
    if (found.has(one.pid) || one.pid === process.pid) return;
    found.set(one.pid, one);
    known.set(one.pid, one);
    for (const child of all) if (child.parent === one.pid) add(child);
  };
  for (const one of all) {
    const ours = one.pid === root || one.group === root || one.session === root;
    if (ours || known.get(one.pid)?.start === one.start) add(one);
  }
  // Only what is younger than the root: the environment of a stuck process may never be read to its end.
  const oldest = Number(known.get(root)?.start ?? Number.POSITIVE_INFINITY);
  for (const one of all) {
    if (mark !== undefined && Number(one.start) >= oldest && !found.has(one.pid) && isMarked(one.pid, mark)) {
      add(one);
    }
  }
  return [...found.values()];
};

const isMarked = (pid: number, mark: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(mark);
  } catch {
    return false;
  }
};

const running = async (): Promise<readonly Process[]> =>
  process.platform === 'linux' ? fromProc() : await fromPs();

const fromProc = (): readonly Process[] => {
  if (process.platform !== 'linux') return [];
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readStat);
  } catch {
    return [];
  }
};

const readStat = (pid: string): readonly Process[] => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may contain brackets and spaces itself.
    const [state, parent, group, session, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return [];
    return [
      {
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        session: Number(session),
        start: rest[15] ?? '',
      },
    ];
  } catch {
    return [];
  }
};

const fromPs = (): Promise<readonly Process[]> =>
  new Promise((resolve) => {
    const columns = ['-A', '-o', 'pid=,ppid=,pgid=,state=,lstart='];
    execFile('/bin/ps', columns, { timeout: 1000, env: { LC_ALL: 'C' } }, (_error, stdout) => {
      resolve(
        stdout.split('\n').flatMap((line) => {
          const [pid, parent, group, state, ...start] = line.trim().split(/\s+/);
          if (pid === undefined || state?.startsWith('Z')) return [];
          const numbers = { pid: Number(pid), parent: Number(parent), group: Number(group) };
          return [{ ...numbers, session: 0, start: start.join(' ') }];
        }),
      );
    });
  });

const endWindowsTree = (root: number): Promise<void> =>
  new Promise((resolve) => {
    const taskkill = `${process.env.SystemRoot ?? 'C:\\Windows'}\\System32\\taskkill.exe`;
    execFile(taskkill, ['/T', '/F', '/PID', String(root)], { timeout: 3000 }, () => resolve());
  });

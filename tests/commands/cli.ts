/** Runs the built command line as a user would. `npm test` builds it first. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../../dist', import.meta.url));
export const program = `${dist}/techsupport.cjs`;

if (!existsSync(program)) throw new Error(`${program} is missing: npm run build`);

export interface Ended {
  /** As a shell has it; -1 when a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly uid?: number;
  readonly stdin?: 'ignore' | 'pipe';
  readonly node?: readonly string[];
  readonly started?: (child: ChildProcess) => void;
}

/** An empty folder: nothing of whoever runs the tests has a part in them. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'techsupport-test-'));

const home = emptyFolder();

export const techsupport = (args: readonly string[], around: Surroundings = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(around.node ?? []), program, ...args], {
      cwd: around.cwd ?? home,
      // Made new, so that neither language nor colour depend on where the tests run.
      env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', ...around.env },
      stdio: [around.stdin ?? 'ignore', 'pipe', 'pipe'],
      ...(around.uid !== undefined && { uid: around.uid, gid: around.uid }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ status: code ?? -1, stdout, stderr }));
    around.started?.(child);
  });

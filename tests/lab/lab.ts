/** Runs the built command line on a computer of the fault lab. Needs root, Linux and the lab's own packages. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sharedDir } from '../shared.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const script = sharedDir('lab', 'lab.sh');

const ready = (): boolean => {
  if (!existsSync(script) || process.getuid?.() !== 0) return false;
  return spawnSync('bash', [script, 'doctor'], { encoding: 'utf8' }).stdout.includes('the lab can run here');
};

export const canRunLab: boolean = ready();
if (!canRunLab)
  console.warn(`SKIPPED: the fault lab cannot run here (${script}); tests that need it are left out`);

export const lab = (options: readonly string[], fault: string, ...command: readonly string[]) =>
  spawnSync(
    'bash',
    [
      ...[script, 'run', '--quiet', '--timeout', '60', ...options, fault, '--'],
      ...[process.execPath, 'dist/techsupport.cjs', ...command],
      ...['--config', 'tests/lab/techsupport.config.yaml', '--lang', 'en'],
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 },
  );

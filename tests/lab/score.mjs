// The tool against the fault lab, with the computer's own targets: `npm run lab -- --only dns-dead`.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const lab = join(root, '../shared/lab/score.mjs');
if (!existsSync(lab)) {
  console.error(`The fault lab is not at ${lab}: nothing was scored.`);
  process.exit(1);
}
const checks = ['check', '--format', 'json', '--lang', 'en', '--config', 'tests/lab/techsupport.config.yaml'];
const tool = [process.execPath, 'dist/techsupport.cjs', ...checks];
const options = ['--timeout', '25', '--faults', join(here, 'faults'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, [realpathSync(lab), ...options, '--', ...tool], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);

// What planning saves beside other ways, for each complaint, by made-up faults: writes docs/decisions/what-to-do-next.md.
// SIMULATED_FAULTS: how many for each.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { status } = spawnSync('npx', ['vitest', 'run', 'tests/tree/simulation.test.ts'], {
  cwd: join(dirname(fileURLToPath(import.meta.url)), '../..'),
  env: { SIMULATED_FAULTS: '10000', ...process.env },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

// Start-up, a whole run, redaction of a long journal, memory and size. Timings are read by a person: nothing here fails.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Bench } from 'tinybench';
import { writeJournal } from './journal.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const program = join(root, 'dist/techsupport.cjs');

const run = (args, onPid, env = process.env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore', env });
    if (child.pid !== undefined) onPid?.(child.pid);
    child.on('error', reject);
    child.on('close', resolve);
  });

const bench = new Bench({ iterations: 10, time: 0, warmupIterations: 2, warmupTime: 0 });
bench
  .add('node -e 0', () => run(['-e', '0']))
  .add('techsupport --version', () => run([program, '--version']))
  .add('techsupport --help', () => run([program, '--help']))
  .add('techsupport check', () => run([program, 'check']))
  .add('techsupport check disk-space', () => run([program, 'check', 'disk-space']));
await bench.run();

const rows = bench.tasks.map(({ name, result }) => {
  const { latency } = result;
  return { what: name, 'median ms': Math.round(latency.p50), 'slowest ms': Math.round(latency.max) };
});
console.table(rows);
const [bare, version] = rows;
console.log(
  `--version takes ${(version['median ms'] / bare['median ms']).toFixed(2)} times as long as node -e 0`,
);

/** VmHWM, the most memory that was ever in use; Linux only. */
const peakKb = async (args, env) => {
  let peak = 0;
  let timer;
  const watch = (pid) => {
    timer = setInterval(() => {
      try {
        peak = Math.max(
          peak,
          Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
        );
      } catch {
        // It has just ended.
      }
    }, 5);
  };
  await run(args, watch, env);
  clearInterval(timer);
  return peak;
};
if (process.platform === 'linux') {
  console.log(`peak memory of check: ${Math.round((await peakKb([program, 'check'])) / 1024)} MB`);
  console.log(`peak memory of node -e 0: ${Math.round((await peakKb(['-e', '0'])) / 1024)} MB`);
}

const folder = mkdtempSync(join(tmpdir(), 'techsupport-bench-'));
try {
  const journal = join(folder, 'journal.txt');
  const bytes = 200_000_000;
  writeJournal(journal, bytes);
  const started = performance.now();
  const peak = await peakKb([program, 'redact', journal], {
    ...process.env,
    HOME: folder,
    XDG_STATE_HOME: folder,
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `redact of ${bytes / 1e6} MB: ${seconds.toFixed(1)} s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s, peak memory ${Math.round(peak / 1024)} MB (0 where it is not told)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const [pack] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
);
console.log(
  `package: ${Math.round(pack.size / 1000)} kB packed, ${Math.round(pack.unpackedSize / 1000)} kB unpacked, ${pack.entryCount} files`,
);

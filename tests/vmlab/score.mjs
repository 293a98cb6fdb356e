// The tool on the virtual machines of the VM lab: `npm run vmlab -- unit-failed healthy`, `npm run vmlab -- --as user`.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const lab = join(root, '../shared/vmlab');
if (!existsSync(lab)) {
  console.error(`The VM lab is not at ${lab}: nothing was scored.`);
  process.exit(1);
}
const vm = join(realpathSync(lab), 'vm.sh');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { as: { type: 'string' }, json: { type: 'boolean' } },
});

/** The name of the device that the lab plugs in. */
const PLUGGED = /QEMU USB Keyboard/;
const LONGEST_WATCH = '14';

const lines = (text) => text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
const codes = new Map(
  lines(readFileSync(join(lab, 'codes.tsv'), 'utf8')).map((line) => {
    const [slug, some = ''] = line.split('\t');
    return [slug, some.split(' ')];
  }),
);
const scenarios = lines(spawnSync('bash', [vm, 'list'], { encoding: 'utf8' }).stdout)
  .map((line) => line.trim().split(/\s+/))
  .map(([name, expect]) => ({ name, expect: expect === '-' ? undefined : expect }))
  .filter(({ name }) => positionals.length === 0 || positionals.includes(name));

// A copy: whoever builds meanwhile would take it away.
const share = mkdtempSync(join(tmpdir(), 'techsupport-vm-'));
cpSync(join(root, 'dist'), share, { recursive: true });
// The ordinary user of the machine reads it too.
chmodSync(share, 0o755);

const inVm = (name, ...command) =>
  spawnSync(
    'bash',
    [
      ...[vm, 'run', ...(values.as === undefined ? [] : ['--as', values.as]), '--share', share, name, '--'],
      ...['node', 'techsupport.cjs', ...command, '--lang', 'en', '--format', 'json'],
    ],
    { encoding: 'utf8', cwd: lab, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, LAB_QUIET: '1' } },
  );

const score = ({ name, expect }) => {
  if (expect === 'usb-event') {
    const { stdout, status } = inVm(name, 'watch', '--seconds', LONGEST_WATCH);
    return { name, expect, hit: PLUGGED.test(stdout), status, roots: lines(stdout).slice(0, 4), all: [] };
  }
  const { stdout, stderr, status } = inVm(name, 'check', '--all');
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    return { name, expect, hit: false, status, roots: [`no report: ${stderr.slice(0, 200)}`], all: [] };
  }
  const findings = report.checks.flatMap(({ findings: some }) => some);
  const loud = findings.filter(({ severity }) => severity !== 'info');
  const roots = findings.filter(({ causedBy }) => causedBy === undefined).map(({ code }) => code);
  const wanted = expect === undefined ? [] : (codes.get(expect) ?? []);
  return {
    name,
    expect,
    hit: expect === undefined ? loud.length === 0 : roots.some((code) => wanted.includes(code)),
    ms: report.durationMs,
    roots: loud.filter(({ causedBy }) => causedBy === undefined).map(({ code }) => code),
    remarks: findings.filter(({ severity }) => severity === 'info').map(({ code }) => code),
    unknown: report.checks.flatMap(({ unknown }) => unknown.map(({ source }) => source)),
  };
};

const rows = [];
for (const scenario of scenarios) {
  const row = score(scenario);
  rows.push(row);
  if (values.json !== true) {
    const { name, expect = '(healthy)', hit, ms = '', roots, remarks = [], unknown = [] } = row;
    console.log(
      `${hit ? 'ok  ' : 'MISS'} ${name.padEnd(20)} ${expect.padEnd(24)} ${String(ms).padStart(6)} ms  ${roots.join(' ')}` +
        `${remarks.length === 0 ? '' : `  (info: ${remarks.join(' ')})`}${unknown.length === 0 ? '' : `  ?${unknown.length}`}`,
    );
  }
}
rmSync(share, { recursive: true });
const faults = rows.filter(({ expect }) => expect !== undefined);
const quiet = rows.filter(({ expect }) => expect === undefined);
const hits = (some) => `${some.filter(({ hit }) => hit).length}/${some.length}`;
console.log(
  values.json === true
    ? JSON.stringify({ rows }, null, 2)
    : `\nfaults ${hits(faults)}, healthy and silent ${hits(quiet)}`,
);

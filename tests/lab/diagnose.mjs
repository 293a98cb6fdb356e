// `diagnose --no-input` against the fault lab, with what the user of each fault says: `npm run lab:diagnose -- dns-dead`.
// Prints a line a fault and how often the conclusion was right; an exit status of 1 says that it was below 90 %.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const lab = join(root, '../shared/lab');
if (!existsSync(lab)) {
  console.error(`The fault lab is not at ${lab}: nothing was tried.`);
  process.exit(1);
}
const PARALLEL = Number(process.env.PARALLEL ?? 2);
const GOAL = 0.9;
const only = process.argv.slice(2);

/** The head of a fault file: `# field: value`, longer values on lines that begin with `#` and three blanks. */
const headOf = (text) => {
  const head = {};
  let field;
  for (const line of text.split('\n')) {
    if (!line.startsWith('#')) break;
    const [, name, value] = /^# (\w+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      field = name;
      head[name] = value;
    } else if (field !== undefined && line.startsWith('#   ')) head[field] += ` ${line.slice(4).trim()}`;
  }
  return head;
};

const faults = [join(lab, 'faults'), join(here, 'faults')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sh'))
    .map((name) => ({
      name: name.slice(0, -3),
      folder,
      ...headOf(readFileSync(join(folder, name), 'utf8')),
    })),
);

const diagnose = ({ name, complaint }) =>
  new Promise((resolve) => {
    const tool = ['dist/techsupport.cjs', 'diagnose', complaint, '--no-input', '--format', 'json'];
    const config = ['--config', 'tests/lab/techsupport.config.yaml', '--lang', 'en'];
    const run = spawn(
      'bash',
      [
        join(lab, 'lab.sh'),
        ...['run', '--quiet', '--timeout', '90', '--faults', join(here, 'faults'), name, '--'],
        ...[process.execPath, ...tool, ...config],
      ],
      { cwd: root },
    );
    let stdout = '';
    let stderr = '';
    run.stdout.on('data', (data) => {
      stdout += data;
    });
    run.stderr.on('data', (data) => {
      stderr += data;
    });
    run.on('close', (status) => resolve({ status, stdout, stderr }));
  });

const judge = ({ expect = 'none', accept = '' }, { status, stdout, stderr }) => {
  try {
    const { diagnosis } = JSON.parse(stdout);
    const { outcome, finding = 'none', node } = diagnosis.conclusion;
    const right = [expect, ...accept.split(/[\s,]+/)].includes(finding);
    return { right, told: `${diagnosis.complaint}: ${finding} (${outcome} at ${node})` };
  } catch {
    return { right: false, told: `status ${status}: ${stderr.trim().split('\n').at(-1)}` };
  }
};

const wanted = faults.filter(
  ({ name, expect, complaint }) =>
    complaint && expect !== 'none' && (only.length === 0 || only.includes(name)),
);
const queue = [...wanted];
let right = 0;
const work = async () => {
  for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) {
    const verdict = judge(fault, await diagnose(fault));
    if (verdict.right) right += 1;
    console.log(
      `${verdict.right ? 'ok  ' : 'MISS'} ${fault.name.padEnd(24)} ${fault.expect}: ${verdict.told}`,
    );
  }
};
await Promise.all(Array.from({ length: PARALLEL }, work));
console.log(`${right} of ${wanted.length} right (${Math.round((1000 * right) / wanted.length) / 10} %)`);
process.exit(right >= GOAL * wanted.length ? 0 : 1);

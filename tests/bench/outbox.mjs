// An outbox of 1,000 tickets: how long `ticket list` and `ticket send` take, with what memory. The desk allows five
// requests a second and answers 429 beyond that. Timings are read by a person: nothing here fails.
// OUTBOX_TICKETS, OUTBOX_SENT: how many lie there, and how many of them are sent.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TICKETS = Number(process.env.OUTBOX_TICKETS ?? 1_000);
const SENT = Number(process.env.OUTBOX_SENT ?? 100);
const A_SECOND = 5;

const program = join(dirname(fileURLToPath(import.meta.url)), '../../dist/techsupport.cjs');
const home = mkdtempSync(join(tmpdir(), 'techsupport-bench-'));
const outbox = join(home, 'techsupport/outbox');
const report = join(home, 'report.tar.gz');
const config = join(home, 'desk.json');

let isOpen = false;
let recent = [];
const counts = { taken: new Set(), refused: 0, repeated: 0 };
const desk = createServer((request, response) => {
  const key = request.headers['idempotency-key'];
  request.resume().on('end', () => {
    const now = performance.now();
    recent = recent.filter((at) => now - at < 1_000);
    response.setHeader('content-type', 'application/json');
    if (!isOpen) return response.writeHead(503).end('{}');
    if (recent.length >= A_SECOND) {
      counts.refused += 1;
      return response.writeHead(429, { 'retry-after': '1' }).end('{}');
    }
    recent.push(now);
    if (counts.taken.has(key)) counts.repeated += 1;
    counts.taken.add(key);
    return response.writeHead(201).end(JSON.stringify({ id: counts.taken.size, key }));
  });
});
await new Promise((done) => desk.listen(0, '127.0.0.1', done));
const desks = { bench: { kind: 'webhook', url: `http://127.0.0.1:${desk.address().port}/` } };
writeFileSync(config, JSON.stringify({ desks }));

/** With the most memory that was ever in use, which only Linux tells. */
const run = (args) =>
  new Promise((resolve) => {
    const begun = performance.now();
    const env = { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: home, LANG: 'C.UTF-8' };
    const child = spawn(process.execPath, [program, '--config', config, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let peakKb = 0;
    const look = setInterval(() => {
      try {
        const said = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        peakKb = Math.max(peakKb, Number(said?.[1] ?? 0));
      } catch {
        // It has just ended, or this is no Linux.
      }
    }, 20);
    let lines = 0;
    child.stdout.on('data', (chunk) => {
      lines += chunk.toString().split('\n').length - 1;
    });
    child.on('close', (status) => {
      clearInterval(look);
      resolve({
        status,
        lines,
        ms: Math.round(performance.now() - begun),
        'peak MB': Math.round(peakKb / 1024),
      });
    });
  });

/** One that was made as always, and others like it. */
const fill = async (wanted) => {
  if (readdirSync(join(outbox, 'waiting')).length === 0) throw new Error('no ticket was made');
  const [first] = readdirSync(join(outbox, 'waiting'));
  const model = join(outbox, 'waiting', first);
  const text = readFileSync(join(model, 'ticket.json'), 'utf8');
  for (let made = readdirSync(join(outbox, 'waiting')).length; made < wanted; made += 1) {
    const key = randomUUID();
    const folder = join(outbox, 'waiting', key);
    cpSync(model, folder, { recursive: true });
    writeFileSync(join(folder, 'ticket.json'), text.replaceAll(first, key));
  }
};

try {
  await run(['report', 'disk-space', '--output', report]);
  // The desk is closed: the ticket waits.
  await run(['ticket', 'create', '--yes', '--report', report, '--subject', 'bench']);
  await fill(TICKETS);
  const table = { [`list of ${TICKETS}`]: await run(['ticket', 'list']) };
  // The others wait elsewhere: at five a second they would take minutes.
  const aside = join(home, 'aside');
  mkdirSync(aside);
  for (const name of readdirSync(join(outbox, 'waiting')).slice(SENT)) {
    renameSync(join(outbox, 'waiting', name), join(aside, name));
  }
  isOpen = true;
  const runs = [];
  while (readdirSync(join(outbox, 'waiting')).length > 0 && runs.length < 20)
    runs.push(await run(['ticket', 'send']));
  table[`send of ${SENT} at ${A_SECOND}/s, ${runs.length} run(s)`] = {
    status: runs.at(-1)?.status,
    lines: runs.reduce((sum, { lines }) => sum + lines, 0),
    ms: runs.reduce((sum, { ms }) => sum + ms, 0),
    'peak MB': Math.max(...runs.map((one) => one['peak MB'])),
  };
  for (const name of readdirSync(aside)) renameSync(join(aside, name), join(outbox, 'waiting', name));
  console.table(table);
  const { taken, refused, repeated } = counts;
  console.log(`the desk took ${taken.size}, ${repeated} of them again, and answered 429 ${refused} times`);
  console.log(`sent: ${readdirSync(join(outbox, 'sent')).length}`);
} finally {
  desk.close();
  desk.closeAllConnections();
  rmSync(home, { recursive: true, force: true });
}

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeWebhook } from '../../src/ticket/desks/webhook.ts';
import { isIntact, listTickets } from '../../src/ticket/outbox.ts';
import { sendTickets } from '../../src/ticket/send.ts';
import { startReceiver } from './receiver.ts';
import { makeBundle, tempFolder } from './samples.ts';

const RANDOM_KILLS = 12;
let script = '';

beforeAll(async () => {
  script = join(mkdtempSync(join(tmpdir(), 'techsupport-sender-')), 'sender.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL('sender.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return () => rmSync(dirname(script), { recursive: true, force: true });
});

interface Ended {
  readonly acknowledged: readonly string[];
  readonly signal: NodeJS.Signals | null;
  readonly msAfterReady: number;
}

/** `killAfterMs` counts from the moment at which the script is loaded. */
const runSender = (args: readonly string[], killAfterMs?: number): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let readyMs = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (readyMs !== 0) return;
      readyMs = performance.now();
      if (killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    });
    child.on('close', (_, signal) =>
      resolve({
        acknowledged: [...output.matchAll(/^created (\S+)$/gm)].map(([, key]) => key ?? ''),
        signal,
        msAfterReady: performance.now() - readyMs,
      }),
    );
  });

describe.each([
  { kind: 'a receiver that knows the key', forgetful: false },
  { kind: 'a receiver with a look-up only', forgetful: true },
])('kill -9, $kind', ({ forgetful }) => {
  const mode = forgetful ? 'lookup' : 'plain';

  const prepare = async () => {
    const folder = tempFolder();
    const receiver = await startReceiver({ delayMs: 15, ...(forgetful && { forgetful: true }) });
    onTestFinished(() => receiver.close());
    const root = join(folder, 'outbox');
    return { receiver, root, args: [root, makeBundle(folder, 400_000), receiver.url] };
  };

  const finish = async (root: string, url: string) => {
    const settings = forgetful ? { lookup: true, deduplicates: false } : {};
    const desk = makeWebhook({ kind: 'webhook', url, ...settings }, { env: {}, toolVersion: '0.1.0' });
    const sent = await sendTickets([root], desk);
    expect(sent).toMatchObject({ busy: [], unusable: [] });
    const listed = await listTickets([root]);
    expect(listed.filter(({ status }) => status !== 'sent')).toEqual([]);
    return listed.filter(isIntact).map(({ ticket }) => ticket.key);
  };

  test('at random moments: every ticket arrives once, none is lost', async () => {
    const { receiver, root, args } = await prepare();
    const whole = await runSender([...args, mode]);
    expect(whole.acknowledged).toHaveLength(1);
    const acknowledged = [...whole.acknowledged];
    let killed = 0;
    let spanMs = whole.msAfterReady;
    for (let tries = 0; killed < RANDOM_KILLS && tries < 4 * RANDOM_KILLS; tries += 1) {
      // Spread over the whole run, each time somewhere else.
      const killAfterMs = ((killed + Math.random()) / RANDOM_KILLS) * spanMs;
      const ended = await runSender([...args, mode], killAfterMs);
      acknowledged.push(...ended.acknowledged);
      if (ended.signal === 'SIGKILL') killed += 1;
      // The first run may have been a slow one.
      else spanMs = Math.min(spanMs, ended.msAfterReady);
    }
    const keys = await finish(root, receiver.url);
    expect([...receiver.filed].sort()).toEqual([...keys].sort());
    expect(new Set(receiver.filed).size).toBe(receiver.filed.length);
    for (const key of acknowledged) expect(receiver.filed).toContain(key);
    expect(killed).toBeGreaterThanOrEqual(10);
    expect(readdirSync(root).filter((name) => name.endsWith('.lock'))).toEqual([]);
    console.info(
      `${killed} of ${RANDOM_KILLS} killed, ${acknowledged.length} acknowledged, ` +
        `${receiver.filed.length} filed once, ${receiver.arrivals.length} requests`,
    );
  }, 60_000);

  test.each([
    ['after-create', 0],
    ['before-send', 0],
    ['after-send', 1],
  ] as const)(
    '%s',
    async (moment, arrived) => {
      const { receiver, root, args } = await prepare();
      const ended = await runSender([...args, `${mode} ${moment}`]);
      expect(ended).toMatchObject({ signal: 'SIGKILL', acknowledged: [expect.any(String)] });
      expect(receiver.arrivals).toHaveLength(arrived);
      expect(await finish(root, receiver.url)).toEqual(ended.acknowledged);
      expect(receiver.filed).toEqual(ended.acknowledged);
    },
    30_000,
  );
});

import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ask, processesWith, rawOf, temporaryFolder, toolsPath } from './machine.ts';

const linux = test.skipIf(process.platform !== 'linux');
const unix = test.skipIf(process.platform === 'win32');

unix('what a program prints comes back with its exit status', async () => {
  const path = toolsPath({ tool: '#!/bin/sh\nprintf "out %s" "$1"; echo err >&2; exit 7\n' });
  const { stdout, stderr, exitCode, droppedBytes } = rawOf(
    await ask({ kind: 'exec', argv: ['tool', 'a b;*$HOME'] }, { path }),
  );
  expect({ stdout, stderr, exitCode, droppedBytes }).toEqual({
    stdout: 'out a b;*$HOME',
    stderr: 'err\n',
    exitCode: 7,
    droppedBytes: undefined,
  });
});

unix('the environment is made new and stdin is closed', async () => {
  process.env.LANGUAGE = 'ru';
  process.env.TECHSUPPORT_TEST_LEAK = 'leak';
  const path = toolsPath({ tool: '#!/bin/sh\nread line || echo "no input"; env; pwd\n' });
  const { stdout } = rawOf(await ask({ kind: 'exec', argv: ['tool'] }, { path }));
  expect(stdout).toContain('no input');
  expect(stdout).toContain('LC_ALL=C.UTF-8');
  expect(stdout).not.toMatch(/LANGUAGE|TECHSUPPORT_TEST_LEAK/);
  expect(stdout).toMatch(/\n\/\n$/);
});

test('a program that is not there is absent', async () => {
  expect(await ask({ kind: 'exec', argv: ['techsupport-no-such-tool'] })).toMatchObject({
    status: 'absent',
    why: 'techsupport-no-such-tool',
  });
});

unix('a program that may not be run is denied', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'tool'), '#!/bin/sh\n', { mode: 0o644 });
  expect(await ask({ kind: 'exec', argv: ['tool'] }, { path: folder })).toMatchObject({ status: 'denied' });
});

unix('a program that a signal of its own ends has failed, with what it said', async () => {
  const path = toolsPath({ tool: '#!/bin/sh\necho before; kill -SEGV $$\n' });
  expect(await ask({ kind: 'exec', argv: ['tool'] }, { path })).toMatchObject({
    status: 'failed',
    why: 'tool ended by SIGSEGV',
    partial: { stdout: 'before\n', exitCode: null },
  });
});

unix('an argument that cannot be passed is a failure, not an exception', async () => {
  expect(await ask({ kind: 'exec', argv: ['echo', 'a\0b'] })).toMatchObject({ status: 'failed' });
});

linux(
  'a program that ignores SIGTERM ends at its limit with two grandchildren, one in another session',
  async () => {
    const marker = randomUUID();
    const path = toolsPath({
      tool: `#!/bin/sh
trap '' TERM
sh -c "trap '' TERM; while :; do sleep 0.1; done; : ${marker}" &
setsid sh -c "trap '' TERM; while :; do sleep 0.1; done; : ${marker}" &
echo started
while :; do sleep 0.1; : ${marker}; done
`,
    });
    const start = performance.now();
    const asked = ask({ kind: 'exec', argv: ['tool', marker], timeoutMs: 600 }, { path });
    await pause(400);
    expect(processesWith(marker).length).toBeGreaterThanOrEqual(3);
    expect(await asked).toMatchObject({
      status: 'timeout',
      why: 'no answer within 0.6 s',
      partial: { stdout: 'started\n' },
    });
    expect(performance.now() - start).toBeLessThan(2500);
    expect(processesWith(marker)).toEqual([]);
  },
);

linux('a daemon that a slow program left behind in a session of its own ends with it', async () => {
  const marker = randomUUID();
  const path = toolsPath({
    tool: `#!/bin/sh
(setsid sh -c "sleep 30; : ${marker}" &) 
sleep 30
`,
  });
  expect(await ask({ kind: 'exec', argv: ['tool', marker], timeoutMs: 400 }, { path })).toMatchObject({
    status: 'timeout',
  });
  expect(processesWith(marker)).toEqual([]);
});

linux('an abort ends everything at once', async () => {
  const marker = randomUUID();
  const path = toolsPath({ tool: `#!/bin/sh\necho begun; sh -c "sleep 30; : ${marker}" & sleep 30\n` });
  const controller = new AbortController();
  const asked = ask({ kind: 'exec', argv: ['tool', marker] }, { path, signal: controller.signal });
  await pause(300);
  const start = performance.now();
  controller.abort();
  expect(await asked).toMatchObject({ status: 'interrupted', partial: { stdout: 'begun\n' } });
  expect(performance.now() - start).toBeLessThan(1500);
  expect(processesWith(marker)).toEqual([]);
});

test('nothing is started after the run ended', async () => {
  const answer = await ask({ kind: 'exec', argv: ['sleep', '1'] }, { signal: AbortSignal.abort() });
  expect(answer).toMatchObject({ status: 'interrupted' });
});

linux('a pipe that a grandchild holds open is not waited for', async () => {
  const marker = randomUUID();
  const path = toolsPath({ tool: `#!/bin/sh\nsh -c "sleep 30; : ${marker}" &\necho done\n` });
  const start = performance.now();
  expect(rawOf(await ask({ kind: 'exec', argv: ['tool'] }, { path })).stdout).toBe('done\n');
  expect(performance.now() - start).toBeLessThan(2000);
  await pause(50);
  expect(processesWith(marker)).toEqual([]);
});

unix(
  '300 MB of output cost no memory, and its head and tail are kept as whole lines',
  async () => {
    const path = toolsPath({
      tool: '#!/bin/sh\necho first; yes 0123456789abcdef | head -c 300000000; echo; echo last\n',
    });
    const before = process.memoryUsage.rss();
    let peak = before;
    const sampler = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const raw = rawOf(await ask({ kind: 'exec', argv: ['tool'], timeoutMs: 60_000 }, { path }));
    clearInterval(sampler);
    expect(raw.stdout.startsWith('first\n0123456789abcdef\n')).toBe(true);
    expect(raw.stdout.endsWith('\nlast\n')).toBe(true);
    const middle = raw.stdout.split('\n').slice(1, -4);
    expect(new Set(middle)).toEqual(new Set(['0123456789abcdef']));
    expect(raw.stdout.length + (raw.droppedBytes ?? 0)).toBe(
      300_000_000 + 'first\n'.length + '\nlast\n'.length,
    );
    expect(raw.stdout.length).toBeLessThanOrEqual(1024 * 1024);
    expect(peak - before).toBeLessThan(100e6);
  },
  60_000,
);

unix('escape sequences come back as they are, and invalid UTF-8 as replacement characters', async () => {
  const path = toolsPath({
    tool: `#!/bin/sh\nprintf '\\033[31mred\\033]0;t\\007 \\377\\376 caf\\303\\251 \\303'\n`,
  });
  expect(rawOf(await ask({ kind: 'exec', argv: ['tool'] }, { path })).stdout).toBe(
    '\u001b[31mred\u001b]0;t\u0007 \ufffd\ufffd café \ufffd',
  );
});

linux('what the inventory library started ends at the limit too', async () => {
  const marker = randomUUID();
  const before = process.env.PATH;
  process.env.PATH = toolsPath({ lsblk: `#!/bin/sh\ntrap '' TERM\nsh -c "sleep 30; : ${marker}"\n` });
  try {
    const asked = ask({ kind: 'inventory', what: 'blockDevices', fields: ['name'] }, { timeoutMs: 800 });
    await pause(600);
    expect(processesWith(marker).length).toBeGreaterThan(0);
    expect(await asked).toMatchObject({ status: 'timeout' });
    expect(processesWith(marker)).toEqual([]);
  } finally {
    process.env.PATH = before;
  }
});

/** `ticket stats` as a user has it: the built command line, tickets that it filed, a Request Tracker on loopback. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startReceiver } from '../ticket/receiver.ts';
import { RT_TOKEN, startRt } from '../ticket/rt-fake.ts';
import { emptyFolder, techsupport } from './cli.ts';

const place = emptyFolder();
const report = join(place, 'report.tar.gz');

beforeAll(async () => {
  const made = await techsupport(['report', 'disk-space', '--output', report], { env: { HOME: place } });
  expect(made.status).toBe(0);
  return () => rmSync(place, { recursive: true, force: true });
}, 60_000);

const person = (desks: Readonly<Record<string, object>>) => {
  const home = emptyFolder();
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const config = join(home, 'desk.json');
  writeFileSync(config, JSON.stringify({ desks }));
  const env = { HOME: home, XDG_STATE_HOME: join(home, 'state'), TMPDIR: home, DESK_TOKEN: RT_TOKEN };
  return (...args: readonly string[]) =>
    techsupport(['--config', config, 'ticket', ...args], { cwd: home, env });
};

describe('of the tickets of this computer', () => {
  test('in each form, and in both languages', async () => {
    const receiver = await startReceiver();
    onTestFinished(() => receiver.close());
    const run = person({ own: { kind: 'webhook', url: receiver.url } });
    const empty = await run('stats');
    expect(empty).toMatchObject({ status: 0, stdout: expect.stringContaining('no figures') });
    for (const category of ['=HYPERLINK("http://x")', 'printer']) {
      const more = ['--subject', 'x', '--category', category];
      expect((await run('create', '--yes', '--report', report, ...more)).status).toBe(0);
    }
    const text = await run('stats');
    expect(text.stdout).toMatch(/Tickets +█+ +2\n.*Solution \(median\) +no data/s);
    expect((await run('stats', '--lang', 'ru')).stdout).toContain('Заявки этого компьютера');
    const json = JSON.parse((await run('stats', '--format', 'json')).stdout);
    expect(json).toMatchObject({
      schemaVersion: 1,
      total: { tickets: 2, filed: 2, open: 2, solution: { count: 0, medianMs: null } },
      by: { desk: [{ name: 'own', figures: { tickets: 2 } }] },
    });
    const csv = (await run('stats', '--format', 'csv')).stdout.split('\r\n');
    expect(csv[0]).toMatch(/^group,name,tickets,filed,/);
    expect(csv[2]).toMatch(/^category,"'=HYPERLINK\(""http:\/\/x""\)",1,1,/);
    expect((await run('stats', '--format', 'html')).stdout).toMatch(
      /^<!doctype html>.*HYPERLINK.*<\/html>\n$/s,
    );
    expect((await run('stats', '--desk', 'own', '--since', '1h')).stdout).toContain('since 20');
  });

  test('what is asked for wrongly is refused in words', async () => {
    const run = person({ own: { kind: 'webhook', url: 'http://127.0.0.1:9/' } });
    const ended = [
      await run('stats', '--desk', 'nobody'),
      await run('stats', '--queue', 'Support'),
      await run('stats', '--since', 'tomorrow'),
      await run('stats', '--format', 'pie'),
    ];
    expect(ended.map(({ status, stdout }) => [status, stdout])).toEqual(Array(4).fill([64, '']));
    expect(ended[1]?.stderr).toContain('own gives no list');
    expect((await person({})('stats', '--queue', '')).stderr).toContain('No desk is configured');
  });
});

test('of the queue of a desk: all of its pages', async () => {
  const rt = await startRt();
  onTestFinished(() => rt.close());
  for (let number = 0; number < 130; number += 1) {
    const created = `2026-0${1 + (number % 2)}-01T00:00:00Z`;
    rt.add({ created, ...(number < 30 && { status: 'resolved', resolved: '2026-03-01T00:00:00Z' }) });
  }
  const run = person({
    tracker: { kind: 'rt', url: rt.url, secret: { env: 'DESK_TOKEN' }, queue: 'Support' },
  });
  const { status, stdout } = await run('stats', '--queue', 'Support', '--format', 'json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    total: { tickets: 130, over: 30, open: 100, solution: { count: 30 }, reopened: { of: 0 } },
    by: {
      month: [
        { name: '2026-01', figures: { tickets: 65 } },
        { name: '2026-02', figures: { tickets: 65 } },
      ],
    },
  });
  const missing = await run('stats', '--queue', 'Nowhere');
  expect(missing).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('Nowhere') });
  rt.isDown = true;
  expect(await run('stats', '--queue', 'Support')).toMatchObject({ status: 1, stdout: '' });
});

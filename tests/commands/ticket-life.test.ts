/** The life of a ticket as a user has it: the built command line, and a Request Tracker on loopback. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { signatureOf } from '../../src/ticket/life/request.ts';
import { RT_TOKEN, startRt } from '../ticket/rt-fake.ts';
import { atTerminal, hasTerminal, type Key } from './at-terminal.ts';
import { emptyFolder, techsupport } from './cli.ts';

const place = emptyFolder();
const report = join(place, 'report.tar.gz');
/** Of support; none that anybody has. */
const KEY = ['a', 'key', 'of', 'tests'].join('-');

beforeAll(async () => {
  const config = join(place, 'config.json');
  // So that something is found, and two reports are about the same.
  writeFileSync(config, JSON.stringify({ 'disk-space': { criticalFreeAnywayGib: 1e6, smallVolumeGib: 0 } }));
  const args = ['--config', config, 'report', 'disk-space', '--output', report];
  const made = await techsupport(args, { env: { HOME: place } });
  expect(made.status, made.stderr).toBe(0);
  return () => rmSync(place, { recursive: true, force: true });
}, 60_000);

const filed = async () => {
  const rt = await startRt();
  const home = emptyFolder();
  onTestFinished(async () => {
    rmSync(home, { recursive: true, force: true });
    await rt.close();
  });
  const config = join(home, 'desk.json');
  const desk = { kind: 'rt', url: rt.url, secret: { env: 'DESK_TOKEN' }, queue: 'Support' };
  const desks = { tracker: { ...desk, levels: ['Second line'] } };
  writeFileSync(config, JSON.stringify({ desks, requestKey: { env: 'SUPPORT_KEY' } }));
  const env = {
    ...{ HOME: home, XDG_STATE_HOME: join(home, 'state'), TMPDIR: home },
    ...{ DESK_TOKEN: RT_TOKEN, SUPPORT_KEY: KEY },
  };
  const full = (args: readonly string[]) => ['--config', config, 'ticket', ...args];
  const run = (...args: readonly string[]) => techsupport(full(args), { cwd: home, env });
  const create = (...more: readonly string[]) =>
    run('create', '--yes', '--report', report, '--subject', 'It is full', '--description', 'x', ...more);
  const created = await create();
  expect(created.status, created.stderr).toBe(0);
  const [ticket] = rt.tickets;
  if (ticket === undefined) throw new Error('not filed');
  const said = () => ticket.history.flatMap(({ parts }) => parts.map(({ content }) => content.toString()));
  const press = (keys: readonly Key[], ...args: readonly string[]) => atTerminal(full(args), keys, env);
  return { rt, ticket, run, create, said, press };
};

test('filed, added to, commented, escalated, closed with a rating, reopened, and seen', async () => {
  const { rt, ticket, run, create, said } = await filed();
  const added = await create('--add-to', '1');
  expect(added.status, added.stderr).toBe(0);
  expect(rt.tickets).toHaveLength(1);
  expect((await run('comment', '1', 'It happened again')).stdout).toContain('The comment is there');
  expect((await run('escalate', 'last', '--reason', 'it is urgent')).status).toBe(0);
  expect(ticket.queue).toBe('Second line');
  expect((await run('close', '1', '--solved', '--rating', '4', '--words', 'kind')).status).toBe(0);
  expect(ticket.status).toBe('resolved');
  expect((await run('reopen', '1', 'it is back')).status).toBe(0);
  expect(ticket.status).toBe('open');
  for (const text of ['It happened again', 'it is urgent', 'Rating: 4 of 5', 'it is back']) {
    expect(
      said().filter((one) => one.includes(text)),
      text,
    ).toHaveLength(1);
  }
  const again = await create();
  expect(again.stderr).toMatch(/A ticket about the same is open:\n {2}1 {2}It is full/);
  expect(rt.tickets).toHaveLength(2);
  rt.say(1, 'Dear user \u001b[31m, we look into it');
  expect((await run('sync')).stdout).toMatch(/Ticket 1: in work \(open\); new messages: \d/);
  const stats = JSON.parse((await run('stats', '--format', 'json')).stdout);
  expect(stats.total).toMatchObject({
    ...{ open: 2, reopened: { count: 1, of: 2 }, escalated: { count: 1, of: 2 } },
    ...{ firstResponse: { count: 1 }, satisfaction: { count: 1, mean: 4 } },
  });
}, 120_000);

test('a desk that is down: the last known conversation, what waits is listed, and nothing is lost', async () => {
  const { rt, run, said } = await filed();
  rt.say(1, 'Dear user \u001b[31m, restart it');
  const live = await run('show', '1');
  expect(live).toMatchObject({ status: 0, stdout: expect.stringContaining('restart it') });
  rt.isDown = true;
  const offline = await run('show', '1');
  expect(offline).toMatchObject({ status: 1, stdout: expect.stringContaining('restart it') });
  expect(offline.stdout).toContain('could not be asked just now');
  expect(live.stdout + offline.stdout).not.toContain('\u001b');
  const shown = JSON.parse((await run('show', '1', '--format', 'json')).stdout);
  expect(shown).toMatchObject({ live: false, id: '1', standing: { state: 'new' } });
  expect(shown.messages.at(-1)).toMatchObject({ author: 'ann', from: 'desk' });
  expect((await run('comment', '1', 'Are you there?')).status).toBe(1);
  expect((await run('list')).stdout).toMatch(
    /1 {2}It is full\n {2}new \(new\), as of .*not done yet: comment/s,
  );
  expect(JSON.parse((await run('list', '--format', 'json')).stdout)).toMatchObject({
    schemaVersion: 1,
    tickets: [{ id: '1', standing: { label: 'new' }, waiting: [{ number: 1, kind: 'comment' }] }],
  });
  rt.isDown = false;
  expect((await run('send')).status).toBe(0);
  expect(said().filter((one) => one.includes('Are you there?'))).toHaveLength(1);
  expect(JSON.parse((await run('list', '--format', 'json')).stdout).tickets[0].waiting).toEqual([]);
}, 180_000);

test('where nobody can be asked, what is missing is named, and nothing is done', async () => {
  const { ticket, run } = await filed();
  const before = ticket.history.length;
  for (const [args, missing] of [
    [['comment', '1'], 'TEXT'],
    [['escalate', '1'], '--reason'],
    [['close', '1'], '--solved'],
    [['reopen', '1'], 'TEXT'],
  ] as const) {
    const ended = await run(...args);
    expect(ended).toMatchObject({ status: 64, stdout: '', stderr: expect.stringContaining(missing) });
  }
  expect(await run('comment', 'nonsense', 'x')).toMatchObject({ status: 64 });
  expect(ticket.history).toHaveLength(before);
}, 60_000);

describe.skipIf(!hasTerminal)('an agent asks for another look', () => {
  const ALLOW = 'Examine the computer';
  const asking = (signature: string) =>
    `techsupport-request: check disk-space\n${signature === '' ? '' : `techsupport-signature: ${signature}\n`}`;

  test('without the right signature it is shown, and that is all', async () => {
    const { rt, ticket, press } = await filed();
    for (const [signature, why] of [
      ['', 'bears no signature'],
      ['0'.repeat(64), 'signature of the request is wrong'],
    ] as const) {
      rt.say(1, asking(signature));
      const before = ticket.history.length;
      const ended = await press([], 'show', '1');
      expect(ended.output).toContain(why);
      expect(ended.output).not.toContain(ALLOW);
      expect(ticket.history).toHaveLength(before);
    }
  }, 60_000);

  test('with it the person is asked twice, and after two yes the result is on the ticket', async () => {
    const { rt, ticket, press } = await filed();
    rt.say(1, asking(signatureOf(KEY, ticket.fields.ExternalId ?? '', ['disk-space'])));
    const before = ticket.history.length;
    await press([{ after: ALLOW, press: 'n\r' }], 'show', '1');
    expect(ticket.history).toHaveLength(before);
    const keys = [
      { after: ALLOW, press: 'y\r' },
      { after: 'Add this result', press: 'y\r' },
    ];
    const ended = await press(keys, 'show', '1');
    expect(ended.output).toContain('The file is attached');
    const fresh = ticket.history.slice(before).flatMap(({ parts }) => parts.map(({ name }) => name));
    expect(fresh.filter((name) => /\.tar\.gz/.test(name))).toHaveLength(1);
  }, 120_000);
});

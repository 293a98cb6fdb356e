/** `ticket` as a user has it: the built command line, a desk on loopback, folders of its own. */
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Receiver, type ReceiverOptions, startReceiver } from '../ticket/receiver.ts';
import { atTerminal, CTRL_C, hasTerminal, type Key } from './at-terminal.ts';
import { type Ended, emptyFolder, type Surroundings, techsupport } from './cli.ts';

const place = emptyFolder();
const report = join(place, 'report.tar.gz');

beforeAll(async () => {
  const made = await techsupport(['report', 'disk-space', '--output', report], { env: { HOME: place } });
  expect(made.status).toBe(0);
  return () => rmSync(place, { recursive: true, force: true });
}, 60_000);

interface Person {
  readonly home: string;
  readonly outbox: string;
  run(args: readonly string[], around?: Surroundings): Promise<Ended>;
  create(args?: readonly string[], around?: Surroundings): Promise<Ended>;
  /** Keys by where they lie. */
  tickets(): Readonly<Record<'waiting' | 'held' | 'sent', readonly string[]>>;
}

/** Somebody with a home of their own, whose desk is there or not. */
const person = (desk?: string | Readonly<Record<string, unknown>>, env: Surroundings['env'] = {}): Person => {
  const home = emptyFolder();
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const config = join(home, 'desk.json');
  const settings = typeof desk === 'string' ? { url: desk } : desk;
  const desks = settings === undefined ? undefined : { own: { kind: 'webhook', ...settings } };
  writeFileSync(config, JSON.stringify({ desks }));
  const state = join(home, 'state');
  const outbox = join(state, 'techsupport/outbox');
  const run: Person['run'] = (args, around = {}) =>
    techsupport(['--config', config, ...args], {
      cwd: home,
      ...around,
      env: { HOME: home, XDG_STATE_HOME: state, TMPDIR: home, ...env, ...around.env },
    });
  return {
    home,
    outbox,
    run,
    create: (args = ['--subject', 'It does not print'], around) =>
      run(['ticket', 'create', '--yes', '--report', report, ...args], around),
    tickets: () => ({
      waiting: namesIn(join(outbox, 'waiting')),
      held: namesIn(join(outbox, 'held')),
      sent: namesIn(join(outbox, 'sent')),
    }),
  };
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const desk = async (options: ReceiverOptions = {}): Promise<Receiver> => {
  const receiver = await startReceiver(options);
  onTestFinished(() => receiver.close());
  return receiver;
};

/** A port at which nobody listens, for now. */
const closedPort = async (): Promise<number> => {
  const receiver = await startReceiver();
  await receiver.close();
  return receiver.port;
};

const untilSaid = (child: ChildProcess, text: RegExp, times = 1): Promise<void> =>
  new Promise((resolve) => {
    let said = '';
    child.stderr?.on('data', (chunk: string) => {
      said += chunk;
      if ([...said.matchAll(new RegExp(text, 'g'))].length >= times) resolve();
    });
  });

const LIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const everythingIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');

describe('a ticket arrives once', () => {
  test('at a desk that takes it: what was shown is what was sent', async () => {
    const receiver = await desk();
    const somebody = person(receiver.url);
    const ended = await somebody.create(['--subject', 'No paper', '--description', 'my PIN is 1234\nhelp']);
    expect(ended.status).toBe(0);
    const [arrival] = receiver.arrivals;
    expect(arrival?.bundle).toEqual(readFileSync(report));
    const shown = /^\{$[\s\S]*?^\}$/m.exec(ended.stderr)?.[0] ?? '';
    expect(JSON.parse(shown)).toEqual(arrival?.ticket);
    expect(arrival?.ticket).toMatchObject({
      subject: 'No paper',
      description: 'my PIN is 1234\nhelp',
      bundle: { name: 'report.tar.gz', bytes: statSync(report).size },
    });
    expect(ended.stderr).toContain(`Idempotency-Key: ${arrival?.key}`);
    expect(ended.stderr).toContain(receiver.url);
    // The answer alone is on stdout.
    expect(ended.stdout).toBe(
      `Filed at ${receiver.url}: ticket 1\nhttps://desk.example/tickets/${arrival?.key}\n`,
    );
    expect(somebody.tickets()).toEqual({ waiting: [], held: [], sent: [arrival?.key] });
  });

  test('at a desk that takes it and drops the connection before it answers', async () => {
    const receiver = await desk({ behave: (count) => (count === 1 ? 'take-and-drop' : 'take') });
    const somebody = person(receiver.url);
    const ended = await somebody.create();
    expect(ended.status).toBe(0);
    expect(receiver.arrivals.length).toBeGreaterThanOrEqual(2);
    expect(new Set(receiver.arrivals.map(({ key }) => key)).size).toBe(1);
    expect(receiver.filed).toHaveLength(1);
    expect(somebody.tickets().sent).toEqual(receiver.filed);
  });

  test('at a desk that says 503 with Retry-After, and not before its time', async () => {
    const times: number[] = [];
    const receiver = await desk({
      behave: (count) => {
        times.push(performance.now());
        return count === 1 ? { status: 503, headers: { 'retry-after': '1' } } : 'take';
      },
    });
    const ended = await person(receiver.url).create();
    expect(ended.status).toBe(0);
    expect(receiver.filed).toHaveLength(1);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
    expect(ended.stderr).toContain('Next attempt in');
  });

  test('at a desk that is away for a moment, within the same run', async () => {
    const port = await closedPort();
    const somebody = person(`http://127.0.0.1:${port}/tickets`);
    let receiver: Promise<Receiver> | undefined;
    const started = performance.now();
    let backAfterMs = 0;
    const ended = await somebody.create(undefined, {
      started: (child) => {
        receiver = untilSaid(child, /Next attempt in/, 2).then(() => {
          backAfterMs = performance.now() - started;
          return desk({ port });
        });
      },
    });
    expect(ended.status).toBe(0);
    expect((await receiver)?.filed).toHaveLength(1);
    console.info(`the desk was away for ${Math.round(backAfterMs)} ms of the run`);
  });

  test('at a desk that is down: it waits, is listed with the reason, and is sent when asked', async () => {
    const port = await closedPort();
    const somebody = person(`http://127.0.0.1:${port}/tickets`);
    const ended = await somebody.create();
    expect(ended.status).toBe(1);
    const [key = ''] = somebody.tickets().waiting;
    expect(ended.stdout).toContain(key);
    expect(ended.stderr).toContain('ECONNREFUSED');
    expect(ended.stderr).toContain('techsupport ticket send');
    const listed = await somebody.run(['ticket', 'list']);
    expect(listed.stdout).toContain('waits  It does not print');
    expect(listed.stdout).toContain('ECONNREFUSED');
    expect(listed.stdout).toContain(key);
    const receiver = await desk({ port });
    const sent = await somebody.run(['ticket', 'send']);
    expect(sent).toMatchObject({ status: 0, stdout: expect.stringContaining('ticket 1') });
    const again = await somebody.run(['ticket', 'send']);
    expect(again).toMatchObject({ status: 0, stdout: 'Nothing waits in the outbox.\n' });
    expect(receiver.filed).toEqual([key]);
    expect(receiver.arrivals).toHaveLength(1);
    expect((await somebody.run(['ticket', 'list'])).stdout).toContain('filed 1  It does not print');
  });

  test('what waited is sent along with the next one, once the desk answers', async () => {
    const port = await closedPort();
    const somebody = person(`http://127.0.0.1:${port}/tickets`);
    await somebody.create(['--subject', 'the first']);
    const receiver = await desk({ port });
    const ended = await somebody.create(['--subject', 'the second']);
    expect(ended.status).toBe(0);
    const subjects = receiver.arrivals.map(({ ticket }) => (ticket as { subject: string }).subject);
    expect(subjects).toEqual(['the second', 'the first']);
    expect(somebody.tickets().waiting).toEqual([]);
  });

  test('kill -9 at any moment: all that reached the outbox arrive once, and nothing else does', async () => {
    let arrived = (): void => {};
    const receiver = await desk({
      delayMs: 120,
      behave: () => {
        arrived();
        return 'take';
      },
    });
    const whole = async (): Promise<number> => {
      const startedMs = performance.now();
      expect((await person(receiver.url).create()).status).toBe(0);
      return performance.now() - startedMs;
    };
    // The first one fills the caches.
    const wholeMs = Math.min(await whole(), await whole());
    const TIMES = 10;
    type Moment = readonly [string, (child: ChildProcess, kill: () => void) => void];
    const moments: readonly Moment[] = [
      ...Array.from({ length: TIMES }, (_, index): Moment => {
        const atMs = Math.round(((index + 0.5) / TIMES) * wholeMs);
        return [`${atMs} ms`, (_child, kill) => void setTimeout(kill, atMs)];
      }),
      ['in the outbox', (child, kill) => void untilSaid(child, /Safely in the outbox/).then(kill)],
      ['attempt 1', (child, kill) => void untilSaid(child, /attempt 1/).then(kill)],
      [
        'at the desk, not yet answered',
        (_child, kill) => {
          arrived = kill;
        },
      ],
    ];
    const before = receiver.filed.length;
    const rows: string[] = [];
    let [killed, kept, early] = [0, 0, 0];
    for (const [name, arm] of moments) {
      const somebody = person(receiver.url);
      const ended = await somebody.create(undefined, {
        started: (child) => arm(child, () => void child.kill('SIGKILL')),
      });
      arrived = () => {};
      if (ended.status === -1) killed += 1;
      const { waiting, held, sent } = somebody.tickets();
      const keys = [...waiting, ...held, ...sent];
      const already = receiver.filed.filter((key) => keys.includes(key)).length;
      expect((await somebody.run(['ticket', 'send'])).status).toBe(0);
      expect(somebody.tickets()).toEqual({ waiting: [], held: [], sent: keys });
      for (const key of keys) expect(receiver.filed.filter((one) => one === key)).toEqual([key]);
      kept += keys.length;
      if (keys.length === 0) early += 1;
      rows.push(`${name}: ${keys.length} in the outbox, ${already} at the desk before ticket send`);
    }
    const received = receiver.filed.length - before;
    // Nothing arrived that is in nobody's outbox.
    expect(received).toBe(kept);
    expect(new Set(receiver.filed).size).toBe(receiver.filed.length);
    expect(killed).toBeGreaterThanOrEqual(10);
    console.info(
      `whole run ${Math.round(wholeMs)} ms; ${killed} of ${moments.length} killed, ${early} before the outbox; ` +
        `${kept} kept, ${received} received, 0 doubled, 0 lost\n${rows.join('\n')}`,
    );
  }, 120_000);
});

test('a report that was encrypted goes as it is: no open one in its place', async () => {
  const receiver = await desk();
  const me = person(receiver.url);
  const key = await identityToRecipient(await generateIdentity());
  const made = await me.run(['report', 'disk-space', '--output', 'last.age', '--encrypt-to', key]);
  expect(made.status).toBe(0);
  const ended = await me.run(['ticket', 'create', '--yes', '--preview']);
  expect(ended.status).toBe(0);
  expect(ended.stderr).toContain('The report is encrypted: it goes as it is');
  expect(ended.stderr).toContain('Taking the last report');
  const encrypted = readFileSync(join(me.home, 'last.age'));
  expect(encrypted.subarray(0, 18).toString()).toBe('age-encryption.org');
  expect(receiver.arrivals[0]).toMatchObject({ fileName: 'last.age', bundle: encrypted });
  expect(receiver.arrivals[0]?.ticket).toMatchObject({ verdict: { status: 'unknown', rootCauses: [] } });
  // Nothing else was made.
  expect(readdirSync(me.home).filter((name) => /techsupport-.*gz/.test(name))).toEqual([]);
});

describe('without', () => {
  test('a desk, the report stays on the disk, and it is said how to go on', async () => {
    const somebody = person();
    const ended = await somebody.create();
    expect(ended).toMatchObject({ status: 1, stdout: `The report is in ${report}\n` });
    expect(ended.stderr).toContain('desk add');
    expect(somebody.tickets().waiting).toEqual([]);
  });

  test('a desk, but with a form in the configuration, it is printed as a link that is filled in', async () => {
    const somebody = person();
    writeFileSync(
      join(somebody.home, 'desk.json'),
      JSON.stringify({ report: { url: 'https://forms.example/new' } }),
    );
    const ended = await somebody.create();
    expect(ended.status).toBe(1);
    const [, link = ''] = ended.stdout.split('\n');
    expect(link).toMatch(/^https:\/\/forms\.example\/new\?title=techsupport/);
    expect(new URL(link).searchParams.get('body')).toContain('TSA');
  });

  test('a desk and a report, one is made first', async () => {
    const somebody = person();
    const ended = await somebody.run(['ticket', 'create', '--yes']);
    expect(ended.status).toBe(1);
    const path = /^The report is in (.*)$/m.exec(ended.stdout)?.[1] ?? '';
    expect(statSync(path).size).toBeGreaterThan(1000);
    // And is the last one from then on.
    const again = await somebody.run(['ticket', 'create', '--yes']);
    expect(again.stdout).toBe(`The report is in ${path}\n`);
    writeFileSync(path, 'damaged');
    const third = await somebody.run(['ticket', 'create', '--yes']);
    expect(third.stdout).toContain('The report is in');
    expect(third.stdout).not.toContain(`${path}\n`);
  }, 60_000);

  test('a yes and a terminal, nothing is sent, in both languages', async () => {
    const receiver = await desk();
    const somebody = person(receiver.url);
    const args = ['ticket', 'create', '--report', report, '--subject', 'x'];
    const ended = await somebody.run(args);
    expect(ended).toMatchObject({ status: 64, stdout: '' });
    expect(ended.stderr).toContain('--yes');
    expect((await somebody.run([...args, '--lang', 'ru'])).stderr).toContain('Ничего не отправлено');
    expect(receiver.arrivals).toEqual([]);
    expect(somebody.tickets().waiting).toEqual([]);
  });

  test.each([
    ['that is missing', () => join(place, 'missing.tar.gz')],
    ['that is none', () => new URL(import.meta.url).pathname],
    ['that is a folder', () => place],
  ])('a report %s, nothing is sent and nothing is kept', async (_, path) => {
    const receiver = await desk();
    for (const somebody of [person(receiver.url), person()]) {
      const ended = await somebody.run(['ticket', 'create', '--yes', '--report', path()]);
      expect(ended).toMatchObject({ status: 64, stdout: '' });
      expect(ended.stderr).not.toMatch(/^\s+at /m);
      expect(somebody.tickets().waiting).toEqual([]);
    }
    expect(receiver.arrivals).toEqual([]);
  });

  test('a HOME that is a folder, another outbox is used, and said', async () => {
    const receiver = await desk();
    const somebody = person(receiver.url);
    const file = join(somebody.home, 'file');
    writeFileSync(file, '');
    const around = { env: { HOME: file, XDG_STATE_HOME: undefined } };
    const ended = await somebody.create(undefined, around);
    expect(ended.status).toBe(0);
    const uid = process.getuid?.() ?? 'user';
    expect(ended.stderr).toContain(join(somebody.home, `techsupport-${uid}`, 'outbox'));
    expect(ended.stderr).toContain(`${join(file, '.local/state/techsupport/outbox')} (ENOTDIR)`);
    expect(receiver.filed).toHaveLength(1);
    const listed = await somebody.run(['ticket', 'list'], around);
    expect(listed.stdout).toContain('filed 1');
  });

  test('a place for its state, as below /proc, it is at once another one', async () => {
    const receiver = await desk();
    const ended = await person(receiver.url, { XDG_STATE_HOME: '/proc/self/nowhere' }).create();
    expect(ended.status).toBe(0);
    expect(ended.stderr).toContain('/proc/self/nowhere/techsupport/outbox (ENOENT)');
    expect(receiver.filed).toHaveLength(1);
  });

  test.runIf(process.getuid?.() === 0)('the right to write at home, as an ordinary user', async () => {
    const receiver = await desk();
    const somebody = person(receiver.url);
    const own = join(somebody.home, 'own');
    mkdirSync(own, { mode: 0o777 });
    chmodSync(place, 0o755);
    chmodSync(somebody.home, 0o755);
    chmodSync(own, 0o777);
    chmodSync(report, 0o644);
    const ended = await somebody.create(undefined, {
      uid: 65_534,
      env: { XDG_STATE_HOME: undefined, TMPDIR: own },
    });
    expect(ended.status).toBe(0);
    expect(ended.stderr).toContain(`${join(somebody.home, '.local/state/techsupport/outbox')} (EACCES)`);
    expect(ended.stderr).toContain(join(own, 'techsupport-65534/outbox'));
    expect(receiver.filed).toHaveLength(1);
  });
});

describe.runIf(hasTerminal)('at a terminal', () => {
  const asked = async (keys: readonly Key[], args: readonly string[] = []) => {
    const receiver = await desk();
    const { home, tickets } = person(receiver.url);
    const ended = await atTerminal(
      ['--config', join(home, 'desk.json'), 'ticket', 'create', '--report', report, ...args],
      keys,
      { HOME: home, XDG_STATE_HOME: join(home, 'state'), TMPDIR: home },
    );
    return { ...ended, receiver, tickets: tickets() };
  };
  const SUBJECT = 'What is it about?';
  const WHAT = 'What happened?';
  const AFFECTED = 'How many people';
  const SINCE = 'Since when?';
  const WHERE = 'Where may support write';
  const SURE = 'Send it?';
  const REST = ['--affected', 'one', '--since', '', '--contact-email', ''];

  test('it asks what is not known yet, shows what would be sent, and sends after a yes', async () => {
    const { status, receiver } = await asked([
      { after: SUBJECT, press: '\r' },
      { after: WHAT, press: 'it smokes\r' },
      { after: AFFECTED, press: '\u001b[B\r' },
      { after: SINCE, press: 'Monday\r' },
      { after: WHERE, press: 'me@example.org\r' },
      { after: SURE, press: 'y\r' },
    ]);
    expect(status).toBe(0);
    expect(receiver.arrivals).toMatchObject([
      {
        ticket: {
          description: 'it smokes',
          impact: 'several',
          since: 'Monday',
          contact: { email: 'me@example.org' },
        },
      },
    ]);
  });

  test('what was given is not asked', async () => {
    const { output, receiver } = await asked(
      [{ after: SURE, press: 'y\r' }],
      ['--subject', 'No sound', '--description', 'since Monday', ...REST],
    );
    expect(output).not.toContain(SUBJECT);
    expect(output).not.toContain(WHAT);
    expect(output).not.toContain(AFFECTED);
    expect(receiver.arrivals).toMatchObject([
      { ticket: { subject: 'No sound', description: 'since Monday' } },
    ]);
  });

  test.each([
    ['a no', 'n\r', 0],
    ['the key for nothing in particular', '\r', 0],
    ['Ctrl+C', CTRL_C, 130],
  ])('after %s nothing is sent and nothing is kept', async (_, press, status) => {
    const ended = await asked([{ after: SURE, press }], ['--subject', 'x', '--description', 'y', ...REST]);
    expect(ended.status).toBe(status);
    expect(ended.receiver.arrivals).toEqual([]);
    expect(ended.tickets.waiting).toEqual([]);
  });

  test('Ctrl+C at the first question ends it too', async () => {
    const ended = await asked([{ after: SUBJECT, press: CTRL_C }]);
    expect(ended.status).toBe(130);
    expect(ended.receiver.arrivals).toEqual([]);
    expect(ended.output).not.toContain('Error');
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s while it waits to try again: the ticket is kept, and told',
  async (name) => {
    const port = await closedPort();
    const somebody = person(`http://127.0.0.1:${port}/tickets`);
    const ended = await somebody.create(undefined, {
      started: (child) => void untilSaid(child, /Next attempt in/).then(() => child.kill(name)),
    });
    expect(ended.status).toBe(name === 'SIGINT' ? 130 : 143);
    const [key = 'none'] = somebody.tickets().waiting;
    expect(ended.stdout).toContain(key);
    const receiver = await desk({ port });
    expect((await somebody.run(['ticket', 'send'])).status).toBe(0);
    expect(receiver.filed).toEqual([key]);
  },
);

describe('nothing leaks', () => {
  const SECRET = 'sesame-7f3a9c-open';
  const bearer = (url: string) => ({ url, auth: { kind: 'bearer', secret: { env: 'DESK_TOKEN' } } });

  test.each<[string, ReceiverOptions['behave'], number]>([
    ['taken', () => 'take', 0],
    [
      'not authorized, with the secret in the answer',
      () => ({ status: 401, body: `no: Bearer ${SECRET}` }),
      2,
    ],
    ['rejected, with the secret in the answer', () => ({ status: 422, body: `{"error":"${SECRET}"}` }), 2],
  ])('of a secret when the ticket is %s', async (_, behave, status) => {
    const receiver = await desk({ ...(behave && { behave }) });
    const somebody = person(bearer(receiver.url), { DESK_TOKEN: SECRET });
    const ended = await somebody.create();
    const listed = await somebody.run(['ticket', 'list']);
    expect(ended.status).toBe(status);
    expect(receiver.arrivals[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(ended.stderr).toContain('Authorization: Bearer ***');
    for (const text of [ended.stdout, ended.stderr, listed.stdout, everythingIn(somebody.outbox)]) {
      expect(text).not.toContain(SECRET);
    }
  });

  test('and without its secret the ticket waits, and says which variable is missing', async () => {
    const receiver = await desk();
    const ended = await person(bearer(receiver.url)).create();
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('DESK_TOKEN');
    expect(receiver.arrivals).toEqual([]);
  });

  test('of what a terminal obeys, from a subject, a description or the answer of the desk', async () => {
    const hostile = '\u001b]0;owned\u0007\u001b[31mred\u202egnp\u009b2J\nsecond line';
    const receiver = await desk({
      behave: () => ({ status: 201, body: JSON.stringify({ id: hostile, url: `https://x/${hostile}` }) }),
    });
    const somebody = person(receiver.url);
    const ended = await somebody.create(['--subject', hostile, '--description', hostile]);
    const listed = await somebody.run(['ticket', 'list']);
    for (const { stdout, stderr } of [ended, listed]) expect(stdout + stderr).not.toMatch(LIVE);
    expect(listed.stdout).toContain('red');
    expect(listed.stdout.split('\n').filter((line) => line.startsWith('second line'))).toEqual([]);
    expect(JSON.stringify(receiver.arrivals[0]?.ticket)).toContain('owned');
    expect(receiver.arrivals[0]?.ticketText).not.toMatch(LIVE);
  });
});

test('what the last diagnosis tried goes with the ticket, unless it was long ago', async () => {
  const receiver = await desk();
  const somebody = person(receiver.url);
  const folder = join(somebody.home, 'state/techsupport');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const journal = (savedAt: Date) =>
    writeFileSync(
      join(folder, 'last-diagnosis.json'),
      JSON.stringify({
        version: 1,
        startedAt: savedAt.toISOString(),
        savedAt: savedAt.toISOString(),
        complaint: 'disk-space',
        language: 'en',
        conclusion: { outcome: 'cause', node: 'end' },
        tried: [{ step: 'Emptied the trash', result: 'no change' }],
        path: [],
      }),
    );
  journal(new Date());
  expect((await somebody.create()).status).toBe(0);
  journal(new Date(Date.now() - 48 * 60 * 60_000));
  expect((await somebody.create()).status).toBe(0);
  expect(receiver.arrivals.map(({ ticket }) => ticket)).toMatchObject([
    { complaint: 'disk-space', tried: [{ step: 'Emptied the trash', result: 'no change' }] },
    { complaint: '', tried: [] },
  ]);
});

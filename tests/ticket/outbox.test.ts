import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownTag } from '../../src/owner.ts';
import { historyOf } from '../../src/ticket/outbox/history.ts';
import { acquireLock } from '../../src/ticket/outbox/lock.ts';
import { createTicket, isIntact, listTickets } from '../../src/ticket/outbox.ts';
import { draft, filesBelow, makeBundle, tempFolder } from './samples.ts';

const NOW = 1_760_000_000_000;

const made = async (roots: readonly string[], bundlePath?: string) => {
  const created = await createTicket({ roots, draft, nowMs: NOW, ...(bundlePath && { bundlePath }) });
  if (created.status !== 'created') throw new Error(JSON.stringify(created));
  return created;
};

/** A name as a process would have made it that is gone now. */
const deadTag = (): string => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return `${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}-${pid}-1-0123456789ab`;
};

describe('creating', () => {
  test('a ticket is there whole, for its owner only', async () => {
    const folder = tempFolder();
    const root = join(folder, 'a', 'outbox');
    const bundlePath = makeBundle(folder);
    const { ticket, folder: at } = await made([root], bundlePath);
    expect(ticket.bundle).toEqual({
      name: 'techsupport-2026-01-01.tar.gz',
      bytes: statSync(bundlePath).size,
      sha256: createHash('sha256').update(readFileSync(bundlePath)).digest('hex'),
    });
    expect(readFileSync(join(at, 'bundle.tar.gz')).equals(readFileSync(bundlePath))).toBe(true);
    expect(readdirSync(join(root, 'new'))).toEqual([]);
    for (const path of filesBelow(root)) expect(statSync(path).mode & 0o777).toBe(0o600);
    for (const path of [root, join(root, 'waiting'), at]) expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(await listTickets([root])).toMatchObject([{ status: 'waiting', attempts: 0, ticket }]);
    expect(await listTickets([root])).not.toMatchObject([{ doubt: expect.anything() }]);
  });

  test('the next place is used where the first cannot be written, and both are listed', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    const roots = [join(folder, 'file', 'outbox'), join('/proc', 'outbox'), join(folder, 'outbox')];
    expect((await made(roots)).root).toBe(roots[2]);
    expect(await listTickets(roots)).toHaveLength(1);
  });

  test('when no place takes it, each is named with the reason, and nothing is left', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    const created = await createTicket({ roots: [join(folder, 'file', 'x')], draft, nowMs: NOW });
    expect(created).toMatchObject({
      status: 'no-outbox',
      tried: [{ root: join(folder, 'file', 'x'), reason: 'ENOTDIR' }],
    });
    expect(await createTicket({ roots: [], draft, nowMs: NOW })).toEqual({ status: 'no-outbox', tried: [] });
  });

  const hasFull = existsSync('/dev/full') && process.getuid?.() === 0;
  if (!hasFull) console.warn('SKIPPED: a full disk needs root (a small tmpfs)');
  test.skipIf(!hasFull)(
    'a disk that fills up while the report is copied leaves nothing half there',
    async () => {
      const folder = tempFolder();
      const small = join(folder, 'small');
      mkdirSync(small);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status === 0;
      if (!mounted) return console.warn('SKIPPED: no tmpfs may be mounted here');
      try {
        const roots = [join(small, 'outbox'), join(folder, 'outbox')];
        const bundlePath = makeBundle(folder, 3_000_000);
        expect((await made(roots, bundlePath)).root).toBe(roots[1]);
        expect(await createTicket({ roots: roots.slice(0, 1), draft, bundlePath, nowMs: NOW })).toMatchObject(
          {
            status: 'no-outbox',
            tried: [{ reason: 'ENOSPC' }],
          },
        );
        expect(filesBelow(small)).toEqual([]);
      } finally {
        spawnSync('umount', [small]);
      }
    },
  );

  test('a place that is a link is not used, and one that is open to others is closed', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'link'));
    expect(await createTicket({ roots: [join(folder, 'link')], draft, nowMs: NOW })).toMatchObject({
      tried: [{ reason: 'not-ours' }],
    });
    mkdirSync(join(folder, 'open'));
    chmodSync(join(folder, 'open'), 0o777);
    await made([join(folder, 'open')]);
    expect(statSync(join(folder, 'open')).mode & 0o777).toBe(0o700);
  });

  test('a report that is not there is said so, and no ticket is made', async () => {
    const root = join(tempFolder(), 'outbox');
    const created = await createTicket({
      roots: [root],
      draft,
      nowMs: NOW,
      bundlePath: '/nonexistent.tar.gz',
    });
    expect(created).toMatchObject({ status: 'bundle-unreadable', why: expect.stringContaining('ENOENT') });
    expect(await listTickets([root])).toEqual([]);
  });

  test('what a dead process left half-written is cleared, what a living one writes is not', async () => {
    const root = join(tempFolder(), 'outbox');
    await made([root]);
    const [dead, living] = [`${deadTag()}.x`, `${await ownTag()}.x`];
    for (const name of [dead, living]) mkdirSync(join(root, 'new', name));
    await made([root]);
    expect(readdirSync(join(root, 'new'))).toEqual([living]);
    expect(await listTickets([root])).toHaveLength(2);
  });

  test('a clock in 1970 changes nothing but the date', async () => {
    const root = join(tempFolder(), 'outbox');
    expect(await createTicket({ roots: [root], draft, nowMs: 0 })).toMatchObject({ status: 'created' });
    await made([root]);
    expect((await listTickets([root])).filter(isIntact).map(({ ticket }) => ticket.createdAt)).toEqual([
      '1970-01-01T00:00:00.000Z',
      new Date(NOW).toISOString(),
    ]);
  });
});

describe('reading back', () => {
  const spoiled: Record<string, (folder: string) => void> = {
    'an empty ticket': (at) => writeFileSync(join(at, 'ticket.json'), ''),
    'a ticket cut off': (at) => truncateSync(join(at, 'ticket.json'), 100),
    'a ticket of 2 MB': (at) => writeFileSync(join(at, 'ticket.json'), ' '.repeat(2_000_000)),
    'a ticket with one field more': (at) => edit(at, { extra: 1 }),
    'another key inside': (at) => edit(at, { key: '00000000-0000-4000-8000-000000000000' }),
    'a file name that leads elsewhere': (at) =>
      edit(at, { bundle: { name: '../../x', sha256: '0'.repeat(64), bytes: 1 } }),
    'no report': (at) => rmSync(join(at, 'bundle.tar.gz')),
    'a shorter report': (at) => truncateSync(join(at, 'bundle.tar.gz'), 10),
    'a report that is a link': (at) => link(at, 'bundle.tar.gz'),
    'a ticket that is a link': (at) => link(at, 'ticket.json'),
    'a ticket that is a folder': (at) => {
      rmSync(join(at, 'ticket.json'));
      mkdirSync(join(at, 'ticket.json'));
    },
  };
  const edit = (at: string, change: object): void => {
    const path = join(at, 'ticket.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
  };
  const link = (at: string, name: string): void => {
    cpSync(join(at, name), join(at, 'copy'));
    rmSync(join(at, name));
    symlinkSync(join(at, 'copy'), join(at, name));
  };

  test.each(Object.entries(spoiled))('%s is listed as damaged', async (_, spoil) => {
    const folder = tempFolder();
    const root = join(folder, 'outbox');
    spoil((await made([root], makeBundle(folder))).folder);
    expect(await listTickets([root])).toMatchObject([{ status: 'damaged', why: expect.stringMatching(/./) }]);
  });

  test('what is no ticket is listed as damaged, what desktops leave is not', async () => {
    const root = join(tempFolder(), 'outbox');
    const { ticket, folder } = await made([root]);
    writeFileSync(join(root, 'waiting', 'note\u001b[31m.txt'), '');
    writeFileSync(join(root, 'waiting', '.DS_Store'), '');
    symlinkSync(folder, join(root, 'held', '00000000-0000-4000-8000-000000000000'));
    const listed = await listTickets([root]);
    expect(listed.map(({ status }) => status)).toEqual(['waiting', 'damaged', 'damaged']);
    expect(listed[0]).toMatchObject({ ticket });
  });

  test('the same ticket twice is sent at most once: the one that went furthest counts', async () => {
    const folder = tempFolder();
    const roots = [join(folder, 'one'), join(folder, 'two')] as const;
    const { ticket, folder: at } = await made([roots[0]]);
    await made([roots[1]]);
    cpSync(at, join(roots[0], 'sent', ticket.key), { recursive: true });
    cpSync(at, join(roots[1], 'waiting', ticket.key), { recursive: true });
    const same = (await listTickets(roots)).filter((one) => one.folder.endsWith(ticket.key));
    expect(same.map(({ status }) => status).sort()).toEqual(['damaged', 'damaged', 'sent']);
  });

  test('whatever bytes lie in its files, the list ends with one entry and no crash', async () => {
    const folder = tempFolder();
    const root = join(folder, 'outbox');
    const { folder: at } = await made([root], makeBundle(folder, 1000));
    const files = filesBelow(at).map((path) => ({ path, bytes: readFileSync(path) }));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: files.length - 1 }),
        fc.nat(),
        fc.uint8Array({ maxLength: 40 }),
        fc.boolean(),
        async (which, where, bytes, cut) => {
          const file = files[which];
          if (!file) throw new Error('no such file');
          const at = where % file.bytes.length;
          const after = cut ? Buffer.alloc(0) : file.bytes.subarray(at + bytes.length);
          writeFileSync(file.path, Buffer.concat([file.bytes.subarray(0, at), bytes, after]));
          try {
            expect(await listTickets([root])).toHaveLength(1);
          } finally {
            writeFileSync(file.path, file.bytes);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the journal', () => {
  const at = new Date(NOW).toISOString();
  const created = { step: 'created', at };
  const sending = { step: 'sending', at, attempt: 1, target: 'https://desk.example/' };
  const failure = { code: 'refused', certainty: 'not-received', again: 'soon', detail: '' };
  const unclear = { ...failure, code: 'reset', certainty: 'unclear' };
  const journal = (...steps: readonly object[]) => steps.map((one) => `${JSON.stringify(one)}\n`).join('');
  const target = 'https://desk.example/';

  test.each<[string, string, object | undefined]>([
    ['nothing sent', journal(created), undefined],
    ['killed while sending', journal(created, sending), { target }],
    ['a clear no', journal(created, sending, { step: 'failed', at, attempt: 1, failure }), undefined],
    [
      'an unclear end',
      journal(created, sending, { step: 'failed', at, attempt: 1, failure: unclear }),
      { target },
    ],
    [
      'unclear, then a clear no',
      journal(
        created,
        sending,
        { step: 'failed', at, attempt: 1, failure: unclear },
        { ...sending, attempt: 2 },
        { step: 'failed', at, attempt: 2, failure },
      ),
      { target },
    ],
    [
      'killed, then a failure before sending',
      journal(created, sending, { step: 'failed', at, failure }),
      { target },
    ],
    [
      'killed, then looked and not there',
      journal(created, sending, { step: 'looking', at, target }, { step: 'absent', at }),
      undefined,
    ],
    ['a line cut by a crash', `${journal(created)}{"step":"sen`, { target: '' }],
    ['a step of a newer version', journal(created, { step: 'teleported', at }), { target: '' }],
    ['no beginning', journal(sending, { step: 'failed', at, attempt: 1, failure }), { target: '' }],
    ['an empty file', '', { target: '' }],
  ])('%s', (_, text, doubt) => {
    expect(historyOf(text).doubt).toEqual(doubt);
  });

  test('no text makes it fail', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.json(),
            fc.constantFrom(...[created, sending].map((one) => JSON.stringify(one))),
          ),
        ),
        (lines) => {
          const { attempts, doubt } = historyOf(lines.join('\n'));
          expect(attempts).toBeGreaterThanOrEqual(0);
          // Among steps that cannot be read it may be known no more to whom, but never that it was sent.
          if (lines.at(-1) === JSON.stringify(sending)) expect(['', target]).toContain(doubt?.target);
        },
      ),
    );
  });
});

describe('the lock', () => {
  test('is had by one at a time, and free again after release', async () => {
    const root = tempFolder();
    const first = await acquireLock(root, 0);
    expect(first.status).toBe('locked');
    expect((await acquireLock(root, 0)).status).toBe('busy');
    if (first.status === 'locked') await first.lock.release();
    expect((await acquireLock(root, 0)).status).toBe('locked');
  });

  test('of a dead process is taken over, also when its number is in use again', async () => {
    const root = tempFolder();
    const mine = await ownTag();
    writeFileSync(join(root, `${deadTag()}.lock`), '');
    // Our own number, begun at another time.
    if (existsSync('/proc/self/stat')) {
      writeFileSync(join(root, `${mine.replace(/-\d+-([0-9a-f]+)$/, '-7-$1')}.lock`), '');
    }
    expect((await acquireLock(root, 0)).status).toBe('locked');
    expect(readdirSync(root)).toHaveLength(1);
  });

  test('of another machine counts', async () => {
    const root = tempFolder();
    writeFileSync(join(root, '00000000-1-1-0123456789ab.lock'), '');
    expect(await acquireLock(root, 0)).toMatchObject({
      status: 'busy',
      holder: expect.stringContaining('00000000-1-1'),
    });
  });

  test('of many contenders at once is had by exactly one at any time', async () => {
    const root = tempFolder();
    writeFileSync(join(root, `${deadTag()}.lock`), '');
    let inside = 0;
    let most = 0;
    let entered = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const locked = await acquireLock(root, 20_000);
        if (locked.status !== 'locked') return;
        inside += 1;
        entered += 1;
        most = Math.max(most, inside);
        await new Promise((done) => setTimeout(done, 5));
        inside -= 1;
        await locked.lock.release();
      }),
    );
    expect({ most, entered }).toEqual({ most: 1, entered: 8 });
  }, 30_000);
});

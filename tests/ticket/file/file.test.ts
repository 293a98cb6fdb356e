/** A help desk that is a folder. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskTrouble, limited } from '../../../src/ticket/desks/file/disk.ts';
import { makeFile } from '../../../src/ticket/desks/file.ts';
import { createTicket } from '../../../src/ticket/outbox.ts';
import { sendTickets } from '../../../src/ticket/send.ts';
import { file, fileContent, note, options, ticket } from '../desks/kit.ts';
import { draft, fastPace, filesBelow, makeBundle, tempFolder } from '../samples.ts';

const { key } = ticket;
const deskIn = (folder: string, more = {}) =>
  makeFile({ kind: 'file', folder, ...more }, { env: {}, toolVersion: '0.1.0' });

const shared = () => {
  const folder = tempFolder();
  return { folder, at: (name: string) => join(folder, key, name), desk: deskIn(folder) };
};

test('a ticket is a folder: for a program, for a person, and the report', async () => {
  const { folder, at, desk } = shared();
  expect(await desk.create(ticket, file, options)).toEqual({ status: 'sent', id: key, existing: false });
  expect(readdirSync(folder)).toEqual([key]);
  expect(JSON.parse(readFileSync(at('ticket.json'), 'utf8'))).toEqual(ticket);
  expect(readFileSync(at('ticket.txt'), 'utf8')).toContain('Nothing opens.');
  expect(readFileSync(at(`files/${file.name}`))).toEqual(fileContent);
});

test('the same key is the same ticket, and it is found', async () => {
  const { folder, desk } = shared();
  expect(await desk.find?.(key, options)).toEqual({ status: 'none' });
  await desk.create(ticket, file, options);
  expect(await desk.create(ticket, file, options)).toMatchObject({ status: 'sent', existing: true });
  expect(readdirSync(folder)).toEqual([key]);
  expect(await desk.find?.(key, options)).toMatchObject({ status: 'found', id: key });
  expect(await desk.read?.(key, options)).toMatchObject({
    value: { key, state: 'new', subject: ticket.subject },
  });
});

test('a report that breaks off leaves nothing', async () => {
  const { folder, desk } = shared();
  const torn = {
    ...file,
    open: () =>
      (async function* () {
        yield Buffer.alloc(10);
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      })(),
  };
  expect(await desk.create(ticket, torn, options)).toMatchObject({
    failure: { code: 'folder-full', certainty: 'not-received', again: 'later' },
  });
  expect(filesBelow(folder)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that is not there is never made', async () => {
  const folder = join(tempFolder(), 'share');
  const missing = { failure: { code: 'folder-missing', certainty: 'not-received', again: 'later' } };
  expect(await deskIn(folder).create(ticket, file, options)).toMatchObject(missing);
  mkdirSync(folder);
  const desk = deskIn(folder, { mustHold: 'README' });
  expect(await desk.create(ticket, file, options)).toMatchObject(missing);
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, 'README'), '');
  expect((await desk.create(ticket, file, options)).status).toBe('sent');
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is told as such', async () => {
  const { folder, desk } = shared();
  chmodSync(folder, 0o500);
  expect(await desk.create(ticket, file, options)).toMatchObject({ failure: { code: 'folder-unwritable' } });
  chmodSync(folder, 0o700);
});

test.each([
  ['ENOSPC', 'folder-full'],
  ['EDQUOT', 'folder-full'],
  ['EROFS', 'folder-unwritable'],
  ['EACCES', 'folder-unwritable'],
  ['ESTALE', 'folder-missing'],
  ['EIO', 'folder-missing'],
])('%s is %s', (code, expected) => {
  const told = diskTrouble(Object.assign(new Error(`${code}: said\u001b[2J`), { code }));
  expect(told.failure).toMatchObject({ code: expected, certainty: 'not-received' });
  expect(told.failure.detail).not.toContain('\u001b');
});

test('a share that hangs is not waited for for ever', async () => {
  const hanging = limited(() => new Promise<never>(() => {}), 50, options);
  expect(await hanging).toMatchObject({ failure: { code: 'folder-missing', again: 'later' } });
});

describe('what comes after', () => {
  test('a comment is a file, once, whatever is repeated', async () => {
    const { at, desk } = shared();
    await desk.create(ticket, undefined, options);
    expect(await desk.comment?.(key, note, options)).toEqual({ status: 'done' });
    expect(await desk.comment?.(key, note, options)).toEqual({ status: 'done' });
    expect(readFileSync(at('comment-1.txt'), 'utf8')).toBe(`${note.text}\n`);
    expect(await desk.comment?.(key, { ...note, text: 'another' }, options)).toMatchObject({
      failure: { code: 'conflict' },
    });
  });

  test('the support answers in files, and sets the state', async () => {
    const { at, desk } = shared();
    await desk.create(ticket, undefined, options);
    await desk.comment?.(key, note, options);
    writeFileSync(at('reply-1.txt'), 'Restart it.\u001b[2J');
    writeFileSync(at('status.json'), '{"state":"waiting","label":"your turn"}');
    expect(await desk.read?.(key, options)).toMatchObject({
      value: { state: 'waiting', label: 'your turn' },
    });
    const talk = await desk.conversation?.(key, options);
    expect(talk).toMatchObject({ value: [{ from: 'us' }, { from: 'desk', author: 'reply-1.txt' }] });
    expect(talk?.status === 'ok' && talk.value[1]?.text).toBe('Restart it.\\u001b[2J');
  });

  test.each(['', '{', '{"state":"burnt"}', '[]', '{"state":5}'])(
    'a status.json of %j is unknown',
    async (text) => {
      const { at, desk } = shared();
      await desk.create(ticket, undefined, options);
      writeFileSync(at('status.json'), text);
      expect(await desk.read?.(key, options)).toMatchObject({ value: { state: 'unknown' } });
    },
  );

  test('a link in its place is not followed', async () => {
    const { folder, at, desk } = shared();
    await desk.create(ticket, undefined, options);
    writeFileSync(join(folder, 'secret'), 'a secret');
    for (const name of ['reply-1.txt', 'comment-1.txt', 'status.json', 'files']) {
      symlinkSync(join(folder, 'secret'), at(name));
    }
    expect(await desk.conversation?.(key, options)).toEqual({ status: 'ok', value: [] });
    expect(await desk.read?.(key, options)).toMatchObject({ value: { state: 'unknown' } });
    expect(await desk.attachments?.(key, options)).toMatchObject({ status: 'failed' });
    expect(await desk.comment?.(key, note, options)).toMatchObject({ failure: { code: 'conflict' } });
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('a secret');
  });

  test('it can be closed and opened again', async () => {
    const { desk } = shared();
    await desk.create(ticket, undefined, options);
    await desk.close?.(key, options);
    expect(await desk.read?.(key, options)).toMatchObject({ value: { state: 'closed' } });
    await desk.reopen?.(key, options);
    expect(await desk.read?.(key, options)).toMatchObject({ value: { state: 'open' } });
  });

  test('a file is attached whole and never over another one', async () => {
    const { at, desk } = shared();
    await desk.create(ticket, undefined, options);
    expect(await desk.attach?.(key, file, options)).toEqual({ status: 'done' });
    expect(readFileSync(at(`files/${file.name}`))).toEqual(fileContent);
    expect(await desk.attach?.(key, file, options)).toMatchObject({ failure: { code: 'conflict' } });
    expect(await desk.attachments?.(key, options)).toEqual({
      status: 'ok',
      value: [{ name: file.name, bytes: fileContent.length }],
    });
  });

  test('a number from elsewhere does not lead out of the folder', async () => {
    const { desk } = shared();
    expect(await desk.comment?.('../outside', note, options)).toMatchObject({
      failure: { code: 'folder-missing' },
    });
  });
});

test('a test of the desk leaves nothing, and tells the room', async () => {
  const { folder, desk } = shared();
  const checked = await desk.check?.(options);
  expect(checked).toMatchObject({ status: 'ok', value: { attachmentLimit: expect.any(Number) } });
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
  expect(await desk.check?.(options)).toMatchObject({ failure: { code: 'folder-missing' } });
});

test('from the outbox into the folder, once, although the first attempt was before the share was there', async () => {
  const base = tempFolder();
  const [root, folder] = [join(base, 'outbox'), join(base, 'share')];
  const made = await createTicket({ roots: [root], draft, bundlePath: makeBundle(base), nowMs: 0 });
  if (made.status !== 'created') throw new Error(made.status);
  const desk = deskIn(folder);
  const send = () => sendTickets([root], desk, { pace: fastPace() });
  expect((await send()).deliveries).toMatchObject([
    { status: 'waiting', failure: { code: 'folder-missing' } },
  ]);
  mkdirSync(folder);
  expect((await send()).deliveries).toMatchObject([{ status: 'sent', id: made.ticket.key }]);
  expect(readdirSync(folder)).toEqual([made.ticket.key]);
  const queue = await desk.queue?.({ since: new Date(0), limit: 5 }, options);
  expect(queue).toMatchObject({ status: 'ok', value: [{ id: made.ticket.key }] });
});

/** What a mail of ours looks like, whatever stands in the ticket. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeTicket } from '../../../src/ticket/model.ts';
import { file, fileContent, note, options, ticket } from '../desks/kit.ts';
import { draft } from '../samples.ts';
import { attachedTo, headersOf, mailDesk } from './kit.ts';
import { startServer } from './server.ts';

test('a ticket is one mail: key, answer address, language, date and the report', async () => {
  const server = await startServer();
  expect(await mailDesk(server.port).create(ticket, file, options)).toEqual({
    status: 'sent',
    id: `${ticket.key}@sender.example`,
    existing: false,
  });
  const [mail = ''] = server.mails;
  const headers = Object.fromEntries([...headersOf(mail)].map(([name, [first]]) => [name, first]));
  expect(headers).toMatchObject({
    from: 'techsupport@sender.example',
    to: 'support@desk.example',
    'reply-to': 'ada@example.com',
    subject: `No internet since this morning [${ticket.key}]`,
    'message-id': `<${ticket.key}@sender.example>`,
    'content-language': 'en',
    importance: 'high',
    date: 'Mon, 02 Feb 2026 02:40:00 +0000',
  });
  expect(attachedTo(mail)).toEqual(fileContent);
  expect(server.commands).toContain('MAIL FROM:<techsupport@sender.example>');
  expect(server.commands.at(-1)).toBe('QUIT');
});

test('the name of this computer stands nowhere in it', async () => {
  const server = await startServer();
  await mailDesk(server.port).create(ticket, undefined, options);
  expect(server.commands[0]).toBe('EHLO [127.0.0.1]');
});

test('what follows answers the first mail, bears the key, and has the same id when it is sent again', async () => {
  const server = await startServer();
  const desk = mailDesk(server.port);
  const id = `${ticket.key}@sender.example`;
  expect(await desk.comment?.(id, note, options)).toEqual({ status: 'done' });
  await desk.comment?.(id, note, options);
  expect(await desk.attach?.(id, file, options)).toEqual({ status: 'done' });
  const [first = '', second = '', third = ''] = server.mails;
  const headers = headersOf(first);
  expect(headers.get('in-reply-to')).toEqual([`<${id}>`]);
  expect(headers.get('references')).toEqual([`<${id}>`]);
  expect(headers.get('subject')).toEqual([`Re: [${ticket.key}]`]);
  expect(headers.get('message-id')).toEqual([`<ts-1f0c8f7e-1.${id}>`]);
  expect(headersOf(second).get('message-id')).toEqual(headers.get('message-id'));
  expect(headersOf(third).get('message-id')).not.toEqual(headers.get('message-id'));
  expect(attachedTo(third)).toEqual(fileContent);
  expect(first).toContain('Still not working.');
});

const HOSTILE =
  'Hi\r\nBcc: everyone@evil.example\r\n\r\n<script>\u001b[31m\u202e\r\n.\r\nMAIL FROM:<x@y.example>';

test('nothing in a ticket becomes a header, a recipient or a command', async () => {
  const server = await startServer();
  const bad = makeTicket(
    {
      ...draft,
      subject: HOSTILE,
      description: `${HOSTILE}\n.\n.\r\nQUIT`,
      contact: { name: HOSTILE, email: 'a@b.example\r\nBcc: everyone@evil.example', phone: HOSTILE },
    },
    0,
    ticket.key,
  );
  // As a file of the outbox might hold it after somebody changed it.
  const desk = mailDesk(server.port);
  expect((await desk.create({ ...bad, subject: HOSTILE }, undefined, options)).status).toBe('sent');
  const evil = `${ticket.key}@x>\r\nBcc: everyone@evil.example`;
  expect((await desk.comment?.(evil, { ...note, mark: HOSTILE }, options))?.status).toBe('done');
  expect(server.mails).toHaveLength(2);
  for (const mail of server.mails) {
    const headers = headersOf(mail);
    expect([...headers.keys()]).not.toContain('bcc');
    expect(headers.get('reply-to')).toBeUndefined();
    for (const [, values] of headers) expect(values).toHaveLength(1);
    expect(mail).not.toMatch(/[\u001b\u0000]/);
  }
  expect(server.commands.filter((one) => one.startsWith('RCPT'))).toEqual([
    'RCPT TO:<support@desk.example>',
    'RCPT TO:<support@desk.example>',
  ]);
});

test.each([
  'a@b.example\r\nRCPT TO:<x@y.example>',
  'Ada <a@b.example>',
  'a@b.example,c@d.example',
  '"a b"@c.example',
])('an address with more than an address in it is refused: %j', (to) => {
  expect(() => mailDesk(25, { to })).toThrow(/address alone/);
  expect(() => mailDesk(25, { from: to })).toThrow(/address alone/);
});

test('a report that is too large for the server stays here, and the mail says where', async () => {
  const server = await startServer({
    reply: (command) => (command.startsWith('EHLO') ? '250-made-up\r\n250 SIZE 20000' : undefined),
  });
  const bytes = Buffer.alloc(30_000, 7);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const large = {
    ...file,
    bytes: bytes.length,
    sha256,
    open: () =>
      (async function* () {
        yield bytes;
      })(),
  };
  const sent = await mailDesk(server.port).create(ticket, large, options);
  expect(sent).toMatchObject({
    status: 'sent',
    unattached: { code: 'report-too-large', certainty: 'not-received' },
  });
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]).toMatch(/could not be attached/);
  expect(server.mails[0]?.replace(/=\r\n/g, '')).toContain(sha256);
  expect(attachedTo(server.mails[0] ?? '')).toBeUndefined();
});

test('so does one that the server refuses only when it has come', async () => {
  const server = await startServer({ taken: (mail) => (attachedTo(mail) ? '552 5.3.4 too big' : undefined) });
  const sent = await mailDesk(server.port).create(ticket, file, options);
  expect(sent).toMatchObject({ status: 'sent', unattached: { code: 'report-too-large' } });
  expect(server.mails).toHaveLength(2);
});

test('a report that cannot be read to its end is not sent as far as it goes', async () => {
  const server = await startServer();
  const torn = {
    ...file,
    open: () =>
      (async function* () {
        yield Buffer.alloc(100_000);
        throw new Error('EIO: i/o error, read');
      })(),
  };
  expect(await mailDesk(server.port).create(ticket, torn, options)).toMatchObject({
    status: 'failed',
    failure: { code: 'bundle-changed', certainty: 'not-received', again: 'person' },
  });
  expect(server.mails).toEqual([]);
});

test('what would be sent is shown without the password', () => {
  const desk = mailDesk(25, { user: 'me', secret: { env: 'PASSWORD' } });
  const shown = desk.preview(ticket);
  expect(shown.headers).toMatchObject({
    'Message-ID': `<${ticket.key}@sender.example>`,
    To: 'support@desk.example',
  });
  expect(JSON.stringify(shown)).not.toContain('a-password');
});

/** What a mail server may say, and what the ticket then is: sent, not sent, or unclear. */
import { expect, test } from 'vitest';
import type { Failed } from '../../../src/ticket/desk.ts';
import { file, note, options, ticket } from '../desks/kit.ts';
import { mailDesk, PASSWORD } from './kit.ts';
import { type Said, type Script, startServer } from './server.ts';

const filed = async (script: Script, more: Parameters<typeof mailDesk>[1] = {}) => {
  const server = await startServer(script);
  const outcome = await mailDesk(server.port, more).create(ticket, file, options);
  return { server, outcome, failure: outcome.status === 'failed' ? outcome.failure : undefined };
};

const to = (verb: string, said: Said) => (command: string) => (command.startsWith(verb) ? said : undefined);

test.each<readonly [string, Script, Partial<Failed['failure']>]>([
  [
    '451 to the recipient',
    { reply: to('RCPT', '451 4.3.0 later') },
    { code: 'desk-trouble', again: 'later' },
  ],
  ['550 to the recipient', { reply: to('RCPT', '550 5.1.1 nobody') }, { code: 'rejected', again: 'person' }],
  ['450 to the sender', { reply: to('MAIL', '450 grey') }, { code: 'desk-trouble', again: 'later' }],
  ['421 instead of a greeting', { greeting: '421 busy' }, { code: 'desk-trouble', again: 'later' }],
  ['554 instead of a greeting', { greeting: '554 no' }, { code: 'rejected', again: 'person' }],
  ['452 to the mail', { taken: () => '452 4.3.1 full' }, { code: 'desk-trouble', again: 'later' }],
  ['554 to the mail', { taken: () => '554 spam' }, { code: 'rejected', again: 'person' }],
  ['530 to the sender', { reply: to('MAIL', '530 log in first') }, { code: 'unauthorized', again: 'person' }],
  ['a web page', { greeting: 'HTTP/1.1 400 Bad Request' }, { code: 'not-smtp', again: 'later' }],
  ['an end before the greeting', { greeting: 'hang up' }, { code: 'mail-broken', again: 'soon' }],
  ['an end at the sender', { reply: to('MAIL', 'hang up') }, { code: 'mail-broken', again: 'soon' }],
  ['silence', { greeting: 'silence' }, { code: 'timeout', again: 'soon' }],
  ['silence at the recipient', { reply: to('RCPT', 'silence') }, { code: 'timeout', again: 'soon' }],
  ['letters to the recipient', { reply: to('RCPT', 'what?') }, { code: 'not-smtp', again: 'later' }],
  ['354 to nothing', { reply: to('RCPT', '354 go on') }, { code: 'not-smtp' }],
  ['an endless line', { greeting: `220 ${'a'.repeat(300_000)}` }, { code: 'not-smtp', again: 'later' }],
  ['endless lines', { greeting: '220-a\r\n'.repeat(20_000) }, { code: 'not-smtp', again: 'later' }],
])('%s: not sent', async (_, script, failure) => {
  const { server, ...told } = await filed(script, { answerTimeoutMs: 500 });
  expect(told.failure).toMatchObject({ certainty: 'not-received', ...failure });
});

test.each<readonly [string, Said]>([
  ['the connection ends', 'hang up'],
  ['no answer comes', 'silence'],
  ['the answer is none', 'what?'],
  ['the answer asks for more', '354 go on'],
])('once the mail was handed over and %s, it may have arrived', async (_, said) => {
  const { failure, server } = await filed({ taken: () => said }, { answerTimeoutMs: 500 });
  expect(failure).toMatchObject({ code: 'mail-unclear', certainty: 'unclear', again: 'person' });
  expect(server.mails).toHaveLength(1);
});

const large = {
  ...file,
  bytes: 30_000_000,
  open: () =>
    (async function* () {
      for (let at = 0; at < 300; at += 1) yield Buffer.alloc(100_000, 1);
    })(),
};

test.each<readonly [string, Said]>([
  ['ends the connection', 'hang up'],
  ['says yes', '250 kept'],
])('a server that %s in the middle of the mail has not got it', async (_, said) => {
  const server = await startServer({ during: { bytes: 50_000, said } });
  const outcome = await mailDesk(server.port).create(ticket, large, options);
  expect(outcome).toMatchObject({ status: 'failed', failure: { certainty: 'not-received' } });
  expect(server.mails).toEqual([]);
});

test('a goodbye that never comes spoils nothing', async () => {
  const { outcome } = await filed({ reply: to('QUIT', 'silence') });
  expect(outcome.status).toBe('sent');
});

test('what the server says cannot move the cursor, and is short', async () => {
  const evil = `550 \u001b[2J\u001b]0;x\u0007\u202e${'long '.repeat(1_000)}`;
  const { failure } = await filed({ reply: to('RCPT', Buffer.from(evil).toString('latin1')) });
  expect(failure?.detail).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  expect(failure?.detail.length).toBeLessThanOrEqual(300);
});

const login = { user: 'me@sender.example', secret: { env: 'PASSWORD' } };

test('the password is sent and never told, whatever the server echoes', async () => {
  const base64 = Buffer.from(`\0me@sender.example\0${PASSWORD}`).toString('base64');
  const { failure, server } = await filed(
    { reply: to('AUTH', `535 no: ${base64} ${PASSWORD} ${Buffer.from(PASSWORD).toString('base64')}`) },
    login,
  );
  expect(failure).toMatchObject({ code: 'unauthorized', again: 'person' });
  expect(server.commands).toContain(`AUTH PLAIN ${base64}`);
  expect(failure?.detail).toMatch(/\*\*\* \*\*\* \*\*\*/);
  expect(JSON.stringify(failure)).not.toContain(PASSWORD);
});

test.each([
  ['454 later', { code: 'desk-trouble', again: 'later' }],
  ['535 wrong', { code: 'unauthorized', again: 'person' }],
] as const)('a refused log-in: %s', async (said, failure) => {
  expect((await filed({ reply: to('AUTH', said) }, login)).failure).toMatchObject(failure);
});

test('a server that knows no log-in gets no password', async () => {
  const { failure, server } = await filed({ reply: to('EHLO', '250 made-up') }, login);
  expect(failure).toMatchObject({ code: 'unauthorized', certainty: 'not-received' });
  expect(server.commands).toEqual(['EHLO [127.0.0.1]', 'QUIT']);
});

test.each([
  ['does not know it', to('STARTTLS', '502 what?')],
  ['says yes and does not begin', to('STARTTLS', '220 go on')],
  ['refuses it', to('STARTTLS', '454 not now')],
  ['says it knows no EHLO', to('EHLO', '502 what?')],
])('where STARTTLS is wanted and the server %s, nothing is sent in the clear', async (_, reply) => {
  const { failure, server } = await filed(
    { reply },
    { ...login, security: 'starttls', answerTimeoutMs: 500 },
  );
  expect(failure?.certainty).toBe('not-received');
  expect(['no-tls', 'rejected', 'timeout']).toContain(failure?.code);
  expect(server.commands.filter((one) => /^(MAIL|AUTH|DATA|HELO)/.test(one))).toEqual([]);
});

test('plain to another computer is refused, unless it is said aloud', async () => {
  const desk = mailDesk(25, { host: 'mail.invalid' });
  expect(await desk.create(ticket, undefined, options)).toMatchObject({
    failure: { code: 'misconfigured', certainty: 'not-received' },
  });
  const allowed = mailDesk(25, { host: 'mail.invalid', allowPlainSmtp: true });
  expect(await allowed.create(ticket, undefined, options)).toMatchObject({
    failure: { code: 'name-not-found' },
  });
});

test('a user without a password, and a password that is not there, are told', async () => {
  expect(await mailDesk(25, { user: 'me' }).check?.(options)).toMatchObject({
    failure: { code: 'secret-missing' },
  });
  const desk = mailDesk(25, { user: 'me', secret: { env: 'NO_SUCH' } });
  expect(await desk.check?.(options)).toMatchObject({ failure: { code: 'secret-missing' } });
});

test('a test of the desk greets, logs in and leaves without a mail', async () => {
  const server = await startServer({
    reply: to('EHLO', '250-made-up\r\n250-SIZE 1000000\r\n250 AUTH PLAIN'),
  });
  expect(await mailDesk(server.port, login).check?.(options)).toMatchObject({
    status: 'ok',
    value: { user: 'me@sender.example', attachmentLimit: 718_770 },
  });
  expect(server.commands.map((one) => one.split(' ')[0])).not.toContain('MAIL');
  expect(server.commands.at(-1)).toBe('QUIT');
});

test('nobody listens: told as such, nothing sent', async () => {
  expect(await mailDesk(1).create(ticket, undefined, options)).toMatchObject({
    failure: { code: 'refused', certainty: 'not-received', again: 'soon' },
  });
});

test('whoever leaves before the mail is handed over has not sent it', async () => {
  const server = await startServer({ reply: to('RCPT', 'silence') });
  const leaving = new AbortController();
  setTimeout(() => leaving.abort(), 200);
  const outcome = await mailDesk(server.port).create(ticket, file, { signal: leaving.signal });
  expect(outcome).toMatchObject({ failure: { code: 'interrupted', certainty: 'not-received' } });
});

test('whoever leaves while the answer is out does not know', async () => {
  const leaving = new AbortController();
  const server = await startServer({
    taken: () => {
      leaving.abort();
      return 'silence';
    },
  });
  const said = await mailDesk(server.port).comment?.('k@sender.example', note, { signal: leaving.signal });
  expect(said).toMatchObject({ failure: { code: 'mail-unclear', certainty: 'unclear', again: 'person' } });
  expect(server.mails).toHaveLength(1);
});

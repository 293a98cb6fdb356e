/** Real mail servers: aiosmtpd, as mail.sh starts it, and the mail gateway of Request Tracker. */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { BundleFile } from '../../../src/ticket/desk.ts';
import type { EmailSettings } from '../../../src/ticket/desks/email/settings.ts';
import { makeRt } from '../../../src/ticket/desks/rt.ts';
import { makeTicket, type Ticket } from '../../../src/ticket/model.ts';
import { createTicket } from '../../../src/ticket/outbox.ts';
import { sendTickets } from '../../../src/ticket/send.ts';
import { sharedDir } from '../../shared.ts';
import { note, options } from '../desks/kit.ts';
import { draft, fastPace, makeBundle, tempFolder } from '../samples.ts';
import { attachedTo, headersOf, mailDesk } from './kit.ts';

// Its state is where it was installed, outside of the folder that this run of tests has for itself.
const env = {
  ...process.env,
  TMPDIR: (process.env.TMPDIR ?? '/tmp').replace(/\/techsupport-tests-[^/]*\/?$/, ''),
};
const run = (script: string, args: readonly string[], input = '') =>
  spawnSync('bash', [sharedDir('helpdesks', script), ...args], { encoding: 'utf8', env, input });
const varsOf = (script: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...run(script, ['env']).stdout.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

const isThere = existsSync(sharedDir('helpdesks', 'mail.sh'));
const wasUp = isThere && run('mail.sh', ['status']).status === 0;
const started = wasUp || !isThere ? undefined : run('mail.sh', ['start']);
const isUp = wasUp || started?.status === 0;
if (!isUp) console.warn(`SKIPPED: a real mail server: ${started?.stderr.trim() ?? 'no mail.sh'}`);
afterAll(() => {
  if (isUp && !wasUp) run('mail.sh', ['stop']);
}, 60_000);

const { MAIL_PORT = '0', MAIL_TLS_PORT = '0', MAIL_DIR = '', MAIL_CA = '' } = isUp ? varsOf('mail.sh') : {};

/** All mails that bear this key, as the server keeps them. */
const kept = (key: string): readonly string[] =>
  readdirSync(join(MAIL_DIR, 'new'))
    .map((name) => readFileSync(join(MAIL_DIR, 'new', name), 'latin1').replace(/\r?\n/g, '\r\n'))
    .filter((mail) => mail.includes(key));

const someFile = (bytes = 100_000): BundleFile & { readonly content: Buffer } => {
  const content = Buffer.concat([Buffer.from('\r\n.\r\n--techsupport\r\n'), randomBytes(bytes)]);
  return {
    name: 'techsupport-2026-01-01.tar.gz',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    open: () =>
      (async function* () {
        yield content;
      })(),
    content,
  };
};

const someTicket = (): Ticket => makeTicket(draft, Date.now());
const plain = (more: Partial<EmailSettings> = {}) => mailDesk(Number(MAIL_PORT), more);
const starttls = (more: Partial<EmailSettings> = {}) =>
  mailDesk(Number(MAIL_TLS_PORT), { host: 'localhost', security: 'starttls', caFile: MAIL_CA, ...more });

describe.skipIf(!isUp)('at a real mail server', () => {
  test('a mail goes through STARTTLS whole, with its report', async () => {
    const [ticket, file] = [someTicket(), someFile()];
    expect(await starttls().create(ticket, file, options)).toMatchObject({ status: 'sent' });
    const [mail = '', another] = kept(ticket.key);
    expect(another).toBeUndefined();
    expect(headersOf(mail).get('message-id')).toEqual([`<${ticket.key}@sender.example>`]);
    expect(headersOf(mail).get('subject')).toEqual([`${ticket.subject} [${ticket.key}]`]);
    expect(attachedTo(mail)?.equals(file.content)).toBe(true);
  });

  test.each([
    ['of an authority that nobody knows', {}],
    ['for another name', { host: '127.0.0.1', caFile: MAIL_CA }],
  ])('a certificate %s is not taken', async (_, wrong) => {
    const ticket = someTicket();
    const desk = mailDesk(Number(MAIL_TLS_PORT), { host: 'localhost', security: 'starttls', ...wrong });
    expect(await desk.create(ticket, undefined, options)).toMatchObject({
      failure: { code: 'tls', certainty: 'not-received' },
    });
    expect(kept(ticket.key)).toEqual([]);
  });

  test('NODE_TLS_REJECT_UNAUTHORIZED=0 changes nothing', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const outcome = await starttls({ host: '127.0.0.1' }).create(someTicket(), undefined, options);
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    expect(outcome).toMatchObject({ failure: { code: 'tls' } });
  });

  test('a server without STARTTLS gets nothing', async () => {
    const ticket = someTicket();
    const outcome = await plain({ host: 'localhost', security: 'starttls' }).create(
      ticket,
      undefined,
      options,
    );
    expect(outcome).toMatchObject({ failure: { code: 'no-tls', certainty: 'not-received' } });
    expect(kept(ticket.key)).toEqual([]);
  });

  test.each([
    ['tempfail', { code: 'desk-trouble', again: 'later', certainty: 'not-received' }],
    ['reject', { code: 'rejected', again: 'person', certainty: 'not-received' }],
    ['busy', { code: 'desk-trouble', again: 'later', certainty: 'not-received' }],
    ['hangup', { code: 'mail-unclear', again: 'person', certainty: 'unclear' }],
    ['slow', { code: 'mail-unclear', again: 'person', certainty: 'unclear' }],
  ])('%s@', async (who, failure) => {
    const desk = plain({ to: `${who}@desk.example`, answerTimeoutMs: 1_000 });
    expect(await desk.create(someTicket(), undefined, options)).toMatchObject({ failure });
  });

  test('a patient sender waits for a slow server', async () => {
    const desk = plain({ to: 'slow@desk.example', answerTimeoutMs: 20_000 });
    expect((await desk.create(someTicket(), undefined, options)).status).toBe('sent');
  });

  test('a mail that was kept although the connection broke is not sent again until a person says so', async () => {
    const folder = tempFolder();
    const root = join(folder, 'outbox');
    const created = await createTicket({
      roots: [root],
      draft,
      bundlePath: makeBundle(folder),
      nowMs: Date.now(),
    });
    if (created.status !== 'created') throw new Error(created.status);
    const { key } = created.ticket;
    const desk = plain({ to: 'hangup@desk.example' });
    const pace = fastPace();
    const first = await sendTickets([root], desk, { pace });
    expect(first.deliveries).toMatchObject([
      { status: 'held', failure: { code: 'may-be-filed', again: 'person' } },
    ]);
    await sendTickets([root], desk, { pace });
    await sendTickets([root], desk, { pace, held: true });
    expect(kept(key)).toHaveLength(1);
    const last = await sendTickets([root], plain({ to: 'support@desk.example' }), {
      pace,
      held: true,
      despiteDoubt: true,
    });
    expect(last.deliveries).toMatchObject([{ status: 'sent', id: `${key}@sender.example` }]);
    expect(kept(key)).toHaveLength(2);
  });

  test('what the server takes is known from its greeting, and a larger report stays here', async () => {
    const checked = await plain().check?.(options);
    if (checked?.status !== 'ok') throw new Error(JSON.stringify(checked));
    const { attachmentLimit = 0 } = checked.value;
    expect(attachmentLimit).toBeGreaterThan(7_000_000);
    const ticket = someTicket();
    const fits = await plain().create(ticket, someFile(attachmentLimit - 100), options);
    expect(fits).not.toHaveProperty('unattached');
    const other = someTicket();
    expect(await plain().create(other, someFile(attachmentLimit + 100_000), options)).toMatchObject({
      status: 'sent',
      unattached: { code: 'report-too-large' },
    });
    expect(kept(other.key)).toHaveLength(1);
  });

  test('an answer to the first mail refers to it', async () => {
    const id = `${someTicket().key}@sender.example`;
    expect(await starttls().comment?.(id, note, options)).toEqual({ status: 'done' });
    expect(headersOf(kept(id)[0] ?? '').get('in-reply-to')).toEqual([`<${id}>`]);
  });
});

const hasRt = isUp && run('rt.sh', ['status']).status === 0;
if (!hasRt) console.warn('SKIPPED: the mail gateway of Request Tracker: rt.sh is not up');

describe.skipIf(!hasRt)('through the mail gateway of Request Tracker', () => {
  test('the key and the report arrive as they were', { timeout: 120_000 }, async () => {
    const [ticket, file] = [someTicket(), someFile()];
    await starttls().create(ticket, file, options);
    const [mail = ''] = kept(ticket.key);
    const delivered = run('rt.sh', ['deliver'], mail.replace(/^X-(Peer|MailFrom|RcptTo):.*\r\n/gm, ''));
    expect(`${delivered.stderr}${delivered.stdout}`).not.toMatch(/fail|error/i);
    const { RT_URL = '', RT_TOKEN = '' } = varsOf('rt.sh');
    const ask = async (path: string): Promise<unknown> =>
      (await fetch(`${RT_URL}/REST/2.0/${path}`, { headers: { Authorization: `token ${RT_TOKEN}` } })).json();
    const query = encodeURIComponent(`Subject LIKE '${ticket.key}'`);
    const found = (await ask(`tickets?query=${query}&fields=Subject`)) as {
      items: { id: string; Subject: string }[];
    };
    expect(found.items.map(({ Subject }) => Subject)).toEqual([`${ticket.subject} [${ticket.key}]`]);
    const id = found.items[0]?.id ?? '';
    const rt = makeRt(
      { kind: 'rt', url: RT_URL, queue: 'Support', secret: { env: 'TOKEN' } },
      { env: { TOKEN: RT_TOKEN }, toolVersion: '0.1.0' },
    );
    const talk = await rt.conversation?.(id, options);
    expect(talk).toMatchObject({
      status: 'ok',
      value: [{ text: expect.stringContaining(ticket.description) }],
    });
    const listed = (await ask(`ticket/${id}/attachments?fields=Filename`)) as {
      items: { id: string; Filename: string }[];
    };
    const report = listed.items.find(({ Filename }) => Filename === file.name);
    const { Content = '' } = (await ask(`attachment/${report?.id}`)) as { Content?: string };
    expect(createHash('sha256').update(Buffer.from(Content, 'base64')).digest('hex')).toBe(file.sha256);
  });
});

/** One conversation with the mail server: greet, encrypt, log in, hand over at most one mail, leave. */
import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { errno } from '../../../durable-files.ts';
import type { DeskOptions, Failed, Looked } from '../../desk.ts';
import type { DeskEnvironment } from '../../http/client.ts';
import { authorities } from '../../http/connection.ts';
import { readSecret } from '../../secret.ts';
import { dial } from './dial.ts';
import { bytesOf, composed, type Mail } from './mail.ts';
import { isLoopbackHost, type Mailbox } from './settings.ts';
import { failed, mailTrouble, notReceived } from './trouble.ts';

export interface Greeting {
  /** The largest mail, where the server tells. */
  readonly maxMailBytes?: number;
}

/** No answer of a mail server is longer. */
const MAX_ANSWER_BYTES = 64 * 1024;
const GOODBYE_MS = 1_000;

export const converse = async (
  box: Mailbox,
  environment: DeskEnvironment,
  mail: Mail | undefined,
  options: DeskOptions,
): Promise<Looked<Greeting>> => {
  const { host, security, user, caFile } = box;
  if (security === 'plain' && !box.allowPlainSmtp && !isLoopbackHost(host)) {
    return notReceived('misconfigured', 'later', 'security: plain without allowPlainSmtp');
  }
  if (user !== undefined && box.secret === undefined) {
    return notReceived('secret-missing', 'later', 'user without secret');
  }
  const { env } = environment;
  const secret =
    box.secret &&
    (await readSecret(box.secret, { env, timeoutMs: box.secretTimeoutMs, signal: options.signal }));
  if (secret?.status === 'failed') return secret;
  let ca: string[];
  try {
    ca = await authorities(caFile, env);
  } catch (error) {
    return notReceived(
      'ca-unreadable',
      'later',
      `${caFile ?? ''}: ${errno(error) || 'no certificate in it'}`,
    );
  }
  const socket = await dial(box, options);
  if ('failure' in socket) return socket;
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const smtp = new Connection({
    connection: socket,
    host,
    // Without it the name of this computer would stand in every mail.
    name: '[127.0.0.1]',
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED=0 would decide otherwise.
    tls: { ca, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    maxResponseSize: MAX_ANSWER_BYTES,
    socketCloseTimeout: 0,
    connectionTimeout: box.connectTimeoutMs + box.answerTimeoutMs,
    greetingTimeout: box.answerTimeoutMs,
    socketTimeout: 2 * box.answerTimeoutMs,
  });
  const account = secret && { user: user ?? box.from, pass: secret.secret };
  return talk(smtp, { box, environment, account, mail, options });
};

interface Talk {
  readonly box: Mailbox;
  readonly environment: DeskEnvironment;
  readonly account: { readonly user: string; readonly pass: string } | undefined;
  readonly mail: Mail | undefined;
  readonly options: DeskOptions;
}

const talk = async (
  smtp: SMTPConnection,
  { box, environment, account, mail, options: { signal } }: Talk,
): Promise<Looked<Greeting>> => {
  let handedOver = false;
  let isLate = false;
  let isPolite = false;
  let fail: (error: unknown) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Where nobody waits for it any more.
  broken.catch(() => {});
  smtp.on('error', fail);
  smtp.on('end', () => fail(new Error('the server ended the connection')));
  const onAbort = (): void => fail(new Error('interrupted'));
  signal.addEventListener('abort', onAbort);
  const timer = setTimeout(() => {
    isLate = true;
    fail(new Error(`no progress for ${box.answerTimeoutMs / 1000} s`));
  }, box.answerTimeoutMs);
  const step = <T>(begin: (done: (error?: unknown, result?: T) => void) => void): Promise<T | undefined> => {
    timer.refresh();
    const done = new Promise<T | undefined>((resolve, reject) => {
      begin((error, result) => (error ? reject(error) : resolve(result)));
    });
    // The other one of the two may fail later on, unheard.
    done.catch(() => {});
    return Promise.race([done, broken]);
  };
  try {
    if (signal.aborted) onAbort();
    await step((done) => smtp.connect(done));
    isPolite = true;
    const greeting = greetingOf(smtp);
    if (account !== undefined) {
      if (!smtp.allowsAuth) return notReceived('unauthorized', 'person', 'the server knows no log-in (AUTH)');
      isPolite = false;
      await step((done) => smtp.login({ ...account }, done));
      isPolite = true;
    }
    if (mail === undefined) return { status: 'ok', value: greeting };
    const size = bytesOf(mail);
    if (size > (greeting.maxMailBytes ?? Number.POSITIVE_INFINITY)) {
      return notReceived(
        'too-large',
        'person',
        `SIZE ${greeting.maxMailBytes}, the mail has about ${size} bytes`,
      );
    }
    const content = await contentOf(mail, box, environment.nowMs?.() ?? Date.now());
    const bytes = Readable.from(
      watched(content, {
        onChunk: () => timer.refresh(),
        onEnd: () => {
          handedOver = true;
        },
      }),
      { objectMode: false },
    );
    const envelope = { from: box.from, to: [box.to], ...(greeting.maxMailBytes !== undefined && { size }) };
    isPolite = false;
    await step((done) => smtp.send(envelope, bytes, done));
    // A "yes" before the end of the mail is none.
    if (!handedOver) return notReceived('not-smtp', 'later', 'an answer before the mail was handed over');
    isPolite = true;
    return { status: 'ok', value: greeting };
  } catch (error) {
    if (signal.aborted) return interrupted(handedOver);
    if (isLate && !handedOver) return notReceived('timeout', 'soon', String(error).slice(0, 300));
    return mailTrouble(error, { handedOver, secrets: secretsOf(account) });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    await leave(smtp, isPolite);
  }
};

const greetingOf = ({ lastServerResponse }: SMTPConnection): Greeting => {
  const [, bytes] = /^250[ -]SIZE[ \t]+(\d{1,15})[ \t]*\r?$/im.exec(lastServerResponse || '') ?? [];
  // 0: no limit that it knows of.
  return bytes === undefined || Number(bytes) === 0 ? {} : { maxMailBytes: Number(bytes) };
};

const contentOf = async (mail: Mail, box: Mailbox, nowMs: number): Promise<Readable> => {
  const { default: Composer } = await import('nodemailer/lib/mail-composer');
  return new Composer(composed(mail, box, nowMs)).compile().createReadStream();
};

async function* watched(
  content: AsyncIterable<Uint8Array>,
  { onChunk, onEnd }: { readonly onChunk: () => void; readonly onEnd: () => void },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    onChunk();
    yield chunk;
  }
  onEnd();
}

const interrupted = (handedOver: boolean): Failed =>
  handedOver
    ? failed({ code: 'mail-unclear', again: 'person' }, 'unclear', 'interrupted')
    : notReceived('interrupted', 'soon', 'interrupted');

/** In the forms in which they are sent, which a server may echo. */
const secretsOf = (account: Talk['account']): readonly string[] => {
  if (account === undefined) return [];
  const { user, pass } = account;
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  return [pass, base64(`\0${user}\0${pass}`), base64(pass)];
};

/** A server that does not say goodbye is left without one; and in the middle of a mail QUIT would be a part of it. */
const leave = async (smtp: SMTPConnection, isPolite: boolean): Promise<void> => {
  if (isPolite && !smtp.destroyed) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GOODBYE_MS);
      smtp.once('end', () => {
        clearTimeout(timer);
        resolve();
      });
      smtp.quit();
    });
  }
  smtp.close();
};

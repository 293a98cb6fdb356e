/** The mails: the first one of a ticket, and the ones that follow it. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { MailComposerOptions } from 'nodemailer/lib/mail-composer';
import { plainBody } from '../../body.ts';
import type { BundleFile, Note } from '../../desk.ts';
import type { Ticket } from '../../model.ts';
import { plain, plainLine } from '../../plain.ts';
import { ADDRESS, type Mailbox } from './settings.ts';

export interface Mail {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly replyTo?: string;
  /** The id of the first mail. */
  readonly answers?: string;
  readonly file?: BundleFile;
}

const MAX_TEXT = 100_000;

/** Kept as the ticket's number: later mails refer to it even if the address in the configuration has changed. */
export const idOf = (key: string, { from }: Mailbox): string =>
  `${key}@${from.slice(from.lastIndexOf('@') + 1)}`;

export const firstMail = (ticket: Ticket, box: Mailbox, version: string, beside = ''): Mail => {
  const { key, subject, priority, contact, language } = ticket;
  const isUrgent = priority === 'high' || priority === 'urgent';
  return {
    messageId: idOf(key, box),
    // The key last, so that a list of mails still shows what it is about.
    subject: `${subject} [${key}]`,
    text: [plainBody(ticket), beside].filter((part) => part !== '').join('\n\n'),
    headers: {
      'X-Techsupport-Key': key,
      'X-Mailer': `techsupport/${version}`,
      'Content-Language': language,
      ...(isUrgent && { Importance: 'high' }),
    },
    ...(ADDRESS.test(contact.email) && { replyTo: contact.email }),
  };
};

/** The same note has the same Message-ID: a mailbox that got it twice can tell. */
export const noteMail = (id: string, { text, mark }: Note, version: string): Mail =>
  later(id, mark.replace(/[^A-Za-z0-9-]/g, ''), text, version);

export const fileMail = (id: string, file: BundleFile, version: string): Mail => ({
  ...later(id, file.sha256.slice(0, 16), `${file.name}\nsha256 ${file.sha256}`, version),
  file,
});

const later = (id: string, which: string, text: string, version: string): Mail => {
  const first = safeId(id);
  const key = first.slice(0, first.indexOf('@'));
  return {
    messageId: `${which}.${first}`,
    subject: `Re: [${key}]`,
    text,
    headers: { 'X-Techsupport-Key': key, 'X-Mailer': `techsupport/${version}` },
    answers: first,
  };
};

/** It comes back from a file on the disk. */
const safeId = (id: string): string => id.replace(/[^A-Za-z0-9@.-]/g, '').slice(0, 400);

export const composed = (mail: Mail, { from, to }: Mailbox, nowMs: number): MailComposerOptions => ({
  from,
  to,
  ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
  subject: plainLine(mail.subject, 300),
  messageId: `<${mail.messageId}>`,
  ...(mail.answers !== undefined && { inReplyTo: `<${mail.answers}>`, references: [`<${mail.answers}>`] }),
  date: new Date(nowMs),
  text: plain(mail.text, MAX_TEXT),
  headers: { ...mail.headers },
  // Nothing in a mail of ours may name a file or an address to be fetched.
  disableFileAccess: true,
  disableUrlAccess: true,
  baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32),
  ...(mail.file !== undefined && { attachments: [attachmentOf(mail.file)] }),
});

const attachmentOf = (file: BundleFile) => ({
  filename: file.name,
  contentType: file.name.endsWith('.age') ? 'application/octet-stream' : 'application/gzip',
  content: Readable.from(file.open(), { objectMode: false }),
});

/** Lines of 76 characters for each 57 bytes, and room for headers and boundaries; of the text as if all were encoded. */
export const bytesOf = ({ text, file }: Mail): number =>
  4_096 + inBase64(Buffer.byteLength(text)) + inBase64(file?.bytes ?? 0);

const inBase64 = (bytes: number): number => Math.ceil(bytes / 57) * 78;

/** The largest file that fits into a mail of so many bytes. */
export const roomIn = (maxMailBytes: number): number =>
  Math.max(0, Math.floor((maxMailBytes - 16_384) / 78) * 57);

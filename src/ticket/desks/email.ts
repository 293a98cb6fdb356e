/** A help desk that is a mailbox: a ticket is a mail, and everything after it is an answer to that mail. */
import { bodyWords } from '../../language/ticket-body.ts';
import type { BundleFile, Desk, DeskOptions, Done, Failure, Outcome } from '../desk.ts';
import type { DeskEnvironment } from '../http/client.ts';
import type { Ticket } from '../model.ts';
import { fileMail, firstMail, idOf, type Mail, noteMail, roomIn } from './email/mail.ts';
import { converse } from './email/session.ts';
import { type EmailSettings, emailSettings, portOf } from './email/settings.ts';

export const makeEmail = (settings: EmailSettings, environment: DeskEnvironment): Desk => {
  const box = emailSettings.parse(settings);
  const { toolVersion } = environment;
  const { host, to, from, security } = box;

  const post = async (mail: Mail, options: DeskOptions): Promise<Done> => {
    const said = await converse(box, environment, mail, options);
    return said.status === 'ok' ? { status: 'done' } : said;
  };
  const withoutReport = (ticket: Ticket, bundle: BundleFile, failure: Failure): Mail => {
    const { reportStays } = bodyWords(ticket.language);
    const { name, bytes, sha256 } = bundle;
    return firstMail(ticket, box, toolVersion, reportStays(name, bytes, sha256, failure.detail));
  };

  return {
    name: 'email',
    target: `${to} (${host}:${portOf(box)})`,
    deduplicates: false,
    byWord: true,
    reports: 'with-ticket',
    preview: (ticket) => {
      const { subject, text, headers, messageId, replyTo } = firstMail(ticket, box, toolVersion);
      return {
        method: 'MAIL',
        url: `${to} (${host}:${portOf(box)}, ${security})`,
        headers: {
          From: from,
          To: to,
          ...(replyTo !== undefined && { 'Reply-To': replyTo }),
          Subject: subject,
          'Message-ID': `<${messageId}>`,
          ...headers,
        },
        body: text.split('\n'),
      };
    },

    check: async (options) => {
      const said = await converse(box, environment, undefined, options);
      if (said.status === 'failed') return said;
      const { maxMailBytes } = said.value;
      return {
        status: 'ok',
        value: {
          ...(box.secret !== undefined && { user: box.user ?? from }),
          ...(maxMailBytes !== undefined && { attachmentLimit: roomIn(maxMailBytes) }),
          remarks: [
            { code: 'no-search', detail: '' },
            { code: 'not-writable-checked', detail: '' },
            ...(maxMailBytes === undefined ? [{ code: 'limit-unknown', detail: '' } as const] : []),
          ],
        },
      };
    },

    create: async (ticket, bundle, options): Promise<Outcome> => {
      const sent = { status: 'sent', id: idOf(ticket.key, box), existing: false } as const;
      const whole = firstMail(ticket, box, toolVersion);
      const done = await post(bundle === undefined ? whole : { ...whole, file: bundle }, options);
      if (done.status === 'done') return sent;
      const { failure } = done;
      if (bundle === undefined || failure.code !== 'too-large') return done;
      const again = await post(withoutReport(ticket, bundle, failure), options);
      if (again.status === 'failed') return again;
      return { ...sent, unattached: { ...failure, code: 'report-too-large' } };
    },

    attach: (id, file, options) => post(fileMail(id, file, toolVersion), options),
    comment: (id, note, options) => post(noteMail(id, note, toolVersion), options),
    // The comment that comes before says it.
    close: async () => ({ status: 'done' }),
    reopen: async () => ({ status: 'done' }),
  };
};

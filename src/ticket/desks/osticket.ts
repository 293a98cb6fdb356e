/** osTicket: its API takes tickets, and that is all it does. What was filed cannot be looked for. */
import { bodyWords } from '../../language/ticket-body.ts';
import { plainBody } from '../body.ts';
import type { BundleFile, Desk, Outcome } from '../desk.ts';
import { type Answer, failed } from '../http/answer.ts';
import { base64Of } from '../http/base64.ts';
import { type Call, type DeskEnvironment, isFailed, makeClient } from '../http/client.ts';
import { refusalInWords } from '../http/said.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { plainLine } from '../plain.ts';
import { type OsticketSettings, osticketSettings } from './osticket/settings.ts';

export const makeOsticket = (settings: OsticketSettings, environment: DeskEnvironment): Desk => {
  const osticket = osticketSettings.parse(settings);
  // In small letters, as its document insists.
  const client = makeClient(osticket, environment, (secret) => ({ 'x-api-key': secret }));

  const creation = (ticket: Ticket, { attachments, more }: Enclosed) => ({
    ...osticket.fields,
    name: ticket.contact.name || ticket.contact.email || 'techsupport',
    email: ticket.contact.email || osticket.email,
    ...(ticket.contact.phone !== '' && { phone: ticket.contact.phone }),
    subject: ticket.subject,
    message: [plainBody(ticket), ...more].join('\n\n'),
    ...(osticket.topic !== undefined && { topicId: osticket.topic }),
    priorityId: osticket.priorities[ticket.priority],
    alert: true,
    autorespond: osticket.autorespond,
    source: 'API',
    ...(attachments.length > 0 && { attachments }),
  });
  const creating = (ticket: Ticket, enclosed: Enclosed): Call => ({
    method: 'POST',
    path: 'api/tickets.json',
    json: creation(ticket, enclosed),
  });

  return {
    name: 'osticket',
    target: targetOf(osticket.url),
    deduplicates: false,
    reports: 'with-ticket',
    preview: (ticket) => {
      const shown: Enclosed =
        ticket.bundle === undefined || ticket.bundle.bytes > osticket.maxReportBytes
          ? NOTHING
          : {
              attachments: [
                { [ticket.bundle.name]: `data:application/gzip;base64,(${ticket.bundle.bytes} B)` },
              ],
              more: [],
            };
      return { ...client.describe(creating(ticket, shown)), body: creation(ticket, shown) };
    },

    create: async (ticket, bundle, options): Promise<Outcome> => {
      if (ticket.contact.email === '' && osticket.email === undefined) {
        const failure = { code: 'field-missing', certainty: 'not-received', again: 'person' } as const;
        return { status: 'failed', failure: { ...failure, detail: 'email' } };
      }
      const enclosed = await enclose(ticket, bundle, osticket.maxReportBytes);
      const answer = await client.call(creating(ticket, enclosed), options);
      return isFailed(answer) ? answer : understand(answer);
    },
  };
};

interface Enclosed {
  readonly attachments: readonly Readonly<Record<string, string>>[];
  /** Said in the ticket. */
  readonly more: readonly string[];
}
const NOTHING: Enclosed = { attachments: [], more: [] };

const enclose = async (
  ticket: Ticket,
  bundle: BundleFile | undefined,
  maxBytes: number,
): Promise<Enclosed> => {
  if (bundle === undefined) return NOTHING;
  const data = await base64Of(bundle, maxBytes);
  if (typeof data === 'string') {
    return { attachments: [{ [bundle.name]: `data:application/gzip;base64,${data}` }], more: [] };
  }
  const { reportStays } = bodyWords(ticket.language);
  return {
    attachments: [],
    more: [reportStays(bundle.name, bundle.bytes, bundle.sha256, data.failure.detail)],
  };
};

/** The number alone, without markup, though it is called text/html. */
const understand = (answer: Answer): Outcome => {
  const { status, headers } = answer;
  const asText: Answer = { ...answer, headers: { ...headers, 'content-type': 'text/plain' } };
  if (status < 200 || status >= 300) return refusalInWords(asText);
  const text = (answer.text ?? '').trim().replace(/^"(.*)"$/, '$1');
  if (status === 201 && /^(?=.*\d)[\w#-]{1,40}$/.test(text)) {
    return { status: 'sent', id: plainLine(text, 40), existing: false };
  }
  const isPage = text.startsWith('<');
  return failed(answer, isPage ? 'html' : 'answer-unclear', 'unclear', 'later', isPage ? 'a web page' : text);
};

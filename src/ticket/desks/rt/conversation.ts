/** What was said in a ticket of RT, and the files in it. */
import type { z } from 'zod';
import type { Looked, Message } from '../../desk.ts';
import { lookFailed } from '../../http/answer.ts';
import type { Call } from '../../http/client.ts';
import { plain, plainLine } from '../../plain.ts';
import { attachmentList, fullTicket, history, oneAttachment } from './shapes.ts';

/** What of a conversation is read; the oldest first. */
const MAX_MESSAGES = 50;
const MAX_MESSAGE_BYTES = 64 * 1024;

type Ask = <S extends z.ZodType>(call: Call, schema: S) => Promise<Looked<z.output<S>>>;
type Listed = z.output<typeof attachmentList>['items'];

/** `path`: of the ticket. Texts are attachments too: those without a file name. */
export const readAttachments = async (path: string, ask: Ask): Promise<Looked<Listed>> => {
  const fields = 'Filename,ContentLength,ContentType,Created,Creator,TransactionId';
  const call: Call = { method: 'GET', path: `${path}/attachments`, query: { fields, per_page: '100' } };
  const content = await ask(call, attachmentList);
  return content.status === 'ok' ? { status: 'ok', value: content.value.items } : content;
};

export const readConversation = async (path: string, ask: Ask): Promise<Looked<readonly Message[]>> => {
  const ticket = await ask({ method: 'GET', path }, fullTicket);
  if (ticket.status === 'failed') return lookFailed(ticket);
  const done = await ask(
    { method: 'GET', path: `${path}/history`, query: { fields: 'Type', per_page: '100' } },
    history,
  );
  if (done.status === 'failed') return lookFailed(done);
  const types = new Map(done.value.items.map(({ id, Type }) => [id, Type]));
  const listed = await readAttachments(path, ask);
  if (listed.status === 'failed') return lookFailed(listed);
  const texts = listed.value.filter(
    ({ ContentType, Filename, ContentLength, TransactionId }) =>
      // Beside these there are records of every mail that RT itself sent.
      ['Create', 'Correspond', 'Comment'].includes(types.get(TransactionId) ?? '') &&
      ContentType === 'text/plain' &&
      Filename === '' &&
      Number(ContentLength) <= MAX_MESSAGE_BYTES,
  );
  const messages: Message[] = [];
  for (const text of texts.slice(0, MAX_MESSAGES)) {
    const one = await ask(
      { method: 'GET', path: `REST/2.0/attachment/${encodeURIComponent(text.id)}` },
      oneAttachment,
    );
    if (one.status === 'failed') return lookFailed(one);
    messages.push({
      at: text.Created,
      author: plainLine(text.Creator.id, 200),
      from: text.Creator.id === ticket.value.Creator.id ? 'us' : 'desk',
      text: plain(decoded(one.value.Content), MAX_MESSAGE_BYTES),
      internal: types.get(text.TransactionId) === 'Comment',
      attachments: filesOf(listed.value, text.TransactionId),
    });
  }
  return { status: 'ok', value: messages };
};

const filesOf = (listed: Listed, transaction: string) =>
  listed
    .filter(({ TransactionId, Filename }) => TransactionId === transaction && Filename !== '')
    .map(({ Filename, ContentLength }) => ({
      name: plainLine(Filename, 300),
      bytes: Number(ContentLength),
    }));

/** Single attachments come in base64. */
const decoded = (content: string): string => Buffer.from(content, 'base64').toString('utf8');

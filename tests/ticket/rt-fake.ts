/** As much of Request Tracker's REST 2.0 as a ticket's life needs, on loopback. Its answers have the shape of RT 5.0's. */
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const RT_TOKEN = 'a-token-made-for-tests';

interface Part {
  readonly name: string;
  readonly content: Buffer;
}

interface Transaction {
  readonly type: 'Create' | 'Correspond' | 'Comment';
  readonly author: string;
  readonly at: string;
  readonly parts: readonly Part[];
}

export interface RtTicket {
  readonly id: number;
  queue: string;
  status: string;
  readonly subject: string;
  readonly created: string;
  resolved: string;
  readonly fields: Record<string, string>;
  readonly history: Transaction[];
}

export interface RtFake {
  readonly url: string;
  readonly tickets: RtTicket[];
  /** Method and path of all that was asked. */
  readonly asked: string[];
  /** Nothing is answered any more. */
  isDown: boolean;
  add(ticket: Partial<RtTicket>): RtTicket;
  /** An agent writes. */
  say(id: number, text: string): void;
  close(): Promise<void>;
}

const NEVER = '1970-01-01T00:00:00Z';
const US = 'techsupport';

export const startRt = async (queues: readonly string[] = ['Support']): Promise<RtFake> => {
  const now = () => new Date().toISOString().replace(/\.\d+Z/, 'Z');
  const rt: RtFake = {
    url: '',
    tickets: [],
    asked: [],
    isDown: false,
    add: (given) => {
      const id = rt.tickets.length + 1;
      const made: RtTicket = {
        ...{ id, queue: 'Support', status: 'new', subject: '', created: now(), resolved: NEVER },
        ...{ fields: {}, history: [] },
        ...given,
      };
      rt.tickets.push(made);
      return made;
    },
    say: (id, text) => {
      const ticket = rt.tickets.find((one) => one.id === id);
      ticket?.history.push({ type: 'Correspond', author: 'ann', at: now(), parts: [textPart(text)] });
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const server = http.createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const body = await bodyOf(request);
      if (rt.isDown) return void request.socket.destroy();
      const url = new URL(request.url ?? '/', 'http://rt');
      rt.asked.push(`${request.method} ${url.pathname}`);
      const isOurs = request.headers.authorization === `token ${RT_TOKEN}`;
      const reply = isOurs ? handle(rt, queues, request, url, body, now()) : undefined;
      const status = isOurs ? (reply === undefined ? 404 : 200) : 401;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply ?? { message: 'no' }));
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  return Object.assign(rt, { url: `http://127.0.0.1:${port}` });
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // No encoding was set.
  return Buffer.concat(chunks);
};

const textPart = (text: string): Part => ({ name: '', content: Buffer.from(text) });

const handle = (
  rt: RtFake,
  queues: readonly string[],
  { method, headers }: IncomingMessage,
  { pathname, searchParams }: URL,
  body: Buffer,
  now: string,
): unknown => {
  const [what = '', name = '', more = ''] = pathname
    .replace('/REST/2.0/', '')
    .split('/')
    .map(decodeURIComponent);
  if (what === 'queue')
    return queues.includes(name) ? { TicketCustomFields: [{ name: 'ExternalId' }] } : undefined;
  if (what === 'tickets') return search(rt, searchParams);
  if (what === 'attachment') {
    const found = rt.tickets.flatMap(attachmentsOf).find(({ id }) => id === name);
    return found && { Content: found.part.content.toString('base64') };
  }
  if (what !== 'ticket') return undefined;
  if (method === 'POST' && name === '') {
    const given = JSON.parse(body.toString()) as Record<string, string> & {
      CustomFields: Record<string, string>;
    };
    const made = rt.add({
      queue: given.Queue ?? '',
      subject: given.Subject ?? '',
      fields: given.CustomFields,
    });
    made.history.push({ type: 'Create', author: US, at: now, parts: [textPart(given.Content ?? '')] });
    return { id: made.id, type: 'ticket' };
  }
  const ticket = rt.tickets.find(({ id }) => String(id) === name);
  if (ticket === undefined) return undefined;
  if (method === 'PUT') return change(ticket, JSON.parse(body.toString()), now);
  if (method === 'POST') {
    const type = more === 'comment' ? 'Comment' : 'Correspond';
    ticket.history.push({ type, author: US, at: now, parts: partsOf(body, headers['content-type'] ?? '') });
    return [];
  }
  if (more === 'history') {
    return { items: ticket.history.map(({ type }, at) => ({ id: `${ticket.id}9${at}`, Type: type })) };
  }
  if (more !== 'attachments') return shown(ticket);
  return {
    items: attachmentsOf(ticket).map(({ id, transaction, part, said }) => ({
      id,
      Filename: part.name,
      ContentType: part.name === '' ? 'text/plain' : 'application/gzip',
      ContentLength: String(part.content.length),
      Created: said.at,
      Creator: { id: said.author },
      TransactionId: transaction,
    })),
  };
};

const change = (ticket: RtTicket, wish: { Status?: string; Queue?: string }, now: string): unknown => {
  ticket.queue = wish.Queue ?? ticket.queue;
  ticket.status = wish.Status ?? ticket.status;
  ticket.resolved = ticket.status === 'resolved' ? now : NEVER;
  return [];
};

const search = ({ tickets }: RtFake, asked: URLSearchParams): unknown => {
  const query = asked.get('query') ?? '';
  const [, key] = /^CF\.\{ExternalId\} = '(.*)'$/.exec(query) ?? [];
  const [, queue] = /^Queue = '(.*)' AND Created >= /.exec(query) ?? [];
  const found = tickets
    .filter((one) => (key === undefined ? one.queue === queue : one.fields.ExternalId === key))
    .sort((a, b) => b.id - a.id);
  const size = Math.min(100, Number(asked.get('per_page') ?? 20));
  const page = Number(asked.get('page') ?? 1);
  const items = found.slice((page - 1) * size, page * size).map(shown);
  return { items, page, per_page: size, pages: Math.ceil(found.length / size), total: found.length };
};

const shown = (ticket: RtTicket) => ({
  id: ticket.id,
  Subject: ticket.subject,
  Status: ticket.status,
  Created: ticket.created,
  Resolved: ticket.resolved,
  Creator: { id: US },
  CustomFields: Object.entries(ticket.fields).map(([name, value]) => ({ name, values: [value] })),
});

const attachmentsOf = (ticket: RtTicket) =>
  ticket.history.flatMap((said, number) =>
    said.parts.map((part, at) => ({
      id: `${ticket.id}0${number}0${at}`,
      transaction: `${ticket.id}9${number}`,
      part,
      said,
    })),
  );

const partsOf = (body: Buffer, contentType: string): readonly Part[] => {
  const boundary = /boundary=(\S+)/.exec(contentType)?.[1];
  if (boundary === undefined) {
    return [textPart((JSON.parse(body.toString()) as { Content: string }).Content)]; // what was sent above
  }
  return body
    .toString('latin1')
    .split(`--${boundary}`)
    .flatMap((part) => {
      const [, name, content = ''] = /filename="([^"]*)".*?\r\n\r\n(.*)\r\n$/s.exec(part) ?? [];
      return name === undefined ? [] : [{ name, content: Buffer.from(content, 'latin1') }];
    });
};

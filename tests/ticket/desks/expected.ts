/** What is expected of the desks that could not be tried otherwise: answers, and the requests that they lead to. */
import { expect } from 'vitest';
import { type Asked, file, fileContent, type Kind, type Reply, SECRET, ticket } from './kit.ts';

export const SYS_ID = 'ab'.repeat(16);

/** Answers that lead each method to its last request. */
export const REPLIES: Readonly<Partial<Record<Kind, (asked: Asked) => Reply>>> = {
  gitlab: ({ method, path }) => {
    if (path.endsWith('/uploads'))
      return {
        status: 201,
        json: { url: `/uploads/${SYS_ID}/${file.name}`, markdown: '[evil](https://evil.example)' },
      };
    if (method === 'GET' && /issues$|notes$/.test(path)) return { json: [] };
    return {
      status: method === 'POST' ? 201 : 200,
      json: { iid: 7, id: 900, author: { id: 3 }, issues_enabled: true },
    };
  },
  zammad: ({ method, path }) => {
    if (method === 'GET' && /groups$/.test(path)) return { json: [{ name: 'Users', active: true }] };
    if (/by_ticket|tickets$|search$/.test(path) && !(method === 'POST' && path.endsWith('tickets')))
      return { json: [] };
    return { json: { id: 7, login: 'agent', email: 'agent@desk.example' } };
  },
  glpi: ({ method, path }) => {
    if (path.endsWith('/initSession')) return { json: { session_token: 'session0123456789' } };
    if (path.endsWith('/getFullSession')) return { json: { session: { glpiname: 'agent' } } };
    if (path.includes('/search/')) return { status: 206, json: { totalcount: 0, count: 0 } };
    if (method === 'GET' && /Document_Item|ITILFollowup/.test(path)) return { json: [] };
    if (method === 'PUT') return { json: [{ 7: true, message: '' }] };
    return { status: method === 'POST' ? 201 : 200, json: { id: 7, message: '' } };
  },
  freshdesk: ({ method, path }) => {
    if (path.endsWith('/me')) return { json: { contact: { name: 'Agent', email: 'agent@desk.example' } } };
    if (path.includes('/search/')) return { json: { total: 0, results: [] } };
    if (method === 'GET' && /tickets$|conversations$/.test(path)) return { json: [] };
    return { status: method === 'POST' ? 201 : 200, json: { id: 7, tags: ['vip'] } };
  },
  servicenow: ({ method, query }) => {
    const row = { sys_id: SYS_ID, number: 'INC0000007' };
    if (method === 'POST') return { status: 201, json: { result: row } };
    return {
      json: { result: query.sysparm_query === 'number=INC0000007' || method === 'PATCH' ? [row] : [] },
    };
  },
  osticket: () => ({ status: 201, text: '123456', headers: { 'content-type': 'text/html; charset=UTF-8' } }),
};

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
const P = '/api/v4/projects/acme%2Fsupport';
const G = '/apirest.php';

/** The secret, where each desk wants it. */
export const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gitlab: { 'private-token': SECRET },
  zammad: { authorization: `Token token=${SECRET}` },
  glpi: { authorization: `user_token ${SECRET}` },
  freshdesk: { authorization: basic(`${SECRET}:X`) },
  servicenow: { authorization: basic(`agent:${SECRET}`) },
  osticket: { 'x-api-key': SECRET },
};

export const LINES: Readonly<Partial<Record<Kind, Readonly<Record<string, readonly string[]>>>>> = {
  gitlab: {
    check: [`GET ${P}`],
    create: [`POST ${P}/issues`],
    find: [`GET ${P}/issues?state=all&scope=all&order_by=created_at&sort=desc&per_page=100`],
    read: [`GET ${P}/issues/7`],
    attach: [`POST ${P}/uploads`, `POST ${P}/issues/7/notes`],
    attachments: [`GET ${P}/issues/7/notes?sort=asc&order_by=created_at&per_page=100`],
    conversation: [`GET ${P}/issues/7`, `GET ${P}/issues/7/notes?sort=asc&order_by=created_at&per_page=100`],
    comment: [`POST ${P}/issues/7/notes`],
    escalate: [`PUT ${P}/issues/7`],
    close: [`PUT ${P}/issues/7`],
    reopen: [`PUT ${P}/issues/7`],
    queue: [
      `GET ${P}/issues?state=all&scope=all&order_by=created_at&sort=desc&per_page=100&created_after=1970-01-01T00:00:00.000Z&labels=techsupport`,
    ],
  },
  zammad: {
    check: ['GET /api/v1/users/me', 'GET /api/v1/groups'],
    create: ['POST /api/v1/tickets'],
    find: ['POST /api/v1/tickets/search?expand=true'],
    read: ['GET /api/v1/tickets/7?expand=true'],
    attach: ['POST /api/v1/ticket_articles'],
    attachments: ['GET /api/v1/ticket_articles/by_ticket/7'],
    conversation: ['GET /api/v1/tickets/7?expand=true', 'GET /api/v1/ticket_articles/by_ticket/7'],
    comment: ['POST /api/v1/ticket_articles'],
    escalate: ['PUT /api/v1/tickets/7'],
    close: ['PUT /api/v1/tickets/7'],
    reopen: ['PUT /api/v1/tickets/7'],
    queue: ['GET /api/v1/tickets?expand=true&per_page=100&page=1&sort_by=created_at&order_by=desc'],
  },
  glpi: {
    check: [`GET ${G}/initSession`, `GET ${G}/getFullSession`, `GET ${G}/killSession`],
    create: [`GET ${G}/initSession`, `POST ${G}/Ticket/`, `GET ${G}/killSession`],
    find: [
      `GET ${G}/initSession`,
      `GET ${G}/search/Ticket?criteria[0][field]=21&criteria[0][searchtype]=contains&criteria[0][value]=${ticket.key}&forcedisplay[0]=2&range=0-9`,
      `GET ${G}/killSession`,
    ],
    read: [`GET ${G}/initSession`, `GET ${G}/Ticket/7`, `GET ${G}/killSession`],
    attach: [
      `GET ${G}/initSession`,
      `POST ${G}/Document/`,
      `POST ${G}/Document_Item/`,
      `GET ${G}/killSession`,
    ],
    attachments: [`GET ${G}/initSession`, `GET ${G}/Ticket/7/Document_Item`, `GET ${G}/killSession`],
    comment: [`GET ${G}/initSession`, `POST ${G}/ITILFollowup/`, `GET ${G}/killSession`],
    escalate: [`GET ${G}/initSession`, `PUT ${G}/Ticket/7`, `GET ${G}/killSession`],
    close: [`GET ${G}/initSession`, `PUT ${G}/Ticket/7`, `GET ${G}/killSession`],
  },
  freshdesk: {
    check: ['GET /api/v2/agents/me'],
    create: ['POST /api/v2/tickets'],
    find: [
      'GET /api/v2/tickets?order_by=created_at&order_type=desc&per_page=100',
      `GET /api/v2/search/tickets?query="tag:'1f0c8f7e222243338444555566667777'"`,
    ],
    read: ['GET /api/v2/tickets/7?include=stats'],
    mark: ['GET /api/v2/tickets/7?include=stats', 'PUT /api/v2/tickets/7'],
    attach: ['POST /api/v2/tickets/7/notes'],
    attachments: ['GET /api/v2/tickets/7?include=stats', 'GET /api/v2/tickets/7/conversations?per_page=100'],
    conversation: ['GET /api/v2/tickets/7/conversations?per_page=100'],
    comment: ['POST /api/v2/tickets/7/notes'],
    escalate: ['PUT /api/v2/tickets/7'],
    close: ['PUT /api/v2/tickets/7'],
    rate: ['POST /api/v2/tickets/7/satisfaction_ratings'],
  },
  servicenow: {
    check: ['GET /api/now/table/incident?sysparm_limit=1&sysparm_fields=number'],
    create: ['POST /api/now/table/incident?sysparm_fields=sys_id,number'],
    close: [
      'GET /api/now/table/incident?sysparm_query=number=INC0000007&sysparm_fields=sys_id,number,correlation_id,short_description,state,priority,category,sys_created_by,sys_created_on,sys_updated_on,resolved_at&sysparm_limit=2',
      `PATCH /api/now/table/incident/${SYS_ID}?sysparm_fields=sys_id`,
    ],
  },
  osticket: { create: ['POST /api/tickets.json'] },
};

/** Of the last request of a method. */
export const BODIES: Readonly<Partial<Record<Kind, Readonly<Record<string, unknown>>>>> = {
  gitlab: {
    create: {
      title: ticket.subject,
      description: expect.stringContaining(`key \`${ticket.key}\``),
      labels: 'techsupport',
      confidential: true,
    },
    attach: { body: `[${file.name}](/uploads/${SYS_ID}/${file.name})`, internal: true },
    comment: { body: 'Still not working.  \n  \n[ts-1f0c8f7e-1]', internal: false },
    'internal comment': { body: 'Still not working.  \n  \n[ts-1f0c8f7e-1]', internal: true },
    escalate: { add_labels: 'level-2' },
    close: { state_event: 'close' },
    reopen: { state_event: 'reopen' },
  },
  zammad: {
    create: {
      title: `${ticket.subject} [${ticket.key}]`,
      group: 'Users',
      customer_id: 'guess:ada@example.com',
      priority: '3 high',
      tags: 'techsupport,connectivity',
      article: {
        subject: ticket.subject,
        body: expect.stringContaining('Nothing opens.'),
        content_type: 'text/plain',
        type: 'note',
        internal: false,
      },
    },
    find: { condition: { 'ticket.title': { operator: 'contains', value: ticket.key } }, limit: 10 },
    attach: {
      ticket_id: 7,
      subject: file.name,
      body: file.name,
      content_type: 'text/plain',
      type: 'note',
      internal: true,
      attachments: [
        { filename: file.name, data: fileContent.toString('base64'), 'mime-type': 'application/gzip' },
      ],
    },
    'internal comment': {
      ticket_id: 7,
      content_type: 'text/plain',
      type: 'note',
      body: 'Still not working.\n\n[ts-1f0c8f7e-1]',
      internal: true,
    },
    escalate: { priority: '3 high' },
    close: { state: 'closed' },
    reopen: { state: 'open' },
  },
  freshdesk: {
    create: {
      subject: ticket.subject,
      description: expect.stringContaining('<p>Nothing opens.<br>'),
      email: 'ada@example.com',
      name: 'Ada',
      priority: 3,
      status: 2,
      tags: ['techsupport', '1f0c8f7e222243338444555566667777'],
    },
    mark: { tags: ['vip', '1f0c8f7e222243338444555566667777'] },
    comment: { body: '<p>Still not working.<br><br>[ts-1f0c8f7e-1]</p>', private: false },
    escalate: { priority: 4 },
    close: { status: 4 },
    reopen: { status: 2 },
    rate: { feedback: 'Still not working.\n\n[ts-1f0c8f7e-1]', ratings: { default_question: 102 } },
  },
  servicenow: {
    create: {
      short_description: ticket.subject,
      description: expect.stringContaining(ticket.key),
      urgency: '1',
      impact: '2',
      correlation_id: ticket.key,
      correlation_display: 'techsupport',
    },
    mark: { correlation_id: ticket.key },
    comment: { comments: 'Still not working.\n\n[ts-1f0c8f7e-1]' },
    'internal comment': { work_notes: 'Still not working.\n\n[ts-1f0c8f7e-1]' },
    escalate: { urgency: '1' },
    close: { state: '6', close_code: 'Solved (Permanently)', close_notes: 'techsupport' },
    reopen: { state: '2' },
  },
  osticket: {
    create: {
      name: 'Ada',
      email: 'ada@example.com',
      subject: ticket.subject,
      message: expect.stringContaining(ticket.key),
      priorityId: 3,
      alert: true,
      autorespond: false,
      source: 'API',
      attachments: [{ [file.name]: `data:application/gzip;base64,${fileContent.toString('base64')}` }],
    },
  },
};

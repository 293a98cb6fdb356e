/** What each desk keeps of a ticket, and how it lists what it has. A filter in the question is not looked at. */
import type { Asked, Kind, Reply } from './kit.ts';

type Row = Readonly<Record<string, unknown>>;

interface Keeps {
  /** Whether this files a ticket. */
  readonly files: (asked: Asked) => boolean;
  /** The row that is kept of it. */
  readonly row: (sent: Row, number: number) => Row;
  readonly receipt: (row: Row) => Reply;
  readonly list: (rows: readonly Row[], asked: Asked) => unknown;
}

const isPost =
  (path: RegExp) =>
  ({ method, path: asked }: Asked): boolean =>
    method === 'POST' && path.test(asked);
const rowIn = (value: unknown): Row => (typeof value === 'object' && value !== null ? { ...value } : {});

export const MEMORY: Readonly<Partial<Record<Kind, Keeps>>> = {
  github: {
    files: isPost(/\/issues$/),
    row: (sent, number) => ({ ...sent, number }),
    receipt: (row) => ({ status: 201, json: row }),
    list: (rows) => rows,
  },
  gitlab: {
    files: isPost(/\/issues$/),
    row: ({ description }, iid) => ({ iid, description }),
    receipt: (row) => ({ status: 201, json: row }),
    list: (rows) => rows,
  },
  zendesk: {
    files: isPost(/\/tickets$/),
    row: ({ ticket }, id) => ({ ...rowIn(ticket), id }),
    receipt: (row) => ({ status: 201, json: { ticket: row } }),
    list: (tickets) => ({ tickets }),
  },
  jira: {
    files: isPost(/\/issue$/),
    row: ({ fields }, number) => ({ key: `SUP-${number}`, fields: { labels: rowIn(fields).labels } }),
    receipt: ({ key }) => ({ status: 201, json: { id: '1', key } }),
    list: (issues) => ({ issues }),
  },
  jsm: {
    files: isPost(/\/request$/),
    row: ({ requestFieldValues }, number) => ({
      issueKey: `SUP-${number}`,
      requestFieldValues: Object.entries(rowIn(requestFieldValues)).map(([fieldId, value]) => ({
        fieldId,
        value,
      })),
    }),
    receipt: ({ issueKey }) => ({ status: 201, json: { issueKey } }),
    list: (values, { path }) => (path.endsWith('/field') ? { requestTypeFields: [] } : { values }),
  },
  zammad: {
    files: isPost(/\/tickets$/),
    row: ({ title }, id) => ({ id, title }),
    receipt: (row) => ({ status: 201, json: row }),
    list: (rows) => rows,
  },
  glpi: {
    files: isPost(/\/Ticket\/$/),
    row: ({ input }, id) => ({ id, content: rowIn(input).content }),
    receipt: ({ id }) => ({ status: 201, json: { id, message: '' } }),
    list: (rows, { path }) => {
      if (path.endsWith('/initSession')) return { session_token: 'session0123456789' };
      const wanted = /\/Ticket\/(\d+)$/.exec(path)?.[1];
      if (wanted !== undefined) return rows.find(({ id }) => String(id) === wanted);
      return { totalcount: rows.length, data: rows.map(({ id }) => ({ 2: id })) };
    },
  },
  freshdesk: {
    files: isPost(/\/tickets$/),
    row: ({ tags, custom_fields }, id) => ({ id, tags, custom_fields }),
    receipt: (row) => ({ status: 201, json: row }),
    list: (rows, { path }) => (path.includes('search') ? { results: rows } : rows),
  },
  servicenow: {
    files: isPost(/\/incident$/),
    row: ({ correlation_id }, number) => ({
      correlation_id,
      sys_id: String(number).padStart(32, '0'),
      number: `INC${String(number).padStart(7, '0')}`,
    }),
    receipt: (result) => ({ status: 201, json: { result } }),
    list: (result) => ({ result }),
  },
  rt: {
    files: isPost(/\/ticket$/),
    row: ({ CustomFields }, id) => ({
      id: String(id),
      CustomFields: Object.entries(rowIn(CustomFields)).map(([name, value]) => ({ name, values: [value] })),
    }),
    receipt: ({ id }) => ({ status: 201, json: { id } }),
    list: (items) => ({ items }),
  },
};

/** Files what it is sent, again and again. */
export const memoryOf = (kind: Kind): ((asked: Asked) => Reply) => {
  const keeps = MEMORY[kind];
  const rows: Row[] = [];
  return (asked) => {
    if (keeps === undefined) return { status: 404 };
    if (!keeps.files(asked)) return { json: keeps.list(rows, asked) };
    const row = keeps.row(rowIn(asked.json), rows.length + 8);
    rows.push(row);
    return keeps.receipt(row);
  };
};

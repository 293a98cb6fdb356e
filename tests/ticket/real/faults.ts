/**
 * Every kind of trouble on every request of a delivery: then as the person would, once more without it.
 * TECHSUPPORT_FAULTS=all tries all of them (minutes); otherwise each kind meets the requests that change something.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Desk } from '../../../src/ticket/desk.ts';
import { createTicket, listTickets } from '../../../src/ticket/outbox.ts';
import { realPace } from '../../../src/ticket/pace.ts';
import { sendTickets } from '../../../src/ticket/send.ts';
import { draft, makeBundle, tempFolder } from '../samples.ts';
import { ask, deskOf, heldBy, installed, isInstalled, type Kind, start, variables } from './servers.ts';

const SECONDS_TO_WAIT = 4;
const FAULTS = [
  'drop-before',
  'drop-after',
  '429:1',
  '429-date:1',
  '502',
  '502-after',
  `slow:${SECONDS_TO_WAIT + 2}`,
  'truncate',
  'garbage',
  'login-page',
  'redirect',
] as const;

/** In the order in which a delivery asks; `after`: how many of the same kind come before. */
const REQUESTS: Readonly<
  Record<Kind, readonly { what: string; request: string; after?: number; isFew?: true }[]>
> = {
  rt: [
    { what: 'look', request: 'GET /tickets' },
    { what: 'create', request: 'POST /ticket$', isFew: true },
    { what: 'read back', request: 'GET /ticket/[0-9]+$' },
    { what: 'look for twins', request: 'GET /tickets', after: 1 },
    { what: 'list', request: 'GET /attachments' },
    { what: 'attach', request: 'POST /comment$', isFew: true },
    { what: 'verify', request: 'GET /attachments', after: 1 },
  ],
  redmine: [
    { what: 'look', request: 'GET ^/issues.json' },
    { what: 'priorities', request: 'GET /issue_priorities' },
    { what: 'create', request: 'POST ^/issues.json', isFew: true },
    { what: 'read back', request: 'GET ^/issues/[0-9]+.json$' },
    { what: 'look for twins', request: 'GET ^/issues.json', after: 1 },
    { what: 'list', request: 'GET include=attachments' },
    { what: 'upload', request: 'POST /uploads', isFew: true },
    { what: 'attach', request: 'PUT ^/issues/', isFew: true },
    { what: 'verify', request: 'GET include=attachments', after: 1 },
  ],
};
const PORTS: Readonly<Record<Kind, string>> = { rt: '8281', redmine: '8282' };

const isAll = process.env.TECHSUPPORT_FAULTS === 'all';
const hasProxy = isInstalled('mitmdump');
/** Sleeps are short, so that only the desk's own time passes. */
const pace = {
  ...realPace,
  sleep: (ms: number, signal: AbortSignal) => realPace.sleep(Math.min(ms, 20), signal),
};

type Row = {
  readonly delivered: number;
  readonly lost: number;
  readonly twice: number;
  readonly half: number;
  readonly attachedTwice: number;
  readonly inFirstRun: number;
  readonly held: number;
};

export const testFaults = (kind: Kind): void => {
  const values = installed(kind);
  const port = { HELPDESK_FAULT_PORT: PORTS[kind] };
  const isReady = values !== undefined && hasProxy;
  const proxy = (...args: readonly string[]) => ask('faults', args, port);

  beforeAll(async () => {
    if (!isReady) return undefined;
    await start(kind);
    return async () => void (await proxy('stop'));
  }, 180_000);

  /** One ticket, once through trouble, and once without. */
  const deliver = async (
    kinds: { troubled: Desk; mended: Desk; direct: Desk },
    subject: string,
    mend: () => unknown,
  ) => {
    const folder = tempFolder();
    const root = join(folder, 'outbox');
    const created = await createTicket({
      roots: [root],
      draft: { ...draft, subject },
      bundlePath: makeBundle(folder, 5_000),
      nowMs: Date.now(),
    });
    if (created.status !== 'created') throw new Error(created.status);
    const first = await sendTickets([root], kinds.troubled, { pace });
    await mend();
    const last = await sendTickets([root], kinds.mended, { pace });
    const { ids, files } = await heldBy(kinds.direct, created.ticket.key);
    const { bundle } = created.ticket;
    const mine = files.filter(({ name, bytes }) => name === bundle?.name && bytes === bundle.bytes);
    const [entry] = await listTickets([root]);
    const row: Row = {
      delivered: entry?.status === 'sent' ? 1 : 0,
      lost: ids.length === 0 ? 1 : 0,
      twice: Math.max(0, ids.length - 1),
      half: ids.length > 0 && mine.length === 0 ? 1 : 0,
      attachedTwice: Math.max(0, mine.length - 1),
      inFirstRun: first.deliveries[0]?.status === 'sent' ? 1 : 0,
      held: first.deliveries[0]?.status === 'held' ? 1 : 0,
    };
    const isGood = row.delivered === 1 && row.lost + row.twice + row.half + row.attachedTwice === 0;
    if (!isGood) console.error(subject, JSON.stringify({ row, first, last }));
    return { row, first };
  };

  test.skipIf(!isReady)(
    `${kind}: each fault on the requests: nothing lost, nothing twice, nothing half`,
    async () => {
      if (values === undefined) return;
      const direct = deskOf(kind, values);
      await proxy('start', upstream(direct));
      const told = variables('faults', port) ?? {};
      const planFile = join(dirname(told.FAULT_LOG ?? ''), 'plan');
      const plan = (lines: readonly string[]) =>
        writeFileSync(planFile, lines.map((line) => `${line}\n`).join(''));
      const requests = REQUESTS[kind].filter(({ isFew }) => isAll || isFew === true);
      const table: Record<string, Row> = {};
      for (const fault of FAULTS) {
        const rows: Row[] = [];
        for (const { what, request, after = 0 } of requests) {
          const desk = deskOf(kind, values, {
            url: told.FAULT_URL ?? '',
            answerTimeoutMs: SECONDS_TO_WAIT * 1_000,
          });
          plan([...Array<string>(after).fill(`${request} pass`), `${request} ${fault}`]);
          const desks = {
            troubled: desk,
            mended: deskOf(kind, values, { url: told.FAULT_URL ?? '' }),
            direct,
          };
          const { row } = await deliver(desks, `${fault} at ${what}`, () => {
            expect(readFileSync(planFile, 'utf8'), `${fault} at ${what} did not happen`).toBe('');
          });
          rows.push(row);
        }
        table[fault] = sum(rows);
      }
      console.info(`${kind}: each fault at ${requests.map(({ what }) => what).join(', ')}`);
      console.table(table);
      const good = { delivered: requests.length, lost: 0, twice: 0, half: 0, attachedTwice: 0 };
      for (const row of Object.values(table)) expect(row).toMatchObject(good);
    },
    isAll ? 2_400_000 : 600_000,
  );

  test.skipIf(!isReady).each(['expired', 'wrong-name', 'untrusted'])(
    `${kind}: nothing is said to a desk whose certificate is not in order (%s)`,
    async (certificate) => {
      if (values === undefined) return;
      const direct = deskOf(kind, values);
      await proxy('start', upstream(direct), certificate === 'untrusted' ? 'ca' : certificate);
      const { FAULT_TLS_URL: url = '', FAULT_CA: caFile = '' } = variables('faults', port) ?? {};
      await proxy('reset');
      const troubled = deskOf(kind, values, { url, ...(certificate !== 'untrusted' && { caFile }) });
      let asked = '';
      const mend = async () => {
        asked = await proxy('log');
        await proxy('start', upstream(direct), 'ca');
      };
      const ca = variables('faults', port)?.FAULT_CA ?? '';
      const mended = deskOf(kind, values, {
        url,
        caFile: certificate === 'untrusted' ? caFile : ca.replace(/tls.*$/, 'conf/mitmproxy-ca-cert.pem'),
      });
      const { row, first } = await deliver({ troubled, mended, direct }, certificate, mend);
      expect(first.deliveries).toMatchObject([{ status: 'waiting', failure: { code: 'tls' } }]);
      expect(asked).toBe('');
      expect(row).toMatchObject({ delivered: 1, lost: 0, twice: 0, half: 0, attachedTwice: 0 });
    },
    300_000,
  );
};

const upstream = ({ target }: Desk): string => target.replace(/\/$/, '');

const sum = (rows: readonly Row[]): Row =>
  rows.reduce((all, row) => ({
    delivered: all.delivered + row.delivered,
    lost: all.lost + row.lost,
    twice: all.twice + row.twice,
    half: all.half + row.half,
    attachedTwice: all.attachedTwice + row.attachedTwice,
    inFirstRun: all.inFirstRun + row.inFirstRun,
    held: all.held + row.held,
  }));

/** All tickets of a queue, page by page. */
import { z } from 'zod';
import type { DeskTicket, Looked, QueueWish } from '../../desk.ts';
import { lookFailed } from '../../http/answer.ts';
import type { Call } from '../../http/client.ts';
import { deskTicket, fullTicket } from './shapes.ts';

/** RT gives no more in one answer. */
const PAGE = 100;
const DAY_MS = 86_400_000;
const FIELDS = 'Subject,Status,Created,Resolved,LastUpdated,Priority,Creator,CustomFields';

const pageOf = z.looseObject({ items: z.array(fullTicket), pages: z.number().int().nullish() });
type Ask = (call: Call, schema: typeof pageOf) => Promise<Looked<z.output<typeof pageOf>>>;

export const readQueue = async (
  { name, since, limit }: Required<QueueWish>,
  fields: Parameters<typeof deskTicket>[1],
  ask: Ask,
): Promise<Looked<readonly DeskTicket[]>> => {
  // RT compares with the beginning of the day where its user lives.
  const day = new Date(Math.max(0, since.getTime() - DAY_MS)).toISOString().slice(0, 10);
  const query = `Queue = '${name.replace(/[\\']/g, (sign) => `\\${sign}`)}' AND Created >= '${day}'`;
  const all = new Map<string, DeskTicket>();
  for (let page = 1; all.size < limit; page += 1) {
    const call: Call = {
      method: 'GET',
      path: 'REST/2.0/tickets',
      query: {
        query,
        fields: FIELDS,
        per_page: String(PAGE),
        page: String(page),
        // By number and not by time: of two of the same second, each is on one page.
        orderby: 'id',
        order: 'DESC',
      },
    };
    const content = await ask(call, pageOf);
    if (content.status === 'failed') return lookFailed(content);
    const { items, pages } = content.value;
    const before = all.size;
    for (const one of items) all.set(one.id, deskTicket(one, fields));
    // A page beyond the last one is empty, or on some versions the last one again.
    if (items.length < PAGE || all.size === before || page >= (pages ?? Number.POSITIVE_INFINITY)) break;
  }
  const young = [...all.values()].filter(({ createdAt = '' }) => createdAt >= since.toISOString());
  return { status: 'ok', value: young.slice(0, limit) };
};

/** Desks that take no large file. RT says yes and throws it away: the ticket stays, and says where the report is. */
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTicket, isIntact, listTickets } from '../../../src/ticket/outbox.ts';
import { sendTickets } from '../../../src/ticket/send.ts';
import { draft, makeBundle, tempFolder } from '../samples.ts';
import { ask, deskOf, heldBy, installed, type Kind, serversFolder, start, variables } from './servers.ts';

const LIMITS: Readonly<
  Record<Kind, { readonly env: Readonly<Record<string, string>>; readonly code: string }>
> = {
  rt: {
    env: { HELPDESK_RT_PORT: '8381', HELPDESK_RT_MAX_ATTACHMENT: '100000', HELPDESK_RT_WORKERS: '2' },
    code: 'attachment-dropped',
  },
  redmine: { env: { HELPDESK_REDMINE_PORT: '8382', HELPDESK_REDMINE_MAX_KB: '64' }, code: 'too-large' },
};
const SMALL = 20_000;
const LARGE = 1_000_000;

/** A server of its own, of the same users and keys, because its limit holds for everybody. */
const limited = async (kind: Kind) => {
  const base = mkdtempSync(join(serversFolder, 'limited-'));
  const folder = join(base, 'techsupport-helpdesks');
  mkdirSync(folder);
  cpSync(join(serversFolder, kind), join(folder, kind), { recursive: true });
  const database = kind === 'rt' ? 'rt' : 'redmine';
  cpSync(join(folder, kind, 'db/pristine.sqlite3'), join(folder, kind, `db/${database}.sqlite3`));
  for (const left of [`db/${database}.sqlite3-wal`, `db/${database}.sqlite3-shm`, 'pid']) {
    rmSync(join(folder, kind, left), { force: true });
  }
  const env = { ...LIMITS[kind].env, TMPDIR: base };
  onTestFinished(async () => {
    await ask(kind, ['stop'], env);
    rmSync(base, { recursive: true, force: true });
  }, 60_000);
  await start(kind, env);
  const values = variables(kind, env);
  if (values === undefined) throw new Error('it does not say where it is');
  return deskOf(kind, values);
};

describe.each(['rt', 'redmine'] as const)('%s with a limit', (kind) => {
  test.skipIf(installed(kind) === undefined)(
    'keeps the ticket without its report and says where that is, and takes a small one',
    async () => {
      const desk = await limited(kind);
      const send = async (bytes: number) => {
        const folder = tempFolder();
        const root = join(folder, 'outbox');
        const bundlePath = makeBundle(folder, bytes);
        const made = await createTicket({
          roots: [root],
          draft,
          bundlePath,
          nowMs: Date.now(),
          key: randomUUID(),
        });
        if (made.status !== 'created') throw new Error(made.status);
        const sent = await sendTickets([root], desk);
        const again = await sendTickets([root], desk, { held: true });
        expect(again.deliveries).toEqual([]);
        const [entry] = await listTickets([root]);
        return { sent, ticket: made.ticket, entry };
      };

      const large = await send(LARGE);
      expect(large.sent.deliveries).toMatchObject([
        { status: 'sent', unattached: { code: LIMITS[kind].code } },
      ]);
      expect(large.entry?.status).toBe('sent');
      expect(large.entry && isIntact(large.entry) && large.entry.reported).toBe('unattached');
      const { ids, files } = await heldBy(desk, large.ticket.key);
      const { name = '', sha256 = '' } = large.ticket.bundle ?? {};
      expect(files.filter((file) => file.name === name)).toEqual([]);
      const told = await desk.conversation?.(ids[0] ?? '', { signal: AbortSignal.timeout(60_000) });
      const texts = told?.status === 'ok' ? told.value.slice(1).map(({ text }) => text) : [];
      expect(texts.filter((text) => text.includes(name) && text.includes(sha256))).toHaveLength(1);

      const small = await send(SMALL);
      const held = await heldBy(desk, small.ticket.key);
      expect(held.files.map((file) => file.name)).toEqual([small.ticket.bundle?.name]);
    },
    400_000,
  );
});

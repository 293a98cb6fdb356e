/**
 * kill -9 of the built command line at random moments, with a real desk. TECHSUPPORT_KILLS: how many for each desk;
 * without it as many as fit into a minute.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isIntact, listTickets } from '../../../src/ticket/outbox.ts';
import { emptyFolder, techsupport } from '../../commands/cli.ts';
import { makeBigReport } from './big-report.ts';
import { deskOf, heldBy, installed, KINDS, settingsOf, start, tokenOf } from './servers.ts';

const KILLS = Number(process.env.TECHSUPPORT_KILLS ?? 10);
/** Computers that work at the same time. */
const COMPUTERS = 2;
const MS_A_KILL = 15_000;

const place = emptyFolder();
const report = join(place, 'report.tar.gz');

beforeAll(async () => {
  writeFileSync(report, (await makeBigReport()).bytes);
  return () => rmSync(place, { recursive: true, force: true });
}, 120_000);

describe.each(KINDS)('kill -9 while a ticket goes to %s', (kind) => {
  const values = installed(kind);

  beforeAll(async () => {
    if (values !== undefined) await start(kind);
  }, 180_000);

  const computer = (number: number, run: string) => {
    if (values === undefined) throw new Error('not installed');
    const home = join(place, `${kind}-${number}`);
    mkdirSync(home);
    const config = join(home, 'desk.json');
    writeFileSync(config, JSON.stringify({ desks: { real: settingsOf(kind, values) } }));
    const env = { HOME: home, XDG_STATE_HOME: home, TMPDIR: home, TOKEN: tokenOf(kind, values) };
    const acknowledged: string[] = [];
    const command = async (args: readonly string[], killAfterMs?: number) => {
      const begun = performance.now();
      let timer: NodeJS.Timeout | undefined;
      const ended = await techsupport(['--config', config, ...args], {
        env,
        cwd: home,
        started: (child) => {
          if (killAfterMs !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
        },
      });
      clearTimeout(timer);
      acknowledged.push(
        ...[...ended.stderr.matchAll(/in the outbox: ticket ([0-9a-f-]{36})/g)].map(([, key]) => key ?? ''),
      );
      return { ...ended, ms: performance.now() - begun };
    };
    const create = (killAfterMs?: number) =>
      command(['ticket', 'create', '--yes', '--report', report, '--subject', run], killAfterMs);
    const send = (killAfterMs?: number) => command(['ticket', 'send'], killAfterMs);
    return { root: join(home, 'techsupport/outbox'), acknowledged, create, send };
  };

  test.skipIf(values === undefined)(
    'every ticket arrives once, with its report, and none is lost',
    async () => {
      if (values === undefined) return;
      const since = new Date();
      const run = `killed ${kind} ${since.getTime()}`;
      const table = { kills: { create: 0, send: 0 }, ended: { create: 0, send: 0 } };
      const computers = await Promise.all(
        Array.from({ length: COMPUTERS }, async (_, number) => {
          const own = computer(number, run);
          let spanMs = (await own.create()).ms;
          const isEnough = () => table.kills.create + table.kills.send >= KILLS;
          for (let tries = 0; !isEnough() && tries < 3 * KILLS; tries += 1) {
            for (const what of ['create', 'send'] as const) {
              // Rather late than early: at first nothing has begun.
              const ended = await own[what](Math.sqrt(Math.random()) * spanMs);
              if (ended.status === -1) table.kills[what] += 1;
              else {
                table.ended[what] += 1;
                // The first run may have been a slow one.
                if (what === 'create') spanMs = Math.max(1_000, Math.min(spanMs, ended.ms));
              }
            }
          }
          for (let tries = 0; tries < 5 && namesIn(join(own.root, 'waiting')).length > 0; tries += 1)
            await own.send();
          return own;
        }),
      );
      const desk = deskOf(kind, values);
      const entries = (await Promise.all(computers.map(({ root }) => listTickets([root])))).flat();
      const intact = entries.filter(isIntact);
      const keys = intact.map(({ ticket }) => ticket.key);
      const held = await Promise.all(
        intact.map(async ({ ticket, duplicates }) => {
          const { ids, files } = await heldBy(desk, ticket.key);
          // A slow desk may be at work on the killed one's request while the next one looks: there is a twin then.
          const twins = ids.slice(1);
          return { ids, files, twins, untold: twins.filter((id) => !duplicates.includes(id)) };
        }),
      );
      const twins = held.flatMap((one) => one.twins).length;
      const there = await desk.queue?.({ since, limit: 5_000 }, { signal: AbortSignal.timeout(120_000) });
      if (there?.status !== 'ok') throw new Error(`no queue: ${JSON.stringify(there)}`);
      const acknowledged = computers.flatMap((one) => one.acknowledged);
      const result = {
        'killed in create': table.kills.create,
        'killed in send': table.kills.send,
        tickets: keys.length,
        acknowledged: acknowledged.length,
        'still in the outbox': entries.filter(({ status }) => status !== 'sent').length,
        lost:
          held.filter(({ ids }) => ids.length === 0).length +
          acknowledged.filter((key) => !keys.includes(key)).length,
        'filed twice, and not told': held.flatMap(({ untold }) => untold).length,
        'filed twice, and told': twins,
        'without their report': held.filter(({ files }) => files.length === 0).length,
        'report twice': held.filter(({ files }) => files.length > 1).length,
        'at the desk': there.value.filter(({ subject }) => subject === run).length,
      };
      console.info(kind);
      console.table(result);
      expect(result).toMatchObject({
        'at the desk': keys.length + twins,
        'still in the outbox': 0,
        lost: 0,
        'filed twice, and not told': 0,
        'without their report': 0,
      });
      expect(table.kills.create + table.kills.send).toBeGreaterThanOrEqual(KILLS);
    },
    KILLS * MS_A_KILL + 120_000,
  );
});

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** A process that files tickets and may be killed at any moment: `node sender.cjs ROOT BUNDLE URL MODE`. */
import { makeWebhook } from '../../src/ticket/desks/webhook.ts';
import { createTicket } from '../../src/ticket/outbox.ts';
import { sendTickets } from '../../src/ticket/send.ts';
import { draft } from './draft.ts';

const [root = '', bundlePath = '', url = '', mode = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const die = (): void => void process.kill(process.pid, 'SIGKILL');

const run = async (): Promise<void> => {
  const settings = mode.includes('lookup') ? { lookup: true, deduplicates: false } : {};
  const desk = makeWebhook({ kind: 'webhook', url, ...settings }, { env: {}, toolVersion: '0.1.0' });
  say('ready');
  const created = await createTicket({ roots: [root], draft, bundlePath, nowMs: Date.now() });
  if (created.status === 'created') say(`created ${created.ticket.key}`);
  if (mode.includes('after-create')) die();
  const { deliveries } = await sendTickets(
    [root],
    {
      ...desk,
      create: async (...args) => {
        if (mode.includes('before-send')) die();
        const outcome = await desk.create(...args);
        if (mode.includes('after-send')) die();
        return outcome;
      },
    },
    { lockWaitMs: 2_000 },
  );
  for (const one of deliveries) say(`${one.status} ${one.key}`);
};

void run();

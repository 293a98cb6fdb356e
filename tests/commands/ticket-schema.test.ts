/** What a desk gets is what the schema in the package promises. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startReceiver } from '../ticket/receiver.ts';
import { dist, emptyFolder, techsupport } from './cli.ts';

const place = emptyFolder();
const report = join(place, 'report.tar.gz');

beforeAll(async () => {
  const made = await techsupport(['report', 'disk-space', '--output', report], { env: { HOME: place } });
  expect(made.status).toBe(0);
  return () => rmSync(place, { recursive: true, force: true });
}, 60_000);

/** As somebody finds it who has the package. */
const published = (): object => {
  const { exports } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8')) as {
    exports: Readonly<Record<string, string>>;
  }; // our own file
  const path = join(dist, '..', exports['./ticket.schema.json'] ?? 'missing');
  return JSON.parse(readFileSync(path, 'utf8')) as object;
};

test.each([
  ['with little', []],
  [
    'with everything, and hostile texts',
    [
      ...['--description', 'a\nb \u001b[31m', '--affected', 'many', '--priority', 'urgent'],
      ...['--category', 'a\u0001b', '--since', 'x\ny', '--contact-name', 'Ann \u202e'],
      ...['--contact-email', 'ann@example.com', '--contact-phone', '+49 1'],
    ],
  ],
])('a ticket %s is valid against the published schema', async (_, more) => {
  const receiver = await startReceiver();
  const home = emptyFolder();
  onTestFinished(async () => {
    rmSync(home, { recursive: true, force: true });
    await receiver.close();
  });
  const config = join(home, 'desk.json');
  writeFileSync(config, JSON.stringify({ desks: { own: { kind: 'webhook', url: receiver.url } } }));
  const args = ['--config', config, 'ticket', 'create', '--yes', '--report', report, '--subject', 's'];
  const ended = await techsupport([...args, ...more], {
    env: { HOME: home, XDG_STATE_HOME: home, TMPDIR: home },
  });
  expect(ended.status, ended.stderr).toBe(0);
  const isValid = new Ajv2020({ validateFormats: false }).compile(published());
  const { ticket } = receiver.arrivals[0] ?? {};
  expect(isValid(ticket), JSON.stringify(isValid.errors)).toBe(true);
  for (const wrong of [{ key: 'x' }, { surplus: 1 }, { subject: 'a\u0007' }, { priority: 'whatever' }]) {
    expect(isValid({ ...Object(ticket), ...wrong }), JSON.stringify(wrong)).toBe(false);
  }
});

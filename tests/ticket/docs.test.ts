/** The examples of docs/webhook.md, run against what is really sent. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { makeWebhook } from '../../src/ticket/desks/webhook.ts';
import { makeTicket, ticket as ticketModel } from '../../src/ticket/model.ts';
import { startReceiver } from './receiver.ts';
import { draft, tempFolder } from './samples.ts';

const SECRET = 'Zx9-very-secret-token-41';
const text = readFileSync(fileURLToPath(new URL('../../docs/webhook.md', import.meta.url)), 'utf8');

const exampleIn = (language: string, holding: string): string => {
  const found = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].find(
    ([, name, code]) => name === language && code?.includes(holding),
  );
  if (found?.[2] === undefined) throw new Error(`docs/webhook.md has no ${language} example with ${holding}`);
  return found[2];
};

const signedRequest = async () => {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.close());
  const desk = makeWebhook(
    { kind: 'webhook', url: receiver.url, auth: { kind: 'hmac', secret: { env: 'TOKEN' } } },
    { env: { TOKEN: SECRET }, toolVersion: '0.1.0' },
  );
  await desk.create(makeTicket(draft, 0), undefined, { signal: new AbortController().signal });
  const [arrival] = receiver.arrivals;
  if (!arrival) throw new Error('nothing arrived');
  return arrival;
};

test('the ticket shown is one', () => {
  expect(ticketModel.safeParse(JSON.parse(exampleIn('json', 'schemaVersion')))).toMatchObject({
    success: true,
  });
});

test('the check for Node takes the request and refuses a changed one', async () => {
  const { headers, body } = await signedRequest();
  const file = join(tempFolder(), 'check.mjs');
  writeFileSync(file, exampleIn('js', 'isGenuine'));
  // The example exports this function.
  const { isGenuine } = (await import(pathToFileURL(file).href)) as {
    isGenuine(headers: unknown, body: Buffer, secret: string, now?: number): boolean;
  };
  expect(isGenuine(headers, body, SECRET)).toBe(true);
  expect(isGenuine(headers, body, 'another')).toBe(false);
  expect(isGenuine(headers, body, SECRET, Date.now() / 1000 + 301)).toBe(false);
  expect(isGenuine({}, body, SECRET)).toBe(false);
});

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('SKIPPED: the Python example needs python3');

test.skipIf(!hasPython)('the check for Python takes the request and refuses a changed one', async () => {
  const { headers, body } = await signedRequest();
  const file = join(tempFolder(), 'check.py');
  writeFileSync(
    file,
    `${exampleIn('python', 'is_genuine')}
import json, sys
headers = json.loads(sys.argv[1])
body = sys.stdin.buffer.read()
print(is_genuine(headers, body, sys.argv[2]), is_genuine(headers, body + b" ", sys.argv[2]), is_genuine({}, body, sys.argv[2]))
`,
  );
  const ran = spawnSync('python3', [file, JSON.stringify(headers), SECRET], {
    input: body,
    encoding: 'utf8',
  });
  expect(ran.stdout.trim()).toBe('True False False');
});

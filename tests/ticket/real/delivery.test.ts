/** A ticket with a megabyte of report, by the built command line, to real desks; and what they make of it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, type Surroundings, techsupport } from '../../commands/cli.ts';
import { filesBelow } from '../samples.ts';
import { makeBigReport } from './big-report.ts';
import { descriptionOf, FORMATTINGS, setFormatting } from './redmine-page.ts';
import {
  addressOf,
  deskOf,
  heldBy,
  installed,
  KINDS,
  type Kind,
  settingsOf,
  start,
  tokenOf,
  type Variables,
} from './servers.ts';

// Looks like an order to a shell, a header, a path and a web page.
const NAME = 'r $(id) "q" <b>;é\u202e.tar.gz';
const SUBJECT = 'Hostile #1 <b>x</b> {{toc}} @admin "q":http://e.example *b* \u001b[31m\u202e';
const DESCRIPTION = [
  'h1. Title',
  '# Title',
  '*b* _i_ -d- @code@ #1 r12 commit:abc123 @techsupport user:admin !http://e.example/x.png! ![i](http://e.example/y.png)',
  '"l":http://e.example [l](http://e.example) http://auto.example www.auto.example a@auto.example',
  '{{include(Foo)}} {{collapse(x)',
  'inside',
  '}} [[Wiki]] attachment:r.tar.gz source:/etc document:1',
  '<b>bold</b> <script>alert(1)</script> <img src=x onerror=alert(1)> &lt;i&gt; <!-- c -->',
  '</pre> @admin #1 <pre> </code> <notextile><b>x</b></notextile>',
  '```',
  '~~~ @techsupport',
  '|table|x|',
  '> quote',
  '\u001b]0;title\u0007 \u202e txt привет 🙂',
].join('\n');

const place = emptyFolder();
const report = join(place, NAME);
const sha256 = (bytes: Buffer | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  writeFileSync(report, (await makeBigReport()).bytes);
  return () => rmSync(place, { recursive: true, force: true });
}, 120_000);

describe.each(KINDS)('a delivery to %s', (kind) => {
  const values = installed(kind);
  beforeAll(async () => {
    if (values !== undefined) await start(kind);
  }, 180_000);

  test.skipIf(values === undefined)(
    'arrives whole, is inert there, and the token is nowhere',
    async () => {
      if (values === undefined) return;
      const home = join(place, kind);
      mkdirSync(home);
      const token = tokenOf(kind, values);
      const secretFile = join(place, `${kind}-token`);
      writeFileSync(secretFile, `${token}\n`, { mode: 0o600 });
      const config = join(home, 'desk.json');
      const settings = { ...settingsOf(kind, values), secret: { file: secretFile } };
      writeFileSync(config, JSON.stringify({ desks: { real: settings } }));
      const around: Surroundings = { env: { HOME: home, XDG_STATE_HOME: home, TMPDIR: home }, cwd: home };
      const seenRunning: string[] = [];
      const watch = setInterval(() => seenRunning.push(argumentsOfAll()), 100);
      const { status, stdout, stderr } = await techsupport(
        ['--config', config, 'ticket', 'create', '--yes', '--report', report, '--subject', SUBJECT].concat([
          '--description',
          DESCRIPTION,
          '--contact-email',
          'person@helpdesk.test',
        ]),
        around,
      );
      clearInterval(watch);
      expect({ status, stderr: stderr.slice(-500) }).toMatchObject({ status: 0 });
      const outbox = join(home, 'techsupport/outbox');
      const [key = ''] = readdirSync(join(outbox, 'sent'));
      const desk = deskOf(kind, values);
      const { ids, files } = await heldBy(desk, key);
      expect(ids).toHaveLength(1);
      const [id = ''] = ids;

      const original = readFileSync(report);
      const [file] = files;
      expect(files).toMatchObject([{ bytes: original.length }]);
      expect(original.length).toBeGreaterThan(900_000);
      expect(file?.name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*\.tar\.gz$/);
      const downloaded = await download(kind, values, id);
      expect(sha256(downloaded)).toBe(sha256(original));
      const copy = join(home, 'copy.tar.gz');
      writeFileSync(copy, downloaded);
      const [before, after] = await Promise.all(
        [report, copy].map((path) => techsupport(['inspect', path, '--format', 'json'], around)),
      );
      expect(before?.stdout).toContain('"schemaVersion"');
      expect([after?.status, verdictIn(after?.stdout)]).toEqual([before?.status, verdictIn(before?.stdout)]);

      const signal = AbortSignal.timeout(60_000);
      const ticket = await desk.read?.(id, { signal });
      expect(ticket).toMatchObject({ status: 'ok', value: { key, state: 'new' } });
      const conversation = await desk.conversation?.(id, { signal });
      const [first] = conversation?.status === 'ok' ? conversation.value : [];
      for (const line of DESCRIPTION.split('\n').slice(0, -1)) expect(first?.text).toContain(line);
      expect(first?.text).toContain('привет 🙂');
      expect(first?.text).not.toMatch(/\u001b|\u202e|\u0007/);
      expect(ticket?.status === 'ok' && ticket.value.subject).toMatch(/^Hostile #1 <b>x<[^\u001b\u202e]*$/);

      const said = [stdout, stderr, ...seenRunning].join('\n');
      const kept = filesBelow(home).map((path) => readFileSync(path, 'latin1'));
      expect(seenRunning.length).toBeGreaterThan(0);
      expect(seenRunning.join()).toContain('ticket create');
      expect([said, ...kept].filter((text) => text.includes(token))).toEqual([]);
      expect(gunzipSync(downloaded).includes(token)).toBe(false);

      if (kind === 'redmine') {
        for (const formatting of FORMATTINGS) {
          setFormatting(formatting);
          const html = await descriptionOf(addressOf(kind, values), id, values);
          expect(html.replace(/<\/?(div|p|br|pre|code)\b[^<>]*>/g, ''), formatting).not.toMatch(/<|toc/);
          expect(html).toContain('#1 r12 commit:abc123 @techsupport');
        }
        setFormatting('markdown');
      }
    },
    400_000,
  );
});

/** Without the file's name and what the look itself took. */
const verdictIn = (json = ''): string =>
  json.replace(/"(path|file|name|startedAt)": "[^"]*"|"\w*[mM]s": [\d.]+/g, '');

/** What everybody on this computer can see of everybody. */
const argumentsOfAll = (): string => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });

const download = async (kind: Kind, values: Variables, id: string): Promise<Buffer> => {
  const base = addressOf(kind, values);
  const token = tokenOf(kind, values);
  const get = async (path: string) =>
    fetch(`${base}/${path}`, {
      headers: kind === 'rt' ? { Authorization: `token ${token}` } : { 'X-Redmine-API-Key': token },
    });
  if (kind === 'rt') {
    const { items } = await shape<{ items: { id: string; Filename: string }[] }>(
      get(`REST/2.0/ticket/${id}/attachments?fields=Filename`),
    );
    const file = items.find(({ Filename }) => Filename.endsWith('.gz'));
    const { Content } = await shape<{ Content: string }>(get(`REST/2.0/attachment/${file?.id}`));
    return Buffer.from(Content, 'base64');
  }
  const { issue } = await shape<{ issue: { attachments: { id: number; filename: string }[] } }>(
    get(`issues/${id}.json?include=attachments`),
  );
  const [file] = issue.attachments;
  return Buffer.from(await (await get(`attachments/download/${file?.id}/${file?.filename}`)).arrayBuffer());
};

/** The server is a real one of a known version: its answers have these fields. */
const shape = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;

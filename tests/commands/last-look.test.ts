/** What leaves by another way than in a report's file is looked at once more. Secrets are put together here. */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { refuseInFile, refuseInPaste, refuseInWords } from '../../src/commands/last-look.ts';
import { printPaste } from '../../src/commands/report/paste.ts';
import { printQr } from '../../src/commands/report/qr.ts';
import { leaksIn } from '../../src/report/redact/gate.ts';
import { withholding } from '../../src/report/redact/withhold.ts';
import { reports } from '../report/paste/reports.ts';
import { emptyFolder, techsupport } from './cli.ts';

const TOKEN = `ghp_${createHash('sha256').update('last look').digest('hex').slice(0, 36)}`;
const WORD = 'Qr7xWm2pLk9';
const REFUSED = { code: 'E_REPORT_SECRET' };

const folder = (): string => {
  const path = emptyFolder();
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

const byRules = (text: string) => leaksIn(text, []);

/** A report in whose words a secret stands that the redactor missed. */
const leaking = () => {
  const found = reports.map(({ report }) => structuredClone(report)).find(({ status }) => status !== 'ok');
  const finding = found?.checks.flatMap(({ findings }) => findings)[0];
  if (found === undefined || finding === undefined) throw new Error('no report with a finding');
  const checks = found.checks.map((check) => ({
    ...check,
    findings: check.findings.map((one) => ({ ...one, title: `curl said token=${TOKEN}` })),
  }));
  return { bundle: { report: { ...found, checks } }, leaksIn: byRules };
};

const printed = () => {
  const texts: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
      texts.push(String(text));
      const done = rest.at(-1);
      if (typeof done === 'function') done();
      return true;
    });
  }
  return texts;
};

afterEach(() => vi.restoreAllMocks());

describe('a paste in which a secret stands', () => {
  test.each(['github', 'gitlab', 'email', 'url'] as const)('is not printed for %s', async (target) => {
    const texts = printed();
    const place = { target, url: 'https://desk.example/new' };
    await expect(printPaste(leaking(), place, {})).rejects.toMatchObject(REFUSED);
    expect(texts).toEqual([]);
  });

  test('is not drawn', async () => {
    const texts = printed();
    const wish = { url: 'https://desk.example/new', isBeside: false };
    await expect(printQr(leaking(), wish)).rejects.toMatchObject(REFUSED);
    expect(texts).toEqual([]);
  });

  test('which is known from elsewhere is refused behind a backslash and in an address too', () => {
    const known = (text: string) => leaksIn(text, ['Qr7x_Wm2p/Lk9']);
    expect(() => refuseInPaste({ paste: 'a\nQr7x\\_Wm2p/Lk9' }, known)).toThrow('paste:2');
    expect(() => refuseInPaste({ paste: 'https://x/?body=a%0AQr7x_Wm2p%2FLk9' }, known)).toThrow('paste:2');
    expect(() => refuseInPaste({ paste: 'Qr7x Wm2p' }, known)).not.toThrow();
  });

  test('is the only one that is refused', async () => {
    printed();
    for (const { report } of reports) {
      for (const target of ['github', 'chat', 'email', 'url'] as const) {
        const place = { target, url: 'https://desk.example/new' };
        await printPaste({ bundle: { report }, leaksIn: byRules }, place, {});
      }
    }
  });
});

describe('words and files of a person', () => {
  test('are refused by the name of the field, and the line', () => {
    const text = `It does not print.\nMy password is ${WORD}\n`;
    expect(() => refuseInWords({ subject: 'x', description: text })).toThrow('description:2');
    expect(() => refuseInWords({ description: 'The password is wrong. Since 2026 it asks.' })).not.toThrow();
  });

  test('a private key is seen on each of its lines', () => {
    const lines = Array.from({ length: 4 }, (_, at) =>
      createHash('sha512').update(`${at}`).digest('base64').slice(0, 64),
    );
    const [begin, end] = ['BEGIN', 'END'].map((edge) => `-----${edge} RSA PRIVATE KEY-----`);
    const key = ['a', begin, ...lines, end, 'b'].join('\n');
    expect(leaksIn(key, [])).toEqual(expect.arrayContaining([3, 4, 5, 6]));
    expect(() => refuseInWords({ comment: key })).toThrow('comment:2');
  });

  test('a long text is looked at to its end, also as Windows writes it; a packed file is not', async () => {
    const at = join(folder(), 'app.log');
    const text = `${'nothing here\n'.repeat(60_000)}token=${TOKEN}\n`;
    writeFileSync(at, text);
    await expect(refuseInFile(at)).rejects.toThrow('app.log:60001');
    writeFileSync(at, Buffer.from(`\ufeffa\ntoken=${TOKEN}\n`, 'utf16le'));
    await expect(refuseInFile(at)).rejects.toThrow('app.log:2');
    writeFileSync(at, `\0${text}`);
    await refuseInFile(at);
    await refuseInFile(`${at}.gone`);
  });

  test('neither a ticket nor a comment with one is put on the disk', async () => {
    const home = folder();
    const config = join(home, 'desk.json');
    writeFileSync(config, JSON.stringify({ desks: { own: { kind: 'webhook', url: 'http://127.0.0.1:9' } } }));
    const env = { HOME: home, XDG_STATE_HOME: join(home, 'state'), TMPDIR: home };
    const run = (...args: string[]) =>
      techsupport(['--config', config, 'ticket', ...args], { env, cwd: home });
    const made = await techsupport(['report', 'clock', '--output', join(home, 'r.tar.gz')], { env });
    expect(made.status).toBe(0);
    const create = (text: string) =>
      run('create', '--yes', '--report', 'r.tar.gz', '--subject', 'x', '--description', text);
    const refused = await create(`My password is ${WORD}`);
    expect([refused.status, refused.stdout]).toEqual([64, '']);
    expect(refused.stderr).toContain('description:1');
    expect((await create('It does not print')).status).not.toBe(64);
    const listed = await run('list');
    expect(listed.stdout.match(/^waits {2}x$/gm)).toHaveLength(1);
    expect(listed.stdout + listed.stderr).not.toContain(WORD);

    const log = join(home, 'app.log');
    writeFileSync(log, `token=${TOKEN}\n`);
    const deeds = [
      ['comment', 'last', `password: ${WORD}`],
      ['attach', 'last', log],
      ['escalate', 'last', '--reason', `password: ${WORD}`],
      ['close', 'last', '--solved', '--rating', '3', '--words', `password: ${WORD}`],
    ];
    for (const deed of deeds) {
      const ended = await run(...deed);
      expect([deed[0], ended.status]).toEqual([deed[0], 64]);
      expect(ended.stderr).toContain('E_REPORT_SECRET');
    }
  }, 60_000);
});

describe('what redact prints', () => {
  test('a line that still holds a secret is withheld, and its number over all blocks is known', () => {
    const { pass, lines } = withholding(byRules, '[withheld]');
    expect(pass('one\ntwo\n')).toBe('one\ntwo\n');
    expect(pass(`three\ntoken=${TOKEN}\nfive\n`)).toBe('three\n[withheld]\nfive\n');
    expect(pass(`six token=${TOKEN}`)).toBe('[withheld]');
    expect(lines()).toEqual([4, 6]);
  });
});

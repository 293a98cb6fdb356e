import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactor } from '../../../src/report/redact/redactor.ts';
import { blocks, redactStream } from '../../../src/report/redact/stream.ts';

const KEY = new Uint8Array(32).fill(7);

/** As a pipe gives it: in pieces of these sizes, again and again. */
async function* pieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const all = async (texts: AsyncIterable<string>): Promise<readonly string[]> => {
  const list: string[] = [];
  for await (const text of texts) list.push(text);
  return list;
};

const redacted = async (text: string, sizes: readonly number[]): Promise<string> => {
  const { text: hide } = redactor({ key: KEY });
  return (await all(redactStream(pieces(Buffer.from(text), sizes), hide))).join('');
};

const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 });

describe('a text in pieces', () => {
  test('is put together without loss, in whole lines', async () => {
    const text = fc
      .array(fc.string({ unit: 'grapheme' }), { maxLength: 20 })
      .map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, sizes, async (whole, cut) => {
        const got = await all(blocks(pieces(Buffer.from(whole), cut)));
        expect(got.join('')).toBe(whole.replace(/^\ufeff/, ''));
        for (const block of got.slice(0, -1)) expect(block.endsWith('\n')).toBe(true);
      }),
    );
  });

  test('hides the same, however it was cut', async () => {
    const log = [
      'Nov 24 16:00:01 annas-pc sshd[1]: Accepted password for anna from 192.168.7.12 port 22',
      'connect https://anna:Qr7xWm2pLk@git.firma.example/x',
      'export API_TOKEN=Zx81kqPwLm4u mail anna@firma-post.de',
      '',
    ].join('\n');
    const whole = await redacted(log, [10_000]);
    expect(whole).not.toMatch(/anna|192\.168\.7\.12|Qr7xWm2pLk|Zx81kqPwLm4u/);
    await fc.assert(
      fc.asyncProperty(sizes, async (cut) => {
        expect(await redacted(log, cut)).toBe(whole);
      }),
      { numRuns: 20 },
    );
  });

  test('never shows the half of a key of many lines', async () => {
    const body = Array.from({ length: 12 }, (_, line) => `${'Ab9'.repeat(20)}${line}`).join('\n');
    const [begin, end] = ['BEGIN', 'END'].map((word) => `-----${word} RSA PRIVATE KEY-----`);
    const text = `before\n${begin}\n${body}\n${end}\nafter\n`;
    await fc.assert(
      fc.asyncProperty(sizes, async (cut) => {
        const got = await redacted(text, cut);
        expect(got).not.toContain('Ab9Ab9');
        expect(got).toMatch(/^before\n.*after\n$/s);
      }),
      { numRuns: 20 },
    );
  });

  test('of UTF-16 is read as Windows PowerShell writes it', async () => {
    const text = 'Мария from 10.20.30.40\r\n';
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const got = (await all(blocks(pieces(little, [3])))).join('');
    expect(got).toBe(text);
  });

  test('goes on although a line has no end', async () => {
    const words = 'lorem 10.11.12.13 ipsum '.repeat(100_000);
    const got = await all(redactStream(pieces(Buffer.from(words), [65_536]), redactor({ key: KEY }).text));
    expect(got.length).toBeGreaterThan(1);
    expect(got.join('')).not.toContain('10.11.12.13');
    expect(got.join('').split(' ipsum ').length).toBe(100_001);
  });
});

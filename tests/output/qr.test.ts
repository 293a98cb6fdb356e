import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { drawQr } from '../../src/output/qr.ts';

const room = { columns: 200, rows: 100, ascii: false, colour: false };
const TEXT = 'TSA001006abc'.repeat(30);

/** Modules out of what was drawn; a light one is drawn, a dark one is not. */
const lightIn = (drawn: string, ascii: boolean): readonly (readonly boolean[])[] =>
  drawn.split('\n').flatMap((line) => {
    if (ascii) return [[...line].filter((_, at) => at % 2 === 0).map((letter) => letter === '#')];
    return ['▀█', '▄█'].map((half) => [...line].map((letter) => half.includes(letter)));
  });

const hasDecoder = spawnSync('zbarimg', ['--version']).error === undefined;
if (!hasDecoder) console.warn('SKIPPED: reading QR codes needs zbarimg (Debian: zbar-tools)');

const read = (light: readonly (readonly boolean[])[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'techsupport-qr-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const scale = 6;
  const rows = light.flatMap((row) => {
    const line = row.map((isLight) => (isLight ? '0 ' : '1 ').repeat(scale)).join('');
    return Array.from({ length: scale }, () => line);
  });
  writeFileSync(
    join(folder, 'code.pbm'),
    `P1\n${(light[0]?.length ?? 0) * scale} ${rows.length}\n${rows.join('\n')}\n`,
  );
  const { stdout } = spawnSync('zbarimg', ['--raw', '-q', join(folder, 'code.pbm')], { encoding: 'utf8' });
  return stdout.trim();
};

describe('a QR code', () => {
  test.runIf(hasDecoder).each([false, true])('is read by another program, drawn in ASCII: %s', (ascii) => {
    for (const text of ['x', 'https://github.com/owner/repo/issues/new?title=a%20b', TEXT]) {
      expect(read(lightIn(drawQr(text, { ...room, ascii }) ?? '', ascii))).toBe(text);
    }
  });

  test('sets its own colours, where colours may be set', () => {
    const lines = (drawQr(TEXT, { ...room, colour: true }) ?? '').split('\n');
    for (const line of lines) expect(line).toMatch(/^\u001b\[97;40m[ ▀▄█]+\u001b\[0m$/);
    expect(drawQr(TEXT, room)).not.toContain('\u001b');
  });

  test('is not drawn where it would be too wide, too high or too fine', () => {
    expect(drawQr(TEXT, { ...room, columns: 60 })).toBeUndefined();
    expect(drawQr(TEXT, { ...room, rows: 24 })).toBeUndefined();
    expect(drawQr('x'.repeat(2000), room)).toBeUndefined();
  });
});

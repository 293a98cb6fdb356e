/** A report is seen, and what is in it is chosen, before it is written. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openBundle } from '../../src/report/bundle/open.ts';
import { atTerminal, hasTerminal } from './at-terminal.ts';
import { emptyFolder, techsupport } from './cli.ts';

const folder = (): string => {
  const path = emptyFolder();
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

const DOWN = '\u001b[B';

test('without a terminal it is printed, file by file, and no file is written', async () => {
  const home = folder();
  const { status, stdout, stderr } = await techsupport(['report', 'clock', '--preview'], {
    cwd: home,
    env: { HOME: home },
  });
  expect(status).toBe(0);
  for (const name of ['README.txt', 'report.md', 'recording.json', 'evidence/', 'manifest.json', 'SEAL']) {
    expect(stdout).toContain(`── ${name}`);
  }
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  expect(stderr).toContain('Nothing was written');
  expect(readdirSync(home).filter((name) => name.startsWith('techsupport-'))).toEqual([]);
}, 60_000);

describe.runIf(hasTerminal)('at a terminal', () => {
  const at = (keys: Parameters<typeof atTerminal>[1], home: string) =>
    atTerminal(['report', 'clock', '--preview', '--output', join(home, 'r.tar.gz')], keys, {
      HOME: home,
      PAGER: 'cat',
    });

  test('what is chosen leaves, and the rest is written', async () => {
    const home = folder();
    const { status, output } = await at(
      [
        { after: 'do not write it', press: `${DOWN}\r` },
        { after: 'space marks', press: ' \r' },
        { after: 'Left out, as you wished', press: '' },
        { after: 'do not write it', press: '\r' },
      ],
      home,
    );
    expect(output).toContain('── report.md');
    expect(status).toBe(0);
    const { manifest, seal } = openBundle(join(home, 'r.tar.gz'));
    expect(seal).toBe('intact');
    expect(manifest?.leftOut?.[0]).toMatchObject({ what: 'read', why: 'excluded' });
  }, 60_000);

  test('what is not to be written is not', async () => {
    const home = folder();
    const { status, output } = await at(
      [{ after: 'do not write it', press: `${DOWN}${DOWN}${DOWN}\r` }],
      home,
    );
    expect(status).toBe(0);
    expect(output).toContain('Nothing was written');
    expect(readdirSync(home)).not.toContain('r.tar.gz');
  }, 60_000);
});

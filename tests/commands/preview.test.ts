/** A report is seen, and what is in it is chosen, before it is written. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openBundle } from '../../src/report/bundle/open.ts';
import { atTerminal, CTRL_C, hasTerminal } from './at-terminal.ts';
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

test('a description goes into the report, with what is secret in it hidden, and is told by inspect', async () => {
  const home = folder();
  const env = { HOME: home };
  const said = 'It hangs since Monday.\n<b>me</b> write to anna.petrova@example.org \u001b[2J';
  const args = ['report', 'clock', '--describe', said, '--output', join(home, 'd.tar.gz')];
  expect((await techsupport(args, { env, cwd: home })).status).toBe(0);
  const { report, files } = openBundle(join(home, 'd.tar.gz'));
  expect(report?.description).toContain('It hangs since Monday.');
  expect(report?.description).not.toContain('anna.petrova');
  const markdown = files.get('report.md')?.toString() ?? '';
  expect(markdown).toContain('> It hangs since Monday');
  expect(markdown).not.toMatch(/<b>|\u001b/);
  const inspected = await techsupport(['inspect', join(home, 'd.tar.gz')]);
  expect(inspected.stdout).toContain('In the words of the person: It hangs since Monday.');
  expect(inspected.stdout).not.toContain('\u001b');
  const long = await techsupport(['report', '--describe', 'x'.repeat(10_001)], { env, cwd: home });
  expect(long.status).toBe(64);
}, 60_000);

describe.runIf(hasTerminal)('at a terminal', () => {
  /** An editor of our own making. */
  const editorIn = (home: string, script: string): string => {
    const path = join(home, 'editor');
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return path;
  };

  test('the description is written and changed in the editor', async () => {
    const home = folder();
    const EDITOR = editorIn(
      home,
      'cat "$1" > "$HOME/before"; printf "mine \\033[2J %s" "$(cat "$1")" > "$1"',
    );
    const keys = [
      { after: 'do not write it', press: `${DOWN}${DOWN}${DOWN}${DOWN}\r` },
      { after: 'do not write it', press: '\r' },
    ];
    const args = [
      'report',
      'clock',
      '--preview',
      '--describe',
      'It hangs',
      '--output',
      join(home, 'r.tar.gz'),
    ];
    const { status } = await atTerminal(args, keys, { HOME: home, PAGER: 'cat', EDITOR });
    expect(status).toBe(0);
    expect(readFileSync(join(home, 'before'), 'utf8')).toBe('It hangs');
    expect(openBundle(join(home, 'r.tar.gz')).report?.description).toMatch(/^mine .* It hangs$/);
  }, 60_000);

  test('an editor that cannot be started costs nothing: it is told, and the report is still there', async () => {
    const home = folder();
    const keys = [
      { after: 'do not write it', press: `${DOWN}${DOWN}${DOWN}${DOWN}\r` },
      { after: 'ENOENT', press: CTRL_C },
      { after: 'do not write it', press: '\r' },
    ];
    const args = [
      'report',
      'clock',
      '--preview',
      '--describe',
      'It hangs',
      '--output',
      join(home, 'r.tar.gz'),
    ];
    const EDITOR = join(home, 'nowhere');
    const { status } = await atTerminal(args, keys, { HOME: home, PAGER: 'cat', EDITOR });
    expect(status).toBe(0);
    expect(openBundle(join(home, 'r.tar.gz')).report?.description).toBe('It hangs');
  }, 60_000);

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

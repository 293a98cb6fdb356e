/** `compare`, and `inspect` of many, as a support agent has them: the built command line. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Recording } from '../../src/contract.ts';
import { writeBlock } from '../../src/report/paste/block/write.ts';
import { bundleOf, changed, machineNamed } from '../report/made.ts';
import { emptyFolder, techsupport } from './cli.ts';

const LIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/;
const place = emptyFolder();
const at = (...names: readonly string[]): string => join(place, ...names);

const withKernel =
  (release: string) =>
  (recording: Recording): Recording => {
    const entry = recording.entries['system.platform'];
    if (entry?.answer.status !== 'ok') throw new Error('no platform');
    // The same answer with another text in it.
    const answer = { ...entry.answer, raw: { ...entry.answer.raw, release } } as typeof entry.answer;
    return { ...recording, entries: { ...recording.entries, 'system.platform': { ...entry, answer } } };
  };

const denied =
  (id: string) =>
  (recording: Recording): Recording => {
    const entry = recording.entries[id];
    if (entry === undefined) throw new Error(`${id} was not asked`);
    const answer = { status: 'denied', why: 'EACCES', ms: 1 } as const;
    return { ...recording, entries: { ...recording.entries, [id]: { ...entry, answer } } };
  };

const HOSTILE = '\u001b]0;owned\u0007\u001b[31m\u202e';

beforeAll(async () => {
  mkdirSync(at('good'));
  mkdirSync(at('bad'));
  const save = async (name: string, made: Parameters<typeof bundleOf>[0]) =>
    writeFileSync(at(name), (await bundleOf(made)).bytes);
  const [good, bad] = [machineNamed('debian-12'), machineNamed('debian-12-disk')];
  for (const key of [1, 2, 3]) {
    await save(`good/${key}.tar.gz`, { ...good, key });
    await save(`bad/${key}.tar.gz`, { ...bad, key: 10 + key, edit: withKernel('6.1.0-99-amd64') });
  }
  await save('blind.tar.gz', { ...good, key: 4, edit: denied('packages.dpkg-relations') });
  await save('hostile.tar.gz', {
    ...good,
    key: 5,
    edit: changed('packages.dpkg-relations', (text) =>
      text
        .replace(/^(ii \tbash\t)[^\t]+/m, `$1${HOSTILE}`)
        .replace(/^(ii \t)adduser/m, `$1../../x${HOSTILE}`),
    ),
  });
  writeFileSync(at('broken.tar.gz'), readFileSync(at('good/1.tar.gz')).subarray(0, 5000));
  return () => rmSync(place, { recursive: true, force: true });
}, 120_000);

describe('compare', () => {
  test('the same under other tokens: 0, and it says so', async () => {
    const { status, stdout } = await techsupport(['compare', at('good/1.tar.gz'), at('good/2.tar.gz')]);
    expect(status).toBe(0);
    expect(stdout).toContain('No difference was seen in anything that was compared.');
    expect(stdout).toContain('hidden under other tokens');
  });

  test('a difference: 1, with findings and facts', async () => {
    const { status, stdout } = await techsupport(['compare', at('good/1.tar.gz'), at('bad/1.tar.gz')]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ {2}\+ CRITICAL .*disk/m);
    expect(stdout).toMatch(/^ {2}~ Kernel: linux \S+ → linux 6\.1\.0-99-amd64$/m);
  });

  test('in Russian', async () => {
    const { stdout } = await techsupport([
      'compare',
      at('good/1.tar.gz'),
      at('bad/1.tar.gz'),
      '--lang',
      'ru',
    ]);
    expect(stdout).toMatch(/^ {2}~ Ядро: linux \S+ → linux 6\.1\.0-99-amd64$/m);
  });

  test('what B could not read is not gone: 3, and it is named', async () => {
    const { status, stdout } = await techsupport(['compare', at('good/1.tar.gz'), at('blind.tar.gz')]);
    expect(status).toBe(3);
    expect(stdout).toMatch(/B did not read it \(no right\): Package\s+\[packages\.dpkg-relations\]/);
    expect(stdout).not.toMatch(/^ {2}- /m);
  });

  test('JSON: one object, with what differs and what is incomplete', async () => {
    const args = ['compare', at('bad/1.tar.gz'), at('blind.tar.gz'), '--format', 'json'];
    const { status, stdout } = await techsupport(args);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      different: true,
      complete: false,
      a: { evidence: true, host: { os: 'linux', release: '6.1.0-99-amd64' } },
      findings: expect.arrayContaining([
        expect.objectContaining({
          kind: 'only',
          in: 'a',
          finding: expect.objectContaining({ code: 'hardware/disk-smart-failing' }),
        }),
      ]),
      incomparable: [{ area: 'package', a: 'ok', b: 'denied' }],
    });
  });

  test('nothing of hostile names and versions gets to the terminal alive', async () => {
    const both = [at('good/1.tar.gz'), at('hostile.tar.gz')];
    for (const format of ['text', 'json']) {
      const { status, stdout, stderr } = await techsupport(['compare', ...both, '--format', format]);
      expect(status).toBe(1);
      expect(stdout + stderr).not.toMatch(LIVE);
      expect(stdout.replaceAll('\\\\', '\\')).toContain('../../x\\x1b]0;owned\\x07');
    }
  });

  test('a report that cannot be opened: 64', async () => {
    const { status, stdout } = await techsupport(['compare', at('good/1.tar.gz'), at('broken.tar.gz')]);
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
  });

  test('a paste has a result and no evidence: findings are compared, facts are not', async () => {
    const { report } = await bundleOf({
      ...machineNamed('debian-12-disk'),
      key: 20,
      edit: withKernel('6.1.0-99-amd64'),
    });
    writeFileSync(at('paste.txt'), `Hello,\n> ${writeBlock(report, 'whole')?.join('\n> ')}\n`);
    const alike = await techsupport(['compare', at('paste.txt'), at('bad/1.tar.gz')]);
    expect(alike.stdout).toContain('No difference was seen, but not everything could be compared.');
    expect(alike.stdout).toMatch(/A did not read it \(not in the report\): System/);
    expect(alike.status).toBe(3);
    const other = await techsupport(['compare', at('paste.txt'), at('good/1.tar.gz')]);
    expect(other.stdout).toMatch(/^ {2}- CRITICAL .*disk/m);
    expect(other.status).toBe(1);
  });

  test('two folders: what those of one share and those of the other have not', async () => {
    const { status, stdout } = await techsupport(['compare', at('bad'), at('good')]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ +3 of 3 \/ 0 of 3 +hardware\/disk-smart-failing$/m);
    expect(stdout).toMatch(/^ +3 of 3 \/ 0 of 3 +Kernel: linux 6\.1\.0-99-amd64$/m);
    expect(stdout).toContain('this may be chance');
    const same = await techsupport(['compare', at('good'), at('good')]);
    expect(same.status).toBe(0);
  });
});

describe('inspect of many', () => {
  test('groups by cause, and tells what those with it share', async () => {
    const { status, stdout } = await techsupport(['inspect', at('good'), at('bad')]);
    expect(status).toBe(0);
    expect(stdout).toContain('6 reports opened');
    expect(stdout).toMatch(/^ +3 +CRITICAL hardware\/disk-smart-failing$/m);
    expect(stdout).toMatch(/^ +3 +nothing wrong$|^ +3 +nothing seen/m);
    expect(stdout).toMatch(/^ +3 of 3 \/ 0 of 3 +Kernel: linux 6\.1\.0-99-amd64$/m);
  });

  test('what cannot be opened is named and stops nothing: 3; where nothing can: 64', async () => {
    const { status, stdout } = await techsupport(['inspect', at('bad'), at('broken.tar.gz'), at('missing')]);
    expect(status).toBe(3);
    expect(stdout).toMatch(/broken\.tar\.gz:/);
    expect(stdout).toMatch(/missing:/);
    expect(stdout).toContain('3 reports opened');
    expect((await techsupport(['inspect', at('broken.tar.gz'), at('missing')])).status).toBe(64);
  });

  test('JSON', async () => {
    const { stdout } = await techsupport(['inspect', at('bad'), at('good'), '--format', 'json']);
    const answer = JSON.parse(stdout);
    expect(answer.reports).toHaveLength(6);
    expect(answer.causes[0]).toMatchObject({ code: 'hardware/disk-smart-failing', others: 3, untold: [] });
    expect(answer.causes[0].shared).toContainEqual({
      area: 'kernel',
      key: '',
      value: 'linux 6.1.0-99-amd64',
      absent: false,
      group: { having: 3, of: 3 },
      others: { having: 0, of: 3 },
      byChance: expect.any(Number),
    });
  });

  test.each([[['--evidence']], [['--html', 'x.html']], [['--format', 'nagios']]])(
    '%j is of one report at a time',
    async (options) => {
      const { status, stderr } = await techsupport(['inspect', at('good'), ...options]);
      expect(status).toBe(64);
      expect(stderr).toContain('E_ONE_REPORT');
    },
  );

  test('hostile file names are shown harmless', async () => {
    cpSync(at('good'), at('names'), { recursive: true });
    cpSync(at('good/1.tar.gz'), at('names', `a\u001b[31m\u202eb.tar.gz`));
    const { status, stdout, stderr } = await techsupport(['inspect', at('names')]);
    expect(status).toBe(0);
    expect(stdout + stderr).not.toMatch(LIVE);
    expect(stdout).toContain('a\\x1b[31m\\u{202e}b.tar.gz');
  });
});

test('inspect --html writes the page, and its path is the answer', async () => {
  const { status, stdout } = await techsupport(['inspect', at('bad/1.tar.gz'), '--html', at('page.html')]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${at('page.html')}\n` });
  expect(readFileSync(at('page.html'), 'utf8')).toMatch(/^<!doctype html>/i);
});

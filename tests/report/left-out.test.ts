/** What a report is made without: at the person's wish, and for its size. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Recording } from '../../src/contract.ts';
import { UserError } from '../../src/errors.ts';
import { openBundle } from '../../src/report/bundle/open.ts';
import { type BundleInput, makeBundle } from '../../src/report/bundle/write.ts';
import type { Report } from '../../src/report/model.ts';
import { redactor } from '../../src/report/redact/redactor.ts';

const AT = new Date('2026-01-02T03:04:05.678Z');

/** Text that does not pack. */
const noise = (bytes: number): string => randomBytes(bytes / 2).toString('hex');

const entry = (path: string, text: string): Recording['entries'][string] => ({
  request: { kind: 'file', path },
  startedAt: AT.toISOString(),
  answer: { status: 'ok', ms: 1, raw: { text } },
});

const recording: Recording = {
  os: 'linux',
  entries: {
    'a.needed': entry('/a/needed', noise(30_000)),
    'a.other': entry('/a/other', noise(20_000)),
    'a.more/one': entry('/a/one', noise(4000)),
    'a.more/two': entry('/a/two', noise(4000)),
    'logs.extra': entry('/a/extra', noise(60_000)),
  },
};

/** A finding for each read that is there and named here; the rest is unknown. */
const reportOf = ({ entries }: Recording): Report => {
  const has = (id: string) => Object.hasOwn(entries, id);
  const findings = ['a.needed', 'a.more/one'].filter(has).map((id) => ({
    code: id === 'a.needed' ? 'a/needed' : 'a/one',
    severity: 'critical' as const,
    title: 't',
    why: 'w',
    next: 'n',
    params: {},
    evidence: [id],
  }));
  return {
    schemaVersion: 1,
    tool: { name: 'techsupport', version: '0.1.0' },
    language: 'en',
    startedAt: AT.toISOString(),
    durationMs: 5,
    status: 'critical',
    host: { os: 'linux', release: '6', arch: 'x64', name: 'labpc' },
    checks: [{ id: 'a', name: 'A', status: 'critical', durationMs: 1, findings, unknown: [], metrics: [] }],
  };
};

const make = (more: Partial<BundleInput> = {}) =>
  makeBundle({
    recording,
    settings: {},
    report: reportOf(recording),
    redactor: redactor({ key: Buffer.alloc(32, 1) }),
    rerun: async (replayable) => reportOf(replayable.recording),
    createdAt: AT,
    isExtra: (id) => id === 'logs.extra',
    ...more,
  });

const idsIn = (bytes: Buffer) => Object.keys(openBundle(bytes).recording.entries);

test('nothing is left out unasked', async () => {
  const bundle = await make();
  expect(bundle).toMatchObject({ leftOut: [], comparison: { same: true } });
  expect(openBundle(bundle.bytes).manifest).not.toHaveProperty('leftOut');
});

test.each(['a.other', 'a.other.txt', 'evidence/a.other.txt'])('%s leaves the whole bundle', async (name) => {
  const bundle = await make({ exclude: { reads: [name], findings: [] } });
  const { files, manifest, seal } = openBundle(bundle.bytes);
  expect(idsIn(bundle.bytes)).not.toContain('a.other');
  expect([...files.keys()]).not.toContain('evidence/a.other.txt');
  expect(files.get('report.html')?.toString()).toMatch(/a\.needed(?!.*a\.other)/s);
  expect(seal).toBe('intact');
  expect(manifest?.leftOut).toEqual([{ source: 'a.other', what: 'read', why: 'excluded' }]);
  expect(bundle.comparison).toEqual({ same: true });
});

test('a family leaves with all of its reads, and what that costs is known', async () => {
  const bundle = await make({ exclude: { reads: ['a.more'], findings: [] } });
  expect(idsIn(bundle.bytes)).toEqual(['a.needed', 'a.other', 'logs.extra']);
  expect(bundle.comparison).toMatchObject({ same: false, lost: [{ code: 'a/one' }] });
});

test('a finding leaves with what it rests on, so that no reader can find it again', async () => {
  const bundle = await make({ exclude: { reads: [], findings: ['a/needed'] } });
  expect(idsIn(bundle.bytes)).not.toContain('a.needed');
  expect(JSON.stringify(bundle.report)).not.toContain('a/needed');
});

test('a name that nothing bears is refused, for it may be misspelt', async () => {
  await expect(make({ exclude: { reads: ['evidence/no.txt'], findings: ['a/no'] } })).rejects.toMatchObject({
    code: 'E_REPORT_EXCLUDE',
    message: expect.stringContaining('evidence/no.txt, a/no'),
  });
});

test('what matters least leaves first: copies, what nobody asked for, what no finding rests on', async () => {
  const whole = (await make()).bytes.length;
  const leftAt = async (maxBytes: number) => {
    const bundle = await make({ maxBytes });
    expect(bundle.bytes.length).toBeLessThanOrEqual(maxBytes);
    expect(openBundle(bundle.bytes).manifest?.leftOut).toEqual(bundle.leftOut);
    return { bundle, left: bundle.leftOut.map(({ source, what }) => `${what} ${source}`) };
  };
  const little = await leftAt(whole - 1000);
  expect(little.left).toEqual(['text logs.extra']);
  expect(little.bundle.comparison).toEqual({ same: true });

  const middle = await leftAt(48_000);
  expect(middle.left.slice(0, 4)).toEqual([
    'text logs.extra',
    'text a.other',
    'text a.more/two',
    'read logs.extra',
  ]);
  expect(idsIn(middle.bundle.bytes)).toContain('a.needed');
  expect(middle.bundle.comparison).toEqual({ same: true });

  const least = await leftAt(22_000);
  expect(idsIn(least.bundle.bytes)).not.toContain('a.needed');
  expect(least.bundle.comparison).toMatchObject({ same: false, lost: [{ code: 'a/needed' }] });
});

test('a size that nothing fits into is refused, with what would do', async () => {
  const error = await make({ maxBytes: 500 }).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ code: 'E_REPORT_SIZE', message: expect.stringMatching(/takes \d{4}/) });
});

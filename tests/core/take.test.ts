import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { source } from '../../src/contract.ts';
import { replay } from '../../src/host/replay.ts';
import { openBundle } from '../../src/report/bundle/open.ts';
import { type TakeOptions, takeReport } from '../../src/report/take.ts';
import { run } from '../../src/run.ts';
import { check, finding } from './fakes.ts';

const TEXT =
  'server 81.2.69.142 of mail.private.example, project bluebird, updates from deb.vendor.example\n';

/** Looks into one small file; its default names a server of everybody. */
const reading = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'techsupport-take-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'file'), text);
  const file = source({
    id: 'made-up.file',
    request: { kind: 'file', path: join(folder, 'file') },
    parse: (raw) => raw.text,
  });
  return check('made-up', {
    reads: { file },
    settings: { vendor: 'deb.vendor.example', fullPct: 90, list: [{ host: 'other.vendor.example' }] },
    diagnose: (facts, settings) => ({
      findings: facts.file.status === 'ok' ? [finding('made-up/seen', { params: { settings } })] : [],
      advice:
        facts.file.status === 'ok'
          ? [{ id: 'made-up/how', params: { text: facts.file.value }, evidence: ['made-up.file'] }]
          : [],
      unknown:
        facts.file.status === 'ok' ? [] : [{ source: 'made-up.file', reason: facts.file.status, why: '' }],
    }),
  });
};

const take = (text: string, more: Partial<TakeOptions> = {}) =>
  takeReport({
    checks: [reading(text)],
    language: 'en',
    settings: {},
    redact: { keep: [], words: [] },
    ...more,
  });

test('a report is redacted, replays to the same, and opens as what it was', async () => {
  const { bundle, examination } = await take(TEXT);
  expect(examination.recording.entries['made-up.file']?.answer).toMatchObject({ raw: { text: TEXT } });
  expect(bundle.comparison.same).toBe(true);
  const opened = openBundle(bundle.bytes);
  const everything = [...opened.files.values()].map((file) => file.toString('utf8')).join('\n');
  expect(everything).not.toContain('81.2.69.142');
  expect(everything).toContain('deb.vendor.example');
  expect(opened.report?.checks[0]?.advice).toMatchObject([{ id: 'made-up/how' }]);
  expect(opened).toMatchObject({ seal: 'intact', modules: ['made-up'], report: bundle.report });
  const again = await run([reading('')], replay(opened.recording), { settings: opened.settings });
  expect(again.outcomes[0]?.findings.map(({ code }) => code)).toEqual(['made-up/seen']);
});

test('what the configuration says to hide is hidden, and what it says to keep is kept', async () => {
  const { bundle } = await take(TEXT, {
    redact: { keep: ['81.2.69.142'], words: ['bluebird'] },
  });
  const { recording } = openBundle(bundle.bytes);
  const kept = JSON.stringify(recording.entries['made-up.file']);
  expect(kept).toContain('81.2.69.142');
  expect(kept).not.toContain('bluebird');
});

test('it carries all settings, so that a version with other defaults concludes the same', async () => {
  const { bundle } = await take(TEXT, { settings: { 'made-up': { fullPct: 80 }, other: { x: 1 } } });
  expect(openBundle(bundle.bytes).settings).toEqual({
    'made-up': { vendor: 'deb.vendor.example', fullPct: 80, list: [{ host: 'other.vendor.example' }] },
  });
});

test('two reports of one computer have no hidden name in common', async () => {
  const [one, other] = [await take(TEXT), await take(TEXT)];
  const textOf = ({ bundle }: typeof one) =>
    JSON.stringify(openBundle(bundle.bytes).recording.entries['made-up.file']?.answer);
  expect(textOf(one)).not.toBe(textOf(other));
});

test('one that is interrupted says so, and holds what is known', async () => {
  const { bundle } = await take(TEXT, { signal: AbortSignal.abort() });
  expect(bundle.report).toMatchObject({ interrupted: true, status: 'unknown' });
  expect(openBundle(bundle.bytes).report?.interrupted).toBe(true);
});

test('events and limits reach the run', async () => {
  const kinds: string[] = [];
  const { examination } = await take(TEXT, {
    limits: { totalMs: 2000.5 },
    onEvent: ({ kind }) => void kinds.push(kind),
  });
  expect(kinds).toEqual(['started', 'reading', 'finished']);
  expect(examination.result.interrupted).toBe(false);
});

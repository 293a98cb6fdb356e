/** Answers that were cut, shuffled, blown up or made to attack: nothing throws, nothing lives, no alarm comes from noise. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordedEntry, Recording } from '../../src/contract.ts';
import { toJson } from '../../src/output/json.ts';
import { toJunit } from '../../src/output/junit.ts';
import { toNagios } from '../../src/output/nagios.ts';
import { toText } from '../../src/output/text.ts';
import { toMarkdown } from '../../src/report/paste/markdown.ts';
import { examined, healthy } from './machine.ts';

/** What a terminal obeys, or a reader cannot see. */
const LIVE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]|\\u00(?:0[0-8bce]|1[0-9a-f]|7f|[89][0-9a-f])/i;

const ATTACK = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e<script>`|\'"&\r\u0000__proto__';

type Mutation = (text: string, at: number) => string;

const onLine =
  (change: (line: string) => readonly string[]): Mutation =>
  (text, at) => {
    const lines = text.split('\n');
    const place = at % lines.length;
    return lines.flatMap((line, index) => (index === place ? change(line) : [line])).join('\n');
  };

const TEXTS: Readonly<Record<string, Mutation>> = {
  cut: (text, at) => text.slice(0, at % (text.length + 1)),
  'begins later': (text, at) => text.slice(at % (text.length + 1)),
  'a line twice': onLine((line) => [line, line]),
  'a line less': onLine(() => []),
  'columns swapped': onLine((line) => {
    const [a = '', b = '', ...rest] = line.split(/\s+/);
    return [[b, a, ...rest].join(' ')];
  }),
  'huge numbers': (text) => text.replace(/\d+/g, '99999999999999999999999'),
  'negative numbers': (text) => text.replace(/\d+/g, '-1'),
  'no numbers': (text) => text.replace(/\d+/g, 'NaN'),
  'an attack within': (text, at) => {
    const place = at % (text.length + 1);
    return `${text.slice(0, place)}${ATTACK}${text.slice(place)}`;
  },
  'attacks for names': (text) => text.replace(/[a-z]{4,}/g, (word) => `${word}${ATTACK}`),
};

const NUMBERS = [0, -1, 1e308, Number.MAX_SAFE_INTEGER, 0.1];

/** The same structure, each text and number changed. What is the contract's stays. */
const changed = (value: unknown, how: Mutation, at: number, name = ''): unknown => {
  if (typeof value === 'string')
    return /^(outcome|connection|type|platform)$/.test(name) ? value : how(value, at);
  if (typeof value === 'number') return NUMBERS[at % NUMBERS.length];
  if (Array.isArray(value)) return value.map((one, index) => changed(one, how, at + index, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([own, one]) => [own, changed(one, how, at, own)]));
};

const ids = Object.keys(healthy.entries);

const withRaw = (recording: Recording, id: string, change: (raw: unknown) => unknown): Recording => {
  const entry = recording.entries[id];
  if (entry?.answer.status !== 'ok') throw new Error(id);
  // Of the same structure as before.
  const raw = change(entry.answer.raw) as typeof entry.answer.raw;
  const answer: RecordedEntry['answer'] = { ...entry.answer, raw };
  return { ...recording, entries: { ...recording.entries, [id]: { ...entry, answer } } };
};

const criticals = async (recording: Recording): Promise<readonly string[]> => {
  const { report } = await examined(recording);
  return report.checks.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === 'critical').map(({ code }) => code),
  );
};

describe('a computer', () => {
  test('that is healthy is found so', async () => {
    const { report } = await examined(healthy);
    // It answers the network, disks and packages; what others ask of it was not recorded.
    const told = report.checks.flatMap(({ findings, unknown }) => [
      ...findings.filter(({ severity }) => severity !== 'info'),
      ...unknown.filter(({ reason }) => reason !== 'unrecorded'),
    ]);
    expect(told).toEqual([]);
    const answered = report.checks.filter(({ id }) => ['connectivity', 'disk-space'].includes(id));
    expect(answered.map(({ status }) => status)).toEqual(['ok', 'ok']);
  });

  test('whose answers are mutated crashes no check, and nothing of it lives in any form', async () => {
    const mutation = fc.tuple(
      fc.constantFrom(...ids),
      fc.constantFrom(...Object.keys(TEXTS)),
      fc.nat(10_000),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const recording = mutations.reduce(
          (so, [id, how, at]) => withRaw(so, id, (raw) => changed(raw, TEXTS[how] ?? String, at)),
          healthy,
        );
        const { report, result } = await examined(recording);
        expect(result.outcomes.flatMap(({ crash }) => crash ?? [])).toEqual([]);
        expect(toText(report, { verbose: true })).not.toMatch(LIVE);
        expect(toJson(report)).not.toMatch(LIVE);
        expect(toJunit(report)).not.toMatch(LIVE);
        expect(toNagios(report)).not.toMatch(LIVE);
        expect(toMarkdown(report)).not.toMatch(LIVE);
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  test.each([
    ['prose', 'Lorem ipsum dolor sit amet\nconsectetur adipiscing elit\n'],
    ['a web page', '<!doctype html>\n<html><body>It works!</body></html>\n'],
    ['half of an object', '[{"ifname":"eth0","addr_info":[{"fam'],
    ['a usage text', 'Usage: tool [options]\n  --help  show this\n'],
    ['attacks', `${ATTACK}\n${ATTACK}\n`],
  ])(
    'that prints %s where something else is expected is in no critical state',
    async (_, noise) => {
      for (const id of ids) {
        const { request } = healthy.entries[id] ?? {};
        if (request?.kind !== 'exec' && request?.kind !== 'file') continue;
        const noisy = withRaw(healthy, id, (raw) => ({
          ...(raw as object),
          [request.kind === 'exec' ? 'stdout' : 'text']: noise,
        }));
        expect(await criticals(noisy), id).toEqual([]);
      }
    },
    30_000,
  );
});

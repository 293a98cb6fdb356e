/** The history on the disk: bounded, whole whatever happens to its files, and never in the way of a run. */
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Examination } from '../../src/examine.ts';
import { jumpBetween } from '../../src/history/clock.ts';
import { healthOf, linesOf } from '../../src/history/health.ts';
import { pack } from '../../src/history/pack.ts';
import { remember } from '../../src/history/remember.ts';
import type { Snapshot } from '../../src/history/snapshot.ts';
import { BOUNDS, forgetHistory, loadHistory, save } from '../../src/history/store.ts';
import { ranked, thin, type Weighed } from '../../src/history/thin.ts';
import { unpack, unpackBase } from '../../src/history/unpack.ts';
import { emptyHistory, historyOf, lookAt } from './looks.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-11-01T12:00:00Z');

interface MadeUp {
  readonly seq: number;
  readonly atMs: number;
  readonly isBroken?: boolean;
  readonly packages?: number;
}

const madeUp = ({ seq, atMs, isBroken = false, packages = 0 }: MadeUp): Snapshot => {
  const open = [{ code: 'clock/skewed', severity: 'warning', isRoot: true, evidence: ['clock.a'] }] as const;
  const all = Array.from(
    { length: packages },
    (_, at) => [`p${at}`, { key: `p${at}`, value: `1.${at}-${at < seq % 7 ? seq : 0}` }] as const,
  );
  return {
    seq,
    at: new Date(atMs).toISOString(),
    upSeconds: 0,
    by: 'check',
    status: isBroken ? 'warning' : 'ok',
    modules: new Map([
      ['clock', { status: isBroken ? 'warning' : 'ok', open: isBroken ? open : [], missed: [] }],
    ]),
    reads: new Map([['clock.a', 'ok']]),
    facts: new Map(packages > 0 ? [['package packages.dpkg-relations', new Map(all)]] : []),
    times: new Map(),
  };
};

const weigh = (snapshot: Snapshot): Weighed => ({
  name: String(snapshot.seq),
  snapshot,
  bytes: 1000,
  bases: new Map(),
});

const bytesIn = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

let examination: Examination;
beforeAll(async () => {
  examination = await lookAt({ machine: 'debian-12', at: '' });
}, 60_000);

describe('bounds', () => {
  test('2,000 runs stay within them, and the last time it was well is still known', async () => {
    const folder = emptyHistory();
    let most = 0;
    for (let run = 1; run <= 2000; run++) {
      const atMs = START_MS + run * 300_000;
      await save(async (seq) => madeUp({ seq, atMs, isBroken: run > 1800 || run % 397 === 0 }), [folder]);
      if (run % 500 === 0) most = Math.max(most, bytesIn(folder));
    }
    const { snapshots, unreadable } = loadHistory([folder]);
    expect(unreadable).toBe(0);
    expect(snapshots.length).toBeLessThanOrEqual(BOUNDS.count);
    expect(most).toBeLessThanOrEqual(BOUNDS.bytes);
    expect(snapshots.at(-1)?.seq).toBe(2000);
    expect(snapshots.map(({ seq }) => seq)).toEqual(expect.arrayContaining([1800, 1801]));
  }, 120_000);

  test('with three thousand packages, a few of them new each time', async () => {
    const folder = emptyHistory();
    for (let run = 1; run <= 100; run++) {
      await save(async (seq) => madeUp({ seq, atMs: START_MS + run * DAY_MS, packages: 3000 }), [folder]);
    }
    expect(bytesIn(folder)).toBeLessThanOrEqual(BOUNDS.bytes);
    const last = loadHistory([folder]).snapshots.at(-1);
    expect(last).toEqual(madeUp({ seq: 100, atMs: START_MS + 100 * DAY_MS, packages: 3000 }));
  }, 60_000);
});

describe('thinning', () => {
  const runs = fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000_000 }), fc.boolean()), {
    minLength: 1,
    maxLength: 90,
  });
  const weighedOf = (list: readonly (readonly [number, boolean])[]): readonly Weighed[] =>
    list.map(([minutes, isBroken], seq) =>
      weigh(madeUp({ seq, atMs: START_MS + minutes * 60_000, isBroken })),
    );

  test('keeps the newest, nothing that was not there, and under tighter bounds no others', () => {
    fc.assert(
      fc.property(runs, fc.nat(100), fc.nat(100_000), (list, count, bytes) => {
        const all = weighedOf(list);
        const kept = thin(all, { count, bytes });
        const more = thin(all, { count: count + 10, bytes: bytes + 5000 });
        expect(kept.has(all.at(-1) as Weighed)).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(Math.max(1, count));
        for (const one of kept) expect(more.has(one)).toBe(true);
        expect(new Set(ranked(all))).toEqual(new Set(all));
        const again = all.filter((one) => kept.has(one));
        expect(thin(again, { count, bytes })).toEqual(kept);
      }),
    );
  });

  test('one a day and one a week outlive the rest', () => {
    const all = Array.from({ length: 400 }, (_, hour) =>
      weigh(madeUp({ seq: hour, atMs: START_MS + hour * 6 * 3_600_000 })),
    );
    const days = [...thin(all, { count: 30, bytes: 1e9 })].map(({ snapshot }) =>
      Math.floor((START_MS + 399 * 6 * 3_600_000 - Date.parse(snapshot.at)) / DAY_MS),
    );
    expect(new Set(days).size).toBeGreaterThan(20);
    expect(Math.max(...days)).toBeGreaterThan(60);
  });
});

describe('whatever the files are', () => {
  test('any bytes are a snapshot or nothing', () => {
    const json = fc.json().map((text) => gzipSync(text));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), json), (bytes) => {
        expect(() => unpack(bytes, () => undefined)).not.toThrow();
        expect(() => unpackBase('base-00000000-0000000000000000.json.gz', bytes)).not.toThrow();
      }),
    );
  });

  test('what was written comes back as it was, damaged anywhere it does not come back at all or is whole', () => {
    const snapshot = madeUp({ seq: 7, atMs: START_MS, isBroken: true, packages: 5 });
    const { bytes } = pack(snapshot, () => undefined);
    expect(unpack(bytes, () => undefined)).toEqual(snapshot);
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x41;
      const read = unpack(damaged, () => undefined);
      if (read !== undefined) expect(read).toEqual(snapshot);
      expect(unpack(bytes.subarray(0, at), () => undefined)).toBeUndefined();
    }
  });

  test('a bomb, a link, a folder and rubbish among them are passed over', async () => {
    const folder = emptyHistory();
    await save(async (seq) => madeUp({ seq, atMs: START_MS }), [folder]);
    const name = (seq: number) => join(folder, `run-00000${seq}-0123456789ab.json.gz`);
    writeFileSync(name(2), gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    symlinkSync('/dev/zero', name(3));
    mkdirSync(name(4));
    writeFileSync(name(5), 'rubbish');
    const { snapshots, unreadable } = loadHistory([folder]);
    expect([snapshots.length, unreadable]).toEqual([1, 4]);
    await save(async (seq) => madeUp({ seq, atMs: START_MS }), [folder]);
    expect(loadHistory([folder]).snapshots.map(({ seq }) => seq)).toEqual([1, 6]);
  });

  test('without its base a long list is unknown, and the rest is there', async () => {
    const folder = emptyHistory();
    await save(async (seq) => madeUp({ seq, atMs: START_MS, packages: 300 }), [folder]);
    const base = readdirSync(folder).find((name) => name.startsWith('base-')) ?? '';
    writeFileSync(join(folder, base), gzipSync('{"v":1,"list":"package packages.dpkg-relations","all":{}}'));
    const [snapshot] = loadHistory([folder]).snapshots;
    expect(snapshot?.facts.size).toBe(0);
    expect(snapshot?.modules.size).toBe(1);
  });
});

describe('never in the way', () => {
  test('a folder that cannot be made leaves it to the next one, and none at all is no error', async () => {
    const file = emptyHistory();
    writeFileSync(file, '');
    const next = emptyHistory();
    expect(await remember(examination, { by: 'check', folders: [join(file, 'x'), next] })).toMatchObject({
      folder: next,
    });
    expect(await remember(examination, { by: 'check', folders: [join(file, 'x')] })).toHaveProperty('why');
    expect(await remember(examination, { by: 'check', folders: [] })).toHaveProperty('why');
  });

  test('off keeps nothing; forgetting leaves nothing', async () => {
    const folder = emptyHistory();
    expect(await remember(examination, { by: 'check', history: 'off', folders: [folder] })).toEqual({
      why: 'off',
    });
    expect(loadHistory([folder])).toEqual({ snapshots: [], unreadable: 0 });
    await remember(examination, { by: 'check', folders: [folder] });
    expect(forgetHistory([folder])).toBe(1);
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  test('only its owner may read it', async () => {
    const folder = emptyHistory();
    await remember(examination, { by: 'check', folders: [folder] });
    chmodSync(folder, 0o700);
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    expect(readFileSync(join(folder, 'salt'))).toHaveLength(32);
  });

  test('runs at the same time lose nothing of each other', async () => {
    const folder = emptyHistory();
    await Promise.all(
      Array.from({ length: 20 }, () => remember(examination, { by: 'check', folders: [folder] })),
    );
    const { snapshots, unreadable } = loadHistory([folder]);
    expect([snapshots.length, unreadable]).toEqual([20, 0]);
  });
});

describe('the clock', () => {
  const at = (text: string, upSeconds: number) => ({ at: text, upSeconds });

  test.each([
    ['runs on', at('2026-11-24T10:00:00Z', 3600), at('2026-11-24T11:00:00Z', 7200), undefined],
    ['after a restart', at('2026-11-24T10:00:00Z', 3600), at('2026-11-25T10:00:00Z', 60), undefined],
    ['is set back', at('2026-11-24T10:00:00Z', 3600), at('1970-01-01T00:10:00Z', 600), 'back'],
    ['is set back by an hour', at('2026-11-24T10:00:00Z', 3600), at('2026-11-24T11:00:00Z', 10_800), 'back'],
    ['is set forward', at('2026-11-24T10:00:00Z', 36_000), at('2026-11-24T13:00:00Z', 39_600), 'forward'],
  ])('%s', (_, before, after, jump) => {
    expect(jumpBetween(before, after)).toBe(jump);
  });

  test('in 1970 the order is that of the runs', async () => {
    const history = await historyOf([
      { machine: 'wsl-2', at: '2026-11-24T10:00:00Z', modules: ['connectivity'] },
      { machine: 'wsl-2-names', at: '1970-01-01T00:10:00Z', modules: ['connectivity'] },
      { machine: 'wsl-2', at: '2026-11-24T12:00:00Z', modules: ['connectivity'] },
    ]);
    const points = healthOf(history);
    expect(points.map(({ appeared, gone, clock }) => [appeared, gone, clock])).toEqual([
      [[], [], undefined],
      [['connectivity/dns-unreachable'], [], 'unset'],
      [[], ['connectivity/dns-unreachable'], undefined],
    ]);
  });
});

test('quiet looks of one day are one line, and a turn is one of its own', () => {
  const history = [false, false, false, true, true, false].map((isBroken, seq) =>
    madeUp({ seq, atMs: START_MS + seq * 60_000, isBroken }),
  );
  const lines = linesOf(healthOf(history, 'clock'), (text) => text.slice(0, 10));
  expect(lines.map(({ runs, status }) => [runs, status])).toEqual([
    [3, 'ok'],
    [2, 'warning'],
    [1, 'ok'],
  ]);
  expect(healthOf(history, 'audio')).toEqual([]);
});

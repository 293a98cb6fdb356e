/** Two computers beside each other: what differs, what does not, and what nobody can tell. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import { compareFacts } from '../../src/compare/differences.ts';
import { compareFindings, type FindingDifference } from '../../src/compare/findings.ts';
import { sightOf } from '../../src/compare/sight.ts';
import { factsOf } from '../../src/compare/table.ts';
import type { Answer, Recording } from '../../src/contract.ts';
import { examine } from '../../src/examine.ts';
import { replay } from '../../src/host/replay.ts';
import { openBundle } from '../../src/report/bundle/open.ts';
import { machines } from '../machines/index.ts';
import { bundleOf, changed, machineNamed } from '../report/made.ts';

const checks = await Promise.all(checkIds.map(loadCheck));

const seen = async (recording: Recording, modules = checks) => {
  const examination = await examine({
    checks: modules,
    host: replay(recording),
    language: 'en',
    version: '0',
  });
  return { report: examination.report, sight: sightOf(examination), facts: await factsOf(recording) };
};
type Seen = Awaited<ReturnType<typeof seen>>;

const recordings = new Map<string, Promise<Recording>>();
const recordingOf = (name: string): Promise<Recording> => {
  const taken =
    recordings.get(name) ??
    examine({ checks, ...machineNamed(name), language: 'en', version: '0' }).then(
      ({ recording }) => recording,
    );
  recordings.set(name, taken);
  return taken;
};
const look = async (name: string, edit = (recording: Recording) => recording): Promise<Seen> =>
  seen(edit(await recordingOf(name)));

const compared = (a: Seen, b: Seen) => ({
  ...compareFacts(a.facts, b.facts),
  findings: compareFindings(a, b),
});

const told = (a: Seen, b: Seen): readonly string[] =>
  compareFacts(a.facts, b.facts).differences.map(
    ({ area, key, a: before, b: after }) =>
      `${area} ${key}: ${before?.value ?? (before ? 'there' : '-')} → ${after?.value ?? (after ? 'there' : '-')}`,
  );

const findings = (a: Seen, b: Seen): readonly string[] =>
  compareFindings(a, b).map((one) =>
    one.kind === 'changed'
      ? `changed ${one.a.code} ${one.a.severity} → ${one.b.severity}`
      : `${one.kind} ${one.in} ${one.finding.code}`,
  );

const answering =
  (id: string, answer: Answer) =>
  ({ os, entries }: Recording): Recording => {
    const entry = entries[id];
    if (entry === undefined) throw new Error(`${id} was not asked`);
    return { os, entries: { ...entries, [id]: { ...entry, answer } } };
  };

const NAMES = machines.map(({ name }) => name);

describe('a computer beside itself', () => {
  test.each(NAMES)('%s: there is no difference', async (name) => {
    const one = await look(name);
    expect(told(one, one)).toEqual([]);
    expect(findings(one, one)).toEqual([]);
  });

  test.each(['debian-12', 'ubuntu-24.04', 'windows-11', 'macos-26-apple', 'container-debian-12-dns'])(
    '%s: names hidden under other tokens are none either',
    async (name) => {
      const [a, b] = await Promise.all(
        [1, 2].map(async (key) => {
          const { bytes } = await bundleOf({ ...machineNamed(name), key });
          return seen(openBundle(bytes).recording);
        }),
      );
      if (a === undefined || b === undefined) throw new Error('two were made');
      expect(told(a, b)).toEqual([]);
      expect(findings(a, b)).toEqual([]);
      expect(a.report.host.name).not.toBe(b.report.host.name);
    },
  );
});

describe('any two computers', () => {
  const swapped = (one: FindingDifference): FindingDifference =>
    one.kind === 'changed' ? { ...one, a: one.b, b: one.a } : { ...one, in: one.in === 'a' ? 'b' : 'a' };

  test('what is told of A and B is told of B and A, turned round', async () => {
    const all = await Promise.all(NAMES.map((name) => look(name)));
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (a, b) => {
        const [there, back] = [compared(a, b), compared(b, a)];
        const turned = <T extends { readonly a: unknown; readonly b: unknown }>(list: readonly T[]) =>
          list.map((one) => ({ ...one, a: one.b, b: one.a }));
        expect(turned(back.differences)).toEqual(there.differences);
        expect(turned(back.incomparable)).toEqual(there.incomparable);
        expect(back.findings.map(swapped)).toEqual(there.findings);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what changed', () => {
  test('a kernel, and a package', async () => {
    const before = await look('debian-12');
    const after = await look('debian-12', (recording) => {
      const updated = changed('packages.dpkg-relations', (text) =>
        text.replace(/^(ii \tbash\t)[^\t]+/m, '$19.9-1').replace(/^ii \tadduser\t.*\n/m, ''),
      )(recording);
      const entry = updated.entries['system.platform'];
      if (entry?.answer.status !== 'ok') throw new Error('no platform');
      const raw = { ...entry.answer.raw, release: '6.1.0-99-amd64' };
      // The same answer with another text in it.
      return answering('system.platform', { ...entry.answer, raw } as Answer)(updated);
    });
    expect(told(before, after)).toEqual([
      `kernel : linux ${before.report.host.release} → linux 6.1.0-99-amd64`,
      expect.stringMatching(/^package bash: 5\.2\S* → 9\.9-1$/),
      expect.stringMatching(/^package adduser: 3\.\d+ → -$/),
    ]);
  });

  test('room on a disk, but not a little of it', async () => {
    const room = (share: number) => (recording: Recording) => {
      const entry = recording.entries['disk.space//'];
      if (entry?.answer.status !== 'ok' || !('availableBytes' in entry.answer.raw))
        throw new Error('no room');
      const { totalBytes } = entry.answer.raw;
      const raw = { ...entry.answer.raw, availableBytes: totalBytes * share, freeBytes: totalBytes * share };
      return answering('disk.space//', { ...entry.answer, raw })(recording);
    };
    const [half, little, less] = await Promise.all([
      look('debian-12', room(0.5)),
      look('debian-12', room(0.47)),
      look('debian-12', room(0.02)),
    ]);
    expect(told(half, little)).toEqual([]);
    expect(told(half, less)).toEqual(['space /: ≥ 25 % → < 5 %']);
    expect(told(less, await look('debian-12', room(0.005)))).toEqual(['space /: < 5 % → < 1 %']);
  });

  test('a driver of a card, and a driver of Windows', async () => {
    const entry = (await recordingOf('debian-12')).entries['devices.pci'];
    if (entry?.answer.status !== 'ok' || !('entries' in entry.answer.raw)) throw new Error('no cards');
    const [[slot, card]] = Object.entries(entry.answer.raw.entries).filter(([, { driver }]) => driver) as [
      [string, Record<string, { text: string }>],
    ];
    const entries = {
      ...entry.answer.raw.entries,
      [slot]: { ...card, driver: { text: '../drivers/other' } },
    };
    const after = await look('debian-12', answering('devices.pci', { ...entry.answer, raw: { entries } }));
    expect(told(await look('debian-12'), after)).toEqual([
      expect.stringMatching(/^card \S+ \(\d+\): .*other/),
    ]);

    const windows = await look('windows-11');
    const updated = await look(
      'windows-11',
      changed('devices.windows', (text) =>
        text.replace(/"DriverVersion":"[\d.]+"/, '"DriverVersion":"99.1.2.3"'),
      ),
    );
    expect(told(windows, updated)).toEqual([expect.stringMatching(/^driver .*: [\d.]+ → 99\.1\.2\.3$/)]);
  });

  test('a disk that fails is new, and was there all the time', async () => {
    const [healthy, failing] = await Promise.all([look('windows-11'), look('windows-11-disk')]);
    expect(findings(healthy, failing)).toContain('only b hardware/disk-smart-failing');
    expect(findings(failing, healthy)).toContain('only a hardware/disk-smart-failing');
  });
});

describe('what cannot be told', () => {
  const DENIED: Answer = { status: 'denied', why: 'EACCES', ms: 1 };

  test.each(['denied', 'timeout', 'failed', 'interrupted', 'unrecorded'] as const)(
    'packages that B could not list (%s) are not gone',
    async (status) => {
      const whole = await look('debian-12');
      const blind = await look('debian-12', answering('packages.dpkg-relations', { ...DENIED, status }));
      expect(told(whole, blind).filter((line) => line.startsWith('package'))).toEqual([]);
      expect(compareFacts(whole.facts, blind.facts).incomparable).toContainEqual({
        area: 'package',
        source: 'packages.dpkg-relations',
        a: 'ok',
        b: status,
      });
    },
  );

  test('a disk whose health B could not read has not become healthy', async () => {
    const smart = Object.keys((await recordingOf('debian-12-disk')).entries).filter((id) =>
      id.startsWith('disk.smart/'),
    );
    const [failing, blind] = await Promise.all([
      look('debian-12-disk'),
      look('debian-12-disk', (recording) => smart.reduce((one, id) => answering(id, DENIED)(one), recording)),
    ]);
    expect(findings(failing, blind)).toContain('untold a hardware/disk-smart-failing');
    expect(findings(failing, await look('debian-12'))).toContain('only a hardware/disk-smart-failing');
  });

  test('a module that did not run there found nothing, and nothing is not fine', async () => {
    const failing = await look('debian-12-disk');
    const recording = await recordingOf('debian-12');
    const partial = await seen(
      recording,
      checks.filter(({ id }) => id !== 'hardware'),
    );
    expect(compareFindings(failing, partial)).toMatchObject([{ kind: 'untold', unread: ['hardware'] }]);
  });

  test('what neither has is no gap', async () => {
    const one = await look('alpine-3.23');
    const { incomparable } = compareFacts(one.facts, one.facts);
    expect(incomparable).toEqual([]);
  });
});

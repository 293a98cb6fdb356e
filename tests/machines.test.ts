/** Whole computers, all checks: a healthy one is left in peace, of a broken one the cause is told first. */
import { describe, expect, test } from 'vitest';
import { checkIds, loadCheck } from '../checks/index.ts';
import { type Examination, examine } from '../src/examine.ts';
import { branches } from '../src/output/order.ts';
import { machines } from './machines/index.ts';
import type { Machine } from './machines/machine.ts';

const checks = await Promise.all(checkIds.map(loadCheck));

const examined = new Map<string, Promise<Examination>>();

/** Once for all that is asked of it. */
const look = ({ name, host, settings = {} }: Machine): Promise<Examination> => {
  const before = examined.get(name);
  const now = before ?? examine({ checks, settings, host: host(), language: 'en', version: '0' });
  examined.set(name, now);
  return now;
};

const roots = ({ report }: Examination): readonly string[] =>
  branches(report).map(({ finding }) => finding.code);

const readings = ({ result }: Examination, ...reasons: readonly string[]): readonly string[] =>
  [...result.readings.values()].flatMap((reading) =>
    reasons.includes(reading.status) && reading.status !== 'ok'
      ? [`${reading.from}: ${reading.status}, ${reading.why}`]
      : [],
  );

describe.each(machines)('$name', (machine) => {
  const isHealthy = machine.fault === undefined;

  test(isHealthy ? 'nothing is wrong, and nothing is said' : `${machine.causes[0]} comes first`, async () => {
    const justified = Object.keys(machine.justified ?? {});
    expect(roots(await look(machine))).toEqual([...machine.causes, ...justified]);
  });

  test('every answer is understood, and no check fails', async () => {
    const one = await look(machine);
    expect(one.result.outcomes.flatMap(({ crash }) => crash ?? [])).toEqual([]);
    expect(readings(one, 'unparsable', 'interrupted')).toEqual([]);
    expect(readings(one, 'failed').filter((line) => line.includes('internal:'))).toEqual([]);
  });

  test('whatever is asked has an answer such a computer gives', async () => {
    const one = await look(machine);
    const missing = readings(one, 'unrecorded');
    // Reads that are younger than a recording are not in it.
    const allowed = machine.from === 'recorded' ? one.result.readings.size / 10 : 0;
    expect(missing.slice(0, missing.length > allowed ? undefined : 0)).toEqual([]);
  });

  test('what cannot be seen is what nobody in that place would see', async () => {
    const { result } = await look(machine);
    const unseen = result.outcomes.flatMap(({ unknown }) => unknown.map(({ source }) => source));
    expect([...new Set(unseen)].sort()).toEqual(Object.keys(machine.unseen ?? {}).sort());
  });
});

describe('the collection', () => {
  const SYSTEMS = [
    ...['debian', 'ubuntu', 'fedora', 'arch', 'alpine', 'raspberry-pi-os', 'wsl', 'container'],
    ...['windows-10', 'windows-11', 'windows-11-de', 'windows-11-ru'],
    ...[/^macos-.*intel/, /^macos-.*apple/],
  ];
  test.each(SYSTEMS)('%s: a healthy and a broken one', (system) => {
    const of = machines.filter(({ name }) =>
      typeof system === 'string' ? name.startsWith(system) : system.test(name),
    );
    expect(of.some(({ fault }) => fault === undefined)).toBe(true);
    expect(of.some(({ fault }) => fault !== undefined)).toBe(true);
  });

  test('names are told apart, broken ones have a cause, healthy ones none', () => {
    expect(new Set(machines.map(({ name }) => name)).size).toBe(machines.length);
    expect(machines.filter(({ fault, causes }) => (fault === undefined) !== (causes.length === 0))).toEqual(
      [],
    );
  });

  test('docs/machines.md says what each is made of', async () => {
    await expect(page(machines)).toMatchFileSnapshot('../docs/machines.md');
  });

  test('a computer that answers nothing is neither green nor broken', async () => {
    for (const os of ['linux', 'win32', 'darwin'] as const) {
      const host = {
        os,
        ask: async () => ({ status: 'failed', why: 'nothing', ms: 0 }) as const,
      };
      const { result, report } = await examine({ checks, host, language: 'en', version: '0' });
      expect(branches(report)).toEqual([]);
      expect(result.outcomes.filter(({ status }) => status === 'ok').map(({ check }) => check.id)).toEqual(
        [],
      );
    }
  });
});

const page = (all: readonly Machine[]): string =>
  [
    '# The computers that all checks are run on',
    '',
    'Made from `tests/machines/index.ts` by `npx vitest run tests/machines.test.ts --update`. On a healthy one nothing',
    'may be found but what is named here as right; of a broken one the cause must come first.',
    '',
    '| computer | what is wrong | root causes, in order | recorded or composed |',
    '| --- | --- | --- | --- |',
    ...all.map(
      ({ name, system, fault, causes, justified = {}, from, how }) =>
        `| \`${name}\`: ${system} | ${fault ?? 'nothing'} | ${[
          ...causes.map((code) => `\`${code}\``),
          ...Object.entries(justified).map(([code, why]) => `\`${code}\` (${why})`),
        ].join(', ')} | ${from}: ${how} |`,
    ),
    '',
  ].join('\n');

/** Every finding, on every system its catalogue row names: a row that proves it, or the reason why not. */
import { describe, expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { AnyCheck } from '../../src/contract.ts';
import { run } from '../../src/run.ts';
import { hasShared } from '../shared.ts';
import { catalogued } from './catalogue.ts';
import { coverage } from './coverage.ts';
import { canRun, type Evidence, hostOf } from './evidence.ts';
import { missing, rows } from './rows.ts';

const checks = new Map<string, AnyCheck>(
  await Promise.all(checkIds.map(async (id) => [id, await loadCheck(id)] as const)),
);
/** Modules whose rows are still being written. */
const OPEN: readonly string[] = [];

const moduleOf = (code: string): string => code.split('/')[0] ?? '';
const title = ({ code, os, from, what, quiet }: Evidence): string =>
  `${code} ${quiet === true ? 'is not said' : 'is found'} on ${os}: ${what} (${from})`;

const codesFor = async (row: Evidence, withAnswers: boolean): Promise<readonly string[]> => {
  const check = checks.get(moduleOf(row.code));
  if (check === undefined) throw new Error(`no module has ${row.code}`);
  const { outcomes } = await run([check], hostOf(row, withAnswers), {
    ...(row.settings !== undefined && { settings: { [check.id]: row.settings } }),
  });
  const [outcome] = outcomes;
  if (outcome?.crash !== undefined) throw outcome.crash;
  return outcome?.findings.map(({ code }) => code) ?? [];
};

describe('rows', () => {
  for (const row of rows) {
    test.skipIf(!canRun(row))(title(row), async () => {
      const found = await codesFor(row, true);
      if (row.quiet === true) expect(found).not.toContain(row.code);
      else {
        expect(found).toContain(row.code);
        // Without what the row says there is no reason to say it.
        expect(await codesFor(row, false)).not.toContain(row.code);
      }
    });
  }
});

describe('what has rows', () => {
  test('rows name findings that exist', () => {
    const all = [...checks.values()].flatMap(({ catalogue }) => Object.keys(catalogue));
    expect(rows.filter(({ code }) => !all.includes(code)).map(title)).toEqual([]);
  });

  test('nothing is both proved and called missing', () => {
    const both = rows.filter(({ code, os, quiet }) => quiet !== true && missing[code]?.[os] !== undefined);
    expect(both.map(title)).toEqual([]);
  });

  test.runIf(hasShared).each([...checks.keys()].filter((id) => !OPEN.includes(id)))(
    '%s: each finding on each system of its row',
    (id) => {
      const uncovered = catalogued()
        .filter(({ code }) => moduleOf(code) === id)
        .flatMap(({ code, on }) =>
          on
            .filter(
              (os) =>
                missing[code]?.[os] === undefined &&
                !rows.some((row) => row.code === code && row.os === os && row.quiet !== true),
            )
            .map((os) => `${code} ${os}`),
        );
      expect(uncovered).toEqual([]);
    },
  );

  test.runIf(hasShared)('docs/coverage.md says so', async () => {
    const codes = [...checks.values()].flatMap(({ catalogue }) => Object.keys(catalogue));
    await expect(coverage(catalogued(), rows, missing, codes)).toMatchFileSnapshot('../../docs/coverage.md');
  });
});

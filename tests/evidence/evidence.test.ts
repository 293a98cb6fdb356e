/** Every finding, on every system its catalogue row names: a row that proves it, or the reason why not. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { AnyCheck } from '../../src/contract.ts';
import { run } from '../../src/run.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { canRun, type Evidence, hostOf } from './evidence.ts';
import { missing, rows } from './rows.ts';

const checks = new Map<string, AnyCheck>(
  await Promise.all(checkIds.map(async (id) => [id, await loadCheck(id)] as const)),
);
/** Modules whose rows are still being written. */
const OPEN = ['clock', 'connectivity'];

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
      const uncovered = catalogue()
        .filter(({ code }) => moduleOf(code) === id)
        .flatMap((row) =>
          (['linux', 'win32', 'darwin'] as const)
            .filter((os) => isNamed(row, os))
            .filter(
              (os) =>
                missing[row.code]?.[os] === undefined &&
                !rows.some((one) => one.code === row.code && one.os === os && one.quiet !== true),
            )
            .map((os) => `${row.code} ${os}`),
        );
      expect(uncovered).toEqual([]);
    },
  );
});

interface CatalogueRow {
  readonly code: string;
  readonly linux: string;
  readonly windows: string;
  readonly macos: string;
}

const COLUMN = { linux: 'linux', win32: 'windows', darwin: 'macos' } as const;

/** A cell with a dash, or nothing, says that the finding has no meaning there. */
const isNamed = (row: CatalogueRow, os: keyof typeof COLUMN): boolean =>
  !/^\s*[—–-]?\s*$/.test(row[COLUMN[os]] ?? '');

/** The file is made by our own tools and has this form. */
const catalogue = (): readonly CatalogueRow[] =>
  (JSON.parse(readFileSync(sharedDir('catalogue.json'), 'utf8')) as { findings: readonly CatalogueRow[] })
    .findings;

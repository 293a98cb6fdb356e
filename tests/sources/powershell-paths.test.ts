/** The registry paths of all PowerShell batches: a backslash that gets lost in a template reads nothing, and nobody is told. */
import { expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { Source } from '../../src/contract.ts';

const scriptOf = (source: Source<unknown>): string => {
  const request = source.on.win32?.request;
  if (request?.kind !== 'exec' || request.argv[0] !== 'powershell') return '';
  return Buffer.from(request.argv.at(-1) ?? '', 'base64').toString('utf16le');
};

const checks = await Promise.all(checkIds.map(loadCheck));
const scripts = new Map(
  checks.flatMap(({ reads }) => Object.values(reads).map((source) => [scriptOf(source), source.id] as const)),
);

test('there are batches to look at', () => {
  expect(scripts.size).toBeGreaterThan(10);
});

test('after the name of a hive and between its keys stands a backslash', () => {
  const wrong = [...scripts].flatMap(([script, id]) =>
    [...script.matchAll(/HK(?:LM|CU|CR):(?!['"\\ ])\S*|\b(?:Software|SYSTEM)(?=[A-Z])\w+/g)].map(
      ([found]) => `${id}: ${found}`,
    ),
  );
  expect(wrong).toEqual([]);
});
